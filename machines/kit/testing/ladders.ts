import type { Deadline } from '../case/occurrence.js';
import type { DeadlineDefinition } from '../law/deadline.js';
import { nextRing, type Ladders, type Ring } from '../law/ladder.js';
import { Parameters, type Parameter } from '../words/parameters.js';
import { testCalendar } from './calendar.js';

/** Ladders and deadlines for the specs of ladders, in the words of no regulation. */

export const ladders: Ladders = {
  standard: [
    { id: 'before-7', when: { before: 'week' }, to: 'whose', tone: 'remind' },
    { id: 'before-1', when: { before: 'day' }, to: 'whose', tone: 'remind' },
    { id: 'due', when: 'due', to: 'whose', tone: 'due' },
    { id: 'after-1wd', when: { after: 'next' }, to: 'whose', tone: 'escalate' },
    { id: 'after-5wd', when: { after: 'later' }, to: 'superior', tone: 'escalate' },
  ],
  endless: [
    { id: 'due', when: 'due', to: 'whose', tone: 'due' },
    { id: 'after-1wd', when: { after: 'next' }, to: 'whose', tone: 'escalate' },
    { id: 'again', when: { every: 'later' }, to: 'whose', heads: 'too', tone: 'escalate' },
  ],
  evaluation: [
    { id: 'm12', when: { afterStart: 'year' }, to: 'whose', tone: 'remind' },
    { id: 'm18', when: { afterStart: 'yearAndHalf' }, to: 'whose', tone: 'remind' },
    { id: 'due', when: 'due', to: 'whose', tone: 'due' },
  ],
};

export const number = (key: string, value: number, unit: Parameter['unit']): Parameter => ({
  key,
  label: key,
  value,
  unit,
  from: '2024-08-09',
  source: '',
  grade: 'house',
});
export const distances = [
  number('week', 7, 'days'),
  number('day', 1, 'days'),
  number('next', 1, 'workingDays'),
  number('later', 5, 'workingDays'),
  number('year', 12, 'months'),
  number('yearAndHalf', 18, 'months'),
];
export const parameters = new Parameters([
  number('reminder.hour', 9, 'hour'),
  number('often', 10, 'workingDays'),
  ...distances,
]);

export const duty = {
  kind: 'duty',
  label: '备案',
  clause: '2.3.2b',
  whose: 'applicant',
  period: 'often',
  ladder: 'standard',
} satisfies DeadlineDefinition;
export const endless: DeadlineDefinition = { ...duty, ladder: 'endless' };
export const timer: DeadlineDefinition = { ...duty, kind: 'timer', fires: 'trialEnded' };
export const tracking: DeadlineDefinition = {
  kind: 'tracking',
  label: '跟踪',
  clause: '2.2.4',
  whose: 'dataBureau',
  period: 'often',
};

export type Part = Pick<Deadline, 'dueOn' | 'startsOn' | 'openedOn' | 'rung' | 'pauses'>;
export const opened = (startsOn: string, dueOn: string | null, rung: string | null = null): Part => ({
  startsOn,
  openedOn: startsOn,
  dueOn,
  rung,
  pauses: [],
});
export const ask = (definition: DeadlineDefinition, deadline: Part, now: string): Ring | null =>
  nextRing(definition, deadline, ladders, { calendar: testCalendar, parameters, now });
