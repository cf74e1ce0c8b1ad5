import { unitNamed } from '#machines/kit/words/directory.js';
import { seenIn } from '#machines/kit/case/view.js';
import { byForm, byStep, byTime } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import { yearOf } from '#machines/kit/words/dates.js';
import { attachedOf, countersignRules, handedIn, notBefore, panelRules, paperOf, reviewedRule } from '../../../desk.js';
import { revises } from '../../../common/alters.js';
import { parameter, rule, type RuleOf } from '../../../law.js';
import { developmentApproved } from '../../../views/development-plan.js';
import { askedBy, type PlanContext } from '../context.js';
import { documents } from '../documents.js';
import { parties } from '../parties.js';

type PlanRule<Data = unknown> = Rule<PlanContext, Data>;
const planRule = <Data = unknown>(definition: RuleOf<PlanContext, Data>): PlanRule<Data> => rule(definition);

export const attached = attachedOf(documents);
export const paper = paperOf(documents);
export const { papersNow, asHandedIn } = handedIn(documents, ['planText', 'evaluationReport', 'adjustmentOpinion'], {
  sendBack: '退回修改',
  owner: parties.applicant.label,
});

export const { everyoneAnswered, nobodyAgainst } = countersignRules<PlanContext>({
  subject: 'development',
  clause: '2.1.1a',
  asked: askedBy,
  opinions: ({ round }) => round.opinions,
  answering: {
    remedy: '征求意见之后，请由尚未出具意见的部门办理“会签同意”或者“会签不同意”，必要时可以催办',
    curedBy: [byStep('agreeToPlan'), byStep('objectToPlan')],
  },
  objecting: {
    remedy: '请办理“退回修改”，修改后再次征求意见；或者由不同意的部门改为“会签同意”',
    curedBy: [byStep('returnForCorrection'), byStep('agreeToPlan')],
  },
  nameOf: (id, { directory }) => (parties as Record<string, { label: string }>)[id]?.label ?? unitNamed(id, directory),
});

export const { affiliationKnown, enoughExperts, independentExperts } = panelRules<PlanContext>({
  amount: () => null,
  avoided: (_, unitName) => [unitName],
});
export const expertsReviewed = reviewedRule<PlanContext>(({ round }) => round.expertReview);

/**
 * 二(一)1 names the city for the plan and not for its adjustment. A parameter decides whether an adjustment goes there.
 */
export const cityAgreed = planRule({
  id: 'development.city-agreed',
  clause: '2.1.1a',
  holds: '市数据资源管理局已审核同意，或者调整规划不须经市局审核',
  says: '市数据资源管理局尚未审核同意，不能报县政府批准',
  remedy: '请办理“规划报市局审核”，市局同意的，办理“登记市局同意规划”',
  curedBy: [byStep('submitToCity'), byStep('recordCityConsent')],
  about: 'case',
  judge: ({ context, facts }) => {
    const spared = context.adjustment !== null && parameter(facts, 'developmentPlan.adjustmentCityReview') === 0;
    return verdict(context.round.city !== null || spared, { 市局意见文号: context.round.city?.number ?? null });
  },
});

export const approvedFirst = planRule({
  id: 'development.approved-first',
  clause: '2.1.1a',
  holds: '规划或者调整已经县政府批准',
  says: '规划或者调整尚未经县政府批准，不能实施',
  remedy: '请报县政府批准，办理“登记县政府批准规划”之后再实施',
  curedBy: [byStep('recordGovernmentApproval')],
  about: 'case',
  judge: ({ context }) =>
    verdict(context.versions.length > 0 && context.adjustment === null, { 已批准的版本: context.versions.length }),
});

export const notYetApproved = planRule({
  id: 'development.not-yet-approved',
  clause: '2.1.1b',
  holds: '规划尚未经县政府批准',
  says: (seen) => `规划第${String(seen['已批准的版本'])}版已经县政府批准，不能撤销`,
  remedy:
    '正在调整的，可以“放弃规划调整”；实施之后情况发生重大变化的，办理“启动规划调整”，有新规划的，办理“由新规划接替”，期满的，办理“规划期满”',
  curedBy: [byStep('supersedePlan'), byStep('expirePlan')],
  about: 'case',
  judge: ({ context }) => verdict(context.versions.length === 0, { 已批准的版本: context.versions.length }),
});

export const filedFirst = planRule({
  id: 'development.filed-first',
  clause: '2.1.1a',
  holds: '现行规划已报市局备案',
  says: (seen) => `规划第${String(seen['现行版本'])}版尚未报市局备案`,
  remedy: '请先办理“规划报市局备案”',
  curedBy: [byStep('filePlanWithCity')],
  about: 'case',
  judge: ({ context }) =>
    verdict(context.filed?.version === context.versions.length, { 现行版本: context.versions.length }),
});

export const periodOver = planRule({
  id: 'development.period-over',
  clause: '2.1.1a',
  holds: '规划期已满',
  says: (seen) => `规划期到${String(seen['末年'])}年底`,
  remedy: '请在规划期满之后办理；提前由新规划接替的，请办理“由新规划接替”',
  curedBy: [byTime, byStep('supersedePlan')],
  about: 'case',
  judge: ({ context, facts }) => {
    const { lastYear } = context.declaration;
    return yearOf(facts.today) > lastYear ? yes({ 末年: lastYear }) : no({ 末年: lastYear }, `${lastYear + 1}-01-01`);
  },
});

export const successorApproved = planRule<{ planId: string }>({
  id: 'development.successor-approved',
  clause: '2.1.1a',
  holds: '接替的是另一个已经县政府批准的规划',
  says: (seen) => `接替的规划${String(seen['规划'])}${String(seen['情况'])}`,
  remedy: '请核对规划编号；新规划尚未批准的，在其中办理“登记县政府批准规划”之后再接替',
  curedBy: [byForm('planId'), byStep('recordGovernmentApproval', 'development-plan')],
  about: 'event',
  looks: ({ data }) =>
    data === undefined ? [] : [{ as: 'successor', procedure: 'development-plan', id: data.planId }],
  judge: ({ data, facts }) => {
    const found = facts.related.successor;
    if (found === undefined) return unknown();
    const [plan] = found;
    if (plan === undefined) return no({ 规划: data.planId, 情况: '没有登记' });
    if (plan.id === facts.caseId) return no({ 规划: plan.number, 情况: '就是本规划' });
    return seenIn(developmentApproved, plan)
      ? yes({ 规划: plan.number })
      : no({ 规划: plan.number, 情况: '尚未经县政府批准' });
  },
});

const planNotBefore = (
  label: string,
  earlier: (context: PlanContext) => string | null | undefined,
  earlierLabel: string,
) => notBefore('date', label, (context: PlanContext) => earlier(context) ?? undefined, earlierLabel, '2.1.1a');

const firstOpinion = ({ round }: PlanContext): string | undefined =>
  Object.values(round.opinions)
    .map((opinion) => opinion.on)
    .sort()[0];

/** 会签 ≤ 专家评审 ≤ 报市局 ≤ 市局意见 ≤ 报县政府 ≤ 批准 ≤ 实施、备案. */
export const inOrder = {
  meeting: notBefore('meetingOn', '评审会日期', firstOpinion, '首个会签意见日期', '3.3a'),
  experts: notBefore('date', '评审日期', firstOpinion, '首个会签意见日期', '3.3a'),
  sent: notBefore(
    'date',
    '报送日期',
    ({ round }: PlanContext) => round.expertReview?.date,
    '专家评审日期',
    '3.3a',
    'after-experts',
  ),
  /** An adjustment that the city need not see follows the experts directly. */
  sentUnseen: notBefore(
    'date',
    '报送日期',
    ({ round }: PlanContext) => (round.city ? undefined : round.expertReview?.date),
    '专家评审日期',
    '3.3a',
    'after-experts',
  ),
  city: planNotBefore('市局意见日期', ({ round }) => round.sentToCity, '报送市局日期'),
  government: planNotBefore('报送县政府日期', ({ round }) => round.city?.date, '市局意见日期'),
  approval: planNotBefore('县政府决定日期', ({ round }) => round.sentToGovernment, '报送县政府日期'),
  afterwards: planNotBefore('办理日期', ({ versions }) => versions.at(-1)?.date, '县政府批准日期'),
} as const;

export const declarationRevised = revises<PlanContext>(({ declaration }) => declaration);
