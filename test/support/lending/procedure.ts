import { byForm } from '#machines/kit/law/cure.js';
import { z } from 'zod';
import { grammar } from '#machines/kit/law/machine.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { rule, verdict } from '#machines/kit/law/rule.js';
import { acts } from './desk.js';
import { ladders, parties, type LendingClause } from './terms.js';

/** Lending a book: a procedure that no part of `src/` knows, under a regulation of its own. */

export interface LendingContext {
  title: string;
  lentOn: string | null;
  times: number;
}

const events = {
  lend: { label: '借出', payload: z.strictObject({ days: z.int().positive() }) },
  giveBack: { label: '归还', payload: z.strictObject({}) },
  close: { label: '注销', payload: z.strictObject({}) },
} as const;

export const notTooLong = rule<LendingContext, { days: number }>({
  id: 'lending.not-too-long',
  clause: '2.4.4',
  holds: '借期不超过30日',
  says: (seen) => `借期${String(seen['借期'])}日，超过30日`,
  remedy: '请缩短借期',
  curedBy: [byForm('days')],
  about: 'event',
  judge: ({ data }) => verdict(data.days <= 30, { 借期: data.days }),
});

const deadlines = {
  stocktaking: { kind: 'tracking', label: '盘点', clause: '1.1', whose: 'librarian', period: 'stocktaking' },
  // The first regulation has a number of the same name with another value.
  return: {
    kind: 'duty',
    label: '归还',
    clause: '2.1.2d',
    whose: 'applicant',
    period: 'endorsement',
    ladder: 'standard',
  },
} as const;

const systemEvents = { recalled: { label: '召回' } } as const;

const { machine, on, waiting } = grammar<LendingContext, LendingClause>()({
  id: 'lending',
  states: { shelved: {}, lent: {}, gone: {} },
  parties,
  events,
  systemEvents,
  deadlines,
});

const lifeCycle = machine({
  initial: 'shelved',
  states: {
    shelved: {
      ...waiting({ label: '在架', party: 'librarian', clause: '1.1', opens: ['stocktaking'] }),
      on: {
        ...on('lend', {
          to: 'lent',
          by: 'librarian',
          clauses: ['2.4.4'],
          rules: [notTooLong],
          record: ({ times }, _, { today }) => ({ lentOn: today, times: times + 1 }),
        }),
        ...on('close', {
          to: 'gone',
          by: 'librarian',
          clauses: ['1.1'],
          then: [{ do: 'signal', relation: 'copy', event: 'recalled' }],
        }),
      },
    },
    lent: {
      ...waiting({ label: '借出', party: 'applicant', clause: '2.1.2d', opens: ['return'] }),
      on: {
        ...on('giveBack', { to: 'shelved', by: ['applicant', 'librarian'], clauses: ['2.1.2d'] }),
        ...on('recalled', { to: 'shelved', by: 'system', clauses: ['1.1'], record: () => ({ lentOn: null }) }),
      },
    },
    gone: { type: 'final', tags: ['closed'], meta: { label: '已注销' } },
  },
});

export const lending: Procedure<LendingContext> = {
  id: 'lending',
  version: 1,
  title: '借阅',
  numberPrefix: 'JY',
  machine: lifeCycle,
  stages: [],
  parties,
  readers: ['supervisor'],
  contributors: ['applicant', 'librarian'],
  events,
  systemEvents,
  acts,
  relations: {
    copy: { label: '副本', procedure: 'lending', inverse: 'original' },
    original: { label: '正本', procedure: 'lending', inverse: 'copy' },
  },
  creation: {
    label: '登记',
    payload: z.strictObject({ title: z.string().min(1) }),
    clauses: ['1.1'],
    rules: [],
    begin: ({ title }: { title: string }) => ({ title, lentOn: null, times: 0 }),
    titleOf: ({ title }: { title: string }) => title,
  },
  deadlines,
  ladders,
  lists: {
    lentOut: {
      label: '借出未还',
      clause: '2.1.2d',
      says: '图书已经借出，尚未归还',
      deadlines: ['return'],
      holds: ({ position }) => position.states.includes('lent'),
    },
  },
  documents: { photo: { label: '照片', clause: '1.1' } },
};
