import type { Case, Example } from '#machines/kit/testing/example.js';
import { wan } from '#machines/kit/words/money.js';
import { amount } from '../../project/testing/ground.js';
import type { ContentChanges } from '../content.js';
import type { ChangeContext } from '../context.js';
import type { ofContent } from '../measured.js';
import { budgets, onProject, other, proves, provesAt } from '../testing/ground.js';
import {
  amountWithin,
  contentNeeded,
  filedInTime,
  goalUnchanged,
  leadershipDocumented,
  planDocumented,
  reasonListed,
  selfDecidable,
  shareWithin,
  technicallyArgued,
  totalWithinBudget,
  withinApprovedPlan,
} from './self-adjustment.js';

type One = Case<ChangeContext, { changes?: ContentChanges }>;

/** Returns the context of a change that was handed in with this content. */
const says = (content: ContentChanges) => ({ context: { content } });
const moves = (increaseFen: number, decreaseFen = increaseFen) => says({ increaseFen, decreaseFen });

const named = (prefix: string, one: One): One =>
  'passes' in one ? { ...one, passes: `${prefix}：${one.passes}` } : { ...one, fails: `${prefix}：${one.fails}` };
const contentOf = (one: One): ContentChanges => (one.context as { content?: ContentChanges } | undefined)?.content ?? {};

/** Repeats each example for a change handed in so, changed so by a correction, and left so by one. */
const both = (rule: ReturnType<typeof ofContent>, ...cases: One[]): Example<ChangeContext>[] => [
  ...provesAt(
    selfDecidable.includes(rule.handedIn) ? ['recordDecision', 'fileChange', 'submitChange'] : ['fileChange', 'submitChange'],
    rule.handedIn,
    ...(cases as Case<ChangeContext, unknown>[]),
  ),
  ...provesAt(
    'resubmit',
    rule.corrected,
    ...cases.flatMap((one) => [named('补正为', { ...one, context: {}, data: { changes: contentOf(one) } }), named('补正不改', { ...one, data: {} })]),
  ),
];

const crossover = { 上限: '100万元' };
const earlier = (...changes: ReturnType<typeof other>[]) => ({ facts: onProject({ changes }) });
const large = (...changes: ReturnType<typeof other>[]) => ({ facts: onProject({ changes, amounts: [amount('budget', wan(800))] }) });

export const selfAdjustmentExamples = [
  ...both(
    totalWithinBudget,
    { passes: '调增等于调减：总投资恰等于概算批复', ...moves(wan(40)), seen: { 变更后总投资: '400万元', 概算批复: '400万元' } },
    { passes: '调减多于调增', ...moves(wan(10), wan(40)), seen: { 变更后总投资: '370万元', 概算批复: '400万元' } },
    { fails: '超过概算批复一分', ...moves(wan(40) + 1, wan(40)), says: ['400.000001万元', '超过概算批复400万元'] },
    { fails: '只增不减', ...moves(wan(1), 0), says: '401万元' },
    { passes: '先前自主调减20万元，本次调增20万元：仍不超概算', ...moves(wan(20), 0), ...earlier(other('made', 0, wan(20))) },
    { fails: '先前自主调减20万元，本次多调增一分', ...moves(wan(20) + 1, 0), ...earlier(other('made', 0, wan(20))) },
    {
      passes: '概算已批准调增到450万元：按新概算',
      ...moves(wan(40)),
      facts: budgets(wan(400), wan(450)),
      seen: { 变更后总投资: '450万元', 概算批复: '450万元' },
    },
    {
      passes: '自主调减在概算重新批准之前：已计入新概算',
      ...moves(0),
      facts: onProject({
        changes: [{ ...other('made', 0, wan(20)), seq: 4 }],
        amounts: [amount('budget', wan(400)), { ...amount('budget', wan(390)), seq: 5 }],
      }),
      seen: { 变更后总投资: '390万元', 概算批复: '390万元' },
    },
    { passes: '未批准的变更不计', ...moves(0), ...earlier(other('closed', wan(50)), other('approved', wan(60))) },
    {
      passes: '本次变更已经备案的金额不重复计算',
      ...moves(wan(20), wan(20)),
      ...earlier({ ...other('made', wan(20)), change: 'this' }),
      seen: { 变更后总投资: '400万元', 概算批复: '400万元' },
    },
  ),
  ...both(goalUnchanged, { passes: '建设目标不变' }, { fails: '建设目标有变化', ...says({ goalUnchanged: false }) }),
  ...both(
    contentNeeded,
    { passes: '主要建设内容确需调整', seen: { 只调整进度: false } },
    { fails: '主要建设内容并非确需调整', ...says({ contentNeedsAdjustment: false }), says: '并非确需调整' },
    {
      passes: '因业务发展只调整进度',
      ...says({ contentNeedsAdjustment: false, increaseFen: 0, decreaseFen: 0, scheduleDays: 30, reason: 'business' }),
      seen: { 只调整进度: true },
    },
    {
      fails: '因决策部署只调整进度：不属于该情形',
      ...says({ contentNeedsAdjustment: false, increaseFen: 0, decreaseFen: 0, scheduleDays: 30, reason: 'leadership' }),
    },
    { fails: '因业务发展调整进度，同时调增', ...says({ contentNeedsAdjustment: false, increaseFen: 1, decreaseFen: 0, scheduleDays: 30, reason: 'business' }) },
    { fails: '因业务发展调整进度，同时调减', ...says({ contentNeedsAdjustment: false, increaseFen: 0, decreaseFen: 1, scheduleDays: 30, reason: 'business' }) },
    { fails: '因业务发展，什么都不变', ...says({ contentNeedsAdjustment: false, increaseFen: 0, decreaseFen: 0, scheduleDays: 0, reason: 'business' }) },
    { fails: '因业务发展，没有填写工期', ...says({ contentNeedsAdjustment: false, increaseFen: 0, decreaseFen: 0, reason: 'business' }) },
    { passes: '因业务发展，内容确需调整', ...says({ reason: 'business' }) },
  ),
  ...both(
    shareWithin,
    { passes: '恰为15.00%：可以', ...moves(wan(60)), seen: { 累计金额: '60万元', 投资总概算: '400万元', 占比: '15%', 上限: '15%' } },
    { fails: '15.01%：须报批', ...moves(wan(60.04)), says: ['60.04万元', '15.01%', '超过15%'] },
    { fails: '比15%多一分：须报批，不显示为15%', ...moves(wan(60) + 1), says: '的15.00000025%，超过15%' },
    { passes: '占10%：可以', ...moves(wan(40)) },
    { fails: '调减61万元，调增10万元：取较大的', ...moves(wan(10), wan(61)), seen: { 累计金额: '61万元', 投资总概算: '400万元', 占比: '15.25%', 上限: '15%' } },
    { fails: '调增61万元，调减10万元：取较大的', ...moves(wan(61), wan(10)) },
    { passes: '只调整工期：金额为零', ...moves(0), seen: { 累计金额: '0万元', 投资总概算: '400万元', 占比: '0%', 上限: '15%' } },
    { passes: '概算666.67万元，变更100万元：不足15%', ...moves(wan(100)), facts: budgets(wan(666.67)) },
    { fails: '概算666.66万元，变更100万元：超过15%', ...moves(wan(100)), facts: budgets(wan(666.66)), says: '略高于15%' },
    {
      passes: '先前30万元，本次30万元：累计恰为15%',
      ...moves(wan(30)),
      ...earlier(other('made', wan(30), wan(30))),
      seen: { 累计金额: '60万元', 投资总概算: '400万元', 占比: '15%', 上限: '15%' },
    },
    { fails: '先前30万元，本次30万元零一分：累计超过15%', ...moves(wan(30) + 1), ...earlier(other('made', wan(30), wan(30))) },
    {
      passes: '先前调减60万元，本次调增60万元：如同一次调整',
      ...moves(wan(60), 0),
      ...earlier(other('made', 0, wan(60))),
      seen: { 累计金额: '60万元', 投资总概算: '400万元', 占比: '15%', 上限: '15%' },
    },
    {
      fails: '先前两次各调增25万元，本次调增11万元',
      ...moves(wan(11), 0),
      ...earlier(other('made', wan(25)), other('made', wan(25))),
      seen: { 累计金额: '61万元', 投资总概算: '400万元', 占比: '15.25%', 上限: '15%' },
    },
    { passes: '未备案、未批准的变更不计入累计', ...moves(wan(60)), ...earlier(other('closed', wan(60)), other('approved', wan(50))) },
    { fails: '概算后来批准为800万元：仍按首次批复的400万元计算比例', ...moves(wan(61)), facts: budgets(wan(400), wan(800)), says: '投资总概算400万元' },
    { fails: '比例调整为10%后，15%', ...moves(wan(60)), facts: { parameters: { 'change.maxShare': 10 } }, says: '超过10%' },
  ),
  ...both(
    amountWithin,
    { passes: '恰为100万元：可以', ...moves(wan(100)), facts: budgets(wan(800)), seen: { 累计金额: '100万元', ...crossover } },
    { fails: '100万元零一分：须报批', ...moves(wan(100) + 1), facts: budgets(wan(800)), says: ['100.000001万元', '超过100万元'] },
    { passes: '概算666.67万元，变更100万元', ...moves(wan(100)), facts: budgets(wan(666.67)) },
    { fails: '概算666.67万元，变更100.0005万元：15%以内，但超过100万元', ...moves(wan(100.0005)), facts: budgets(wan(666.67)) },
    { fails: '调减101万元，调增10万元：取较大的', ...moves(wan(10), wan(101)), facts: budgets(wan(800)) },
    { passes: '先前70万元，本次30万元：累计恰为100万元', ...moves(wan(30)), ...large(other('made', wan(70), wan(70))) },
    { fails: '先前70万元，本次30万元零一分', ...moves(wan(30) + 1), ...large(other('made', wan(70), wan(70))) },
    { passes: '先前调减100万元，本次调增100万元：如同一次调整', ...moves(wan(100), 0), ...large(other('made', 0, wan(100))) },
    { fails: '数额调整为50万元后，60万元', ...moves(wan(60)), facts: { parameters: { 'change.maxAmount': wan(50) } }, says: '超过50万元' },
  ),
  ...both(
    reasonListed,
    { passes: '决策部署', ...says({ reason: 'leadership' }) },
    { passes: '技术方案', ...says({ reason: 'technical' }) },
    { passes: '业务发展', ...says({ reason: 'business' }) },
    { fails: '其他原因', ...says({ reason: 'other' }), says: '三种情形' },
  ),
  ...both(
    leadershipDocumented,
    { passes: '附决策部署文件', ...says({ reason: 'leadership' }), facts: { documents: ['changedScheme', 'leadershipBasis'] } },
    { fails: '没有附决策部署文件', ...says({ reason: 'leadership' }), facts: { documents: ['technicalArgument', 'approvedPlan'] }, says: '决策部署文件' },
    { passes: '因技术方案变更：不需要', ...says({ reason: 'technical' }) },
  ),
  ...both(
    technicallyArgued,
    { passes: '附技术论证意见', ...says({ reason: 'technical' }), facts: { documents: ['technicalArgument'] } },
    { fails: '没有附技术论证意见', ...says({ reason: 'technical' }), facts: { documents: ['leadershipBasis', 'approvedPlan'] }, says: '技术论证意见' },
    { passes: '因决策部署变更：不需要', ...says({ reason: 'leadership' }) },
  ),
  ...both(
    withinApprovedPlan,
    { passes: '在规划框架内', ...says({ reason: 'business', withinApprovedPlan: true }), seen: { 规划框架内: true } },
    {
      fails: '附规划，但不在框架内',
      ...says({ reason: 'business', withinApprovedPlan: false }),
      facts: { documents: ['approvedPlan'] },
      says: '不在已批复的建设规划框架内',
      seen: { 规划框架内: false },
    },
    { fails: '没有说明是否在框架内', ...says({ reason: 'business' }), seen: { 规划框架内: false } },
    { passes: '因技术方案变更：不要求', ...says({ reason: 'technical' }) },
  ),
  ...both(
    planDocumented,
    { passes: '附已批复的建设规划', ...says({ reason: 'business' }), facts: { documents: ['changedScheme', 'approvedPlan'] } },
    {
      fails: '没有附已批复的建设规划',
      ...says({ reason: 'business' }),
      facts: { documents: ['leadershipBasis', 'technicalArgument'] },
      says: '没有附已批复的建设规划',
    },
    { passes: '因技术方案变更：不需要规划', ...says({ reason: 'technical' }) },
  ),
  ...proves(
    filedInTime,
    { passes: '决定当天报备案', data: { decidedOn: '2026-06-01' }, seen: { 内部决策日期: '2026-06-01', 应报备案: '2026-06-08' } },
    { passes: '决定后第五个工作日报备案', data: { decidedOn: '2026-05-25' }, seen: { 内部决策日期: '2026-05-25', 应报备案: '2026-06-01' } },
    {
      fails: '决定后第六个工作日报备案：提示',
      data: { decidedOn: '2026-05-22' },
      says: '应在2026-05-29以前报备案',
      seen: { 内部决策日期: '2026-05-22', 应报备案: '2026-05-29' },
    },
    { passes: '期限调整为6个工作日后，第六个工作日', data: { decidedOn: '2026-05-22' }, facts: { parameters: { 'change.filing': 6 } } },
  ),
];
