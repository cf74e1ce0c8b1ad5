import type { DeepPartial } from '#machines/kit/testing/example.js';
import { wan } from '#machines/kit/words/money.js';
import { endorsedFirst } from '../../../common/endorsement.js';
import { amount } from '../../project/testing/ground.js';
import { CONTRACTOR, SUPERVISOR, panel } from '../../project/testing/lines.js';
import type { ChangeContext } from '../context.js';
import { basisOn, budgets, onProject, other, proves, provesAt } from '../testing/ground.js';
import {
  allowedFirst,
  basisCurrent,
  enoughExperts,
  expertsReviewed,
  governmentDecided,
  independentExperts,
  provinceConsented,
  somethingRemains,
  upperReviewNeeded,
} from './approval.js';

const subordinate = { facts: { unit: { supervisingUnitId: 'health' } } };

/** A change handed in for a budget of this amount, up or down. */
const from = (budgetFen: number, increaseFen: number, decreaseFen = 0, more: DeepPartial<ChangeContext> = {}) => ({
  context: { basis: basisOn(budgetFen), content: { increaseFen, decreaseFen }, ...more },
  facts: budgets(budgetFen),
});

const nobodyAbove = { city: null, province: null };
const operation = { declaration: { projectType: 'operation' as const } };
const remains = { 现行总投资: '400万元', 变更后总投资: '0.000001万元' };

const content = [
  ...provesAt(
    'submitChange',
    somethingRemains.handedIn,
    { passes: '减到只剩一分', context: { content: { increaseFen: 0, decreaseFen: wan(400) - 1 } }, seen: remains },
    { fails: '全部减去', context: { content: { increaseFen: 0, decreaseFen: wan(400) } }, says: ['现行总投资400万元', '变更后为0万元'] },
    { passes: '减去400万元，增加1万元', context: { content: { increaseFen: wan(1), decreaseFen: wan(400) } } },
  ),
  ...provesAt(
    'resubmit',
    somethingRemains.corrected,
    { passes: '补正为减到只剩一分', data: { changes: { increaseFen: 0, decreaseFen: wan(400) - 1 } }, seen: remains },
    { fails: '补正为全部减去', data: { changes: { increaseFen: 0, decreaseFen: wan(400) } } },
    { passes: '补正不改内容', data: {} },
  ),
];

const order = [
  ...proves(
    endorsedFirst,
    { passes: '没有主管部门', seen: { 主管部门审核日期: null } },
    { passes: '主管部门已审核', ...subordinate, context: { endorsedOn: '2026-05-08' }, seen: { 主管部门审核日期: '2026-05-08' } },
    { fails: '主管部门尚未审核', ...subordinate, says: '主管部门尚未审核' },
  ),
  ...proves(
    basisCurrent,
    { passes: '报批以后没有变化', seen: { 报批时: '400万元', 现在: '400万元' } },
    { fails: '报批以后概算增加', facts: budgets(wan(400), wan(420)), says: ['报批时项目总投资400万元', '现为420万元'] },
    { fails: '报批以后又自主调减', facts: onProject({ changes: [other('made', 0, wan(10))] }), says: '现为390万元' },
    {
      fails: '报批以后概算与自主调整都变，总投资相同',
      facts: onProject({ amounts: [amount('budget', wan(400)), amount('budget', wan(410))], changes: [other('made', 0, wan(10))] }),
      seen: { 报批时: '400万元', 现在: '400万元' },
    },
    { passes: '只有本次变更', facts: onProject({ changes: [{ ...other('pending'), change: 'this' }] }) },
  ),
  ...proves(allowedFirst, { passes: '变更已批准' }, { fails: '尚未备案或者批准：不得实施', context: { allowed: null }, says: '不得实施' }),
];

const reviewed = (conclusion: 'passed' | 'passedAfterRevision' | 'failed') => ({ expertReview: { conclusion } });
const seen = (专家评审: string, 变更后总投资 = '450万元') => ({ 概算批复: '400万元', 变更后总投资, 专家评审 });

const reviews = [
  ...proves(
    expertsReviewed,
    { passes: '概算不变，未评审', context: { expertReview: null }, seen: seen('未评审', '400万元') },
    { passes: '概算增加，评审通过', ...from(wan(400), wan(50)), seen: seen('通过') },
    { passes: '概算增加，修改后通过', ...from(wan(400), wan(50), 0, reviewed('passedAfterRevision')), seen: seen('通过') },
    { fails: '概算增加一分，未评审', ...from(wan(400), 1, 0, { expertReview: null }), says: '未经专家论证评审', seen: seen('未评审', '400.000001万元') },
    { fails: '概算减少一分，未评审', ...from(wan(400), 0, 1, { expertReview: null }) },
    { fails: '概算增加，评审不通过', ...from(wan(400), wan(50), 0, reviewed('failed')), says: '专家评审不通过', seen: seen('不通过') },
  ),
  ...proves(
    governmentDecided,
    { passes: '恰等于概算：不须县政府同意', context: { government: null }, seen: { 变更后总投资: '400万元', 概算批复: '400万元', 县政府决定: null } },
    { passes: '概算减少：不须县政府同意', ...from(wan(400), 0, 1, { government: null }) },
    { fails: '超概算一分，未经县政府同意', ...from(wan(400), 1, 0, { government: null }), says: ['400.000001万元', '未经县政府同意'] },
    {
      passes: '超概算，县政府已同意',
      ...from(wan(400), wan(50)),
      seen: { 变更后总投资: '450万元', 概算批复: '400万元', 县政府决定: '县政府常务会议纪要12号' },
    },
  ),
  ...proves(
    provinceConsented,
    {
      passes: '480万元变更为499.999999万元',
      ...from(wan(480), wan(20) - 1, 0, nobodyAbove),
      seen: { 变更后总投资: '499.999999万元', 市级审核: null, 省级审核: null },
    },
    { fails: '480万元变更为500万元，未经市、省', ...from(wan(480), wan(20), 0, nobodyAbove), says: ['500万元', '未经市级审核，未经省级审核同意'] },
    {
      fails: '480万元变更为500万元，只有市级意见',
      ...from(wan(480), wan(20), 0, { province: null }),
      says: '初步设计未经省级审核同意',
      seen: { 变更后总投资: '500万元', 市级审核: '市数审7号', 省级审核: null },
    },
    { fails: '480万元变更为500万元，只有省级意见', ...from(wan(480), wan(20), 0, { city: null }) },
    { passes: '480万元变更为500万元，市、省均已同意', ...from(wan(480), wan(20)) },
    { passes: '原来已达500万元：不因变更再报', ...from(wan(500), wan(20), 0, nobodyAbove) },
    { passes: '运维项目：不报市、省', ...from(wan(480), wan(20), 0, nobodyAbove), facts: onProject({ ...operation, amounts: [amount('budget', wan(480))] }) },
    {
      passes: '标准调整为600万元后，变更为500万元',
      context: from(wan(480), wan(20), 0, nobodyAbove).context,
      facts: { ...budgets(wan(480)), parameters: { 'threshold.upperReview': wan(600) } },
    },
  ),
  ...proves(
    upperReviewNeeded,
    { passes: '480万元变更为500万元', ...from(wan(480), wan(20)) },
    { fails: '480万元变更为499.999999万元', ...from(wan(480), wan(20) - 1), says: '不需要' },
    { fails: '500万元变更为520万元', ...from(wan(500), wan(20)) },
  ),
];

const experts = [
  ...proves(
    enoughExperts,
    { passes: '概算不变，3人', data: { experts: panel(3) }, seen: { 专家人数: 3, 至少: 3, 金额: '400万元' } },
    { fails: '2人', data: { experts: panel(2) }, says: '专家2人' },
    { fails: '480万元变更为500万元，3人：按变更后的金额', ...from(wan(480), wan(20)), data: { experts: panel(3) }, says: '不少于5人' },
    { passes: '480万元变更为500万元，5人', ...from(wan(480), wan(20)), data: { experts: panel(5) }, seen: { 专家人数: 5, 至少: 5, 金额: '500万元' } },
    { fails: '500万元变更为450万元，3人：按原概算', ...from(wan(500), 0, wan(50)), data: { experts: panel(3) }, says: '不少于5人' },
  ),
  ...proves(
    independentExperts,
    { passes: '来自省市评审专家委员会', data: { experts: panel(3) } },
    { fails: '来自承建单位', data: { experts: [...panel(2), { number: 'ZJ-009', unit: CONTRACTOR.name }] }, says: CONTRACTOR.name },
    {
      fails: '来自监理单位',
      facts: onProject({ started: { supervisor: SUPERVISOR } }),
      data: { experts: [...panel(2), { number: 'ZJ-009', unit: SUPERVISOR.name }] },
      says: SUPERVISOR.name,
    },
    { fails: '来自项目单位', data: { experts: [...panel(2), { number: 'ZJ-009', unit: '县教体局' }] } },
  ),
];

export const approvalExamples = [...content, ...order, ...reviews, ...experts];
