import { clausesPages } from './clauses.js';
import type { Material } from './material.js';
import { newestOf } from './material.js';
import { parametersPage } from './parameters.js';
import { procedurePages } from './procedure.js';
import { sentencesPages } from './sentences.js';
import { storiesPages } from './stories.js';

/**
 * Returns all pages of docs/generated/ by file name. The pages of a procedure have its id in their names; those of an
 * older version with pinned cases have the version too.
 */
export function pagesOf(law: Material): ReadonlyMap<string, string> {
  const stories = storiesPages(law);
  const nameOf = (p: Material['procedures'][number]): string =>
    newestOf(law, p.id) === p ? p.id : `${p.id}.v${p.version}`;
  return new Map(
    [
      ...clausesPages(law),
      ...stories.pages,
      ...sentencesPages(law),
      ['parameters.md', parametersPage(law)] as const,
      ...law.procedures.flatMap((p) => procedurePages(p, law, nameOf(p))),
    ].map(([name, text]) => [name, `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`]),
  );
}
