import type { Facts } from '#machines/kit/case/facts.js';
import { byCase, byDocument, byForm, byStep, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { no, verdict, yes, type Seen } from '#machines/kit/law/rule.js';
import { inWan } from '#machines/kit/words/money.js';
import type { ItProjectsClause } from '../../../clauses/all.js';
import { needsUpperReview as reviewedAbove } from '../../../common/rules/upper-review.js';
import { dossierOf, isOperation, isService, presentAmount, type ProjectContext } from '../context.js';
import { NETWORK_ZONES } from '../declaration.js';
import { documents, type DocumentKind } from '../documents.js';
import { parameter, projectRule, type ProjectRule } from './common.js';

/** 二(二)2: from this amount on, a project that its unit builds needs its feasibility study approved first. */
export const needsFeasibility = (context: ProjectContext, amountFen: number, facts: Facts): boolean =>
  !isOperation(context) && !isService(context) && amountFen >= parameter(facts, 'threshold.twoStepApproval');

const needsUpperReview = ({ declaration }: ProjectContext, amountFen: number, facts: Facts): boolean =>
  reviewedAbove(declaration.projectType, amountFen, facts);

export const feasibilityApproved = projectRule({
  id: 'approval.feasibility-first',
  clause: '2.2.2b',
  holds: '可行性研究报告已经批复',
  says: '投资额达到两步审批标准，可行性研究报告尚未批复，不能报批初步设计和概算',
  remedy: '请先“报批可行性研究报告”；已经报批的，等待县数据资源管理局“批复”',
  curedBy: [byStep('submitFeasibility'), byStep('approve')],
  about: 'case',
  judge: ({ context, facts }) =>
    verdict(
      !needsFeasibility(context, presentAmount(context), facts) || context.dossiers.feasibility?.approved !== undefined,
    ),
});

/** A design alone is the second of two steps. Every other project hands all in together, or has a road of its own. */
export const designByItself = projectRule({
  id: 'approval.design-by-itself',
  clause: '2.2.2c',
  holds: '投资额达到两步审批标准，初步设计和概算单独报批',
  says: (seen) => `投资额${String(seen['投资额'])}，本项目不分两步审批，不单独报批初步设计和概算`,
  remedy: '请“报批合并编制文本”；购买服务项目请“报批购买服务方案”',
  curedBy: [byStep('submitCombined'), byStep('submitServicePlan')],
  about: 'case',
  judge: ({ context, facts }) => {
    const amount = presentAmount(context);
    return verdict(needsFeasibility(context, amount, facts), { 投资额: inWan(amount) });
  },
});

type Cured = Required<Pick<ProjectRule, 'remedy' | 'curedBy'>>;

const belowTwoSteps = (
  { remedy, curedBy }: Cured,
  read: (data: { budgetFen?: number; approvedFen?: number }) => number | undefined,
) =>
  projectRule<{ budgetFen?: number; approvedFen?: number }>({
    id: 'approval.combined-only-below',
    clause: '2.2.2b',
    holds: '投资额低于两步审批标准，可以合并审批',
    says: (seen) =>
      `投资额${String(seen['投资额'])}，已达${String(seen['两步审批标准'])}，须先报批可行性研究报告，再报批初步设计和概算`,
    remedy,
    curedBy,
    about: 'event',
    judge: ({ context, data, facts }) => {
      const amount = read(data) ?? 0;
      const seen = { 投资额: inWan(amount), 两步审批标准: inWan(parameter(facts, 'threshold.twoStepApproval')) };
      return needsFeasibility(context, amount, facts) ? no(seen) : yes(seen);
    },
  });

export const combinedOnlyBelow = belowTwoSteps(
  {
    remedy:
      '请把投资概算控制在标准以下；确需达到标准的，“调整投资估算”后“报批可行性研究报告”，可研已经批复的，“报批初步设计方案和投资概算”',
    curedBy: [byForm('budgetFen'), byStep('reviseEstimate'), byStep('submitFeasibility'), byStep('submitDesign')],
  },
  (data) => data.budgetFen,
);

/** A combined document can't grow over the line by a correction: its project takes the road of two steps. */
const inTwoSteps = {
  remedy: '请按报批金额批复；投资确需增加的，办理“退回”，由项目单位重新编制，“调整投资估算”后“报批可行性研究报告”',
  curedBy: [byForm('approvedFen'), byStep('returnForCorrection')],
};
export const combinedApprovedBelow = belowTwoSteps(inTwoSteps, (data) => data.approvedFen);

type Dossier = NonNullable<ReturnType<typeof dossierOf>>;

const upperConsent = (amount: number, dossier: Dossier | undefined) => {
  const seen = {
    投资额: inWan(amount),
    市级审核: dossier?.city?.number ?? null,
    省级审核: dossier?.province?.number ?? null,
  };
  return verdict(dossier?.city !== undefined && dossier.province !== undefined, seen);
};

const notConsented = (seen: Seen): string =>
  `投资额${String(seen['投资额'])}，初步设计${seen['市级审核'] ? '' : '未经市级审核，'}未经省级审核同意，县级不能批复`;

const consented = (cure: Cured) =>
  projectRule({
    id: 'approval.province-consented',
    clause: '2.2.4',
    holds: '达到标准的项目，初步设计已经市级审核、省级审核同意',
    says: notConsented,
    ...cure,
    about: 'case',
    judge: ({ context, facts }) => {
      const dossier = dossierOf(context);
      const amount = dossier?.amountFen ?? 0;
      return needsUpperReview(context, amount, facts) ? upperConsent(amount, dossier) : yes({ 投资额: inWan(amount) });
    },
  });

export const provinceConsented = consented({
  remedy: '请办理“初步设计报市局审核”，“登记市局审核意见”“登记省级审核意见”均为同意后再批复',
  curedBy: [byStep('sendToCity'), byStep('recordCityReview'), byStep('recordProvinceReview')],
});
export const combinedConsented = consented({
  remedy: '请办理“退回”，由项目单位重新编制，“调整投资估算”后“报批可行性研究报告”',
  curedBy: [byStep('returnForCorrection'), byStep('reviseEstimate'), byStep('submitFeasibility')],
});

/** An approval of more than what was examined would avoid the reviews that the greater amount needs. */
const amountConsented = (cure: Cured) =>
  projectRule<{ approvedFen: number }>({
    id: 'approval.approved-amount-consented',
    clause: '2.2.4',
    holds: '批复金额达到标准的，初步设计已经市级审核、省级审核同意',
    says: notConsented,
    ...cure,
    about: 'event',
    judge: ({ context, data, facts }) => {
      const dossier = dossierOf(context);
      const examined = dossier?.amountFen ?? 0;
      const grows = !needsUpperReview(context, examined, facts) && needsUpperReview(context, data.approvedFen, facts);
      return grows ? upperConsent(data.approvedFen, dossier) : yes();
    },
  });

export const approvedAmountConsented = amountConsented({
  remedy: '请按报批金额批复；确需增加的，办理“退回”，项目单位补正后再办理“初步设计报市局审核”',
  curedBy: [byForm('approvedFen'), byStep('returnForCorrection'), byStep('sendToCity')],
});
export const combinedAmountConsented = amountConsented(inTwoSteps);

export const upperReviewNeeded = projectRule({
  id: 'approval.upper-review-needed',
  clause: '2.2.4',
  holds: '项目需要报市级、省级审核',
  says: '本项目不需要报市级、省级审核',
  remedy: '无需办理；专家评审通过后可以直接“批复”',
  curedBy: [NOTHING_TO_DO, byStep('approve')],
  about: 'case',
  judge: ({ context, facts }) => verdict(needsUpperReview(context, dossierOf(context)?.amountFen ?? 0, facts)),
});

/** The bureau can't approve it while the department still has the paper (二(二)5). */
export const dossierEndorsed = projectRule({
  id: 'approval.endorsed-first',
  clause: '2.2.5',
  holds: '下属单位的报批文件已经主管部门审核',
  says: '主管部门尚未审核，不能直接批复下属单位的报批文件',
  remedy: '由主管部门办理“主管部门审核同意”；已经受理审查的，办理“退回”，由主管部门重新审核',
  curedBy: [byStep('endorse'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context }) => verdict(context.applicant.superior === null || dossierOf(context)?.endorsedOn !== undefined),
});

export const intranetApproved = projectRule({
  id: 'approval.intranet-approved',
  clause: '3.2f',
  holds: '电子政务内网项目已经县委办公室前置审批',
  says: '电子政务内网项目未经县委办公室前置审批',
  remedy: '由县委办公室办理“电子政务内网项目前置审批”',
  curedBy: [byStep('recordIntranetApproval')],
  about: 'case',
  judge: ({ context }) =>
    verdict(context.declaration.networkZone !== 'intranet' || context.intranetApproval !== null, {
      部署网络: NETWORK_ZONES[context.declaration.networkZone],
    }),
});

export const intranetProject = projectRule({
  id: 'approval.intranet-project',
  clause: '3.2f',
  holds: '项目部署在电子政务内网',
  says: '本项目不在电子政务内网，不需要前置审批',
  remedy: '无需办理；部署网络填错的，由项目单位“修改申报内容”，正在审批的先由县数据资源管理局“退回”重新编制',
  curedBy: [NOTHING_TO_DO, byStep('revise'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context }) => verdict(context.declaration.networkZone === 'intranet'),
});

/** An operation is reviewed jointly in a case of its own, and has no dossier to approve (二(五)4). */
export const operationReviewed = projectRule({
  id: 'approval.operation-reviewed',
  clause: '2.5.4',
  holds: '运维项目的方案和预算已经财政部门会同数据资源管理部门审查',
  says: '运维项目的方案和预算由财政部门会同数据资源管理部门审查，不在本案件报批',
  remedy: '由项目单位登记“年度运维方案和预算审核”，并填写本项目编号；作出审核结论后，本项目自动转入采购',
  curedBy: [byCase('operation-review')],
  about: 'case',
  judge: ({ context }) => verdict(!isOperation(context) || context.operationApproval !== null),
});

/** Builds the rule for a document that only some projects need. */
const attachedWhen = (
  kind: DocumentKind,
  clause: ItProjectsClause,
  applies: (context: ProjectContext, facts: Facts) => boolean,
) => {
  const { label } = documents[kind];
  return projectRule({
    id: `approval.${kind}-attached`,
    clause,
    holds: `需要时已上传${label}`,
    says: `本项目须上传${label}`,
    remedy: `请上传“${label}”`,
    curedBy: [byDocument(kind)],
    about: 'case',
    judge: ({ context, facts }) => verdict(!applies(context, facts) || facts.documents.some((d) => d.kind === kind)),
  });
};

export const worksApproved = attachedWhen(
  'landAndEnvironment',
  '2.2.1b',
  (c) => c.declaration.newCivilWorks || c.declaration.highEnergy,
);
export const situationExplained = attachedWhen('specialSituation', '3.4b', (c) => !c.declaration.onPlatform);
export const videoIntegrated = attachedWhen(
  'videoIntegration',
  '3.4d',
  (c) => c.declaration.category === 'videoSurveillance',
);

/**
 * 二(二)3: an addition outside the plan of the two-step size, service or not, still needs its proposal, unless the
 * county government waives it.
 */
export const proposalAttached = attachedWhen(
  'projectProposal',
  '2.2.3',
  (c, facts) =>
    c.outOfPlan !== null &&
    c.outOfPlan.government?.waivesProposal !== true &&
    Math.max(dossierOf(c)?.amountFen ?? 0, presentAmount(c)) >= parameter(facts, 'threshold.twoStepApproval'),
);

export const withinExamined = projectRule<{ approvedFen: number }>({
  id: 'approval.within-examined',
  clause: '2.6.2',
  holds: '批复金额不超过报批金额',
  says: (seen) => `批复金额${String(seen['批复金额'])}超过报批金额${String(seen['报批金额'])}`,
  remedy: '请按报批金额批复；确需增加的，办理“退回”，由项目单位补正或者重新编制后再审核',
  curedBy: [byForm('approvedFen'), byStep('returnForCorrection')],
  about: 'event',
  judge: ({ context, data }) => {
    const examined = dossierOf(context)?.amountFen ?? 0;
    return verdict(data.approvedFen <= examined, { 批复金额: inWan(data.approvedFen), 报批金额: inWan(examined) });
  },
});

export const offPlatform = projectRule({
  id: 'approval.off-platform',
  clause: '3.4b',
  holds: '项目不依托省市一体化数据基础平台',
  says: '本项目依托省市一体化数据基础平台，不需要专业评审',
  remedy: '无需办理；是否依托平台填错的，办理“退回”，由项目单位重新编制时“修改申报内容”',
  curedBy: [NOTHING_TO_DO, byStep('returnForCorrection'), byStep('revise')],
  about: 'case',
  judge: ({ context }) => verdict(!context.declaration.onPlatform),
});

export const speciallyReviewed = projectRule({
  id: 'approval.special-review',
  clause: '3.4b',
  holds: '不依托平台的项目已经专业评审并通过',
  says: (seen) =>
    seen['专业评审'] === '不通过'
      ? '不依托平台建设，专业评审不通过，不予审批'
      : '不依托平台建设，未经专业评审，不予审批',
  remedy: '请组织专业评审，“登记不依托平台项目的专业评审”；不通过的，办理“退回”，由项目单位修改后重新评审',
  curedBy: [byStep('recordSpecialReview'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context }) => {
    if (context.declaration.onPlatform) return yes();
    const conclusion = dossierOf(context)?.specialReview?.conclusion;
    const seen = { 专业评审: conclusion === undefined ? '未评审' : conclusion === 'failed' ? '不通过' : '通过' };
    return verdict(conclusion === 'passed' || conclusion === 'passedAfterRevision', seen);
  },
});
