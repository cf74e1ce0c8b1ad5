import { quoted } from '#machines/kit/words/quotation.js';
import { seenIn } from '#machines/kit/case/view.js';
import { byCase, byForm, byStep, byTime, outside } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes } from '#machines/kit/law/rule.js';
import { yearOf } from '#machines/kit/words/dates.js';
import { planDetermined, planTakes, planWindow } from '../../../views/annual-plan.js';
import { documents } from '../documents.js';
import { projectRule, type ProjectRule } from './common.js';

export const preReviewedFirst = projectRule({
  id: 'plan.pre-reviewed-first',
  clause: '2.1.3a',
  holds: '项目已入库或已经预审',
  says: '项目尚未入库，也未经预审，不能申请列入年度计划',
  remedy: '请先“申报入库”，由县数据资源管理局“预审通过，纳入储备库”后再申请',
  curedBy: [byStep('declare'), byStep('passPreReview')],
  about: 'case',
  judge: ({ context }) => verdict(context.preReviewed !== null, { 预审通过日期: context.preReviewed }),
});

/**
 * The clause speaks of 下年度 but does not forbid an application in a year that has begun. The window of the plan
 * decides whether there is a plan of that year.
 */
export const planYearAhead = projectRule<{ planYear: number }>({
  id: 'plan.year-ahead',
  clause: '2.1.3a',
  holds: '申请列入的是下年度或者以后年度的计划',
  says: (seen) => `${String(seen['计划年度'])}年度不是下年度，一般在上一年申请列入计划`,
  remedy: '请核对计划年度；本年度急需建设的，也可以“申请计划外追加”',
  curedBy: [byForm('planYear'), byStep('requestOutOfPlan')],
  weight: 'advice',
  about: 'event',
  judge: ({ data, facts }) =>
    verdict(data.planYear > yearOf(facts.today), { 计划年度: data.planYear, 今年: yearOf(facts.today) }),
});

/** The plan can only be looked up once the year is known. */
const thePlan: ProjectRule<{ planYear: number }>['looks'] = ({ data }) =>
  data ? [{ as: 'annualPlan', procedure: 'annual-plan', key: String(data.planYear) }] : [];

export const planBegun = projectRule<{ planYear: number }>({
  id: 'plan.begun',
  clause: '2.1.3a',
  holds: '县数据资源管理局已启动该年度计划的编制',
  says: (seen) => `${String(seen['计划年度'])}年度计划尚未启动编制，不能申报`,
  remedy: '请等待县数据资源管理局启动该年度的“年度建设计划”；急需建设的，可以“申请计划外追加”',
  curedBy: [byCase('annual-plan'), byStep('requestOutOfPlan')],
  about: 'event',
  looks: thePlan,
  judge: ({ data, facts }) => {
    const found = facts.related['annualPlan'];
    return found ? verdict(found.length > 0, { 计划年度: data.planYear, 计划: found[0]?.number ?? null }) : unknown();
  },
});

export const planCollecting = projectRule<{ planYear: number }>({
  id: 'plan.collecting',
  clause: '2.1.3a',
  holds: '该年度计划正在受理申报',
  says: (seen) =>
    seen['开始'] !== null
      ? `${String(seen['计划年度'])}年度计划自${String(seen['开始'])}起受理申报`
      : `${String(seen['计划年度'])}年度计划已截止申报，处于“${String(seen['所处环节'])}”`,
  remedy: '请在受理期内申报；错过的，申请下一年度计划，或者“申请计划外追加”',
  curedBy: [byTime, byStep('requestOutOfPlan')],
  about: 'event',
  looks: thePlan,
  judge: ({ data, facts }) => {
    const found = facts.related['annualPlan'];
    if (!found) return unknown();
    const [plan] = found;
    // Another rule refuses if the plan has not been begun.
    if (!plan) return yes();
    const seen = { 计划年度: data.planYear, 计划: plan.number, 开始: null, 所处环节: plan.label };
    const { opensOn, closesOn, collecting } = seenIn(planWindow, plan);
    if (facts.today < opensOn) return no({ ...seen, 开始: opensOn }, opensOn);
    return verdict(collecting && facts.today <= closesOn, seen);
  },
});

/**
 * The text demands that the pool is filed with the city, but not that anything waits for it. So the rule advises
 * (二(一)2).
 */
export const cityFiled = projectRule({
  id: 'plan.city-filed',
  clause: '2.1.2a',
  holds: '入库项目已在市局备案',
  says: '入库项目尚未在市局备案',
  remedy: '由县数据资源管理局“报市局审核备案”，并“登记市局备案结果”；不影响申请列入计划',
  curedBy: [byStep('reportToCity'), byStep('recordCityFiling')],
  weight: 'advice',
  about: 'case',
  judge: ({ context }) => verdict(context.cityFiledOn !== null, { 市局备案日期: context.cityFiledOn }),
});

/**
 * What the county government has determined is not undone by the unit (二(一)3–4). A project that is not on the list,
 * because it has left it or its department has not endorsed the application, undoes nothing.
 */
export const notDetermined = projectRule({
  id: 'plan.not-determined',
  clause: '2.1.3b',
  holds: '县政府尚未确定该年度计划',
  says: (seen) => `该年度计划已由县政府以${quoted(seen['确定计划的文号'])}确定，项目单位不能自行退出`,
  remedy: '请向县数据资源管理局说明情况，由其报县政府同意，凭县政府的文件办理年度计划的“从计划清单剔除”',
  curedBy: [byStep('removeItem', 'annual-plan')],
  about: 'case',
  looks: () => [{ as: 'ownPlan', linked: 'annualPlan' }],
  judge: ({ context: { plan }, facts }) => {
    const found = facts.related['ownPlan'];
    if (!found) return unknown();
    const own = plan.issued ? undefined : found.find((p) => p.id === plan.case && p.status === 'active');
    const determined = own ? seenIn(planDetermined, own) : null;
    return determined?.projects.includes(facts.caseId) ? no({ 确定计划的文号: determined.number }) : yes();
  },
});

/** The department endorses an application that its plan can still take. */
export const planStillTakes = projectRule({
  id: 'plan.still-takes',
  clause: '2.1.3a',
  holds: '所申请的年度计划还能接受申请',
  says: (seen) => `所申请的年度计划处于“${String(seen['所处环节'])}”，不再接受申请`,
  remedy: '请办理“主管部门不同意”，项目回到储备库，由项目单位申请下一年度计划，或者“申请计划外追加”',
  curedBy: [byStep('declineEndorsement'), byStep('requestOutOfPlan')],
  about: 'case',
  looks: () => [{ as: 'ownPlan', linked: 'annualPlan' }],
  judge: ({ context, facts }) => {
    const found = facts.related['ownPlan'];
    if (!found) return unknown();
    const own = found.find((p) => p.id === context.plan.case);
    return verdict(own !== undefined && own.status === 'active' && seenIn(planTakes, own), {
      所处环节: own?.label ?? '没有找到',
    });
  },
});

/** An addition waits for the county government. Nothing else is missing, and nobody else can act. */
export const additionApproved = projectRule({
  id: 'plan.addition-approved',
  clause: '2.2.3',
  holds: '计划外追加已经县政府批准',
  says: (seen) =>
    `计划外追加${seen['申请日期'] === null ? '' : `已于${String(seen['申请日期'])}申请，`}正待县政府批准，批准之前不予审批`,
  remedy: `县政府批准后，请上传“${documents.governmentDecision.label}”，办理“登记县政府对追加项目的批准”；不再追加的，由项目单位“撤回计划申请”`,
  curedBy: [byStep('recordGovernmentApproval'), byStep('withdrawFromPlan'), outside('县政府')],
  about: 'case',
  judge: ({ context: { outOfPlan } }) =>
    outOfPlan?.government === undefined ? no({ 申请日期: outOfPlan?.on ?? null }) : yes(),
});

export const inPlan = projectRule({
  id: 'plan.in-plan',
  clause: '2.1.4',
  holds: '项目已列入下达的年度计划，或追加已经县政府批准',
  says: (seen) =>
    seen['申请的计划年度'] === null
      ? '项目未列入已下达的年度计划，也没有经县政府批准追加，不予审批'
      : `项目已申请列入${String(seen['申请的计划年度'])}年度计划，计划尚未下达，不予审批`,
  remedy:
    '尚未申请的，由项目单位在入库后“申请列入年度计划”，或者“申请计划外追加”；已经申请的，等待“下达年度计划”或者县政府批准追加',
  curedBy: [byStep('applyForPlan'), byStep('requestOutOfPlan'), byStep('issuePlan', 'annual-plan')],
  about: 'case',
  judge: ({ context: { plan, outOfPlan } }) =>
    verdict(plan.issued !== undefined || outOfPlan?.government !== undefined, { 申请的计划年度: plan.year ?? null }),
});
