import type { Chance } from '#machines/kit/testing/chance.js';
import type { Schema } from '#machines/kit/testing/sample.js';

/** A schema as the document of the interface writes it. */
export interface Described extends Omit<Schema, 'properties' | 'items' | 'anyOf' | 'oneOf'> {
  $ref?: string;
  properties?: Readonly<Record<string, Described>>;
  items?: Described;
  anyOf?: readonly Described[];
  oneOf?: readonly Described[];
}

/** Texts that have broken programs: of nothing, of what can't be seen or kept, of another language's syntax. */
export const ODD_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\u0000',
    '甲\u0000乙',
    '\u200B',
    '\u3164',
    '\u2800',
    '\u00AD',
    '\uFE0F',
    '\u0301',
    '甲\u202E乙',
    '\u2066甲',
  ],
  ...[
    '甲\n乙',
    '甲\r\n乙: x',
    '\u2028',
    '甲\t乙',
    '\u007F',
    '\uFEFF甲',
    '甲\uFFFD',
    '\uFFFF',
    '\u{10FFFF}',
    '\uD800',
    '\uDC00甲',
  ],
  ...[
    'e\u0301',
    '\u{20BB7}野',
    '👨\u200D👩\u200D👧',
    'ＡＩ（一期）',
    '甲'.repeat(101),
    '甲'.repeat(2_001),
    'x'.repeat(70_000),
  ],
  ...[
    '%',
    '_',
    '\\',
    `'`,
    '"',
    '`',
    `'; drop table cases; --`,
    '<script>alert(1)</script>',
    '=1+1',
    '@SUM(A1)',
    '{{7*7}}',
    '${7*7}',
  ],
  ...[
    '../../etc/passwd',
    'http://127.0.0.1:1/x',
    'a@b.cn\r\nBcc: c@d.cn',
    'null',
    'true',
    '0',
    '-1',
    '1e309',
    'NaN',
    '[]',
    '{}',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'unit:', 'user:nobody', 'role:a:b', 'unit:__proto__'],
];

export const ODD_DAYS: readonly string[] = [
  ...['0000-01-01', '0001-01-01', '1899-12-31', '1900-01-01', '2200-12-31', '2201-01-01', '9999-12-31', '2025-02-29'],
  ...[
    '2024-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-00',
    '+012026-01-01',
    '-2026-01-01',
    '20260101',
    '2026-1-1',
    'today',
  ],
];

export const ODD_INSTANTS: readonly string[] = [
  ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-01-06T00:00:00-23:59', '2026-01-06T00:00:00+23:59'],
  ...['2026-02-29T00:00:00Z', '2026-01-06T24:00:00Z', '2026-01-06T23:59:60Z', `2026-01-06T00:00:00.${'1'.repeat(90)}Z`],
  ...['+275760-09-13T00:00:00Z', '2026-01-06', '2026-01-06 00:00:00', 'now', 'infinity', '-infinity', 'epoch'],
];

const ODD_NUMBERS: readonly number[] = [
  ...[
    0,
    -0,
    -1,
    0.5,
    1e-9,
    1e21,
    1e308,
    -1e308,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32,
    2 ** 53,
    2 ** 53 + 2,
    -(2 ** 63),
    2 ** 63,
  ],
];

const oddValue = (chance: Chance): unknown =>
  chance.pick<() => unknown>([
    () => chance.pick(ODD_TEXTS),
    () => chance.pick(ODD_NUMBERS),
    () => chance.pick(ODD_DAYS),
    () => chance.pick(ODD_INSTANTS),
    () => null,
    () => chance.hit(0.5),
    () => [],
    () => ({}),
    () => Array.from({ length: chance.pick([1, 400, 3_000]) }, () => chance.pick<unknown>([1, '甲', null, {}])),
    () => Object.fromEntries(Array.from({ length: chance.pick([1, 400]) }, (_, i) => [`k${i}`, i])),
    () => nested(chance.pick([5, 30, 100])),
  ])();

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

/** What the world holds: values that mean something to the program. */
export interface World {
  schemas: Readonly<Record<string, Described>>;
  ids: string[];
  names: readonly string[];
  today: string;
}

/** Returns a value that fits the schema, as far as a schema can say. */
export function valueOf(schema: Described, chance: Chance, world: World, depth = 0): unknown {
  if (schema.$ref) return valueOf(world.schemas[schema.$ref.split('/').at(-1)!]!, chance, world, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return valueOf(chance.pick(choices), chance, world, depth + 1);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || chance.hit(0.4))
          .map(([key, field]) => [key, valueOf(field, chance, world, depth + 1)]),
      );
    case 'array': {
      const length = Math.min(schema.maxItems ?? 3, Math.max(schema.minItems ?? 0, chance.int(0, 3)));
      return Array.from({ length }, () => valueOf(schema.items ?? {}, chance, world, depth + 1));
    }
    case 'integer':
    case 'number':
      return numberOf(schema, chance);
    case 'boolean':
      return chance.hit(0.5);
    case 'null':
      return null;
    case 'string':
      return textOf(schema, chance, world);
    default:
      return depth > 4 ? null : oddValue(chance);
  }
}

function numberOf({ minimum, maximum, exclusiveMinimum }: Described, chance: Chance): number {
  const least = Math.max(minimum ?? 0, exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const most = Math.min(maximum ?? least + 1_000, Number.MAX_SAFE_INTEGER);
  return chance.pick([least, most, least + 1, Math.min(most, 2026), Math.min(most, 500_000_000)]);
}

function textOf({ format, pattern, maxLength = 60, minLength = 0 }: Described, chance: Chance, world: World): string {
  if (format === 'date') return chance.pick([world.today, '2026-12-31', '2025-01-01']);
  if (format === 'date-time') return `${world.today}T09:00:00+08:00`;
  if (format === 'uuid') return chance.pick(world.ids);
  if (format === 'email') return 'zhang@example.gov.cn';
  if (pattern?.includes('HJ-NPQRTUWXY')) return '91340100MA2ABCDE1X';
  if (pattern?.includes('unit|role|user'))
    return chance.pick(['unit:finance', 'unit:education', 'user:data-bureau-deputy']);
  if (pattern?.includes('d{4}')) return chance.pick(['2025', '2026', '2027']);
  const said = chance.pick([...world.names, ...world.ids, '甲', '按规定办理', '县政府第3次会议']);
  return said.slice(0, maxLength).padEnd(minLength, '字');
}

/** How often a thing is repeated: often, but never to more than a few times what the program takes (bytes). */
const MOST_BYTES = 8_000_000;
const timesOf = (one: unknown): number =>
  Math.max(2, Math.min(2_000, Math.floor(MOST_BYTES / ((JSON.stringify(one) as string | undefined) ?? '0').length)));

/** Returns the value with one thing in it changed. */
export function mutated(value: unknown, chance: Chance): unknown {
  if (value === null || typeof value !== 'object' || chance.hit(0.15)) return oddValue(chance);
  if (Array.isArray(value)) {
    if (value.length === 0) return [oddValue(chance)];
    const at = chance.int(0, value.length - 1);
    return chance.hit(0.2)
      ? Array.from({ length: timesOf(value[at]) }, () => value[at] as unknown)
      : value.map((one: unknown, i) => (i === at ? mutated(one, chance) : one));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || chance.hit(0.1)) return { ...value, [chance.pick(ODD_TEXTS)]: oddValue(chance) };
  const [key] = chance.pick(entries);
  if (chance.hit(0.1)) return Object.fromEntries(entries.filter(([k]) => k !== key));
  return Object.fromEntries(entries.map(([k, one]) => [k, k === key ? mutated(one, chance) : (one as unknown)]));
}
