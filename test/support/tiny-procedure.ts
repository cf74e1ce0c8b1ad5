import { z } from 'zod';
import { grammar } from '#machines/kit/law/machine.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { rule, verdict } from '#machines/kit/law/rule.js';
import { ladders } from '#machines/regulations/it-projects/ladders.js';

/** A procedure that no part of `src/` has heard of: lending a book. Proves that the engine knows none by name. */

type Context = { title: string; lentOn: string | null; times: number };

const parties = {
  applicant: { label: '借阅人', kind: 'applicant' },
  librarian: { label: '图书室', kind: 'role', role: 'archives' },
} as const;

const events = {
  lend: { label: '借出', payload: z.strictObject({ days: z.int().positive() }) },
  giveBack: { label: '归还', payload: z.strictObject({}) },
  close: { label: '注销', payload: z.strictObject({}) },
} as const;

const notTooLong = rule<Context, { days: number }>({
  id: 'tiny.not-too-long',
  clause: '1.1',
  holds: '借期不超过30日',
  says: (seen) => `借期${String(seen['借期'])}日，超过30日`,
  remedy: '请缩短借期',
  about: 'event',
  judge: ({ data }) => verdict(data.days <= 30, { 借期: data.days }),
});

const deadlines = {
  stocktaking: { kind: 'tracking', label: '盘点', clause: '1.1', whose: 'librarian', period: 'progress.tracking' },
  return: { kind: 'duty', label: '归还', clause: '1.1', whose: 'applicant', period: 'endorsement', ladder: 'standard' },
} as const;

const systemEvents = { recalled: { label: '召回' } } as const;

const { machine, on, waiting } = grammar<Context>()({
  id: 'tiny',
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
          clauses: ['1.1'],
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
      ...waiting({ label: '借出', party: 'applicant', clause: '1.1', opens: ['return'] }),
      on: {
        ...on('giveBack', { to: 'shelved', by: ['applicant', 'librarian'], clauses: ['1.1'] }),
        ...on('recalled', { to: 'shelved', by: 'system', clauses: ['1.1'], record: () => ({ lentOn: null }) }),
      },
    },
    gone: { type: 'final', tags: ['closed'], meta: { label: '已注销' } },
  },
});

export const tiny: Procedure<Context> = {
  id: 'tiny',
  version: 1,
  title: '借阅',
  numberPrefix: 'JY',
  machine: lifeCycle,
  stages: [],
  parties,
  readers: [],
  contributors: ['applicant', 'librarian'],
  events,
  systemEvents,
  acts: {},
  relations: {
    copy: { label: '副本', procedure: 'tiny', inverse: 'original' },
    original: { label: '正本', procedure: 'tiny', inverse: 'copy' },
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
  lists: {},
  documents: { photo: { label: '照片', clause: '1.1' } },
};
