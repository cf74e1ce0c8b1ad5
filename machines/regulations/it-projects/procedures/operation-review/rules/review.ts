import { byForm, byStep } from '#machines/kit/law/cure.js';
import { verdict } from '#machines/kit/law/rule.js';
import { inWan } from '#machines/kit/words/money.js';
import { rule } from '../../../law.js';
import { countersignRules, notBefore, panelRules, reviewedRule } from '../../../desk.js';
import type { OperationContext } from '../context.js';
import { parties, REVIEWERS, type Reviewer } from '../parties.js';

export const { everyoneAnswered, nobodyAgainst } = countersignRules<OperationContext>({
  subject: 'operation',
  clause: '2.5.4',
  asked: () => REVIEWERS,
  opinions: ({ opinions }) => opinions,
  answering: {
    remedy: '请由尚未出具意见的部门办理“会审同意”或者“会审不同意”，必要时可以催办',
    curedBy: [byStep('agreeToOperation'), byStep('objectToOperation')],
  },
  objecting: {
    remedy: '请办理“退回”，修改后再次会审；或者由不同意的部门改为“会审同意”',
    curedBy: [byStep('returnForCorrection'), byStep('agreeToOperation')],
  },
  nameOf: (id) => parties[id as Reviewer].label,
});

export const { affiliationKnown, enoughExperts, independentExperts } = panelRules<OperationContext>({
  amount: ({ declaration }) => declaration.totalFen,
  avoided: (_, unitName) => [unitName],
});
export const expertsReviewed = reviewedRule<OperationContext>(
  ({ expertReview }) => expertReview,
  `请由${parties.dataBureau.label}办理“组织专家评审”，评审通过并办理“登记专家评审结论”之后再作出结论`,
);

export const withinSubmitted = rule<OperationContext, { approvedFen: number }>({
  id: 'operation.within-submitted',
  clause: '2.5.4',
  holds: '审定金额不超过报审金额',
  says: (seen) => `审定金额${String(seen['审定金额'])}，超过报审金额${String(seen['报审金额'])}`,
  remedy: '请核对审定金额；确需增加的，请办理“退回”，由项目单位修改后重新提交',
  curedBy: [byForm('approvedFen'), byStep('returnForCorrection')],
  about: 'event',
  judge: ({ context, data }) => {
    const { totalFen } = context.declaration;
    return verdict(data.approvedFen <= totalFen, { 审定金额: inWan(data.approvedFen), 报审金额: inWan(totalFen) });
  },
});

const submitted = ({ submittedOn }: OperationContext): string | undefined => submittedOn ?? undefined;

export const meetingInOrder = notBefore('meetingOn', '评审会日期', submitted, '报审日期', '3.3a');
export const reviewedInOrder = notBefore('date', '评审日期', submitted, '报审日期', '3.3a');
export const concludedInOrder = [
  notBefore('date', '结论日期', submitted, '报审日期', '2.5.4', 'after-submission'),
  notBefore(
    'date',
    '结论日期',
    ({ expertReview }: OperationContext) => expertReview?.date,
    '专家评审日期',
    '3.3a',
    'after-experts',
  ),
] as const;
