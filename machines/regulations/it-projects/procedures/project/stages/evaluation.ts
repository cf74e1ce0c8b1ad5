import { anew } from '#machines/kit/law/effects.js';
import { evaluators, type ProjectContext } from '../context.js';
import { settled } from '../duties.js';
import { review } from '../review.js';
import { PAPERS } from '../decided.js';
import { asHandedInWith, attached, notBefore, paper, papersNow, notInFuture } from '../rules/common.js';
import {
  dutiesSettled,
  financeInformed,
  poorRectified,
  rectificationsClosed,
  windowOpen,
} from '../rules/evaluation.js';
import { choose, end, on, waiting, deadlinesAround, to } from '../setup.js';

const grade = (context: ProjectContext, data: { grade: string }) => ({
  evaluation: { ...context.evaluation, grade: data.grade },
});

const withdrawn = (context: ProjectContext) => ({ evaluation: { ...context.evaluation, submittedOn: null } });

/** The report can be handed in from the day of the twelfth month on, whether or not the alarm for that day has rung. */
const submit = on('submitSelfEvaluation', {
  to: to('evaluation.review'),
  by: 'applicant',
  clauses: ['2.4.6a'],
  rules: [windowOpen, attached('selfEvaluationReport')],
  record: (context, _, facts) => ({
    ...papersNow(facts),
    evaluation: { ...context.evaluation, submittedOn: facts.today },
  }),
  tells: ['selfEvaluationSubmitted'],
});

const concluded = { to: to('evaluation.concluded'), by: 'dataBureau', decides: true } as const;

/**
 * 绩效自评价 is owed from the day of acceptance on (二(四)6), whatever must still be done before it can be handed in.
 * Its reminders come, and it becomes late, also while the papers of the acceptance or of the archives are missing.
 */
export const selfEvaluation = {
  initial: 'notBegun' as const,
  states: {
    notBegun: { on: on('acceptancePassed', { to: 'owed', by: 'system', clauses: ['2.4.6a'] }) },
    owed: {
      meta: { label: '自评价未报送' },
      ...deadlinesAround('selfEvaluation'),
      on: on('selfEvaluationSubmitted', { to: 'submitted', by: 'system', clauses: ['2.4.6a'] }),
    },
    submitted: { on: on('selfEvaluationTakenBack', { to: 'owed', by: 'system', clauses: ['2.4.6a'] }) },
  },
};

const unsettled = waiting({
  // Nobody owes a step here. The case waits on those who still owe something in the region of that duty.
  label: '评价已完成，尚有事项未办结',
  party: () => [],
  clause: '1.2.3',
  opens: ['settlement'],
});

const selfEvaluatedOn = ({ evaluation: { submittedOn } }: ProjectContext) => submittedOn ?? undefined;

/** What is reported of a running system happened after its acceptance, and not before the last report. */
const inUse = (label: string, clause: '2.1.6' | '2.2.6b', last: keyof ProjectContext['operation']) => [
  notBefore('on', label, (c) => c.acceptance.passedOn ?? undefined, '验收日期', clause, 'after-acceptance'),
  notBefore('on', label, (c) => c.operation[last] ?? undefined, '上次的日期', clause, 'after-the-last'),
];

/** 绩效评价: the unit's own report between month 12 and month 24, the bureau's conclusion, rectification, and the end of the loop (二(四)6). */
export const evaluation = {
  meta: { stage: 'evaluation', label: '绩效评价' },
  initial: 'awaitingWindow' as const,
  ...deadlinesAround('securityTest', 'sharingFeedback'),
  on: {
    ...on('reportSecurityTest', {
      by: 'applicant',
      clauses: ['2.1.6', '2.5.2'],
      rules: [notInFuture('on', '检测日期', '2.1.6'), ...inUse('检测日期', '2.1.6', 'securityTestedOn')],
      record: (context, { on: day }) => ({ operation: { ...context.operation, securityTestedOn: day } }),
      then: anew('securityTest'),
    }),
    ...on('reportSharing', {
      by: 'applicant',
      clauses: ['2.2.6b'],
      rules: [notInFuture('on', '反馈日期', '2.2.6b'), ...inUse('反馈日期', '2.2.6b', 'sharingReportedOn')],
      record: (context, { on: day }) => ({ operation: { ...context.operation, sharingReportedOn: day } }),
      then: anew('sharingFeedback'),
    }),
  },
  states: {
    awaitingWindow: {
      ...waiting({ label: '待评价受理期', party: 'time', clause: '2.4.6a', opens: ['evaluationOpening'] }),
      on: { ...on('evaluationWindowOpened', { to: 'open', by: 'system', clauses: ['2.4.6a'] }), ...submit },
    },
    open: { ...waiting({ label: '待报送自评价', party: 'applicant', clause: '2.4.6a' }), on: submit },
    review: review({
      label: '绩效评价',
      party: 'dataBureau',
      waits: evaluators,
      clause: '2.4.6b',
      deadline: 'evaluationReview',
      recall: [{ by: 'applicant', to: to('evaluation.open'), record: withdrawn, tells: ['selfEvaluationTakenBack'] }],
      on: {
        ...on('acknowledgeSelfEvaluation', {
          by: 'finance',
          clauses: ['2.4.6a'],
          record: (context, _, { today }) => ({ evaluation: { ...context.evaluation, financeAcknowledgedOn: today } }),
        }),
        ...on('commissionThirdParty', {
          to: 'thirdParty',
          by: 'dataBureau',
          clauses: ['2.4.6b'],
          rules: [
            notInFuture('on', '委托日期', '3.3b'),
            notBefore('on', '委托日期', selfEvaluatedOn, '自评价报送日期', '3.3b', 'after-self-evaluation'),
          ],
        }),
        ...on('concludeEvaluation', {
          ...concluded,
          clauses: ['2.4.6b'],
          rules: [
            asHandedInWith(PAPERS.evaluation),
            financeInformed,
            rectificationsClosed,
            dutiesSettled,
            poorRectified,
          ],
          record: grade,
        }),
        ...on('orderEvaluationRectification', {
          to: to('evaluation.rectifying'),
          by: 'dataBureau',
          decides: true,
          clauses: ['2.4.6c'],
          rules: [asHandedInWith(PAPERS.evaluation), financeInformed],
          record: grade,
        }),
      },
      states: {
        thirdParty: {
          ...waiting({
            label: '第三方后评价中',
            party: 'thirdParty',
            clause: '2.4.6b',
            opens: ['thirdPartyTracking'],
            pauses: ['evaluationReview'],
          }),
          on: on('recordThirdPartyReport', {
            to: 'reviewing',
            by: 'dataBureau',
            clauses: ['2.4.6b'],
            rules: [
              ...paper('thirdPartyReport'),
              notInFuture('date', '报告日期', '3.3b'),
              notBefore('date', '报告日期', selfEvaluatedOn, '自评价报送日期', '3.3b', 'after-self-evaluation'),
            ],
          }),
        },
      },
    }),
    rectifying: {
      ...waiting({ label: '评价问题整改', party: 'applicant', clause: '2.4.6c', opens: ['evaluationRectification'] }),
      on: on('reportRectification', { to: 'rectificationReview', by: 'applicant', clauses: ['2.4.6c'] }),
    },
    rectificationReview: review({
      label: '整改复核',
      party: 'dataBureau',
      clause: '2.4.6c',
      deadline: 'rectificationReview',
      recall: [{ by: 'applicant', to: to('evaluation.rectifying') }],
      on: on('confirmRectification', {
        ...concluded,
        clauses: ['2.4.6c'],
        rules: [rectificationsClosed, dutiesSettled],
      }),
    }),
    concluded: choose(
      {
        to: end('closed'),
        clauses: ['2.4.6c'],
        when: ({ context }) => settled(context),
        whenLabel: '其余事项均已办结',
      },
      { to: to('evaluation.settling'), clauses: ['1.2.3'] },
    ),
    settling: {
      ...unsettled,
      entry: [
        ...unsettled.entry,
        {
          type: 'effect' as const,
          params: {
            do: 'notify' as const,
            kind: '待办' as const,
            to: 'waitingOn' as const,
            text: '绩效评价已完成，请办结其余事项',
          },
        },
      ],
      ...choose({
        to: end('closed'),
        clauses: ['1.2.3'],
        when: ({ context }) => settled(context),
        whenLabel: '其余事项均已办结',
      }),
    },
  },
};
