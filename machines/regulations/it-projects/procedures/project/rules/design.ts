import { quoted } from '#machines/kit/words/quotation.js';
import { byDocument, byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { inWan } from '#machines/kit/words/money.js';
import { isReason } from '#machines/kit/words/reason.js';
import type { ItProjectsClause } from '../../../clauses/all.js';
import { dossierOf, type ProjectContext } from '../context.js';
import { documents } from '../documents.js';
import { projectRule } from './common.js';

/** 二(二)6 asks every system for its catalogue. Pure infrastructure may give the reason why it has none. */
const mayLackData = (context: ProjectContext): boolean => context.declaration.category === 'infrastructure';

export const lackExplained = projectRule({
  id: 'approval.catalogue-lack-explained',
  clause: '2.2.6a',
  holds: '以“不适用”代替数据资源目录的，写明具体理由',
  says: '以“不适用”代替数据资源目录，没有写明具体理由',
  remedy: '请在审查时办理“退回”，由项目单位写明为什么不产生数据资源，“补正后重新提交”；“无”“不适用”不是理由',
  curedBy: [byStep('returnForCorrection'), byStep('resubmit')],
  about: 'case',
  judge: ({ context }) => {
    const catalogue = dossierOf(context)?.catalogue;
    return verdict(!catalogue || !('notApplicable' in catalogue) || isReason(catalogue.notApplicable));
  },
});

export const catalogued = projectRule({
  id: 'approval.catalogued',
  clause: '2.2.6a',
  holds: '数据资源目录已编制',
  says: (seen) =>
    '不适用理由' in seen
      ? '本类项目产生数据资源，不能以“不适用”代替数据资源目录'
      : '没有数据资源目录；数据资源目录是审批的必备条件',
  remedy: `请在审查时办理“退回”，由项目单位编制“${documents.dataCatalogue.label}”并上传，填写目录编号后“补正后重新提交”；编号已经填写的，上传目录即可；只有电子政务基础设施项目可以写明不适用的理由`,
  curedBy: [byStep('returnForCorrection'), byStep('resubmit'), byDocument('dataCatalogue')],
  about: 'case',
  judge: ({ context, facts }) => {
    const catalogue = dossierOf(context)?.catalogue;
    if (catalogue && 'notApplicable' in catalogue)
      return verdict(mayLackData(context), { 不适用理由: catalogue.notApplicable });
    const uploaded = facts.documents.some((d) => d.kind === 'dataCatalogue');
    return verdict(catalogue !== undefined && uploaded, { 目录编号: catalogue?.number ?? null, 已上传目录: uploaded });
  },
});

const chapter = (
  id: string,
  clause: ItProjectsClause,
  label: string,
  read: 'sharingChapter' | 'securityChapter' | 'cryptographyChapter',
) =>
  projectRule({
    id: `approval.${id}`,
    clause,
    holds: `设计文件包括${label}`,
    says: `设计文件缺少${label}`,
    remedy: `请在审查时办理“退回”，由项目单位补充${label}，“补正后重新提交”`,
    curedBy: [byStep('returnForCorrection'), byStep('resubmit')],
    about: 'case',
    judge: ({ context }) => verdict(dossierOf(context)?.[read] === true),
  });

export const sharingAnalysed = chapter('sharing-chapter', '2.2.6a', '数据资源共享分析篇(章)', 'sharingChapter');
export const securityDesigned = chapter('security-chapter', '2.1.6', '网络安全方案', 'securityChapter');
export const cryptographyDesigned = chapter('cryptography-chapter', '2.1.6', '密码应用方案', 'cryptographyChapter');

export const operationDesigned = projectRule({
  id: 'approval.operation-chapter',
  clause: '2.5.1',
  holds: '新建项目的设计文件包括运维专门设计',
  says: '新建项目的设计文件缺少运维专门设计',
  remedy: '请在审查时办理“退回”，由项目单位补充运维专门设计，“补正后重新提交”',
  curedBy: [byStep('returnForCorrection'), byStep('resubmit')],
  about: 'case',
  judge: ({ context }) =>
    verdict(context.declaration.projectType !== 'newBuild' || dossierOf(context)?.operationChapter === true),
});

export const noOperationCost = projectRule({
  id: 'approval.no-operation-cost',
  clause: '2.5.1',
  holds: '概算没有列支运维费用',
  says: '项目概算列支了运维费用',
  remedy: '请在审查时办理“退回”，由项目单位从概算中去除运维费用，“补正后重新提交”；运维经费另行申请',
  curedBy: [byStep('returnForCorrection'), byStep('resubmit')],
  about: 'case',
  judge: ({ context }) => verdict(dossierOf(context)?.operationCostInBudget !== true),
});

/** A warranty inside the price is no operation cost, so the words alone decide nothing (二(五)1). */
export const noOperationWords = projectRule({
  id: 'approval.no-operation-words',
  clause: '2.5.1',
  holds: '概算明细中没有疑似运维费用的项目',
  says: (seen) => `概算明细疑似含运维费用：${quoted(seen['疑似'])}`,
  remedy: '请核对；质保期内的保修不属运维费用，其他的在审查时办理“退回”，由项目单位从概算中去除，“补正后重新提交”',
  curedBy: [byStep('returnForCorrection'), byStep('resubmit')],
  weight: 'advice',
  about: 'case',
  judge: ({ context }) => {
    const found =
      dossierOf(context)
        ?.budgetLines?.map((l) => l.name)
        .filter((name) => /运维|维护|驻场/.test(name)) ?? [];
    return found.length === 0 ? yes() : no({ 疑似: found.join('、') });
  },
});

export const budgetAddsUp = projectRule<{ budgetFen?: number; budgetLines?: readonly { amountFen: number }[] }>({
  id: 'approval.budget-adds-up',
  clause: '2.2.2b',
  holds: '概算明细合计等于概算总额',
  says: (seen) => `概算明细合计${String(seen['明细合计'])}，与概算总额${String(seen['概算总额'])}不符`,
  remedy: '请核对概算明细和投资概算',
  curedBy: [byForm('budgetLines', 'budgetFen')],
  about: 'event',
  judge: ({ data }) => {
    const lines = data.budgetLines ?? [];
    const sum = lines.reduce((total, l) => total + l.amountFen, 0);
    return verdict(lines.length === 0 || sum === data.budgetFen, {
      明细合计: inWan(sum),
      概算总额: inWan(data.budgetFen ?? 0),
    });
  },
});
