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
  nameOf: (id) => parties[id as Reviewer].label,
});

export const { affiliationKnown, enoughExperts, independentExperts } = panelRules<OperationContext>({
  amount: ({ declaration }) => declaration.totalFen,
  avoided: (_, unitName) => [unitName],
});
export const expertsReviewed = reviewedRule<OperationContext>(({ expertReview }) => expertReview);

export const withinSubmitted = rule<OperationContext, { approvedFen: number }>({
  id: 'operation.within-submitted',
  clause: '2.5.4',
  holds: '审定金额不超过报审金额',
  says: (seen) => `审定金额${String(seen['审定金额'])}，超过报审金额${String(seen['报审金额'])}`,
  remedy: '请核对审定金额；确需增加的，请退回补正后再审',
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
