// The pieces of Markdown from which the generated pages are made.
import { inWan } from '#machines/kit/words/money.js';
import type { Parameter } from '#machines/kit/words/parameters.js';

const cell = (value: unknown): string =>
  String(value ?? '')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .trim() || '—';

/** Writes a Markdown table, or `（无）` without rows. An empty cell becomes a dash. */
export function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  if (rows.length === 0) return '（无）\n';
  return (
    [head, head.map(() => '---'), ...rows]
      .map((row, i) => `| ${row.map(i === 1 ? String : cell).join(' | ')} |`)
      .join('\n') + '\n'
  );
}

export const code = (text: string): string => `\`${text}\``;
export const diagram = (mermaid: string): string => `\`\`\`mermaid\n${mermaid}\`\`\`\n`;
/** Returns the anchor of a heading, as GitHub makes it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
export const unique = <T>(items: Iterable<T>): T[] => [...new Set(items)];

export const GENERATED =
  '<!-- 本页由 npm run docs 从 machines/ 生成，请勿手改；npm run docs:check 和测试会发现不一致。 -->\n';

const UNITS = { workingDays: '个工作日', days: '日', months: '个月', percent: '%', count: '', hour: '时' };

/** Writes a parameter's value with its unit, as officials write it. */
export const amount = ({ value, unit }: Pick<Parameter, 'value' | 'unit'>): string =>
  unit === 'fen' ? inWan(value) : `${value}${UNITS[unit]}`;
