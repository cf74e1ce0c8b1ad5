import type { Principal } from '../words/party.js';
import type { Procedure } from './procedure.js';
import type { Regulation } from './regulation.js';

/** Every procedure and version of all regulations. A case is pinned to one of them. */
export class Procedures {
  private readonly byId = new Map<string, Procedure[]>();
  private readonly regulationBy = new Map<Procedure, Regulation>();

  /** @throws when two regulations share an id, or two procedures share an id and version. */
  constructor(readonly regulations: readonly Regulation[]) {
    const ids = regulations.map(({ id }) => id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice !== undefined) throw new Error(`two regulations are called ${twice}`);
    for (const regulation of regulations)
      for (const procedure of regulation.procedures) this.add(procedure, regulation);
  }

  private add(procedure: Procedure, regulation: Regulation): void {
    const { id, version } = procedure;
    const versions = this.byId.get(id) ?? [];
    if (versions.some((p) => p.version === version)) throw new Error(`two procedures are called ${id} v${version}`);
    // The versions of a procedure replace one another. Those of two regulations would not.
    if (versions.some((p) => this.regulationOf(p) !== regulation))
      throw new Error(`two regulations have a procedure ${id}`);
    this.regulationBy.set(procedure, regulation);
    this.byId.set(
      id,
      [...versions, procedure].sort((a, b) => b.version - a.version),
    );
  }

  /**
   * Returns the version given, or the newest.
   * @throws UnknownProcedure: a pinned case can't be moved by a guess.
   */
  of(id: string, version?: number): Procedure {
    const found = this.byId.get(id)?.find((p) => version === undefined || p.version === version);
    if (!found) throw new UnknownProcedure(id, version);
    return found;
  }

  all(): readonly Procedure[] {
    return this.regulations.flatMap((regulation) => regulation.procedures);
  }

  /** Returns the newest version of each procedure, in the order of the regulations. */
  newest(): readonly Procedure[] {
    return [...new Set(this.all().map((p) => this.of(p.id)))];
  }

  regulationOf(procedure: Procedure): Regulation {
    const found = this.regulationBy.get(procedure);
    if (!found) throw new Error(`${procedure.id} v${procedure.version} belongs to no regulation`);
    return found;
  }

  /** The regulation that has a procedure of this id, in whatever version. */
  regulationWith(procedureId: string): Regulation | undefined {
    const [newest] = this.byId.get(procedureId) ?? [];
    return newest && this.regulationOf(newest);
  }

  /** Tells whether somebody who holds these principals may read what administrators have changed. */
  mayReadAudit(principals: readonly Principal[]): boolean {
    return this.regulations.some(({ auditReaders, parties }) =>
      auditReaders.some((id) => {
        const party = parties[id];
        return party?.kind === 'role' && principals.includes(`role:${party.role}`);
      }),
    );
  }
}

export class UnknownProcedure extends Error {
  constructor(id: string, version?: number) {
    super(`没有流程 ${id}${version === undefined ? '' : ` 第${version}版`}`);
  }
}
