import { byForm, byStep, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { no, verdict, yes, type Seen } from '#machines/kit/law/rule.js';
import { inWan, percentOf, withinPercent, type Fen } from '#machines/kit/words/money.js';
import { alters } from '../../../common/alters.js';
import { plannedAmount, type ProjectContext } from '../context.js';
import { documents } from '../documents.js';
import { parameter, projectRule, type ProjectRule } from './common.js';

/**
 * An amount grows on its way from the plan to the budget. Within a share it is said; above it the paper it rests on is
 * made anew: the plan by the county government, the study by a new approval.
 */

/** An amount under the name it has in each form. */
export interface Stated {
  estimateFen?: Fen | undefined;
  investmentFen?: Fen | undefined;
  budgetFen?: Fen | undefined;
  approvedFen?: Fen | undefined;
  dossier?: { investmentFen?: Fen | undefined; budgetFen?: Fen | undefined } | undefined;
}
const statedIn = ({ estimateFen, approvedFen, dossier, ...form }: Stated): Fen | undefined => {
  const { investmentFen, budgetFen } = dossier ?? form;
  return estimateFen ?? approvedFen ?? investmentFen ?? budgetFen;
};

const studied = ({ dossiers }: ProjectContext): Fen | undefined => dossiers.feasibility?.approved?.amountFen;

const compared = (amount: Fen, base: Fen, baseLabel: string, most?: number): Seen => ({
  金额: inWan(amount),
  [baseLabel]: inWan(base),
  超出: percentOf(Math.max(amount - base, 0), base),
  ...(most === undefined ? {} : { 上限: `${most}%` }),
});

/** Judges an amount by one that was decided before. There is nothing to compare while one of them is missing. */
const against = (
  base: (context: ProjectContext) => Fen | undefined,
  label: string,
  key?: 'plan.overEstimate' | 'budget.overStudy',
): Pick<ProjectRule<Stated>, 'judge'> & { about: 'event' } => ({
  about: 'event',
  judge: ({ context, data, facts }) => {
    const [amount, decided] = [statedIn(data), base(context)];
    if (amount === undefined || decided === undefined) return yes();
    const most = key && parameter(facts, key);
    return verdict(withinPercent(amount - decided, decided, most ?? 0), compared(amount, decided, label, most));
  },
});

const PLANNED = '计划金额';
const STUDIED = '可研批复投资';
const over = (seen: Seen, base: string): string =>
  `金额${String(seen['金额'])}，比${base}${String(seen[base])}超出${String(seen['超出'])}`;

export const withinPlanEstimate = projectRule<Stated>({
  ...against(plannedAmount, PLANNED, 'plan.overEstimate'),
  id: 'approval.within-plan-estimate',
  clause: '2.1.4',
  holds: '金额没有超出列入计划的金额过多',
  says: (seen) => `${over(seen, PLANNED)}，超过${String(seen['上限'])}`,
  remedy: `请控制在计划金额的规定比例以内；确需增加的，由县数据资源管理局报县政府调整计划，上传“${documents.planAdjustment.label}”，“登记县政府对计划的调整”后再办理`,
  curedBy: [byForm('estimateFen', 'investmentFen', 'budgetFen', 'approvedFen'), byStep('recordPlanAdjustment')],
});

export const abovePlanEstimate = projectRule<Stated>({
  ...against(plannedAmount, PLANNED),
  id: 'approval.above-plan-estimate',
  clause: '2.1.4',
  holds: '金额不超过列入计划的金额',
  says: (seen) => over(seen, PLANNED),
  remedy: '请核对；在规定比例以内的，可以办理',
  curedBy: [byForm('estimateFen', 'investmentFen', 'budgetFen', 'approvedFen'), NOTHING_TO_DO],
  weight: 'advice',
});

export const withinStudy = projectRule<Stated>({
  ...against(studied, STUDIED, 'budget.overStudy'),
  id: 'approval.within-study',
  clause: '2.2.2b',
  holds: '概算没有超出可行性研究报告批复的投资过多',
  says: (seen) => `${over(seen, STUDIED)}，超过${String(seen['上限'])}`,
  remedy:
    '请控制在可研批复投资的规定比例以内；确需增加的，重新“报批可行性研究报告”；已经报批初步设计的，先由县数据资源管理局“退回”重新编制',
  curedBy: [byForm('budgetFen', 'approvedFen'), byStep('submitFeasibility'), byStep('returnForCorrection')],
});

export const aboveStudy = projectRule<Stated>({
  ...against(studied, STUDIED),
  id: 'approval.above-study',
  clause: '2.2.2b',
  holds: '概算不超过可行性研究报告批复的投资',
  says: (seen) => over(seen, STUDIED),
  remedy: '请在设计文件中说明超出的原因；在规定比例以内的，可以办理',
  curedBy: [byForm('budgetFen', 'approvedFen'), NOTHING_TO_DO],
  weight: 'advice',
});

/** A corrected study is not compared with itself; it is not approved while it is corrected. */
export const correctionDrift = [withinPlanEstimate, abovePlanEstimate, withinStudy, aboveStudy] as const;

/** For every amount that is stated after the plan, and for one of a design. */
export const plannedDrift = [withinPlanEstimate, abovePlanEstimate] as const;
export const studyDrift = [withinStudy, aboveStudy] as const;

export const planAmountAdjusted = alters<ProjectContext, { amountFen: Fen }>({
  id: 'plan.adjustment-changes-something',
  clause: '2.1.4',
  what: '计划金额',
  fields: ['amountFen'],
  before: (context) => ({ amountFen: plannedAmount(context) }),
  after: ({ amountFen }) => ({ amountFen }),
});

/** A study is made anew because the approved one no longer carries the design. One like it would carry no more. */
export const studyGrows = projectRule<{ investmentFen: Fen }>({
  id: 'approval.study-anew',
  clause: '2.2.2b',
  holds: '重新报批的可行性研究报告，投资与已批复的不同',
  says: (seen) => `可行性研究报告已按${String(seen[STUDIED])}批复，投资没有变化，不需要重新报批`,
  remedy: '请“报批初步设计方案和投资概算”；投资确有变化的，请填写变化后的可研投资额',
  curedBy: [byStep('submitDesign'), byForm('investmentFen')],
  about: 'event',
  judge: ({ context, data }) => {
    const approved = studied(context);
    return approved === data.investmentFen ? no({ [STUDIED]: inWan(approved) }) : yes();
  },
});
