import type { ClauseId } from '#machines/kit/words/clause.js';

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** The last part has no sections: its clauses are numbered through. */
const UNDIVIDED = 3;

/** Cites a clause of the 实施方案 as an official does: `2.4.2b` → `二(四)2`, `3.2f` → `三2`. */
export function cite(id: ClauseId): string {
  const [part, section, item] = id
    .replace(/[a-z]+$/, '')
    .split('.')
    .map(Number);
  const chapter = NUMERALS[part ?? 0] ?? '';
  if (section === undefined) return chapter;
  if (part === UNDIVIDED) return `${chapter}${section}`;
  return `${chapter}(${NUMERALS[section]})${item ?? ''}`;
}
