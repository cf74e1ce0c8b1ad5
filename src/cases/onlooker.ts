import type { Actor } from '#machines/kit/facts.js';
import { allProcedures } from '#machines/registry.js';
import type { Onlooker } from '../persistence/stores/case-list.store.js';

/** What a person may find in a list: the same as `maySee` says of one case. */
export function onlooker(actor: Actor): Onlooker {
  const reads = allProcedures().filter((p) => p.readers.some((id) => {
    const party = p.parties[id]!;
    return party.kind === 'role' && actor.principals.includes(`role:${party.role}`);
  }));
  return { principals: actor.principals, reads: [...new Set(reads.map((p) => p.id))] };
}
