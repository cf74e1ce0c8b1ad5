import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import type { Principal } from '#machines/kit/words/party.js';
import { allProcedures } from '#machines/registry.js';
import { WORLD, type World } from '../engine/ports.js';
import type { Onlooker } from '../persistence/stores/case-list.store.js';

function onlooker(principals: readonly Principal[]): Onlooker {
  const reads = allProcedures().filter((p) =>
    p.readers.some((id) => {
      const party = p.parties[id]!;
      return party.kind === 'role' && principals.includes(`role:${party.role}`);
    }),
  );
  return { principals, reads: [...new Set(reads.map((p) => p.id))] };
}

@Injectable()
export class Onlookers {
  constructor(@Inject(WORLD) private readonly world: World) {}

  /** What a person may find in a list, for themselves and for those they stand in for: the same as `maySee` says of one case. */
  async of(actor: Actor): Promise<Onlooker> {
    const absent = await this.world.standsInFor(actor);
    return onlooker([...new Set([actor, ...absent].flatMap((a) => a.principals))]);
  }
}
