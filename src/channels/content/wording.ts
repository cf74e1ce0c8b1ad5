import { harmless } from '#machines/kit/words/acceptable-text.js';
import type { Item, Outgoing } from '../channel.js';

export const SIGNED = '本消息由系统自动发出，请勿回复。';
export const TEST_TEXT = '这是一条测试消息：收到它，说明提醒可以送到这里。';

const line = (text: string): string => harmless(text, 'one');

/** Returns the message with nothing in its texts that could pass for a line, a header or a direction of its own. */
export const inLines = (message: Outgoing): Outgoing => ({
  ...message,
  subject: line(message.subject),
  items: message.items.map((item) => ({
    ...item,
    title: line(item.title),
    text: line(item.text),
    case: {
      ...item.case,
      number: line(item.case.number),
      title: line(item.case.title),
      stateLabel: line(item.case.stateLabel),
    },
  })),
});

export interface Section {
  kind: Item['kind'];
  items: readonly Item[];
}

/**
 * Groups the lines: what must be done comes before what is for information. Within each group the order is the
 * caller's.
 */
export const sectionsOf = ({ items }: Pick<Outgoing, 'items'>): Section[] =>
  (['待办', '待阅'] as const)
    .map((kind) => ({ kind, items: items.filter((i) => i.kind === kind) }))
    .filter(({ items: some }) => some.length > 0);

/** Says how the day of a line relates to the day of the message. Empty if the line has no day. */
export function dueMark({ dueOn }: Item, today: string): string {
  if (dueOn === null) return '';
  if (dueOn < today) return '已逾期';
  return dueOn === today ? '今日到期' : `${dueOn}到期`;
}

export const whereabouts = ({ case: { number, stateLabel } }: Item): string => `${number}，现处于“${stateLabel}”`;

export function subjectOf(kind: Outgoing['kind'], items: readonly Item[], today: string): string {
  if (kind === 'test') return '闭环：测试消息';
  const [first] = items;
  if (kind === 'urgent' && first) return line(`【紧急】${first.title}（${first.case.number}）`);
  const counted = sectionsOf({ items })
    .map((s) => `${s.kind}${s.items.length}项`)
    .join('，');
  const [, month, day] = today.split('-').map(Number);
  return `闭环 ${month}月${day}日：${counted}`;
}
