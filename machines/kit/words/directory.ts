import { headed, type CaseUnit, type Principal } from './party.js';

/** Someone who can be named in an event: to take a step over, to be asked, to be informed. */
export interface PersonFact {
  id: string;
  name: string;
  unitId: string | null;
  principals: readonly Principal[];
}

/** Units and people as of the moment of an event. */
export interface Directory {
  units: ReadonlyMap<string, CaseUnit>;
  /** Active accounts only. */
  people: ReadonlyMap<string, PersonFact>;
  /** Units that nobody heads. */
  headless: ReadonlySet<string>;
}

/** For tests and stories in which nobody is named. */
export const NOBODY: Directory = { units: new Map(), people: new Map(), headless: new Set() };

/** A principal in words: the unit, the office or offices that hold the role, the person. */
export function nameOfPrincipal(principal: Principal, { units, people }: Pick<Directory, 'units' | 'people'>): string {
  const under = headed(principal);
  if (under !== undefined) return `${nameOfPrincipal(under, { units, people })}负责人`;
  const [kind, id = ''] = principal.split(':', 2);
  if (kind === 'unit') return units.get(id)?.name ?? id;
  if (kind === 'user') return people.get(id)?.name ?? id;
  const offices = [...people.values()]
    .filter((p) => p.principals.includes(principal))
    .flatMap((p) => units.get(p.unitId ?? '')?.name ?? []);
  return [...new Set(offices)].join('、') || id;
}

/** Whether there is anybody who heads the unit or units behind a principal. */
export function isHeaded(principal: Principal, { people, headless }: Pick<Directory, 'people' | 'headless'>): boolean {
  const one = unitBehind(principal, { people });
  const units =
    one === undefined
      ? [...people.values()].filter((p) => p.principals.includes(principal)).flatMap((p) => p.unitId ?? [])
      : [one];
  return units.some((unit) => !headless.has(unit));
}

/** The units of all that nobody of these people heads. */
export function headlessOf(
  units: Iterable<string>,
  people: Iterable<{ unitId: string | null; head: boolean }>,
): Set<string> {
  const led = new Set([...people].filter((p) => p.head).map((p) => p.unitId));
  return new Set([...units].filter((unit) => !led.has(unit)));
}

/** The unit that is meant, or whose person is; none for a role, nor for somebody unknown. */
export function unitBehind(principal: Principal, { people }: Pick<Directory, 'people'>): string | undefined {
  const [kind, id] = principal.split(':') as [string, string];
  if (kind === 'user') return people.get(id)?.unitId ?? undefined;
  return kind === 'unit' ? id : undefined;
}
