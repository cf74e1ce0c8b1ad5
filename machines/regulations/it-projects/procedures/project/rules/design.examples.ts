import { wan } from '#machines/kit/words/money.js';
import { proves, dossier, noDossier } from '../testing/ground.js';
import {
  budgetAddsUp,
  catalogued,
  cryptographyDesigned,
  lackExplained,
  noOperationCost,
  noOperationWords,
  operationDesigned,
  securityDesigned,
  sharingAnalysed,
} from './design.js';

const designed = [
  ...proves(
    catalogued,
    { passes: '有目录编号，目录已上传', facts: { documents: ['combinedReport', 'dataCatalogue'] }, seen: { 目录编号: 'ML-001', 已上传目录: true } },
    { fails: '有目录编号，目录未上传', facts: { documents: ['combinedReport'] }, says: '必备条件', seen: { 目录编号: 'ML-001', 已上传目录: false } },
    {
      fails: '目录已上传，没有编号',
      context: dossier({ catalogue: undefined }),
      facts: { documents: ['dataCatalogue'] },
      seen: { 目录编号: null, 已上传目录: true },
    },
    {
      fails: '业务系统不能填写不适用',
      context: dossier({ catalogue: { notApplicable: '不产生数据' } }),
      facts: { documents: ['dataCatalogue'] },
      says: '不能以“不适用”代替',
      seen: { 不适用理由: '不产生数据' },
    },
    {
      passes: '电子政务基础设施，不适用并写明理由',
      context: { declaration: { category: 'infrastructure' }, ...dossier({ catalogue: { notApplicable: '只更换机房空调' } }) },
      seen: { 不适用理由: '只更换机房空调' },
    },
    { fails: '电子政务基础设施，没有目录也没有理由', context: { declaration: { category: 'infrastructure' }, ...dossier({ catalogue: undefined }) } },
    { fails: '没有报批文件', context: noDossier },
  ),
  ...proves(
    lackExplained,
    { passes: '有目录编号' },
    { passes: '没有报批文件', context: noDossier },
    { passes: '没有目录：由另一条规则指出', context: dossier({ catalogue: undefined }) },
    { passes: '不适用并写明理由', context: dossier({ catalogue: { notApplicable: '只更换机房空调' } }) },
    { fails: '不适用的理由写“无”', context: dossier({ catalogue: { notApplicable: '无' } }), says: '没有写明具体理由' },
  ),
  ...proves(
    sharingAnalysed,
    { passes: '有数据资源共享分析篇(章)' },
    { fails: '缺数据资源共享分析篇(章)', context: dossier({ sharingChapter: false }), says: '数据资源共享分析' },
    { fails: '没有报批文件，也就没有共享分析', context: noDossier },
  ),
  ...proves(securityDesigned, { passes: '有网络安全方案' }, { fails: '缺网络安全方案', context: dossier({ securityChapter: false }), says: '网络安全方案' }),
  ...proves(
    cryptographyDesigned,
    { passes: '有密码应用方案' },
    { fails: '缺密码应用方案', context: dossier({ cryptographyChapter: false }), says: '密码应用方案' },
  ),
  ...proves(
    operationDesigned,
    { passes: '新建，有运维专门设计' },
    { fails: '新建，缺运维专门设计', context: dossier({ operationChapter: false }) },
    { fails: '新建，没有报批文件', context: noDossier },
    { passes: '升级改造：不要求运维专门设计', context: { declaration: { projectType: 'upgrade' }, ...dossier({ operationChapter: false }) } },
  ),
  ...proves(
    noOperationCost,
    { passes: '概算没有运维费用' },
    { passes: '没有报批文件，也就没有运维费用', context: noDossier },
    { fails: '概算列支运维费用', context: dossier({ operationCostInBudget: true }), says: '运维费用' },
  ),
];

const lines = (...names: string[]) => ({ dossiers: { combined: { budgetLines: names.map((name) => ({ name, amountFen: 100 })) } } });

const budget = [
  ...proves(
    noOperationWords,
    { passes: '没有填写明细' },
    { passes: '还没有报批文件', context: { dossier: null } },
    { passes: '明细都是建设内容', context: lines('业务系统开发', '质保期内保修') },
    { fails: '明细写有运维', context: lines('业务系统开发', '一年运维服务'), says: '一年运维服务', seen: { 疑似: '一年运维服务' } },
    { fails: '明细写有维护、驻场：一并指出', context: lines('系统维护', '驻场人员'), seen: { 疑似: '系统维护、驻场人员' } },
  ),
  ...proves(
    budgetAddsUp,
    { passes: '没有填写明细', data: { budgetFen: wan(300), budgetLines: [] } },
    { passes: '明细由另一份表单填写', data: { budgetFen: wan(300) } },
    {
      passes: '明细合计恰等于总额',
      data: { budgetFen: 300, budgetLines: [{ amountFen: 100 }, { amountFen: 200 }] },
      seen: { 明细合计: '0.0003万元', 概算总额: '0.0003万元' },
    },
    { fails: '明细合计少一分', data: { budgetFen: wan(300), budgetLines: [{ amountFen: wan(300) - 1 }] }, says: ['299.999999万元', '300万元'] },
    { fails: '明细合计多一分', data: { budgetFen: wan(300), budgetLines: [{ amountFen: wan(300) }, { amountFen: 1 }] } },
    { fails: '有明细而没有总额', data: { budgetLines: [{ amountFen: 1 }] }, says: '概算总额0万元' },
  ),
];

export const designExamples = [...designed, ...budget];
