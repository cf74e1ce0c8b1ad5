import type { Directory } from '#machines/kit/words/directory.js';
import type { Principal } from '#machines/kit/words/party.js';

/**
 * Finds the units behind a principal by today's directory: the unit itself, those that hold a role, a person's own.
 * Each is looked up once.
 */
export function holdersIn({ people }: Directory): (principal: Principal | null) => readonly string[] {
  const known = new Map<Principal, readonly string[]>();
  const of = (principal: Principal): readonly string[] => {
    if (principal.startsWith('unit:')) return [principal.slice('unit:'.length)];
    return [
      ...new Set(
        [...people.values()].filter((p) => p.unitId !== null && p.principals.includes(principal)).map((p) => p.unitId!),
      ),
    ];
  };
  return (principal) => {
    if (principal === null) return [];
    if (!known.has(principal)) known.set(principal, of(principal));
    return known.get(principal)!;
  };
}
