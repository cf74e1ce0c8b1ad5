import { wan } from '#machines/kit/words/money.js';
import { proves } from '../testing/ground.js';
import { abovePlanEstimate, aboveStudy, planAmountAdjusted, studyGrows, withinPlanEstimate, withinStudy } from './drift.js';

const issued = { number: '青数〔2025〕1号', date: '2025-04-29', item: '1', amountFen: wan(300) };
const planned = { plan: { year: 2025, issued } };
const added = {
  plan: { year: undefined, issued: undefined },
  outOfPlan: { reason: '上级部署', government: { number: '青政秘〔2025〕2号', date: '2025-05-06', waivesProposal: false, amountFen: wan(200) } },
};
const adjusted = { ...planned, planAdjusted: { number: '青政秘〔2025〕9号', date: '2025-05-07', amountFen: wan(400) } };
const studied = {
  dossiers: { feasibility: { submittedOn: '2025-05-12', amountFen: wan(520), approved: { number: '青数批1号', date: '2025-05-20', amountFen: wan(520) } } },
};
const unapproved = { dossiers: { feasibility: { submittedOn: '2025-05-12', amountFen: wan(520), approved: undefined } } };

export const driftExamples = [
  ...proves(
    withinPlanEstimate,
    { passes: '恰超出10%：可以', context: planned, data: { estimateFen: wan(330) }, seen: { 金额: '330万元', 计划金额: '300万元', 超出: '10%', 上限: '10%' } },
    {
      fails: '比10%多1分',
      context: planned,
      data: { estimateFen: wan(330) + 1 },
      says: '比计划金额300万元超出略高于10%，超过10%',
      seen: { 金额: '330.000001万元', 计划金额: '300万元', 超出: '略高于10%', 上限: '10%' },
    },
    { passes: '低于计划金额', context: planned, data: { estimateFen: wan(299) }, seen: { 金额: '299万元', 计划金额: '300万元', 超出: '0%', 上限: '10%' } },
    { fails: '可研投资额', context: planned, data: { investmentFen: wan(331) } },
    { fails: '概算', context: planned, data: { budgetFen: wan(331) } },
    { fails: '批复金额', context: planned, data: { approvedFen: wan(331) } },
    { fails: '补正后的可研投资额', context: planned, data: { dossier: { investmentFen: wan(331) } } },
    { fails: '补正后的概算', context: planned, data: { dossier: { budgetFen: wan(331) } } },
    { passes: '补正不改金额', context: planned, data: { dossier: {} } },
    { passes: '没有填写金额', context: planned, data: {} },
    { passes: '早先的计划没有记下金额：不作比较', context: { plan: { issued: { ...issued, amountFen: undefined } } }, data: { budgetFen: wan(9000) } },
    { passes: '计划外追加：恰超出批准金额的10%', context: added, data: { budgetFen: wan(220) } },
    { fails: '计划外追加：比批准金额的10%多1分', context: added, data: { budgetFen: wan(220) + 1 } },
    { passes: '县政府已调整计划：按调整后的金额', context: adjusted, data: { budgetFen: wan(440) } },
    { fails: '比调整后的金额多出10%再多1分', context: adjusted, data: { budgetFen: wan(440) + 1 } },
    { passes: '比例调整为20%后', context: planned, data: { budgetFen: wan(360) }, facts: { parameters: { 'plan.overEstimate': 20 } } },
  ),
  ...proves(
    abovePlanEstimate,
    { passes: '恰为计划金额', context: planned, data: { budgetFen: wan(300) }, seen: { 金额: '300万元', 计划金额: '300万元', 超出: '0%' } },
    { fails: '比计划金额多3万元：提示', context: planned, data: { budgetFen: wan(303) }, says: '金额303万元，比计划金额300万元超出1%' },
    { fails: '比计划金额多1分：提示', context: planned, data: { budgetFen: wan(300) + 1 } },
  ),
  ...proves(
    withinStudy,
    {
      passes: '恰超出10%：可以',
      context: studied,
      data: { budgetFen: wan(572) },
      seen: { 金额: '572万元', 可研批复投资: '520万元', 超出: '10%', 上限: '10%' },
    },
    { fails: '比10%多1分', context: studied, data: { budgetFen: wan(572) + 1 }, says: '比可研批复投资520万元超出略高于10%，超过10%' },
    { passes: '没有可研批复：不作比较', context: { dossiers: {} }, data: { budgetFen: wan(9000) } },
    { passes: '可研尚未批复：不作比较', context: unapproved, data: { budgetFen: wan(9000) } },
    { passes: '比例调整为20%后', context: studied, data: { budgetFen: wan(624) }, facts: { parameters: { 'budget.overStudy': 20 } } },
  ),
  ...proves(
    aboveStudy,
    { passes: '恰为可研批复投资', context: studied, data: { budgetFen: wan(520) }, seen: { 金额: '520万元', 可研批复投资: '520万元', 超出: '0%' } },
    { fails: '比可研批复投资多1分：提示', context: studied, data: { budgetFen: wan(520) + 1 }, says: '金额520.000001万元，比可研批复投资520万元超出' },
  ),
  ...proves(
    planAmountAdjusted,
    { passes: '调整计划金额', context: planned, data: { amountFen: wan(400) } },
    { fails: '与计划金额相同', context: planned, data: { amountFen: wan(300) }, says: '计划金额与原来相同' },
  ),
  ...proves(
    studyGrows,
    { passes: '投资有变化', context: studied, data: { investmentFen: wan(521) } },
    { fails: '投资没有变化', context: studied, data: { investmentFen: wan(520) }, says: '已按520万元批复，投资没有变化', seen: { 可研批复投资: '520万元' } },
    { passes: '没有可研批复', context: { dossiers: {} }, data: { investmentFen: wan(520) } },
  ),
];
