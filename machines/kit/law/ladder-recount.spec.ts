import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deadline } from '../case/occurrence.js';
import { testCalendar } from '../testing/calendar.js';
import { ask, duty, endless, ladders, parameters, timer, tracking } from '../testing/ladders.js';
import { addDays, at } from '../words/dates.js';
import { lastDay } from '../words/period.js';
import type { DeadlineDefinition } from './deadline.js';
import { ringAfterRecount } from './ladder.js';

describe('the ladder of a deadline whose day another calendar has moved', () => {
  const running = (more: Partial<Deadline>): Deadline => ({
    id: 'd',
    name: 'd',
    occurrence: 1,
    kind: 'duty',
    openedOn: '2026-03-02',
    startsOn: '2026-03-02',
    dueOn: '2026-03-20',
    provisional: false,
    rule: '',
    status: 'open',
    pauses: [],
    rung: null,
    nextRung: 'before-7',
    nextAt: at('2026-03-13', 9),
    closedOn: null,
    ...more,
  });
  const again = (definition: DeadlineDefinition, deadline: Deadline, now: string): string | null => {
    const ring = ringAfterRecount(definition, deadline, ladders, { calendar: testCalendar, parameters, now });
    return ring && `${ring.rung} ${ring.at.slice(0, 16)}`;
  };

  it('moves with the day', () => {
    expect(again(duty, running({ dueOn: '2026-03-23' }), at('2026-03-10', 8))).toBe('before-7 2026-03-16T09:00');
    expect(again(duty, running({ dueOn: '2026-03-18' }), at('2026-03-10', 8))).toBe('before-7 2026-03-11T09:00');
  });

  it('rings at once what now lies in the past, and only the last of it', () => {
    expect(again(duty, running({ dueOn: '2026-03-16' }), at('2026-03-10', 10))).toBe('before-7 2026-03-10T10:00');
    expect(again(duty, running({ dueOn: '2026-03-11' }), at('2026-03-10', 10))).toBe('before-1 2026-03-10T10:00');
    expect(again(duty, running({ dueOn: '2026-03-06' }), at('2026-03-10', 10))).toBe('after-1wd 2026-03-10T10:00');
  });

  it('never rings again what has rung, even if its day lies ahead once more', () => {
    const rang = running({ rung: 'before-1', nextRung: 'due', nextAt: at('2026-03-20', 9) });
    expect(again(duty, { ...rang, dueOn: '2026-04-10' }, at('2026-03-19', 10))).toBe('due 2026-04-10T09:00');
    expect(
      again(
        duty,
        running({ rung: 'after-5wd', nextRung: null, nextAt: null, dueOn: '2026-06-10' }),
        at('2026-03-30', 10),
      ),
    ).toBeNull();
  });

  it('does not change what has not moved, even if it is about to ring', () => {
    expect(again(duty, running({}), at('2026-03-13', 10))).toBe('before-7 2026-03-13T09:00');
    const waiting = running({ dueOn: '2026-03-06', rung: 'due', nextRung: 'after-1wd', nextAt: at('2026-03-09', 9) });
    expect(again(duty, waiting, at('2026-03-16', 10))).toBe('after-1wd 2026-03-09T09:00');
  });

  it('that a recount has moved to the present is moved to the same instant by the next recount', () => {
    const once = running({ dueOn: '2026-03-11', nextRung: 'before-1', nextAt: at('2026-03-10', 10) });
    expect(again(duty, once, at('2026-03-10', 11))).toBe('before-1 2026-03-10T10:00');
  });

  it('leaves out again what was left out at the opening, unless the day is now far enough away', () => {
    const short = running({ dueOn: '2026-03-12', nextRung: 'before-1', nextAt: at('2026-03-11', 9) });
    expect(again(duty, { ...short, dueOn: '2026-03-13' }, at('2026-03-09', 10))).toBe('before-1 2026-03-12T09:00');
    expect(again(duty, { ...short, dueOn: '2026-03-24' }, at('2026-03-09', 10))).toBe('before-7 2026-03-17T09:00');
  });

  it('never skips the event of a timer', () => {
    expect(again(timer, running({ kind: 'timer', dueOn: '2026-03-06' }), at('2026-03-10', 10))).toBe(
      'fires 2026-03-10T10:00',
    );
    expect(
      again(
        timer,
        running({ kind: 'timer', rung: 'due', nextRung: 'fires', nextAt: at('2026-03-20', 24), dueOn: '2026-03-24' }),
        at('2026-03-20', 10),
      ),
    ).toBe('fires 2026-03-25T00:00');
  });

  it('of a tracking reminder continues from the last ring, whatever day it is', () => {
    const tracked = running({
      kind: 'tracking',
      dueOn: null,
      rung: 'track-2',
      nextRung: 'track-3',
      nextAt: at('2026-03-20', 9),
      rangAt: at('2026-03-09', 9),
    });
    for (const day of ['2026-03-09', '2026-03-12', '2026-03-31'])
      expect(again(tracking, tracked, at(day, 10))).toBe('track-3 2026-03-23T09:00');
    expect(
      again(
        tracking,
        { ...tracked, pauses: [{ from: '2026-03-10', to: '2026-03-12', why: 'x' }] },
        at('2026-03-13', 10),
      ),
    ).toBe('track-3 2026-03-26T09:00');
    expect(
      again(tracking, { ...tracked, rung: null, nextRung: 'track-1', rangAt: undefined }, at('2026-03-13', 10)),
    ).toBe('track-1 2026-03-16T09:00');
    expect(() => again(tracking, { ...tracked, rangAt: undefined }, at('2026-03-13', 10))).toThrow(
      'without the instant',
    );
  });

  it('of a repeated reminder continues from the last ring, whatever day it is', () => {
    const late = running({
      dueOn: '2026-03-06',
      rung: 'again-2',
      nextRung: 'again-3',
      nextAt: at('2026-03-30', 9),
      rangAt: at('2026-03-23', 9),
    });
    for (const day of ['2026-03-23', '2026-03-27', '2026-04-20'])
      expect(again(endless, late, at(day, 10))).toBe('again-3 2026-03-30T09:00');
    const first = { ...late, rung: 'after-1wd', nextRung: 'again-1', rangAt: at('2026-03-09', 9) };
    expect(again(endless, first, at('2026-03-10', 10))).toBe('again-1 2026-03-16T09:00');
    expect(() => again(endless, { ...late, rangAt: undefined }, at('2026-03-27', 10))).toThrow('without the instant');
  });

  it('is unchanged without a move of the day, whenever it is recounted', () => {
    const moment = fc.record({ day: fc.nat(40), hour: fc.nat(23), length: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(moment, ({ day, hour, length }) => {
        const now = at(addDays('2026-03-02', day), hour);
        const dueOn = lastDay({ n: length, unit: 'workingDays' }, '2026-03-02', testCalendar);
        let deadline = running({ dueOn, nextRung: null, nextAt: null });
        for (let ring = ask(duty, deadline, at('2026-03-02', 0)); ; ring = ask(duty, deadline, ring.at)) {
          deadline = { ...deadline, nextRung: ring?.rung ?? null, nextAt: ring?.at ?? null };
          if (!ring || Date.parse(ring.at) > Date.parse(now)) break;
          deadline = { ...deadline, rung: ring.rung };
        }
        expect(ringAfterRecount(duty, deadline, ladders, { calendar: testCalendar, parameters, now })).toEqual(
          deadline.nextRung === null ? null : { rung: deadline.nextRung, at: deadline.nextAt },
        );
      }),
    );
  });
});
