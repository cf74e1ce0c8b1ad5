import { addDays, isRealDate, yearOf, type IsoDate } from '../words/dates.js';
import type { Chance } from './chance.js';

/** The part of JSON Schema that the payloads of the procedures use. */
export interface Schema {
  type?: string;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  description?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
}

/**
 * What a person who fills in a form knows of the world. Values picked from here fit together more often than invented
 * ones.
 */
export interface Lore {
  today: IsoDate;
  dates: IsoDate[];
  amounts: number[];
  codes: string[];
  units: readonly string[];
  cases: readonly { id: string; procedure: string }[];
  /** What an act on the case may name. */
  named?: {
    people: readonly string[];
    documents: readonly string[];
    rules: readonly string[];
    signers: readonly string[];
    states: readonly string[];
  };
}

/** What no schema says, by the field's name: how often a field is true, or what may stand in it. */
export interface Hints {
  yes?: Readonly<Record<string, number>>;
  values?: Readonly<Record<string, readonly unknown[]>>;
}

/** Values by what the field says of itself. */
const NAMED = [
  [/人员编号/, 'people'],
  [/材料(的)?编号|材料：/, 'documents'],
  [/规则编号/, 'rules'],
  [/加签编号/, 'signers'],
  [/对应的环节/, 'states'],
] as const;

const CREDIT_CODES = ['91340100MA2ABCDE1X', '91341700MA2FGHJK2Y', '91341723MA2LMNPQ3T'];
/** Values to try in turn for a pattern that no hint covers. */
const SHAPES = [
  ...CREDIT_CODES,
  '2026',
  '13800000000',
  '0566-5000000',
  'A-001',
  '青数〔2026〕1号',
  '00000000-0000-4000-8000-000000000001',
  'a@b.cn',
  'unit:a',
  '1',
  'a',
  'A',
];

export class Sampler {
  private counter = 0;

  constructor(
    private readonly chance: Chance,
    private readonly hints: Hints = {},
    /** How often the first of several choices is taken: a form names the usual one first. */
    private readonly usual = 0.7,
  ) {}

  /** Returns a value that the schema takes. @throws when a pattern is not known here. */
  value(schema: Schema, lore: Lore, name = ''): unknown {
    const known = this.hints.values?.[name];
    if (known) return this.chance.pick(known);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return this.chance.hit(this.usual) ? schema.enum[0] : this.chance.pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.value(this.chance.hit(0.7) ? choices[0]! : this.chance.pick(choices), lore, name);
    switch (schema.type) {
      case 'object':
        return this.object(schema, lore);
      case 'array':
        return this.array(schema, lore, name);
      case 'integer':
      case 'number':
        return this.number(schema, lore, name);
      case 'boolean':
        return this.chance.hit(this.hints.yes?.[name] ?? 0.85);
      case 'null':
        return null;
      default:
        return this.text(schema, lore, name);
    }
  }

  /** Returns the same form with one field filled in anew, or with an optional one left out. */
  redrawn(schema: Schema, value: unknown, lore: Lore, name = ''): unknown {
    const fields = Object.entries(schema.properties ?? {});
    if (schema.type !== 'object' || fields.length === 0 || value === null || typeof value !== 'object')
      return this.value(schema, lore, name);
    const [key, field] = this.chance.pick(fields);
    const former = (value as Record<string, unknown>)[key];
    const others = Object.fromEntries(Object.entries(value).filter(([k]) => k !== key));
    if (former !== undefined && !schema.required?.includes(key) && this.chance.hit(0.15)) return others;
    const deeper = former !== undefined && field.type === 'object' && this.chance.hit(0.6);
    const flipped = typeof former === 'boolean' && this.chance.hit(0.7) ? !former : undefined;
    return {
      ...others,
      [key]: flipped ?? (deeper ? this.redrawn(field, former, lore, key) : this.value(field, lore, key)),
    };
  }

  private object(schema: Schema, lore: Lore): Record<string, unknown> {
    const all = this.chance.hit(0.5);
    const entries = Object.entries(schema.properties ?? {})
      .filter(([key]) => schema.required?.includes(key) || all || this.chance.hit(0.6))
      .map(([key, field]) => [key, this.value(field, lore, key)] as const);
    return Object.fromEntries(entries);
  }

  private array({ items = {}, minItems = 0, maxItems = 99 }: Schema, lore: Lore, name: string): unknown[] {
    const length = Math.min(maxItems, Math.max(minItems, this.chance.pick([1, 1, 2, 3, 3, 5, 5])));
    const drawn = Array.from({ length }, () => this.value(items, lore, name));
    return items.enum || this.isUnit(items, name) ? [...new Set(drawn)] : drawn;
  }

  private number(schema: Schema, lore: Lore, name: string): number {
    const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1);
    const most = schema.maximum ?? (schema.exclusiveMaximum === undefined ? least + 1000 : schema.exclusiveMaximum - 1);
    const fits = (n: number): boolean => n >= least && n <= most;
    if (/Fen$/.test(name)) {
      const near = this.chance.pick(lore.amounts.length > 0 ? lore.amounts : [100_000_000]);
      const amount = this.chance.hit(0.7) ? near : near + this.chance.pick([-1, 1, -1_000_000, 1_000_000]);
      return fits(amount) ? amount : Math.min(most, Math.max(least, near));
    }
    const year = yearOf(lore.today);
    if (least > 1900 && fits(year)) return this.chance.pick([year, year, year + 1, year - 1].filter(fits));
    return this.chance.pick([least, least + 1, 3, 5, 12, 36, 100, most].filter(fits));
  }

  private text(schema: Schema, lore: Lore, name: string): string {
    if (schema.format === 'date') return this.date(lore);
    const namedHere = NAMED.find(([says]) => says.test(schema.description ?? ''));
    const candidates = namedHere && lore.named ? lore.named[namedHere[1]] : [];
    if (candidates.length > 0) return this.chance.pick(candidates);
    if (/单位、岗位或人员/.test(schema.description ?? '')) return this.principal(lore);
    if (schema.format === 'date-time') return `${this.date(lore)}T08:00:00+08:00`;
    if (this.isCase(schema, name) && lore.cases.length > 0) return this.case(lore, name);
    if (this.isUnit(schema, name) && lore.units.length > 0) return this.chance.pick(lore.units);
    if (schema.pattern) return this.shaped(schema.pattern, lore);
    this.counter += 1;
    const written = `${this.chance.pick(['按规定办理', '甲', '信息中心', '青数', '情况属实'])}${this.counter}`;
    return written.slice(0, schema.maxLength ?? written.length).padEnd(schema.minLength ?? 0, '字');
  }

  private principal({ units, named }: Lore): string {
    const people = (named?.people ?? []).map((id) => `user:${id}`);
    const all = [...units.map((id) => `unit:${id}`), ...people];
    return all.length > 0 ? this.chance.pick(all) : 'unit:nobody';
  }

  private shaped(pattern: string, lore: Lore): string {
    const regex = new RegExp(pattern, 'u');
    const own = lore.codes.filter((code) => regex.test(code));
    const fitting = SHAPES.filter((shape) => regex.test(shape));
    if (own.length + fitting.length === 0)
      throw new Error(`no sample is known for the pattern ${pattern}: add one to SHAPES`);
    return this.chance.pick(own.length > 0 && (fitting.length === 0 || this.chance.hit(0.6)) ? own : fitting);
  }

  /** As a rule, an event is written down on its day; a day that is asked for lies ahead. */
  private date({ today, dates }: Lore): IsoDate {
    const [ahead, near] = [this.chance.int(1, 200), this.chance.int(-12, 3)];
    return this.chance.weighted(
      [
        [today, 60],
        [dates.length > 0 ? this.chance.pick(dates) : today, 20],
        [addDays(today, ahead), 8],
        [addDays(today, near), 12],
      ] as const,
      ([, weight]) => weight,
    )[0];
  }

  private isCase = ({ format, description = '' }: Schema, name: string): boolean =>
    format === 'uuid' || /(case|project|plan|parent)Ids?$/i.test(name) || /案件编号/.test(description);

  private isUnit = ({ description = '' }: Schema, name: string): boolean =>
    /(unitIds?|participants|^unit)$/i.test(name) || /单位编号/.test(description);

  private case({ cases }: Lore, name: string): string {
    const wanted = cases.filter((c) => name.toLowerCase().includes(c.procedure.replaceAll('-', '')));
    return this.chance.pick(wanted.length > 0 && this.chance.hit(0.9) ? wanted : cases).id;
  }
}

/** Collects every amount, date and credit code that is written anywhere in a value. */
export function harvest(
  value: unknown,
  into: Pick<Lore, 'amounts' | 'dates' | 'codes'> = { amounts: [], dates: [], codes: [] },
): Pick<Lore, 'amounts' | 'dates' | 'codes'> {
  if (typeof value === 'string') {
    if (isRealDate(value)) into.dates.push(value);
    if (/^[0-9A-Z]{18}$/.test(value)) into.codes.push(value);
    const inWords = /^([\d.]+)万元$/.exec(value);
    if (inWords) into.amounts.push(Math.round(Number(inWords[1]) * 1_000_000));
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (/Fen$/.test(key) && typeof inner === 'number') into.amounts.push(inner);
      else harvest(inner, into);
    }
  }
  return into;
}
