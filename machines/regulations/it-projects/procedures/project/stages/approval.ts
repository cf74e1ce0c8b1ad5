import type { Facts } from '#machines/kit/case/facts.js';
import { attachmentsHere, inOwnName } from '../../../desk.js';
import { OVERSEERS } from '../../../parties.js';
import type { Company, DossierKey, ProjectContext } from '../context.js';
import { isOperation, isService, presentAmount, registeredOn } from '../context.js';
import { dossier } from '../dossier.js';
import { operationReview } from '../operation.js';
import {
  approvedAmountConsented,
  combinedAmountConsented,
  combinedApprovedBelow,
  combinedConsented,
  combinedOnlyBelow,
  designByItself,
  feasibilityApproved,
  intranetApproved,
  needsFeasibility,
  proposalAttached,
  provinceConsented,
  situationExplained,
  speciallyReviewed,
  videoIntegrated,
  worksApproved,
} from '../rules/approval.js';
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
} from '../rules/design.js';
import { attached, paper, papersNow, notBefore, notInFuture, type ProjectRule } from '../rules/common.js';
import { planAmountAdjusted, plannedDrift, studyDrift, studyGrows } from '../rules/drift.js';
import { designerNamed } from '../rules/designer.js';
import { expertsReviewed } from '../rules/experts.js';
import { participantsConfirmed } from '../rules/participation.js';
import { blocked, choose, on, to } from '../setup.js';

type DesignData = { budgetFen: number } & Omit<
  NonNullable<ProjectContext['dossiers']['design']>,
  'submittedOn' | 'amountFen'
>;

const handIn =
  (key: DossierKey) =>
  (context: ProjectContext, data: DesignData, facts: Facts): Partial<ProjectContext> => {
    const { budgetFen, ...design } = data;
    return {
      ...papersNow(facts),
      dossier: key,
      dossiers: { ...context.dossiers, [key]: { ...design, amountFen: budgetFen, submittedOn: facts.today } },
    };
  };

const bare = {
  sharingChapter: false,
  securityChapter: false,
  cryptographyChapter: false,
  operationChapter: false,
  operationCostInBudget: false,
};

const study = {
  by: 'applicant' as const,
  clauses: ['2.2.2b'] as const,
  rules: [designerNamed, attached('feasibilityReport'), proposalAttached, ...plannedDrift],
  record: (
    context: ProjectContext,
    data: { investmentFen: number; designer?: Company | undefined },
    facts: Facts,
  ): Partial<ProjectContext> => ({
    ...papersNow(facts),
    dossier: 'feasibility',
    dossiers: {
      ...context.dossiers,
      feasibility: {
        ...bare,
        amountFen: data.investmentFen,
        submittedOn: facts.today,
        ...(data.designer ? { designer: data.designer } : {}),
      },
    },
  }),
};

/** The rules of every approval of a system, in one step or two. */
const always = [
  expertsReviewed,
  intranetApproved,
  situationExplained,
  speciallyReviewed,
  videoIntegrated,
  worksApproved,
  participantsConfirmed,
];
/** `above`: what city and province must have said, or what is done where nobody asks them. */
const designRules = (above: readonly ProjectRule<{ approvedFen: number }>[]) => [
  ...always,
  ...above,
  catalogued,
  lackExplained,
  sharingAnalysed,
  securityDesigned,
  cryptographyDesigned,
  operationDesigned,
  noOperationCost,
  noOperationWords,
];

const planDecidedOn = ({ plan, outOfPlan }: ProjectContext): string | undefined =>
  (plan.issued ?? outOfPlan?.government)?.date;

/**
 * 申报与审批: one or two steps by amount; three documents of a service; an operation is reviewed in a case of its own
 * (二(二)1–6, 二(五)4).
 */
export const approval = {
  meta: { stage: 'approval', label: '申报审批' },
  initial: 'choosing' as const,
  on: {
    ...blocked('submitDesign', { by: 'applicant', clauses: ['2.2.2b'], rules: [designByItself, feasibilityApproved] }),
    ...blocked('submitCombined', { by: 'applicant', clauses: ['2.2.2b'], rules: [combinedOnlyBelow] }),
    // From here on the offices of 二(六)1 supervise the project, so they see it.
    ...on('leaveOpinion', {
      by: OVERSEERS,
      clauses: ['2.6.1a', '2.6.1b', '3.2b', '3.2c', '3.2e', '3.2g'],
      rules: [inOwnName, attachmentsHere],
      exempt: true,
    }),
    ...on('recordPlanAdjustment', {
      by: 'dataBureau',
      clauses: ['2.1.4', '2.1.3b'],
      rules: [
        ...paper('planAdjustment'),
        notInFuture('date', '调整日期', '2.1.4'),
        notBefore('date', '调整日期', planDecidedOn, '计划下达或者批准追加日期', '2.1.4'),
        planAmountAdjusted,
      ],
      record: (_, { number, date, amountFen }) => ({ planAdjusted: { number, date, amountFen } }),
    }),
    ...on('recordIntranetApproval', {
      by: 'countyOffice',
      decides: true,
      clauses: ['3.2f'],
      rules: [
        ...paper('intranetApproval'),
        notInFuture('date', '审批日期', '3.2f'),
        notBefore('date', '审批日期', registeredOn, '项目登记日期', '3.2f'),
      ],
      when: ({ context }) => context.declaration.networkZone === 'intranet',
      whenLabel: '部署在电子政务内网',
      record: (_, { number, date }) => ({ intranetApproval: { number, date } }),
    }),
  },
  states: {
    choosing: choose(
      {
        to: to('approval.operationReview'),
        clauses: ['2.5.4'],
        when: ({ context }) => isOperation(context),
        whenLabel: '运维',
      },
      {
        to: to('approval.servicePlan'),
        clauses: ['2.2.2d'],
        when: ({ context }) => isService(context),
        whenLabel: '购买服务',
      },
      {
        to: to('approval.feasibility'),
        clauses: ['2.2.2b'],
        whenLabel: '达到两步审批标准',
        when: ({ context, facts }) => needsFeasibility(context, presentAmount(context), facts),
      },
      { to: to('approval.combined'), clauses: ['2.2.2c'], whenLabel: '低于两步审批标准' },
    ),

    feasibility: dossier({
      key: 'feasibility',
      label: '可行性研究报告',
      clause: '2.2.2b',
      fixes: 'feasibility',
      next: to('approval.design'),
      submit: (law) => on('submitFeasibility', { ...study, ...law }),
      rules: [...always, proposalAttached],
    }),

    design: dossier({
      key: 'design',
      label: '初步设计和概算',
      clause: '2.2.2b',
      fixes: 'budget',
      next: to('procurement'),
      upper: true,
      restudied: on('submitFeasibility', {
        ...study,
        to: to('approval.feasibility.handedIn'),
        rules: [...study.rules, studyGrows],
      }),
      submit: (law) =>
        on('submitDesign', {
          ...law,
          clauses: ['2.2.2b'],
          rules: [
            feasibilityApproved,
            designerNamed,
            budgetAddsUp,
            ...plannedDrift,
            ...studyDrift,
            attached('designScheme'),
            attached('budgetStatement'),
          ],
          record: handIn('design'),
        }),
      rules: [feasibilityApproved, ...designRules([provinceConsented, approvedAmountConsented])],
    }),

    combined: dossier({
      key: 'combined',
      label: '合并报批文本',
      clause: '2.2.2c',
      fixes: 'budget',
      next: to('procurement'),
      submit: (law) =>
        on('submitCombined', {
          ...law,
          clauses: ['2.2.2c'],
          rules: [combinedOnlyBelow, designerNamed, budgetAddsUp, ...plannedDrift, attached('combinedReport')],
          record: handIn('combined'),
        }),
      rules: [...designRules([combinedConsented, combinedAmountConsented]), combinedApprovedBelow],
    }),

    servicePlan: dossier({
      key: 'servicePlan',
      label: '购买服务方案',
      clause: '2.2.2d',
      fixes: 'budget',
      next: to('procurement'),
      upper: true,
      submit: (law) =>
        on('submitServicePlan', {
          ...law,
          clauses: ['2.2.2d'],
          rules: [
            designerNamed,
            budgetAddsUp,
            ...plannedDrift,
            proposalAttached,
            attached('serviceRequirement'),
            attached('systemPlan'),
            attached('serviceBudget'),
          ],
          record: handIn('servicePlan'),
        }),
      rules: [...designRules([provinceConsented, approvedAmountConsented]), proposalAttached],
    }),

    operationReview,
  },
};
