import type { Item, Outgoing } from '../channel.js';
import { dueMark, inLines, sectionsOf, SIGNED, TEST_TEXT, whereabouts } from './wording.js';

const lines = (item: Item, n: number, today: string): string => {
  const mark = dueMark(item, today);
  return [
    `${n}. ${mark ? `【${mark}】` : ''}${item.title}`,
    `   ${item.text}`,
    `   ${whereabouts(item)}`,
    ...(item.link ? [`   ${item.link}`] : []),
  ].join('\n');
};

/** Writes a message as plain text. */
export function textOf(outgoing: Outgoing): string {
  const message = inLines(outgoing);
  const sections = sectionsOf(message).map(({ kind, items }) =>
    [`${kind}（${items.length}项）`, '', ...items.map((item, i) => `${lines(item, i + 1, message.today)}\n`)].join(
      '\n',
    ),
  );
  const all = message.link ? [`查看全部：${message.link}`] : [];
  return [message.subject, message.kind === 'test' ? TEST_TEXT : null, ...sections, ...all, SIGNED]
    .filter((part) => part !== null)
    .join('\n\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}
