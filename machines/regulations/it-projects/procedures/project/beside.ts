import type { Facts } from '#machines/kit/case/facts.js';
import { SUSPENSION } from '#machines/kit/law/effects.js';
import { approvalOf, type ProjectContext } from './context.js';
import type { Ordered } from './events.js';
import { notBefore, notInFuture, paper } from './rules/common.js';
import { decidedOnPaper, suspended, suspendedByHand } from './rules/standing.js';
import { at, on, waiting } from './setup.js';
import { tellsStanding } from './standing.js';
import { onlyGround, stoppedByHand, withGround, withoutGround } from './suspension.js';

const afterReport = notBefore(
  'date',
  '市局意见日期',
  (c) => c.cityReportedOn ?? undefined,
  '上报日期',
  '2.1.2a',
  'after-report',
);

/**
 * 报市局审核备案: it begins when a project enters the pool and holds up no step (二(一)2). A project that leaves the pool
 * to be reviewed anew is reported anew.
 */
export const cityFiling = {
  initial: 'notDue' as const,
  on: on('unpooled', { to: at('underway.cityFiling.notDue'), by: 'system', clauses: ['2.1.2a'] }),
  states: {
    notDue: { on: on('pooled', { to: 'toReport', by: 'system', clauses: ['2.1.2a'] }) },
    toReport: {
      ...waiting({ label: '待报市局备案', party: 'dataBureau', clause: '2.1.2a', opens: ['cityFilingReport'] }),
      on: on('reportToCity', {
        to: 'reported',
        by: 'dataBureau',
        clauses: ['2.1.2a'],
        rules: [
          notInFuture('reportedOn', '上报日期', '2.1.2a'),
          notBefore('reportedOn', '上报日期', (c) => c.preReviewed ?? undefined, '预审通过日期', '2.1.2a'),
        ],
        record: (_, { reportedOn }) => ({ cityReportedOn: reportedOn }),
      }),
    },
    reported: {
      ...waiting({ label: '市局备案中', party: 'city', clause: '2.1.2a', opens: ['cityFilingTracking'] }),
      on: on(
        'recordCityFiling',
        {
          to: 'filed',
          by: 'dataBureau',
          clauses: ['2.1.2a'],
          rules: [...paper('cityFilingOpinion'), notInFuture('date', '备案日期', '2.1.2a'), afterReport],
          when: ({ data }) => data.result === 'filed',
          whenLabel: '已备案',
          record: (_, { date }) => ({ cityFiledOn: date }),
        },
        {
          to: 'toReport',
          by: 'dataBureau',
          clauses: ['2.1.2a'],
          rules: [...paper('cityFilingOpinion'), notInFuture('date', '退回日期', '2.1.2a'), afterReport],
          whenLabel: '退回',
          record: () => ({ cityReportedOn: null }),
        },
      ),
    },
    filed: {},
  },
};

/** 不依托平台: the county approves such a project strictly, and then it is filed with the city (三4). */
export const platformFiling = {
  initial: 'notDue' as const,
  states: {
    notDue: {
      on: on('budgetApproved', {
        to: 'toFile',
        by: 'system',
        clauses: ['3.4b'],
        when: ({ context }) => !context.declaration.onPlatform,
        whenLabel: '不依托平台',
      }),
    },
    toFile: {
      ...waiting({ label: '待报市局备案(不依托平台)', party: 'dataBureau', clause: '3.4b', opens: ['platformFiling'] }),
      on: on('recordPlatformFiling', {
        to: 'filed',
        by: 'dataBureau',
        clauses: ['3.4b'],
        rules: [
          ...paper('platformFilingReceipt'),
          notInFuture('date', '备案日期', '3.4b'),
          notBefore('date', '备案日期', (c) => approvalOf(c)?.date, '批复日期', '3.4b'),
        ],
        record: (_, { date }) => ({ platformFiledOn: date }),
      }),
    },
    filed: {},
  },
};

const toPublish = (
  what: 'approval' | 'acceptance',
  event: 'publishApproval' | 'publishAcceptance',
  cause: 'budgetApproved' | 'acceptancePassed',
  label: string,
  since: (c: ProjectContext) => string | undefined,
) => ({
  initial: 'notDue' as const,
  states: {
    notDue: { on: on(cause, { to: 'due', by: 'system', clauses: ['2.6.3a'] }) },
    due: {
      ...waiting({ label: `待公开${label}信息`, party: 'dataBureau', clause: '2.6.3a', opens: [`${what}Publication`] }),
      on: on(event, {
        to: 'disclosed',
        by: 'dataBureau',
        clauses: ['2.6.3a'],
        rules: [
          notInFuture('publishedOn', '公开日期', '2.6.3a'),
          notBefore('publishedOn', '公开日期', since, `${label}日期`, '2.6.3a', `after-${what}`),
        ],
        record: (context: ProjectContext, { publishedOn }: { publishedOn: string }) => ({
          published: { ...context.published, [what]: publishedOn },
        }),
      }),
    },
    disclosed: {},
  },
});

/**
 * 信息公开: what was approved and accepted is published. It holds up no step, but reminders continue until it is done
 * (二(六)3).
 */
export const approvalPublicity = toPublish(
  'approval',
  'publishApproval',
  'budgetApproved',
  '批复',
  (c) => approvalOf(c)?.date,
);
export const acceptancePublicity = toPublish(
  'acceptance',
  'publishAcceptance',
  'acceptancePassed',
  '验收',
  (c) => c.acceptance.passedOn ?? undefined,
);

/** The bureau must say how a suspended project goes on. A reminder calls for that. */
const paused = waiting({ label: '暂停中', party: 'dataBureau', clause: '2.6.3b', opens: ['suspensionTracking'] });

const stop = [{ do: 'pauseAll', why: SUSPENSION }, ...tellsStanding('projectSuspended')] as const;
const goOn = [{ do: 'resumeAll', why: SUSPENSION }, ...tellsStanding('projectResumed')] as const;

const byHand = (context: ProjectContext, { reason, number }: { reason: string; number: string }, { today }: Facts) =>
  withGround(context, { case: null, on: today, reason, number });
const byCase = (context: ProjectContext, { case: from, reason, number }: Ordered, { today }: Facts) =>
  withGround(context, { case: from, on: today, reason, number });

/**
 * 暂停 stops every clock of the project and every step except the ones named here, until no ground for it is left
 * (二(六)3).
 */
export const standing = {
  initial: 'normal' as const,
  states: {
    normal: {
      on: {
        ...on('suspend', {
          to: 'suspended',
          by: 'dataBureau',
          decides: true,
          clauses: ['2.6.3b'],
          rules: decidedOnPaper,
          record: byHand,
          then: stop,
        }),
        ...on('suspendedByRectification', {
          to: 'suspended',
          by: 'system',
          clauses: ['2.6.3b'],
          record: byCase,
          then: stop,
        }),
      },
    },
    suspended: {
      tags: ['suspended'],
      ...paused,
      meta: { ...paused.meta, suffix: '已暂停' },
      on: {
        ...on('suspend', {
          by: 'dataBureau',
          decides: true,
          clauses: ['2.6.3b'],
          rules: decidedOnPaper,
          exempt: true,
          record: byHand,
          when: ({ context }) => !stoppedByHand(context),
          whenLabel: '整改案件以外另有暂停理由',
        }),
        ...on('suspendedByRectification', { by: 'system', clauses: ['2.6.3b'], record: byCase }),
        ...on(
          'resume',
          {
            to: 'normal',
            by: 'dataBureau',
            decides: true,
            clauses: ['2.6.3b'],
            rules: [suspended, suspendedByHand],
            exempt: true,
            then: goOn,
            when: ({ context }) => onlyGround(context, null),
            whenLabel: '没有其他暂停理由',
            record: (context) => withoutGround(context, null),
          },
          {
            by: 'dataBureau',
            decides: true,
            clauses: ['2.6.3b'],
            rules: [suspended, suspendedByHand],
            exempt: true,
            whenLabel: '整改案件的暂停尚未解除',
            record: (context) => withoutGround(context, null),
          },
        ),
        ...on(
          'resumedByRectification',
          {
            to: 'normal',
            by: 'system',
            clauses: ['2.6.3b'],
            then: goOn,
            when: ({ context, data }) => onlyGround(context, data.case),
            whenLabel: '没有其他暂停理由',
            record: (context, data) => withoutGround(context, data.case),
          },
          {
            by: 'system',
            clauses: ['2.6.3b'],
            whenLabel: '尚有其他暂停理由',
            record: (context, data) => withoutGround(context, data.case),
          },
        ),
      },
    },
  },
};
