import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import type { Principal } from '#machines/kit/words/party.js';
import { WORLD, type World } from '../engine/ports.js';
import type { Onlooker } from '../persistence/stores/case-list.store.js';

@Injectable()
export class Onlookers {
  constructor(
    @Inject(WORLD) private readonly world: World,
    private readonly procedures: Procedures,
  ) {}

  /**
   * Returns what a person may find in a list, for themselves and for those they stand in for. It agrees with what
   * `maySee` says of one case.
   */
  async of(actor: Actor): Promise<Onlooker> {
    const absent = await this.world.standsInFor(actor);
    return this.holding([...new Set([actor, ...absent].flatMap((a) => a.principals))]);
  }

  private holding(principals: readonly Principal[]): Onlooker {
    const reads = this.procedures.all().filter((p) =>
      p.readers.some((id) => {
        const party = p.parties[id]!;
        return party.kind === 'role' && principals.includes(`role:${party.role}`);
      }),
    );
    return { principals, reads: [...new Set(reads.map((p) => p.id))] };
  }
}
