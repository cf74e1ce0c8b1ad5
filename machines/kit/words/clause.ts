/** A clause of the regulation as `2.4.4` (二(四)4), split by a letter where one clause holds several rules: `2.4.2b`. */
export type ClauseId = string;

export interface Clause {
  id: ClauseId;
  /** What it demands, in our own words. */
  summary: string;
  /** Why no rule, transition or deadline stands for it. Only for clauses that none cites. */
  notEncoded?: string;
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** How an official cites a clause: `2.4.2b` → `二(四)2`, `3.2f` → `三2`. */
export function cite(id: ClauseId): string {
  const [part, section, item] = id
    .replace(/[a-z]+$/, '')
    .split('.')
    .map(Number);
  const chapter = NUMERALS[part ?? 0] ?? '';
  if (section === undefined) return chapter;
  if (part === 3) return `${chapter}${section}`;
  return `${chapter}(${NUMERALS[section]})${item ?? ''}`;
}
