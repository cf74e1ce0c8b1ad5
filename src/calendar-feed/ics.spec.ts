import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { icsOf } from './ics.js';

const HOSTILE = '甲\r\nEND:VCALENDAR\r\nX-A;B,C\\n\u0000\u000B\u202E乙';

describe('a calendar with hostile titles', () => {
  it('is still one calendar, with each title in one line', () => {
    const owed = {
      id: '1',
      dueOn: '2026-03-02',
      provisional: false,
      label: '审核',
      cite: '二(二)5',
      rule: '10个工作日',
      case: { number: 'XM-2026-0001', title: HOSTILE + '长'.repeat(200) },
      link: null,
    };
    const text = icsOf(HOSTILE, [owed], 9, '2026-03-01T00:00:00+08:00');
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    expect(text).not.toMatch(/[^\P{Cc}\r\n]|\u202E/u);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(new ICAL.Event(event!).summary).toBe(`审核到期：甲 END:VCALENDAR X-A;B,C\\n   乙${'长'.repeat(200)}`);
  });
});
