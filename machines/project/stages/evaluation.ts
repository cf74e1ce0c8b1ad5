import { review } from '../review.js';
import { attached } from '../rules/common.js';
import { financeInformed, windowOpen } from '../rules/evaluation.js';
import { end, on, rests, spans, to } from '../setup.js';
import type { ProjectContext } from '../context.js';

const grade = (context: ProjectContext, data: { grade: string }) => ({ evaluation: { ...context.evaluation, grade: data.grade } });

/** From the day of the twelfth month on, whether or not the alarm for it has rung. */
const submit = on('submitSelfEvaluation', {
  to: to('evaluation.review'), by: 'applicant', clauses: ['2.4.6a'], rules: [windowOpen, attached('selfEvaluationReport')],
  record: (context, _, { today }) => ({ evaluation: { ...context.evaluation, submittedOn: today } }),
  then: [
    { do: 'close', deadline: 'selfEvaluation' },
    { do: 'notify', kind: '待办', to: 'finance', text: '绩效自评价报告已报送，请接收' },
  ],
});

/** 绩效评价: the unit's own report between month 12 and month 24, the bureau's conclusion, rectification (二(四)6). */
export const evaluation = {
  meta: { stage: 'evaluation', label: '绩效评价' },
  initial: 'awaitingWindow' as const,
  ...spans('selfEvaluation'),
  states: {
    awaitingWindow: {
      ...rests({ label: '待评价受理期', party: 'time', clause: '2.4.6a', opens: ['evaluationOpening'] }),
      on: { ...on('evaluationWindowOpened', { to: 'open', by: 'system', clauses: ['2.4.6a'] }), ...submit },
    },
    open: {
      ...rests({ label: '待报送自评价', party: 'applicant', clause: '2.4.6a' }),
      on: submit,
    },
    review: review({
      label: '绩效评价', party: 'dataBureau', clause: '2.4.6b', deadline: 'evaluationReview',
      on: {
        ...on('acknowledgeSelfEvaluation', {
          by: 'finance', clauses: ['2.4.6a'],
          record: (context, _, { today }) => ({ evaluation: { ...context.evaluation, financeAcknowledgedOn: today } }),
        }),
        ...on('concludeEvaluation', { to: end('closed'), by: 'dataBureau', clauses: ['2.4.6b'], rules: [financeInformed], record: grade }),
        ...on('orderEvaluationRectification', { to: to('evaluation.rectifying'), by: 'dataBureau', clauses: ['2.4.6c'], rules: [financeInformed], record: grade }),
      },
    }),
    rectifying: {
      ...rests({ label: '评价问题整改', party: 'applicant', clause: '2.4.6c', opens: ['evaluationRectification'] }),
      on: on('reportRectification', { to: 'rectificationReview', by: 'applicant', clauses: ['2.4.6c'] }),
    },
    rectificationReview: review({
      label: '整改复核', party: 'dataBureau', clause: '2.4.6c', deadline: 'rectificationReview',
      on: on('confirmRectification', { to: end('closed'), by: 'dataBureau', clauses: ['2.4.6c'] }),
    }),
  },
};
