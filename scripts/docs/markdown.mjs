// The few pieces of Markdown that the generated pages are made of.

const cell = (value) =>
  String(value ?? '')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .trim() || '—';

/** @param {string[]} head @param {unknown[][]} rows */
export function table(head, rows) {
  if (rows.length === 0) return '（无）\n';
  return (
    [head, head.map(() => '---'), ...rows]
      .map((row, i) => `| ${row.map(i === 1 ? String : cell).join(' | ')} |`)
      .join('\n') + '\n'
  );
}

export const code = (text) => `\`${text}\``;
export const codes = (texts) => texts.map(code).join('、');
export const diagram = (mermaid) => `\`\`\`mermaid\n${mermaid}\`\`\`\n`;
/** The address of a heading, as GitHub makes it. */
export const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
export const unique = (items) => [...new Set(items)];

export const GENERATED =
  '<!-- 本页由 npm run docs 从 machines/ 生成，请勿手改；npm run docs:check 和测试会发现不一致。 -->\n';

const UNITS = { workingDays: '个工作日', days: '日', months: '个月', percent: '%', count: '', hour: '时' };
export function amount({ value, unit }, inWan) {
  return unit === 'fen' ? inWan(value) : `${value}${UNITS[unit]}`;
}
