import type { Item, Outgoing } from '../channel.js';
import { dueMark, inLines, sectionsOf, TEST_TEXT, whereabouts } from './wording.js';

const WIDE: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '<': '＜',
  '>': '＞',
  '*': '＊',
  '`': '｀',
  '#': '＃',
  '\\': '＼',
};

/** Keeps the text of people from becoming a link, an emphasis or a mention. The robots know no escapes. */
const plain = (text: string): string => text.replaceAll(/[[\]<>*`#\\]/g, (c) => WIDE[c]!).replaceAll(/\s+/g, ' ');

function entry(item: Item, today: string): string {
  const mark = dueMark(item, today);
  const title = plain(item.title);
  return `- ${mark ? `**${mark}** ` : ''}${item.link ? `[${title}](${item.link})` : title}：${plain(item.text)}（${plain(whereabouts(item))}）`;
}

/**
 * Writes a message as the Markdown that both robots understand, at most `mostBytes` of UTF-8. Lines that do not fit are
 * counted.
 */
export function markdownOf(outgoing: Outgoing, mostBytes: number): string {
  const message = inLines(outgoing);
  const head = `### ${plain(message.subject)}`;
  if (message.kind === 'test') return `${head}\n\n${TEST_TEXT}`;
  const foot = (left: number): string =>
    [left > 0 ? `还有${left}项，请登录查看。` : '', message.link ? `[查看全部](${message.link})` : '']
      .filter(Boolean)
      .join(' ');
  const parts: string[] = [head];
  let left = message.items.length;
  for (const { kind, items } of sectionsOf(message)) {
    const heading = `**${kind}（${items.length}项）**`;
    for (const [i, item] of items.entries()) {
      const next = i === 0 ? [heading, entry(item, message.today)] : [entry(item, message.today)];
      if (Buffer.byteLength([...parts, ...next, foot(left)].join('\n\n')) > mostBytes)
        return [...parts, foot(left)].join('\n\n');
      parts.push(...next);
      left--;
    }
  }
  return [...parts, foot(0)].filter(Boolean).join('\n\n');
}
