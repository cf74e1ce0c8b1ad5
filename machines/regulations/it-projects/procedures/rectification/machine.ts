import type { Facts } from '#machines/kit/case/facts.js';
import { attachmentsHere, inOwnName, lastStepOurs } from '../../desk.js';
import { OVERSEERS } from '../../parties.js';
import { ORDERERS, type RectificationContext } from './context.js';
import { liftedEarly, liftedLast, measures, nothingToLift, withLimit } from './measures.js';
import { attached } from './rules/common.js';
import { decidedByToday, orderedBefore } from './rules/measures.js';
import { limitAhead, limitWithinMax } from './rules/order.js';
import { nothingInForce, ordererSpeaks, replyAwaited } from './rules/review.js';
import { machine, on, waiting, deadlinesAround, to } from './setup.js';

const orderer = (context: RectificationContext) => [context.orderedBy];

/** The report is reviewed, whether it is late or not. */
const report = (measured: boolean) =>
  on('reportRectification', {
    to: to('open.review'),
    by: 'applicant',
    clauses: ['2.6.3b'],
    rules: [attached('rectificationReport')],
    record: ({ reports }, data, { today }) => ({ reports: [...reports, { on: today, report: data.report, measured }] }),
  });

/** 撤回: the case returns to where the report or its correction was owed. */
const undone = {
  by: 'applicant' as const,
  clauses: ['1.2.3'] as const,
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
};
const recalled = ({ reports }: RectificationContext, _: unknown, { today }: Facts): Partial<RectificationContext> => ({
  reports: reports.map((r, i) => (i === reports.length - 1 ? { ...r, recalledOn: today } : r)),
});
const recallReport = on(
  'recall',
  { ...undone, to: 'correcting', when: ({ facts }) => facts.desk.last?.type === 'resubmit', whenLabel: '补正之后' },
  {
    ...undone,
    to: to('open.underMeasure'),
    when: ({ context }) => context.reports.at(-1)!.measured,
    whenLabel: '已处置',
    record: recalled,
  },
  { ...undone, to: to('open.awaitingReport'), record: recalled },
);

const newLimit = on('setNewLimit', {
  to: to('open.awaitingReport'),
  by: ORDERERS,
  clauses: ['2.6.3b'],
  decides: true,
  rules: [limitAhead, limitWithinMax],
  record: (context, { limit }, facts) => withLimit(context, limit, facts),
});

const passed = {
  by: ORDERERS,
  clauses: ['2.6.3b'] as const,
  decides: true,
  rules: [ordererSpeaks],
  record: (
    { reviews }: RectificationContext,
    { opinion }: { opinion?: string | undefined },
    { today, actor }: { today: string; actor: { name: string } },
  ) => ({
    passedOn: today,
    failedOn: null,
    reviews: [...reviews, { on: today, passed: true, comment: opinion ?? null, by: actor.name }],
  }),
};

const review = {
  initial: 'reviewing' as const,
  ...deadlinesAround('rectificationReview'),
  on: on('failRectification', {
    to: to('open.disposing'),
    by: ORDERERS,
    clauses: ['2.6.3b'],
    decides: true,
    rules: [ordererSpeaks, replyAwaited],
    record: ({ reviews }, { reason }, { today, actor }) => ({
      failedOn: today,
      reviews: [...reviews, { on: today, passed: false, comment: reason, by: actor.name }],
    }),
  }),
  states: {
    reviewing: {
      ...waiting({ label: '整改复核中', party: orderer, clause: '2.6.3b' }),
      on: {
        ...on(
          'confirmRectification',
          { ...passed, to: to('closed'), when: nothingToLift, whenLabel: '没有待解除的处置' },
          { ...passed, to: to('awaitingLifting') },
        ),
        ...on('returnForCorrection', {
          to: 'correcting',
          by: ORDERERS,
          clauses: ['2.6.3b'],
          decides: true,
          returns: true,
          rules: [ordererSpeaks],
        }),
        ...recallReport,
      },
    },
    correcting: {
      ...waiting({
        label: '整改报告退回补正',
        party: 'applicant',
        clause: '2.6.3b',
        opens: ['correctionReply'],
        pauses: ['rectificationReview'],
      }),
      on: {
        ...on('resubmit', { to: 'reviewing', by: 'applicant', clauses: ['2.6.3b'] }),
        ...on('recall', {
          to: 'reviewing',
          by: ORDERERS,
          clauses: ['1.2.3'],
          rules: [ordererSpeaks, lastStepOurs],
          takesBack: true,
          abandons: true,
          revokes: true,
        }),
      },
    },
  },
};

/**
 * 限期整改 (二(六)3): an order with a limit, the unit's report, the orderer's review. If it is late or fails, measures
 * follow until it is right.
 */
export const rectificationMachine = machine({
  initial: 'open',
  states: {
    open: {
      initial: 'awaitingReport',
      on: {
        ...on('leaveOpinion', {
          by: [...OVERSEERS, 'superior'],
          clauses: ['2.6.1a', '3.2h'],
          rules: [attachmentsHere, inOwnName],
        }),
        ...on('revokeOrder', {
          to: to('revoked'),
          by: ORDERERS,
          clauses: ['2.6.2'],
          decides: true,
          abandons: true,
          rules: [ordererSpeaks, nothingInForce, decidedByToday, orderedBefore],
        }),
        ...liftedEarly,
      },
      states: {
        awaitingReport: {
          ...waiting({ label: '限期整改中', party: 'applicant', clause: '2.6.3b', opens: ['rectification'] }),
          on: { ...report(false), ...measures({ abandons: true }) },
        },
        review,
        disposing: {
          ...waiting({ label: '整改不合格，待处置', party: 'dataBureau', clause: '2.6.3b', opens: ['disposition'] }),
          on: { ...newLimit, ...measures({ abandons: false }) },
        },
        /** The measure set no other limit. It holds until the unit has put the problem right. */
        underMeasure: {
          ...waiting({ label: '已处置，待整改', party: 'applicant', clause: '2.6.3b', opens: ['measureTracking'] }),
          on: { ...report(true), ...newLimit, ...measures({ abandons: false }) },
        },
      },
    },
    awaitingLifting: {
      ...waiting({ label: '待解除处置', party: 'dataBureau', clause: '2.6.3b', opens: ['lifting'] }),
      on: liftedLast,
    },
    closed: { type: 'final', tags: ['closed'], meta: { label: '整改完成' } },
    projectTerminated: { type: 'final', tags: ['closed'], meta: { label: '项目已终止，整改了结' } },
    revoked: { type: 'final', tags: ['terminated'], meta: { label: '整改通知已撤销' } },
  },
});
