import type { Procedure } from '#machines/kit/law/procedure.js';
import type { Story, World } from '#machines/kit/testing/story.js';
import type { Clause } from '#machines/kit/words/clause.js';
import type { Parameter } from '#machines/kit/words/parameters.js';
import type { ClauseLine } from '#machines/kit/read/clause-line.js';

/** A generated page: its file name and its text. */
export type Page = readonly [file: string, text: string];

/** What the pages are made from. */
export interface Material {
  /** Every version of every procedure. */
  procedures: readonly Procedure[];
  sections: readonly { id: string; title: string; clauses: readonly Clause[] }[];
  clauseLines: readonly ClauseLine[];
  parameters: readonly Parameter[];
  /** By the id of the procedure they tell of. */
  stories: Readonly<Record<string, readonly Story[]>>;
  world: World;
}

/** @throws when there is no such procedure; the newest of its versions otherwise. */
export function newestOf({ procedures }: Pick<Material, 'procedures'>, id: string): Procedure {
  const [newest] = procedures.filter((p) => p.id === id).sort((a, b) => b.version - a.version);
  if (!newest) throw new Error(`there is no procedure ${id}`);
  return newest;
}
