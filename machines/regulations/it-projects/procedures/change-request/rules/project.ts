import type { CaseStatus } from '#machines/kit/case/standing.js';
import { seenIn } from '#machines/kit/case/view.js';
import { byCase, byForm, byStep, outside } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { inWan } from '#machines/kit/words/money.js';
import { parties } from '../../../parties.js';
import { changeInFiling } from '../../../views/change-request.js';
import { projectAcceptance, projectInvestment, projectOpenChanges } from '../../../views/project.js';
import { aboutProject } from '../project.js';

/** Rules about the project, judged when a change is begun and again when it is handed in. */

/** Both cases have one sentence, so that nobody learns of another unit's projects by asking for a change. */
export const projectKnown = aboutProject({
  id: 'change.project-known',
  clause: '3.2h',
  holds: '项目存在，且属于提出变更的单位',
  says: '没有找到本单位的这个项目',
  remedy: '请核对项目编号；投资变更由项目单位提出',
  curedBy: [byForm('project'), outside('项目单位')],
  about: 'case',
  without: no(),
  judge: () => yes(),
});

export const budgetApproved = aboutProject({
  id: 'change.budget-approved',
  clause: '2.3.3a',
  holds: '项目的投资概算已经批复',
  says: '项目的投资概算尚未批复，没有可以变更的概算',
  remedy: '请在项目案件的申报审批中办理“修改申报内容”或者“调整投资估算”',
  curedBy: [byStep('revise', 'project'), byStep('reviseEstimate', 'project')],
  about: 'case',
  judge: ({ project }) => {
    const { budgetFen } = seenIn(projectInvestment, project);
    return budgetFen === undefined ? no({ 概算批复: null }) : yes({ 概算批复: inWan(budgetFen) });
  },
});

const ENDED: Readonly<Partial<Record<CaseStatus, string>>> = { closed: '已闭环', terminated: '已终止' };

export const projectUnderWay = aboutProject({
  id: 'change.project-under-way',
  clause: '2.3.3a',
  holds: '项目尚未结束',
  says: (seen) => `项目${String(seen['项目'])}，不能再变更`,
  remedy: '需要继续建设的，请另行办理“政务信息化项目”',
  curedBy: [byCase('project')],
  about: 'case',
  judge: ({ project: { status } }) => verdict(ENDED[status] === undefined, { 项目: ENDED[status] ?? '未结束' }),
});

export const projectNotSuspended = aboutProject({
  id: 'change.project-not-suspended',
  clause: '2.6.3b',
  holds: '项目未被暂停',
  says: '项目已暂停，恢复前不能办理变更',
  remedy: `请由${parties.dataBureau.label}办理“恢复项目”；因整改暂停的，在整改案件中办理“解除暂停项目建设”`,
  curedBy: [byStep('resume', 'project'), byStep('liftSuspension', 'rectification')],
  about: 'case',
  judge: ({ project: { status } }) => verdict(status !== 'suspended'),
});

/** The other changes of the unit, to see which of them still wait for their filing. */
const otherChanges = ({ unit }: { unit: { id: string } }) => [
  { as: 'changes', procedure: 'change-request', units: [unit.id] },
];

/**
 * A change that the unit has made and filed counts, but may still be objected to. Until the bureau has taken note, the
 * next one has no basis.
 */
export const noneInFiling = aboutProject({
  id: 'change.none-in-filing',
  clause: '2.3.3b',
  holds: '项目没有正在备案的其他变更',
  says: (seen) => `项目的变更${String(seen['正在备案'])}已报备案，尚未受理`,
  remedy: `请等待${parties.dataBureau.label}办理“受理备案”；需要一并变更的，受理之前可以在其中“撤回”后修改`,
  curedBy: [byStep('acknowledge', 'change-request'), byStep('recall', 'change-request')],
  about: 'case',
  also: otherChanges,
  judge: ({ project, facts }) => {
    const others = (facts.related.changes ?? []).filter(
      (c) => c.id !== facts.caseId && seenIn(changeInFiling, c) === project.id,
    );
    return others.length === 0 ? yes({ 正在备案: null }) : no({ 正在备案: others.map((c) => c.number).join('、') });
  },
});

/** The internal decision on a change follows the budget that it changes. */
export const decidedAfterBudget = aboutProject<{ decidedOn?: IsoDate }>({
  id: 'date.decidedOn-after-budget',
  clause: '2.3.3b',
  holds: '内部决策不早于现行概算的批复',
  says: (seen) => `内部决策日期${String(seen['内部决策日期'])}早于现行概算的批复日期${String(seen['概算批复日期'])}`,
  remedy: '请核对日期；概算批复之后才能决定变更',
  curedBy: [byForm('decidedOn')],
  about: 'event',
  judge: ({ project, data: { decidedOn } }) => {
    const { budgetOn } = seenIn(projectInvestment, project);
    return budgetOn === undefined || decidedOn === undefined || decidedOn >= budgetOn
      ? yes()
      : no({ 内部决策日期: decidedOn, 概算批复日期: budgetOn });
  },
});

/**
 * A project has one open change at a time: only then is the sum of all changes known when the next one is judged. When
 * the project ends, its open changes end.
 */
export const onlyOpenChange = aboutProject({
  id: 'change.only-open',
  clause: '2.3.3b',
  holds: '项目没有其他未办结的变更',
  says: (seen) => `项目的变更${String(seen['未办结'])}尚未办结`,
  remedy:
    '请先办结该变更；不再需要的，在其中办理“撤回变更”；需要一并变更的，在其中办理“修改变更内容”，已经提交的先“撤回”',
  curedBy: [byStep('withdraw', 'change-request'), byStep('revise', 'change-request')],
  about: 'case',
  judge: ({ project, facts }) => {
    const others = seenIn(projectOpenChanges, project).filter((c) => c.change !== facts.caseId);
    return others.length === 0 || ENDED[project.status] !== undefined
      ? yes({ 未办结: null })
      : no({ 未办结: others.map((c) => c.number).join('、') });
  },
});

/**
 * Acceptance judges what was built, so nothing changes during it or after it. A failed acceptance makes changes
 * possible again.
 */
export const beforeAcceptance = aboutProject({
  id: 'change.before-acceptance',
  clause: '2.4.2a',
  holds: '项目尚未申请或者通过竣工验收',
  says: (seen) =>
    `项目${seen['通过验收'] === null ? `已于${String(seen['申请验收'])}申请竣工验收` : `已于${String(seen['通过验收'])}通过竣工验收`}，不能再变更`,
  remedy: '请等待验收结论，验收不通过的，整改时可以提出变更；验收通过之后的新需求，另行办理“政务信息化项目”',
  curedBy: [byCase('project')],
  about: 'case',
  judge: ({ project }) => {
    const { appliedOn, passedOn } = seenIn(projectAcceptance, project);
    return verdict(appliedOn === null && passedOn === null, { 申请验收: appliedOn, 通过验收: passedOn });
  },
});

/** The rules judged again at each step of the unit. */
export const projectChangeable = [projectUnderWay, projectNotSuspended, onlyOpenChange, noneInFiling, beforeAcceptance];
