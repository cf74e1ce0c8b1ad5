import { describe, expect, it } from '@jest/globals';
import type { Outgoing } from '../channel.js';
import { htmlOf } from './html.js';
import { markdownOf } from './markdown.js';
import { textOf } from './text.js';
import { subjectOf } from './wording.js';

const HOSTILE = '甲\r\nBcc: x@example.cn\r\n\r\n<b>[乙](http://x)\u0000\u202E\u2028**丙** @all';

const message: Outgoing = {
  id: '1',
  kind: 'urgent',
  subject: HOSTILE,
  items: [
    {
      kind: '待办',
      title: HOSTILE,
      text: HOSTILE,
      case: { id: '1', number: 'XM-2026-0001', title: HOSTILE, stateLabel: HOSTILE },
      dueOn: null,
      link: 'http://127.0.0.1/cases/1',
    },
  ],
  link: null,
  today: '2026-03-02',
};

describe('what leaves the house', () => {
  it('has a subject of one line', () =>
    expect(subjectOf('urgent', message.items, '2026-03-02')).toBe(
      '【紧急】甲 Bcc: x@example.cn  <b>[乙](http://x)   **丙** @all（XM-2026-0001）',
    ));

  it.each([
    ['text', textOf(message)],
    ['HTML', htmlOf(message)],
    ['Markdown', markdownOf(message, 4_096)],
  ])('has no line, no direction and no mark that a title brings along: %s', (kind, written) => {
    expect(written).not.toMatch(/^Bcc/m);
    expect(written).not.toMatch(/[^\P{Cc}\n]|[\u2028\u202E]/u);
    if (kind !== 'text') expect(written).not.toContain('<b>');
    if (kind === 'Markdown') expect(written).not.toMatch(/\[乙\]|\*\*丙/);
  });
});
