import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testCalendar } from '../testing/calendar.js';
import {
  type Part,
  ask,
  distances,
  duty,
  endless,
  ladders,
  number,
  opened,
  timer,
  tracking,
} from '../testing/ladders.js';
import { addDays, at, dayOf } from '../words/dates.js';
import { Parameters } from '../words/parameters.js';
import { lastDay } from '../words/period.js';
import type { DeadlineDefinition } from './deadline.js';
import { comesAgain, nextRing, rungOf, type Ladders, type Ring } from './ladder.js';

/** Every ring from the opening on, each asked for at the moment of the one before. */
function climb(definition: DeadlineDefinition, deadline: Part, now: string): string[] {
  const ring = ask(definition, deadline, now);
  return ring === null
    ? []
    : [`${ring.rung} ${ring.at.slice(0, 16)}`, ...climb(definition, { ...deadline, rung: ring.rung }, ring.at)];
}

describe('the ladder of a duty', () => {
  it('rings at the hour of reminders, and skips days off only after the due day', () => {
    expect(climb(duty, opened('2026-02-02', '2026-02-13'), at('2026-02-02', 10))).toEqual([
      'before-7 2026-02-06T09:00',
      'before-1 2026-02-12T09:00',
      'due 2026-02-13T09:00',
      'after-1wd 2026-02-14T09:00',
      'after-5wd 2026-02-27T09:00',
    ]);
  });

  it('leaves out what was already past when it was opened', () => {
    expect(climb(duty, opened('2026-03-09', '2026-03-12'), at('2026-03-09', 10))[0]).toBe('before-1 2026-03-11T09:00');
  });

  it('that opens after its due day tells those who owe it at once, and continues from that day on', () => {
    const late = { ...opened('2026-03-02', '2026-03-06'), openedOn: '2026-03-11' };
    expect(climb(duty, late, at('2026-03-11', 10))).toEqual([
      'due 2026-03-11T10:00',
      'after-1wd 2026-03-12T09:00',
      'after-5wd 2026-03-18T09:00',
    ]);
  });

  it('that opens again after its due day sends one message at once, the last one missed, and continues from there', () => {
    expect(climb(duty, opened('2026-03-02', '2026-03-06'), at('2026-03-11', 10))).toEqual([
      'after-1wd 2026-03-11T10:00',
      'after-5wd 2026-03-13T09:00',
    ]);
  });

  it('does not count the days after the due day on which its clock stood still', () => {
    const stopped = {
      ...opened('2026-03-02', '2026-03-06', 'due'),
      pauses: [{ from: '2026-03-06', to: '2026-03-20', why: '暂停' }],
    };
    expect(climb(duty, stopped, at('2026-03-20', 10))).toEqual([
      'after-1wd 2026-03-23T09:00',
      'after-5wd 2026-03-27T09:00',
    ]);
  });

  it('ends with its last rung', () =>
    expect(ask(duty, opened('2026-03-02', '2026-03-06', 'after-5wd'), at('2026-03-13', 9))).toBeNull());

  it('follows a moved due day from the rung it had reached', () => {
    expect(ask(duty, opened('2026-03-02', '2026-04-10', 'before-7'), at('2026-03-20', 9))).toEqual({
      rung: 'before-1',
      at: at('2026-04-09', 9),
    });
  });

  it('keeps its written order when a distance changes on the way, so that no rung comes again', () => {
    const nearer = new Parameters([
      number('reminder.hour', 9, 'hour'),
      ...distances,
      { ...number('week', 0, 'days'), from: '2026-03-01' },
    ]);
    const ring = nextRing(duty, opened('2026-02-02', '2026-03-06', 'before-1'), ladders, {
      calendar: testCalendar,
      parameters: nearer,
      now: at('2026-03-05', 9),
    });
    expect(ring).toEqual({ rung: 'due', at: at('2026-03-06', 9) });
  });

  it('never rings in the past, and never goes back', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-05', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (start, n) => {
        const now = at(start, 10);
        const rings = climb(duty, opened(start, lastDay({ n, unit: 'workingDays' }, start, testCalendar)), now);
        const times = rings.map((r) => r.split(' ')[1]!);
        expect(times[0]! >= now.slice(0, 16)).toBe(true);
        expect(times).toEqual([...times].sort());
        expect(rings.at(-1)).toMatch(/^after-5wd/);
      }),
    );
  });
});

describe('the ladder of a timer', () => {
  it('fires when the last day has ended, not when it begins', () => {
    const rings = climb(timer, opened('2026-03-02', '2026-03-16'), at('2026-03-02', 10));
    expect(rings.slice(0, 4)).toEqual([
      'before-7 2026-03-09T09:00',
      'before-1 2026-03-15T09:00',
      'due 2026-03-16T09:00',
      'fires 2026-03-17T00:00',
    ]);
  });
});

describe('the ladder of an evaluation', () => {
  it('is counted from the acceptance, and its last day from the due day', () => {
    expect(climb({ ...duty, ladder: 'evaluation' }, opened('2024-10-03', '2026-10-08'), at('2024-10-03', 10))).toEqual([
      'm12 2025-10-03T09:00',
      'm18 2026-04-03T09:00',
      'due 2026-10-08T09:00',
    ]);
  });

  it('comes later by the days on which its clock stood still', () => {
    const stopped = {
      ...opened('2024-10-03', '2026-12-31'),
      pauses: [{ from: '2025-09-10', to: '2025-12-09', why: '暂停' }],
    };
    expect(climb({ ...duty, ladder: 'evaluation' }, stopped, at('2025-12-09', 10))).toEqual([
      'm12 2026-01-01T09:00',
      'm18 2026-07-02T09:00',
      'due 2026-12-31T09:00',
    ]);
  });
});

describe('a rung whose day is a parameter', () => {
  it('comes as long after the start as the parameter says', () => {
    const unused: Ladders = { standard: [{ id: 'unused', when: { afterStart: 'half' }, to: 'whose', tone: 'remind' }] };
    const dated = new Parameters([
      number('reminder.hour', 9, 'hour'),
      number('half', 6, 'months'),
      { ...number('half', 3, 'months'), from: '2026-01-01' },
    ]);
    const ring = (startsOn: string) =>
      nextRing(duty, opened(startsOn, addDays(startsOn, 400)), unused, {
        calendar: testCalendar,
        parameters: dated,
        now: at(startsOn, 10),
      });
    expect(ring('2025-03-03')).toEqual({ rung: 'unused', at: at('2025-09-03', 9) });
    expect(ring('2026-03-03')).toEqual({ rung: 'unused', at: at('2026-06-03', 9) });
  });
});

describe('a tracking reminder', () => {
  it('comes every period as long as nobody answers', () => {
    const first = ask(tracking, opened('2026-02-02', null), at('2026-02-02', 10))!;
    expect(first).toEqual({ rung: 'track-1', at: at('2026-02-14', 9) });
    const second = ask(tracking, opened('2026-02-02', null, first.rung), first.at)!;
    expect(second).toEqual({ rung: 'track-2', at: at('2026-03-06', 9) });
    expect(testCalendar.workdaysBetween(dayOf(first.at), dayOf(second.at))).toBe(10);
  });

  it('comes every month on the day of the month on which it began, whenever it rang and whatever a day off has moved', () => {
    const months = new Parameters([number('reminder.hour', 9, 'hour'), number('often', 1, 'months')]);
    const rings = (start: string, late: number): string[] => {
      const days: string[] = [];
      for (let rung: string | null = null, now = at(start, 10); days.length < 8;) {
        const next: Ring = nextRing(tracking, opened(start, null, rung), ladders, {
          calendar: testCalendar,
          parameters: months,
          now,
        })!;
        days.push(dayOf(next.at));
        [rung, now] = [next.rung, at(addDays(dayOf(next.at), late), 10)];
      }
      return days;
    };
    expect(rings('2025-03-31', 0)).toEqual([
      '2025-04-30',
      '2025-06-03',
      '2025-06-30',
      '2025-07-31',
      '2025-09-01',
      '2025-09-30',
      '2025-10-31',
      '2025-12-01',
    ]);
    expect(rings('2025-03-31', 3)).toEqual(rings('2025-03-31', 0));
    expect(rings('2025-03-31', 40).slice(0, 3)).toEqual(['2025-04-30', '2025-06-30', '2025-09-01']);
  });

  it('does not count the days on which its clock stood still', () => {
    const stopped = { ...opened('2026-03-02', null), pauses: [{ from: '2026-03-05', to: '2026-03-19', why: '暂停' }] };
    expect(ask(tracking, stopped, at('2026-03-19', 10))).toEqual({ rung: 'track-1', at: at('2026-03-30', 9) });
    const rang = { ...stopped, rung: 'track-2' };
    expect(ask(tracking, rang, at('2026-03-19', 10))).toEqual({ rung: 'track-3', at: at('2026-04-02', 9) });
  });
});

describe('the repeated reminder after a ladder', () => {
  const rung = (name: string, now: string, more: Partial<Part> = {}): string | null => {
    const ring = ask(endless, { ...opened('2026-02-02', '2026-03-06', name), ...more }, now);
    return ring && `${ring.rung} ${ring.at.slice(0, 16)}`;
  };

  it('comes this long after the last one, and is numbered', () => {
    expect(rung('due', at('2026-03-06', 9))).toBe('after-1wd 2026-03-09T09:00');
    expect(rung('after-1wd', at('2026-03-09', 9))).toBe('again-1 2026-03-16T09:00');
    expect(rung('again-1', at('2026-03-16', 9))).toBe('again-2 2026-03-23T09:00');
    expect(rung('again-41', at('2026-03-16', 9))).toBe('again-42 2026-03-23T09:00');
  });

  it('is counted from the instant of the last real ring: after an outage of a year one rings, not fifty', () => {
    expect(rung('again-1', at('2027-03-15', 11))).toBe('again-2 2027-03-22T09:00');
  });

  it('is counted anew when its clock goes on', () => {
    expect(
      rung('again-1', at('2026-03-19', 10), { pauses: [{ from: '2026-03-17', to: '2026-03-19', why: '暂停' }] }),
    ).toBe('again-2 2026-03-26T09:00');
  });

  it.each([
    ['again-1', true],
    ['after-1wd', false],
    ['due', false],
  ])('%s: %s', (name, again) => {
    expect(comesAgain(endless, ladders, name)).toBe(again);
    expect(rungOf(ladders['endless']!, name).id).toBe(name.replace('again-1', 'again'));
  });
});
