import { wan } from '#machines/kit/words/money.js';
import type { ProjectContext } from '../context.js';
import { amount, budgeted, dossierPart, operationApproval, proves, provesAt } from '../testing/ground.js';
import {
  approvedAmountConsented,
  budgetAddsUp,
  catalogued,
  combinedOnlyBelow,
  cryptographyDesigned,
  designByItself,
  dossierEndorsed,
  feasibilityApproved,
  intranetApproved,
  intranetProject,
  noOperationCost,
  noOperationWords,
  offPlatform,
  operationDesigned,
  operationReviewed,
  provinceConsented,
  securityDesigned,
  sharingAnalysed,
  speciallyReviewed,
  upperReviewNeeded,
  withinExamined,
} from './approval.js';

const operation = { declaration: { projectType: 'operation' as const } };
const service = { declaration: { deliveryMode: 'purchaseService' as const } };
const continuation = { declaration: { projectType: 'continuation' as const } };
const city = { number: '市数审2号', date: '2025-05-22' };
const province = { number: '省数审2号', date: '2025-05-29' };
const threshold = (key: string, fen: number) => ({ facts: { parameters: { [key]: fen } } });
const seenOf = (amountShown: string) => ({ 投资额: amountShown, 两步审批标准: '500万元' });

/** Returns the dossier under examination with a change. */
const dossier = (change: Partial<NonNullable<ProjectContext['dossiers']['combined']>>) => ({ dossiers: { combined: change } });
const bare = { dossier: null, dossiers: {} };
const noDossier = (usual: ProjectContext): ProjectContext => ({ ...usual, ...bare });

const seenAmount = (text: string) => ({ 投资额: text });
const twoSteps = [
  ...proves(
    feasibilityApproved,
    {
      passes: '恰为500万元，可研已批复',
      context: {
        amounts: [amount('estimate', wan(500))],
        dossiers: { feasibility: { ...dossierPart, approved: { number: '青数批〔2025〕2号', date: '2025-05-06', amountFen: wan(600) } } },
      },
    },
    { passes: '低于两步审批标准：没有可研', context: { amounts: [amount('estimate', wan(500) - 1)], dossiers: { feasibility: undefined } } },
    { fails: '可研已报批、未批复', context: { amounts: [amount('estimate', wan(600))], dossiers: { feasibility: dossierPart } }, says: '尚未批复' },
    { fails: '恰为500万元，没有可研', context: { amounts: [amount('estimate', wan(500))], dossiers: { feasibility: undefined } } },
  ),
  ...proves(
    designByItself,
    { passes: '恰为500万元：单独报批初步设计', context: { amounts: [amount('estimate', wan(500))] }, seen: seenAmount('500万元') },
    { fails: '499.999999万元：合并报批', context: { amounts: [amount('estimate', wan(500) - 1)] }, says: '不分两步审批', seen: seenAmount('499.999999万元') },
    { fails: '600万元购买服务：另有方案', context: { ...service, amounts: [amount('estimate', wan(600))] } },
  ),
  ...provesAt(
    'submitCombined',
    combinedOnlyBelow,
    { passes: '499.999999万元：可以合并审批', data: { budgetFen: wan(499.999999) }, seen: seenOf('499.999999万元') },
    { fails: '恰为500万元：须两步审批', data: { budgetFen: wan(500) }, says: ['投资额500万元', '已达500万元'], seen: seenOf('500万元') },
    { fails: '续建500万元：同样须两步审批', context: continuation, data: { budgetFen: wan(500) } },
    { passes: '购买服务500万元：不分两步', context: service, data: { budgetFen: wan(500) } },
    { passes: '运维500万元：不分两步', context: operation, data: { budgetFen: wan(500) } },
    { passes: '概算未填：由表单检查', data: {}, seen: seenOf('0万元') },
    { fails: '标准调整为400万元后，恰为400万元', data: { budgetFen: wan(400) }, ...threshold('threshold.twoStepApproval', wan(400)), says: '已达400万元' },
  ),
  ...provesAt(
    'approve',
    'approval.combined-only-below',
    { passes: '批复499.999999万元：可以合并审批', data: { approvedFen: wan(499.999999) }, seen: seenOf('499.999999万元') },
    { fails: '批复恰为500万元：须两步审批', data: { approvedFen: wan(500) }, says: '投资额500万元' },
  ),
  ...proves(
    withinExamined,
    { passes: '批复金额等于报批金额', context: budgeted(wan(300)), data: { approvedFen: wan(300) }, seen: { 批复金额: '300万元', 报批金额: '300万元' } },
    { passes: '批复金额少于报批金额', data: { approvedFen: wan(290) } },
    { fails: '批复金额多1分', data: { approvedFen: wan(300) + 1 }, says: ['300.000001万元', '超过报批金额300万元'] },
    { fails: '没有报批文件', context: noDossier, data: { approvedFen: 1 }, seen: { 批复金额: '0.000001万元', 报批金额: '0万元' } },
  ),
];

const upperReview = [
  ...proves(
    provinceConsented,
    {
      passes: '499.999999万元：无需市、省审核',
      context: dossier({ amountFen: wan(499.999999) }),
      data: { approvedFen: wan(499.999999) },
      seen: { 投资额: '499.999999万元' },
    },
    {
      fails: '恰为500万元，未经市、省审核：不能批复',
      context: dossier({ amountFen: wan(500) }),
      data: { approvedFen: wan(500) },
      says: ['投资额500万元', '未经市级审核，未经省级审核同意'],
      seen: { 投资额: '500万元', 市级审核: null, 省级审核: null },
    },
    {
      fails: '600万元，市级已审、省级未同意：不能批复',
      context: dossier({ amountFen: wan(600), city }),
      data: {},
      says: '初步设计未经省级审核同意',
      seen: { 投资额: '600万元', 市级审核: '市数审2号', 省级审核: null },
    },
    {
      fails: '600万元，只有省级意见：不能批复',
      context: dossier({ amountFen: wan(600), province }),
      says: '未经市级审核',
      seen: { 投资额: '600万元', 市级审核: null, 省级审核: '省数审2号' },
    },
    {
      passes: '600万元，市、省均已同意',
      context: dossier({ amountFen: wan(600), city, province }),
      data: { approvedFen: wan(600) },
      seen: { 投资额: '600万元', 市级审核: '市数审2号', 省级审核: '省数审2号' },
    },
    { passes: '续建600万元：不报市、省', context: { ...continuation, ...dossier({ amountFen: wan(600) }) }, data: {} },
    { passes: '运维600万元：不报市、省', context: { ...operation, ...dossier({ amountFen: wan(600) }) }, data: {} },
    { fails: '购买服务600万元：要报市、省', context: { ...service, ...dossier({ amountFen: wan(600) }) }, data: {} },
    { fails: '报批600万元，批复490万元：按较大的金额', context: dossier({ amountFen: wan(600) }), data: { approvedFen: wan(490) } },
    { passes: '报批490万元，批复500万元：由批复金额的规则判断', context: dossier({ amountFen: wan(490) }), data: { approvedFen: wan(500) } },
    { passes: '没有报批文件', context: noDossier, data: {}, seen: { 投资额: '0万元' } },
  ),
  ...proves(
    approvedAmountConsented,
    { passes: '报批、批复都不到500万元', context: dossier({ amountFen: wan(490) }), data: { approvedFen: wan(490) } },
    {
      fails: '报批490万元，批复500万元：未经市、省审核',
      context: dossier({ amountFen: wan(490) }),
      data: { approvedFen: wan(500) },
      says: ['投资额500万元', '未经市级审核，未经省级审核同意'],
      seen: { 投资额: '500万元', 市级审核: null, 省级审核: null },
    },
    { fails: '没有报批文件而批复500万元', context: noDossier, data: { approvedFen: wan(500) }, says: '500万元' },
    {
      fails: '报批490万元，市级已审，批复500万元',
      context: dossier({ amountFen: wan(490), city }),
      data: { approvedFen: wan(500) },
      says: '初步设计未经省级审核同意',
    },
    {
      fails: '报批490万元，只有省级意见，批复500万元',
      context: dossier({ amountFen: wan(490), province }),
      data: { approvedFen: wan(500) },
      says: '未经市级审核',
    },
    {
      passes: '报批490万元，市、省均已同意，批复500万元',
      context: dossier({ amountFen: wan(490), city, province }),
      data: { approvedFen: wan(500) },
      seen: { 投资额: '500万元', 市级审核: '市数审2号', 省级审核: '省数审2号' },
    },
    { passes: '报批已达500万元：由报批金额的规则判断', context: dossier({ amountFen: wan(500) }), data: { approvedFen: wan(500) }, seen: {} },
    { passes: '续建：不报市、省', context: { ...continuation, ...dossier({ amountFen: wan(490) }) }, data: { approvedFen: wan(500) } },
  ),
  ...proves(
    upperReviewNeeded,
    { passes: '恰为500万元：要报市局', context: dossier({ amountFen: wan(500) }) },
    { fails: '499.999999万元：不需要报市局', context: dossier({ amountFen: wan(499.999999) }), says: '不需要' },
    { fails: '续建500万元：不需要报市局', context: { ...continuation, ...dossier({ amountFen: wan(500) }) } },
    { passes: '升级改造500万元：要报市局', context: { declaration: { projectType: 'upgrade' }, ...dossier({ amountFen: wan(500) }) } },
    { fails: '没有报批文件：不需要报市局', context: noDossier },
    { passes: '标准调整为300万元后，恰为300万元', ...threshold('threshold.upperReview', wan(300)) },
  ),
];

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

const others = [
  ...proves(
    dossierEndorsed,
    { passes: '没有主管部门的单位：直接审批' },
    { passes: '下属单位，主管部门已审核报批文件', context: { applicant: { superior: 'health' }, ...dossier({ endorsedOn: '2025-05-14' }) } },
    { fails: '下属单位，主管部门未审核报批文件', context: { applicant: { superior: 'health' } }, says: '主管部门尚未审核' },
    { fails: '下属单位，没有报批文件', context: (usual) => ({ ...noDossier(usual), applicant: { ...usual.applicant, superior: 'health' } }) },
  ),
  ...proves(
    intranetApproved,
    { passes: '电子政务外网：无需前置审批', seen: { 部署网络: '电子政务外网' } },
    {
      passes: '电子政务内网，已前置审批',
      context: { declaration: { networkZone: 'intranet' }, intranetApproval: { number: '青办批1号', date: '2025-05-15' } },
      seen: { 部署网络: '电子政务内网' },
    },
    { fails: '电子政务内网，未前置审批', context: { declaration: { networkZone: 'intranet' } }, says: '县委办公室' },
  ),
  ...proves(
    intranetProject,
    { passes: '电子政务内网：可以前置审批', context: { declaration: { networkZone: 'intranet' } } },
    { fails: '电子政务外网：无需前置审批', says: '不在电子政务内网' },
  ),
  ...proves(
    operationReviewed,
    { passes: '新建项目：不需要运维审查' },
    { passes: '运维项目，已经审定', context: { ...operation, operationApproval } },
    { fails: '运维项目，尚未审定', context: operation, says: ['财政部门会同数据资源管理部门审查', '不在本案件报批'] },
  ),
];

const works = { landAndEnvironment: ['landAndEnvironment'], other: ['other', 'combinedReport'] };
const added = (waivesProposal?: boolean) => ({
  amounts: [amount('estimate', wan(600))],
  outOfPlan: {
    reason: '上级部署',
    ...(waivesProposal === undefined ? {} : { government: { number: '青政秘〔2025〕2号', date: '2025-05-06', waivesProposal } }),
  },
});

const documents = [
  ...proves(
    'approval.landAndEnvironment-attached',
    { passes: '不含土建、不高能耗：无需上传' },
    {
      fails: '含新建土建工程，未上传审批文件',
      context: { declaration: { newCivilWorks: true } },
      facts: { documents: works.other },
      says: '土建或高能耗项目审批文件',
    },
    { fails: '高能耗，未上传审批文件', context: { declaration: { highEnergy: true } } },
    {
      passes: '含新建土建工程，已上传审批文件',
      context: { declaration: { newCivilWorks: true } },
      facts: { documents: [...works.other, ...works.landAndEnvironment] },
    },
    { passes: '高能耗，已上传审批文件', context: { declaration: { highEnergy: true } }, facts: { documents: works.landAndEnvironment } },
  ),
  ...proves(
    'approval.specialSituation-attached',
    { passes: '依托平台：无需说明' },
    { fails: '不依托平台，没有情况说明', context: { declaration: { onPlatform: false } }, says: '不依托平台的情况说明' },
    { passes: '不依托平台，已上传情况说明', context: { declaration: { onPlatform: false } }, facts: { documents: ['specialSituation'] } },
  ),
  ...proves(
    'approval.videoIntegration-attached',
    { passes: '业务信息系统：无需说明' },
    { fails: '公共场所视频监控，没有整合说明', context: { declaration: { category: 'videoSurveillance' } }, says: '视频资源整合共享说明' },
    { passes: '公共场所视频监控，已上传整合说明', context: { declaration: { category: 'videoSurveillance' } }, facts: { documents: ['videoIntegration'] } },
  ),
  ...proves(
    'approval.projectProposal-attached',
    { passes: '年度计划内：不再审批项目建议书' },
    { fails: '计划外追加，没有项目建议书', context: added(false), says: '项目建议书' },
    { fails: '计划外追加，批准文件未登记', context: added() },
    { passes: '计划外追加，已上传项目建议书', context: added(false), facts: { documents: ['projectProposal'] } },
    { passes: '计划外追加，县政府同意免报', context: added(true) },
    { passes: '计划外追加499.999999万元：无需项目建议书', context: { ...added(false), amounts: [amount('estimate', wan(500) - 1)] } },
    { fails: '计划外追加恰为500万元：须项目建议书', context: { ...added(false), amounts: [amount('estimate', wan(500))] } },
    {
      fails: '估算低于500万元，报批恰为500万元：须项目建议书',
      context: { ...added(false), amounts: [amount('estimate', wan(400))], dossiers: { combined: { amountFen: wan(500) } } },
    },
    { fails: '估算500万元，还没有报批文件：须项目建议书', context: { ...added(false), amounts: [amount('estimate', wan(500))], dossier: null } },
  ),
];

const review = (conclusion: 'passed' | 'passedAfterRevision' | 'failed') => ({ specialReview: { date: '2025-05-20', experts: [], conclusion } });
const apart = { declaration: { onPlatform: false } };

const apartFromPlatform = [
  ...proves(offPlatform, { passes: '不依托平台的项目：可以登记专业评审', context: apart }, { fails: '依托平台的项目：不需要专业评审' }),
  ...proves(
    speciallyReviewed,
    { passes: '依托平台：不需要专业评审' },
    { passes: '不依托平台，专业评审通过', context: { ...apart, dossiers: { combined: review('passed') } }, seen: { 专业评审: '通过' } },
    { passes: '不依托平台，专业评审修改后通过', context: { ...apart, dossiers: { combined: review('passedAfterRevision') } } },
    { fails: '不依托平台，未经专业评审', context: apart, says: '未经专业评审，不予审批', seen: { 专业评审: '未评审' } },
    {
      fails: '不依托平台，专业评审不通过',
      context: { ...apart, dossiers: { combined: review('failed') } },
      says: '专业评审不通过',
      seen: { 专业评审: '不通过' },
    },
    { fails: '不依托平台，还没有报批文件', context: { ...apart, dossier: null }, says: '未经专业评审' },
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

export const approvalExamples = [...twoSteps, ...upperReview, ...designed, ...others, ...documents, ...apartFromPlatform, ...budget];
