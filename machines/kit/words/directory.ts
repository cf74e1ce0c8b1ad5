import { headed, type CaseUnit, type Principal } from './party.js';

/** Someone whom an event can name: to take a step over, to be asked, to be informed. */
export interface PersonFact {
  id: string;
  name: string;
  unitId: string | null;
  principals: readonly Principal[];
}

/** Units and people at the moment of an event. */
export interface Directory {
  units: ReadonlyMap<string, CaseUnit>;
  /** Active accounts only. */
  people: ReadonlyMap<string, PersonFact>;
  /** The units without a head. */
  headless: ReadonlySet<string>;
}

/** An empty directory, for tests and stories that name nobody. */
export const NOBODY: Directory = { units: new Map(), people: new Map(), headless: new Set() };

/** Somebody who is in the directory no longer, or never was, is called by what they were written down as. */
export const unknown = (id: string): string => `编号“${id}”`;

/** Names a unit by its id. */
export const unitNamed = (id: string, { units }: Pick<Directory, 'units'>): string =>
  units.get(id)?.name ?? unknown(id);

/** Names a principal in words: the unit, the office or offices that hold the role, the person. */
export function nameOfPrincipal(principal: Principal, { units, people }: Pick<Directory, 'units' | 'people'>): string {
  const under = headed(principal);
  if (under !== undefined) return `${nameOfPrincipal(under, { units, people })}负责人`;
  const [kind, id = ''] = principal.split(':', 2);
  if (kind === 'unit') return unitNamed(id, { units });
  if (kind === 'user') return people.get(id)?.name ?? unknown(id);
  const offices = [...people.values()]
    .filter((p) => p.principals.includes(principal))
    .flatMap((p) => units.get(p.unitId ?? '')?.name ?? []);
  return [...new Set(offices)].join('、') || unknown(id);
}

/** Tells whether anybody heads the unit or units behind a principal. */
export function isHeaded(principal: Principal, { people, headless }: Pick<Directory, 'people' | 'headless'>): boolean {
  const one = unitBehind(principal, { people });
  const units =
    one === undefined
      ? [...people.values()].filter((p) => p.principals.includes(principal)).flatMap((p) => p.unitId ?? [])
      : [one];
  return units.some((unit) => !headless.has(unit));
}

/** Returns the units that none of these people heads. */
export function headlessOf(
  units: Iterable<string>,
  people: Iterable<{ unitId: string | null; head: boolean }>,
): Set<string> {
  const led = new Set([...people].filter((p) => p.head).map((p) => p.unitId));
  return new Set([...units].filter((unit) => !led.has(unit)));
}

/** Returns the unit that is meant, or the unit of the person. None for a role or an unknown person. */
export function unitBehind(principal: Principal, { people }: Pick<Directory, 'people'>): string | undefined {
  const [kind, id] = principal.split(':') as [string, string];
  if (kind === 'user') return people.get(id)?.unitId ?? undefined;
  return kind === 'unit' ? id : undefined;
}
