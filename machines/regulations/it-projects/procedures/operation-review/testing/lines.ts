import type { Step } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import { panel } from '../../project/testing/lines.js';
import type { Declaration } from '../declaration.js';

/**
 * The usual lines of an operation review. `at` is the name of the case in the story, if it is not the story's own case.
 */

export const PAPERS = ['operationPlan', 'operationBudget', 'useReport'];

/** A declaration with one service at this price. */
export const operationOf = (system: string, totalFen: Fen, year: number): Declaration => ({
  system,
  year,
  totalFen,
  items: [{ name: '年度运维服务', quantity: 1, unitPriceFen: totalFen }],
  platform: '部署在政务云，数据接入县数据平台',
  classified: false,
});

export const agree = (by: string): Step => ({ by, send: 'agreeToOperation', data: { opinion: '同意' } });

export const experts = (date: IsoDate, conclusion = 'passed', n = 3): Step[] => [
  { by: 'data-bureau', send: 'beginExpertReview', data: { meetingOn: date }, state: 'review.expertReview' },
  { upload: 'expertOpinion', uploader: 'data-bureau', by: 'data-bureau', send: 'recordExpertReview', data: { date, experts: panel(n), conclusion } },
];

export const conclude = (date: IsoDate, approvedFen: Fen): Step => ({
  by: 'finance',
  send: 'concludeOperation',
  data: { number: `青财运〔${date.slice(0, 4)}〕1号`, date, approvedFen },
});

export const at = (name: string, steps: readonly Step[]): Step[] => steps.map((step) => ({ ...step, at: name }));

/** Begins the review of the story's own project on that day. */
export const begun = (by: string, on: IsoDate, name: string, totalFen: Fen): Step => ({
  on,
  by,
  begin: 'operation-review',
  at: name,
  naming: ({ id }) => ({ ...operationOf('卫健平台', totalFen, Number(on.slice(0, 4))), projectId: id() }),
  state: 'drafting',
});

/** The lines from the draft to the conclusion, all on one day. */
export const reviewed = (by: string, date: IsoDate, name: string, approvedFen: Fen): Step[] =>
  at(name, [
    { upload: PAPERS, by, send: 'submitOperation', state: 'review.reviewing' },
    agree('finance'),
    agree('data-bureau'),
    ...experts(date),
    { ...conclude(date, approvedFen), state: 'concluded' },
  ]);
