import { seenIn } from '#machines/kit/case/view.js';
import { byDocument, byForm, byStep } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes } from '#machines/kit/law/rule.js';
import { isOurs } from '../../../common/named-project.js';
import { projectInvestment } from '../../../views/project.js';
import { documents } from '../documents.js';
import { PROJECT_TYPES, type ProjectType } from '../../../project-types.js';
import { projectRule } from './common.js';

/**
 * 续建 spares a project the review by city and province (二(二)4). So the earlier approval must lie here: as a paper, or
 * as a case. The bureau confirms it. What somebody writes about it is not enough.
 */
export const parentApproved = projectRule({
  id: 'reserve.parent-approved',
  clause: '2.2.4',
  holds: '续建项目已上传原项目批复文件，或者原项目在本系统已经批复',
  says: `续建项目没有${documents.parentApproval.label}，本系统中也没有已经批复的原项目`,
  remedy: `请上传“${documents.parentApproval.label}”，或者在“修改申报内容”中填写本系统中原项目的案件编号；没有原批复的，改按新建或者升级改造申报；已报到县数据资源管理局的，先“退回”`,
  curedBy: [byDocument('parentApproval'), byStep('revise'), byStep('returnForCorrection')],
  about: 'case',
  looks: ({ context: { declaration } }) =>
    declaration.parentProject === undefined
      ? []
      : [{ as: 'parentProject', procedure: 'project', id: declaration.parentProject }],
  judge: ({ context: { declaration }, facts }) => {
    if (declaration.projectType !== 'continuation') return yes();
    if (facts.documents.some((d) => d.kind === 'parentApproval')) return yes();
    if (declaration.parentProject === undefined) return no();
    const found = facts.related['parentProject'];
    if (!found) return unknown();
    const parent = found.find((p) => p.id !== facts.caseId && isOurs(p, facts.unit));
    return verdict(parent !== undefined && seenIn(projectInvestment, parent).budgetFen !== undefined, {
      原项目: declaration.parentProject,
    });
  },
});

export const parentConfirmed = projectRule<{ parentConfirmed?: boolean | undefined }>({
  id: 'reserve.parent-confirmed',
  clause: '2.2.4',
  holds: '续建项目的原项目批复已由预审部门核实',
  says: '续建项目不报市级、省级审核，预审时没有确认已核实原项目批复',
  remedy: '请核对原项目批复后，选择“已核实原项目批复”；与原批复不符的，办理“退回”或者“预审不通过”',
  curedBy: [byForm('parentConfirmed'), byStep('returnForCorrection'), byStep('rejectPreReview')],
  about: 'event',
  judge: ({ context, data }) =>
    verdict(context.declaration.projectType !== 'continuation' || data.parentConfirmed === true),
});

const EXEMPT: readonly ProjectType[] = ['continuation', 'operation'];

/** The bureau has pre-reviewed the project as what it was declared. */
export const typeStays = projectRule<{ declaration?: { projectType?: ProjectType | undefined } | undefined }>({
  id: 'correction.type-stays',
  clause: '2.2.4',
  holds: '预审以后，不再改为不报市级、省级审核的项目类型',
  says: (seen) => `项目按“${String(seen['预审类型'])}”预审，补正不能改为“${String(seen['改为'])}”`,
  remedy: '请按预审的项目类型补正；类型确实填错的，“撤回项目”后重新登记',
  curedBy: [byForm('projectType'), byStep('withdraw')],
  about: 'event',
  judge: ({ context, data }) => {
    const before = context.declaration.projectType;
    const after = data.declaration?.projectType ?? before;
    return verdict(after === before || !EXEMPT.includes(after), {
      预审类型: PROJECT_TYPES[before],
      改为: PROJECT_TYPES[after],
    });
  },
});
