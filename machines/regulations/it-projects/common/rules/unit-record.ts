import { seenIn } from '#machines/kit/case/view.js';
import { byStep, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes } from '#machines/kit/law/rule.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { parameter, rule } from '../../law.js';
import { projectEvaluation } from '../../views/project.js';
import { deferredSince, rectificationLimit } from '../../views/rectification.js';

/** The rules about what a unit's other cases say of it when it asks for the next project. */

const rectifications = ({ unit }: { unit: CaseUnit }) => [
  { as: 'rectifications', procedure: 'rectification', units: [unit.id] },
];

/** 暂缓安排建设计划 concerns the unit, not one project. */
export const unitNotDeferred = rule<unknown>({
  id: 'plan.unit-not-deferred',
  clause: '2.6.3b',
  holds: '项目单位没有被暂缓安排建设计划',
  says: (seen) => `因整改案件${String(seen['整改案件'])}，自${String(seen['决定日期'])}起暂缓安排本单位的建设计划`,
  remedy: '请在整改案件中办理“报送整改报告”，整改合格后由县数据资源管理局办理“解除暂缓安排建设计划”，再行申请',
  curedBy: [byStep('reportRectification', 'rectification'), byStep('liftDeferral', 'rectification')],
  about: 'case',
  looks: rectifications,
  judge: ({ facts }) => {
    const found = facts.related['rectifications'];
    if (!found) return unknown();
    const deferring = found.flatMap((r) => {
      const since = seenIn(deferredSince, r);
      return since === null ? [] : [{ number: r.number, since }];
    });
    if (deferring.length === 0 || parameter(facts, 'rectification.deferralBlocksPlan') === 0) return yes();
    const since = deferring.map((r) => r.since).sort()[0]!;
    return no({ 整改案件: deferring.map((r) => r.number).join('、'), 决定日期: since });
  },
});

export const unitRectified = rule<unknown, unknown>({
  id: 'unit.rectified',
  clause: '2.4.6c',
  weight: 'advice',
  holds: '项目单位没有未完成的整改',
  says: (seen) => `本单位尚有未完成的整改：${String(seen['整改案件'])}，最近的整改期限到${String(seen['整改期限'])}`,
  remedy: '建议项目单位先在整改案件中办理“报送整改报告”；整改情况供安排建设投入和运维资金时参考，不影响本次办理',
  curedBy: [byStep('reportRectification', 'rectification')],
  about: 'case',
  looks: rectifications,
  judge: ({ facts }) => {
    const found = facts.related['rectifications'];
    if (!found) return unknown();
    const open = found.filter((r) => r.status === 'active');
    if (open.length === 0) return yes();
    return no({
      整改案件: open.map((r) => r.number).join('、'),
      整改期限: open.map((r) => seenIn(rectificationLimit, r)(facts)).sort()[0]!,
    });
  },
});

/** Judges the latest evaluation of the unit's other projects that have a grade. */
export const unitEvaluatedWell = rule<unknown, unknown>({
  id: 'unit.evaluated-well',
  clause: '2.4.6c',
  weight: 'advice',
  holds: '项目单位最近一次绩效评价不是不合格',
  says: (seen) => `本单位最近一次绩效评价为不合格：项目${String(seen['最近评价的项目'])}`,
  remedy: '评价结果供安排建设投入和运维资金时参考，不影响本次办理；请在申报材料中说明整改情况',
  curedBy: [NOTHING_TO_DO],
  about: 'case',
  looks: ({ unit }) => [{ as: 'evaluated', procedure: 'project', units: [unit.id], stage: 'evaluation' }],
  judge: ({ facts }) => {
    const found = facts.related['evaluated'];
    if (!found) return unknown();
    const graded = found.flatMap((project) => {
      const evaluation = seenIn(projectEvaluation, project);
      return evaluation === null ? [] : [{ number: project.number, ...evaluation }];
    });
    const last = graded.sort((a, b) => b.submittedOn.localeCompare(a.submittedOn))[0];
    return last ? verdict(last.grade !== 'poor', { 最近评价的项目: last.number }) : yes();
  },
});

/**
 * The rules shown when a unit declares or applies for a project, or asks for the money of an operation. They advise and
 * refuse nothing.
 */
export const unitRecord = [unitRectified, unitEvaluatedWell] as const;
