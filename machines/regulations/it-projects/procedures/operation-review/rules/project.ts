import type { Look, Related } from '#machines/kit/case/relation.js';
import { seenIn } from '#machines/kit/case/view.js';
import { byForm, byStep, outside, type Cure } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes, type Rule, type Situation, type Verdict } from '#machines/kit/law/rule.js';
import { inWan, percentOf, withinPercent } from '#machines/kit/words/money.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { isOurs } from '../../../common/named-project.js';
import { parameter, rule, type RuleOf } from '../../../law.js';
import { reviewedProject } from '../../../views/operation-review.js';
import { projectOperation, type Operation } from '../../../views/project.js';
import type { OperationContext } from '../context.js';

/**
 * Rules about an operation project whose plan is reviewed. They don't apply to the review of a system that a project
 * has built, or of a system without a project.
 */

/** Before a review has begun there is no context. Then the form names the project. */
const projectLooks = ({ context, data }: { context: OperationContext | undefined; data: unknown }): Look[] => {
  if (context !== undefined) return context.project === null ? [] : [{ as: 'project', linked: 'project' }];
  const id = (data as { projectId?: string } | undefined)?.projectId;
  return id === undefined ? [] : [{ as: 'project', procedure: 'project', id }];
};

interface OfOperation extends Omit<RuleOf<OperationContext>, 'about' | 'judge' | 'looks'> {
  about?: 'case' | 'event';
  judge(situation: Situation<OperationContext, unknown> & { project: Related; operation: Operation }): Verdict;
  also?: (unit: CaseUnit) => Look;
}

/** Builds a rule that looks at the operation project, if there is one. */
const ofOperation = ({ judge, also, ...definition }: OfOperation): Rule<OperationContext, unknown> =>
  rule<OperationContext, unknown>({
    about: 'case',
    ...definition,
    looks: (at) => projectLooks(at).flatMap((look) => (also ? [look, also(at.unit)] : [look])),
    judge: (situation) => {
      if (projectLooks(situation).length === 0) return yes();
      const found = situation.facts.related.project;
      if (found === undefined) return unknown();
      const [project] = found;
      if (!project || !isOurs(project, situation.facts.unit)) return yes();
      const operation = seenIn(projectOperation, project);
      return operation === null ? yes() : judge({ ...situation, project, operation });
    },
  });

export const ownProject = ofOperation({
  id: 'operation.own-project',
  clause: '2.2.5',
  holds: '运维项目的方案和预算由项目单位报审',
  says: (seen) => `运维项目${String(seen['项目'])}属于${String(seen['项目单位'])}，由项目单位报审运维方案和预算`,
  remedy: '请核对项目编号；确为该项目的，由项目单位登记，主管部门在审核环节提出意见',
  curedBy: [byForm('projectId'), outside('项目单位')],
  judge: ({ project, facts }) =>
    verdict(project.unit.id === facts.unit.id, { 项目: project.number, 项目单位: project.unit.name }),
});

export const projectAwaits = ofOperation({
  id: 'operation.project-awaits',
  clause: '2.1.4',
  holds: '运维项目已经列入计划，正待运维方案和预算审查',
  says: (seen) => `运维项目${String(seen['项目'])}处于“${String(seen['所处环节'])}”，不能审查运维方案和预算`,
  remedy:
    '尚未列入计划的，由项目单位办理“申请列入年度计划”；暂停的，由县数据资源管理局办理“恢复项目”；已经审定的不再审核，已登记的可以“撤销报审”',
  curedBy: [byStep('applyForPlan', 'project'), byStep('resume', 'project'), byStep('withdraw')],
  judge: ({ project, operation: { awaitsReview } }) =>
    verdict(project.status === 'active' && awaitsReview, { 项目: project.number, 所处环节: project.label }),
});

/**
 * The project is carried out as it is listed in the plan (二(一)4). A dearer review is no reason to refuse, but the one
 * who decides is told.
 */
export const withinPlanned = ofOperation({
  id: 'operation.within-planned',
  clause: '2.1.4',
  weight: 'advice',
  holds: '报审金额不超过列入计划的金额',
  says: (seen) => `计划金额${String(seen['计划金额'])}，报审金额${String(seen['报审金额'])}`,
  remedy: '请说明超过计划金额的理由，或者办理“修改运维方案和预算”',
  curedBy: [byStep('revise')],
  judge: ({ operation: { plannedFen }, context }) => {
    const { totalFen } = context.declaration;
    return verdict(totalFen <= plannedFen, { 计划金额: inWan(plannedFen), 报审金额: inWan(totalFen) });
  },
});

const ADJUSTED = '确需增加的，由县数据资源管理局报县政府调整计划，在项目案件中办理“登记县政府对计划的调整”之后再办理';

const withinPlanEstimateOf = (about: 'case' | 'event', cheaper: { remedy: string; curedBy: Cure }) =>
  ofOperation({
    id: 'operation.within-plan-estimate',
    clause: '2.1.4',
    about,
    holds: '金额没有超出列入计划的金额过多',
    says: (seen) =>
      `金额${String(seen['金额'])}，比计划金额${String(seen['计划金额'])}超出${String(seen['超出'])}，超过${String(seen['上限'])}`,
    remedy: `${cheaper.remedy}；${ADJUSTED}`,
    curedBy: [cheaper.curedBy, byStep('recordPlanAdjustment', 'project')],
    judge: ({ operation: { plannedFen }, context, data, facts }) => {
      const { approvedFen = context.declaration.totalFen } = (data ?? {}) as { approvedFen?: number };
      const most = parameter(facts, 'plan.overEstimate');
      return verdict(withinPercent(approvedFen - plannedFen, plannedFen, most), {
        金额: inWan(approvedFen),
        计划金额: inWan(plannedFen),
        超出: percentOf(Math.max(approvedFen - plannedFen, 0), plannedFen),
        上限: `${most}%`,
      });
    },
  });

/** Above this the plan is adjusted first: by what is handed in, and by what is concluded. */
export const withinPlanEstimate = withinPlanEstimateOf('case', {
  remedy: '请办理“修改运维方案和预算”，调整预算',
  curedBy: byStep('revise'),
});
export const concludedWithinPlan = withinPlanEstimateOf('event', {
  remedy: '请核减审定金额',
  curedBy: byForm('approvedFen'),
});

/** One review at a time: its conclusion is the budget of the project. */
export const onlyReview = ofOperation({
  id: 'operation.only-review',
  clause: '2.5.4',
  holds: '运维项目没有另一件未办结的审核',
  says: (seen) => `运维项目的审核${String(seen['未办结'])}尚未办结`,
  remedy: '请先办结该审核；不再需要的，在其中办理“撤销报审”',
  curedBy: [byStep('withdraw')],
  also: ({ id }) => ({ as: 'reviews', procedure: 'operation-review', units: [id] }),
  judge: ({ project, facts }) => {
    // The reviews are looked up together with the project.
    const others = facts.related.reviews!.filter(
      (r) => (r.status === 'active' || r.status === 'suspended') && seenIn(reviewedProject, r) === project.id,
    );
    return others.length === 0 ? yes({ 未办结: null }) : no({ 未办结: others.map((r) => r.number).join('、') });
  },
});
