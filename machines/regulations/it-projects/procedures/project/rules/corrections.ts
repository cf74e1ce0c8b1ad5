import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { inWan } from '#machines/kit/words/money.js';
import { dossierUnderReview } from '../context.js';
import { fieldLabel } from '../declaration.js';
import type { DossierChanges } from '../events/approval.js';
import { needsFeasibility } from './approval.js';
import { parameter, projectRule } from './common.js';

/** The rules for a corrected dossier, besides those it had to keep when it was handed in (二(二)2). */

type Correction = { dossier?: DossierChanges | undefined };

export const keepsRoute = projectRule<Correction>({
  id: 'correction.keeps-route',
  clause: '2.2.2b',
  holds: '合并报批的项目，补正后仍低于两步审批标准',
  says: (seen) => `补正后投资额${String(seen['投资额'])}，已达${String(seen['两步审批标准'])}，不能再合并审批`,
  remedy:
    '请把投资概算改到标准以下；确需达到标准的，按原金额“补正后重新提交”并说明情况，由县数据资源管理局“退回”重新编制，“调整投资估算”后“报批可行性研究报告”',
  curedBy: [byForm('budgetFen'), byStep('returnForCorrection')],
  about: 'event',
  judge: ({ context, data, facts }) => {
    const amount = data.dossier?.budgetFen ?? 0;
    const seen = { 投资额: inWan(amount), 两步审批标准: inWan(parameter(facts, 'threshold.twoStepApproval')) };
    return context.dossier === 'combined' && needsFeasibility(context, amount, facts) ? no(seen) : yes(seen);
  },
});

/**
 * The fields of a planned project that can be corrected: wrong statements about its surroundings. The plan has decided
 * what it is and costs.
 */
const CORRECTABLE = ['networkZone', 'onPlatform', 'newCivilWorks', 'highEnergy'];

export const statementOnly = projectRule<{ changes: object }>({
  id: 'correction.statement-only',
  clause: '2.1.4',
  holds: '列入计划以后，申报内容只更正部署网络、是否依托平台、是否含土建、是否高能耗',
  says: (seen) => `列入计划以后不能再修改：${String(seen['不能修改'])}`,
  remedy:
    '请只更正部署网络、是否依托平台、是否含土建、是否高能耗；投资估算请办理“调整投资估算”，可研已经批复的，重新“报批可行性研究报告”；建设内容变化大的，“撤回项目”后重新登记',
  curedBy: [byForm('changes'), byStep('reviseEstimate'), byStep('submitFeasibility'), byStep('withdraw')],
  about: 'event',
  judge: ({ data }) => {
    const others = Object.keys(data.changes).filter((key) => !CORRECTABLE.includes(key));
    return others.length === 0 ? yes() : no({ 不能修改: others.map(fieldLabel).join('、') });
  },
});

export const budgetStillAddsUp = projectRule<Correction>({
  id: 'correction.budget-adds-up',
  clause: '2.2.2b',
  holds: '补正后概算明细合计等于概算总额',
  says: (seen) => `补正后概算明细合计${String(seen['明细合计'])}，与概算总额${String(seen['概算总额'])}不符`,
  remedy: '请一并补正概算明细和概算总额',
  curedBy: [byForm('budgetLines', 'budgetFen')],
  about: 'event',
  judge: ({ context, data }) => {
    const { amountFen = 0, budgetLines } = dossierUnderReview(context) ?? {};
    const lines = data.dossier?.budgetLines ?? budgetLines ?? [];
    const total = data.dossier?.budgetFen ?? amountFen;
    const sum = lines.reduce((all, l) => all + l.amountFen, 0);
    return verdict(lines.length === 0 || sum === total, { 明细合计: inWan(sum), 概算总额: inWan(total) });
  },
});
