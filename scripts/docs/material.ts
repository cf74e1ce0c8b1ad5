import type { Procedure } from '#machines/kit/law/procedure.js';
import type { ClauseLine } from '#machines/kit/read/clause-line.js';
import type { Evidence } from '#machines/kit/testing/example.js';
import { accountOf, type Account } from '#machines/kit/testing/account.js';
import { storiesOf, type RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import type { Story, World } from '#machines/kit/testing/story.js';
import type { Chapter } from '#machines/kit/words/clause.js';
import type { Parameter } from '#machines/kit/words/parameters.js';
import { clauseTable } from '#machines/proof/clause-table.js';

/** A generated page: its file name and its text. */
export type Page = readonly [file: string, text: string];

/** What the pages are made from. */
export interface Material {
  /** Every version of every procedure. */
  procedures: readonly Procedure[];
  /** The title of the regulation. */
  title: string;
  sections: readonly Chapter[];
  clauseLines: readonly ClauseLine[];
  parameters: readonly Parameter[];
  /** By the id of their procedure. */
  stories: Readonly<Record<string, readonly Story[]>>;
  /** Every story as an official reads it. */
  accounts: ReadonlyMap<Story, Account>;
  /** The examples of the rules, by procedure. */
  evidence: Readonly<Record<string, Evidence>>;
  world: World;
}

export const materialOf = (proof: RegulationProof): Material => ({
  title: proof.regulation.title,
  procedures: proof.regulation.procedures,
  sections: proof.regulation.chapters,
  clauseLines: clauseTable(proof),
  parameters: proof.world.parameters,
  stories: Object.fromEntries(proof.procedures.map(({ procedure, stories }) => [procedure.id, stories])),
  evidence: Object.fromEntries(proof.procedures.map(({ procedure, evidence }) => [procedure.id, evidence])),
  accounts: new Map(
    storiesOf(proof).map(({ procedure, story }) => [
      story,
      accountOf(newestOf(proof.regulation, story.procedure ?? procedure), story, proof.world),
    ]),
  ),
  world: proof.world,
});

/** @throws when there is no such procedure; the newest of its versions otherwise. */
export function newestOf({ procedures }: Pick<Material, 'procedures'>, id: string): Procedure {
  const [newest] = procedures.filter((p) => p.id === id).sort((a, b) => b.version - a.version);
  if (!newest) throw new Error(`there is no procedure ${id}`);
  return newest;
}
