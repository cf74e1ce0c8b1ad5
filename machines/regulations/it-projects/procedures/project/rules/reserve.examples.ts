import { operationApproval, proves } from '../testing/ground.js';
import { amountFits, correctionFits, reuseSearched, distinctionExplained, endorsedFirst, notSplit } from './reserve.js';

/** A dossier that has not been approved yet. */
const examined = { dossiers: { combined: { approved: undefined } } };

export const reserveExamples = [
  ...proves(
    endorsedFirst,
    { passes: '没有主管部门的单位：直接预审' },
    { passes: '下属单位，主管部门已审核', context: { applicant: { superior: 'health' }, endorsedOn: '2025-03-03' } },
    { fails: '下属单位，主管部门未审核：不能直接受理', context: { applicant: { superior: 'health' }, endorsedOn: null }, says: '主管部门尚未审核' },
  ),
  ...proves(
    notSplit,
    { passes: '没有相似项目', data: { similarity: 'none' }, seen: { 核对结论: '无相似' } },
    { passes: '有相似但不属拆分', data: { similarity: 'distinct' }, seen: { 核对结论: '有相似但不属拆分' } },
    { fails: '认定为拆分申报：不能入库', data: { similarity: 'split' }, seen: { 核对结论: '属于拆分申报' } },
  ),
  ...proves(
    distinctionExplained,
    { passes: '没有相似项目：无需理由', data: { similarity: 'none' } },
    { passes: '有相似但不属拆分，写明理由', data: { similarity: 'distinct', similarityReason: '服务对象不同' } },
    { fails: '有相似但不属拆分，没有理由', data: { similarity: 'distinct' } },
  ),
  ...proves(
    correctionFits,
    { passes: '预审中补正申报内容', context: { dossier: null }, data: { declaration: {} }, seen: { 审查对象: '申报内容' } },
    { passes: '审批中补正报批文件', context: examined, data: { dossier: {} }, seen: { 审查对象: '报批文件' } },
    { passes: '只作书面答复', data: {} },
    { passes: '预审中只作书面答复', context: { dossier: null }, data: {} },
    { fails: '验收中补正已批复的报批文件：批复的内容不能改', data: { dossier: {} }, says: '正在审查的是其他材料', seen: { 审查对象: '其他材料' } },
    { fails: '验收中补正申报内容：不符', data: { declaration: {} }, seen: { 审查对象: '其他材料' } },
    {
      fails: '运维项目没有报批文件，验收中补正申报内容：不符',
      context: { dossier: null, operationApproval },
      data: { declaration: {} },
      seen: { 审查对象: '其他材料' },
    },
    { passes: '验收中只作书面答复', data: {}, seen: { 审查对象: '其他材料' } },
    { fails: '审批中补正申报内容：不符', context: examined, data: { declaration: {} }, says: '正在审查的是报批文件' },
    { fails: '预审中补正报批文件：不符', context: { dossier: null }, data: { dossier: {} }, says: '正在审查的是申报内容' },
    { fails: '审批中同时补正申报内容：不符', context: examined, data: { declaration: {}, dossier: {} } },
  ),
  ...proves(
    amountFits,
    { passes: '补正初步设计或合并文本的概算', data: { dossier: { budgetFen: 1 } }, seen: { 应填: '投资概算' } },
    { passes: '补正可行性研究报告的投资额', context: { dossier: 'feasibility' }, data: { dossier: { investmentFen: 1 } }, seen: { 应填: '可研投资额' } },
    { passes: '没有补正金额', data: { dossier: {} } },
    { passes: '可行性研究报告没有补正金额', context: { dossier: 'feasibility' }, data: { dossier: {} } },
    { passes: '只作书面答复：没有金额', data: {} },
    { passes: '可行性研究报告只作书面答复', context: { dossier: 'feasibility' }, data: {} },
    { fails: '可行性研究报告填成概算', context: { dossier: 'feasibility' }, data: { dossier: { budgetFen: 1 } }, says: '“可研投资额”' },
    { fails: '合并文本填成可研投资额', data: { dossier: { investmentFen: 1 } }, says: '“投资概算”' },
    { fails: '两栏都填', data: { dossier: { investmentFen: 1, budgetFen: 1 } } },
  ),
  ...proves(
    'return.step-passed',
    { passes: '退回主管部门', data: { to: 'superior' }, context: { applicant: { superior: 'health' } }, seen: { 退回到: '主管部门重新审核' } },
    {
      passes: '没有主管部门，也可以退回重新编制',
      data: { to: 'preparation' },
      context: { applicant: { superior: null } },
      seen: { 退回到: '项目单位重新编制' },
    },
    { passes: '退回申报单位补正', data: { to: 'applicant' }, seen: { 退回到: '项目单位补正' } },
    { fails: '没有主管部门，不能退回主管部门', data: { to: 'superior' }, context: { applicant: { superior: null } }, says: '主管部门重新审核' },
  ),
  ...proves(
    'return.to-applicant-only',
    { passes: '退回项目单位补正', data: { to: 'applicant' }, seen: { 退回到: '项目单位补正' } },
    {
      fails: '这一步之前没有主管部门审核',
      data: { to: 'superior' },
      context: { applicant: { superior: 'health' } },
      says: '主管部门重新审核',
      seen: { 退回到: '主管部门重新审核' },
    },
    { fails: '这一步之前没有编制环节', data: { to: 'preparation' }, says: '项目单位重新编制' },
  ),
  ...proves(
    reuseSearched,
    { passes: '检索说明已上传', facts: { documents: ['declarationForm', 'reuseStatement'] } },
    {
      fails: '没有检索说明：提示',
      facts: { documents: ['declarationForm'] },
      says: '成果复用和数据共享检索说明',
      seen: { 材料: '成果复用和数据共享检索说明' },
    },
  ),
];
