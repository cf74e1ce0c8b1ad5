import { describe, expect, it } from '@jest/globals';
import { SYSTEM, type Facts } from '../case/facts.js';
import type { Deadline } from '../case/occurrence.js';
import type { DeadlineDefinition } from '../law/deadline.js';
import { testCalendar } from '../testing/calendar.js';
import { at } from '../words/dates.js';
import { Parameters, type Parameter } from '../words/parameters.js';
import { doneLateOf, MOST_DONE_LATE, recount, spentBy, wasLate, workdaysLate } from './timekeeping.js';

const line = (key: string, value: number, unit: Parameter['unit'], from = '2024-08-09'): Parameter => ({
  key,
  label: key,
  value,
  unit,
  from,
  source: '',
  grade: 'house',
});
const parameters = new Parameters([
  line('reminder.hour', 9, 'hour'),
  line('often', 10, 'workingDays'),
  line('often', 20, 'workingDays', '2026-03-10'),
  line('far', 1, 'months'),
  line('far', 2, 'months', '2026-03-10'),
]);
const duty: DeadlineDefinition = {
  kind: 'duty',
  label: '办理',
  clause: '2.2.5',
  whose: 'applicant',
  period: 'often',
  ladder: 'none',
};
const deadlines: Record<string, DeadlineDefinition> = {
  duty,
  tracking: { kind: 'tracking', label: '跟踪', clause: '2.2.5', whose: 'applicant', period: 'often' },
  fixed: { ...duty, until: (_: unknown, { today, parameters: p }: Facts) => `2026-0${3 + p.number('far', today)}-01` },
};
const procedure = { deadlines, ladders: { none: [] } };
const facts = {
  now: at('2026-03-20', 10),
  today: '2026-03-20',
  calendar: testCalendar,
  parameters,
  actor: SYSTEM,
  seq: 2,
} as Facts;
const running = (name: string, more: Partial<Deadline> = {}): Deadline => ({
  id: `c.${name}.1`,
  name,
  occurrence: 1,
  kind: deadlines[name]!.kind,
  openedOn: '2026-03-02',
  startsOn: '2026-03-02',
  dueOn: '2026-01-01',
  provisional: true,
  rule: 'x',
  status: 'open',
  pauses: [],
  rung: null,
  nextRung: null,
  nextAt: null,
  closedOn: null,
  ...more,
});
const again = (d: Deadline): Deadline =>
  recount(procedure, { id: 'c', deadlines: [d], snapshot: { value: {}, context: null } }, facts).running[0]!;

describe('a recounted deadline', () => {
  it('uses the numbers of the day on which it opened, not today’s', () => {
    expect(again(running('duty'))).toMatchObject({
      dueOn: '2026-03-16',
      provisional: false,
      rule: '自2026-03-02起10个工作日',
    });
    expect(again(running('duty', { openedOn: '2026-03-10' }))).toMatchObject({
      dueOn: '2026-03-30',
      rule: '自2026-03-02起20个工作日',
    });
    expect(again(running('tracking', { dueOn: null, nextRung: 'track-1', nextAt: at('2026-03-17', 9) }))).toMatchObject(
      { rule: 'x', nextRung: 'track-1', nextAt: at('2026-03-16', 9) },
    );
  });

  it('keeps a day that a decision has fixed, by the numbers of the day of its opening', () => {
    expect(again(running('fixed'))).toMatchObject({ dueOn: '2026-04-01', rule: '到确定的日期' });
  });

  it('gets its pauses back, and stays silent while one lasts', () => {
    const pauses = [{ from: '2026-03-04', to: '2026-03-06', why: '补正' }];
    expect(again(running('duty', { pauses })).dueOn).toBe('2026-03-18');
    const still = again(
      running('tracking', { status: 'paused', pauses: [{ from: '2026-03-04', to: null, why: '补正' }] }),
    );
    expect([still.nextRung, still.nextAt]).toEqual([null, null]);
  });

  it('is not among the changed ones if its day stays the same', () => {
    const once = again(running('duty'));
    expect(
      recount(procedure, { id: 'c', deadlines: [once], snapshot: { value: {}, context: null } }, facts).changed,
    ).toEqual([]);
  });
});

describe('a finished deadline', () => {
  const done = (dueOn: string, closedOn: string, more: Partial<Deadline> = {}): Deadline =>
    running('duty', { status: 'done', dueOn, closedOn, ...more });
  const late = (d: Deadline): [boolean, number] => [wasLate(d), workdaysLate(d, '2026-06-01', testCalendar)];
  const stopped = (from: string, to: string) => ({ pauses: [{ from, to, why: '补正' }] });

  it('was late by the working days between its day and the day it was done', () => {
    expect(late(done('2026-03-13', '2026-03-20'))).toEqual([true, 5]);
    expect(late(done('2026-03-13', '2026-03-13'))).toEqual([false, 0]);
    expect(late(done('2026-03-13', '2026-03-20', { status: 'cancelled' }))).toEqual([false, 0]);
  });

  it('was in time if it was done while its clock stood still, unless it was late before; those days do not count', () => {
    expect(late(done('2026-03-13', '2026-03-20', stopped('2026-03-10', '2026-03-20')))).toEqual([false, 0]);
    expect(late(done('2026-03-13', '2026-03-20', stopped('2026-03-16', '2026-03-20')))).toEqual([true, 1]);
  });

  it('is among the last twenty that were done late, the last one first', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      done('2026-03-02', `2026-03-${String((i % 15) + 3).padStart(2, '0')}`, { id: `${i}`, occurrence: i }),
    );
    const shown = doneLateOf([...many, done('2026-03-13', '2026-03-13'), running('duty')]);
    expect(shown).toHaveLength(MOST_DONE_LATE);
    expect(shown.slice(0, 3).map(({ occurrence }) => occurrence)).toEqual([29, 14, 28]);
  });
});

describe('what a paused deadline has used up', () => {
  const pauses = [{ from: '2026-03-04', to: null, why: '补正' }];
  it('is told for a period and for a fixed day, but not for a reminder or a running clock', () => {
    expect(spentBy(procedure, running('duty', { status: 'paused', pauses }), null, facts)).toEqual({
      unit: 'workingDays',
      elapsed: 2,
      remaining: 8,
    });
    expect(spentBy(procedure, running('fixed', { status: 'paused', pauses }), null, facts)).toEqual({
      unit: 'days',
      elapsed: 2,
      remaining: 28,
    });
    expect(spentBy(procedure, running('tracking', { status: 'paused', pauses }), null, facts)).toBeNull();
    expect(spentBy(procedure, running('duty'), null, facts)).toBeNull();
  });
});
