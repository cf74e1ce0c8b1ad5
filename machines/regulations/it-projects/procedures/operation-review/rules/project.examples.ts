import { wan } from '#machines/kit/words/money.js';
import type { Related } from '#machines/kit/case/relation.js';
import { CREATION } from '#machines/kit/testing/example.js';
import { relatedCase, type Told } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { amount, ground as accepted } from '../../project/testing/ground.js';
import type { OperationContext } from '../context.js';
import { declared, ground, own } from '../testing/ground.js';
import { concludedWithinPlan, onlyReview, ownProject, projectAwaits, withinPlanEstimate, withinPlanned } from './project.js';

const { provesAt } = own;

const NUMBER = 'XM-2026-0001';
const id = '00000000-0000-7000-8000-000000000001';
const operation = { ...accepted.context.declaration, projectType: 'operation' as const };

/** An operation project of the county's health commission that waits for its review. */
const waiting = {
  id,
  number: NUMBER,
  procedure: 'project',
  unit: units.health!,
  states: ['underway.path.approval.operationReview', 'underway.cityFiling.filed'],
  label: '待运维方案和预算审查',
  context: { ...accepted.context, declaration: operation },
};
const builder: Partial<Told> = { context: accepted.context, states: ['closed'], status: 'closed', label: '已闭环' };

/** Its review, as the unit's cases show it. */
const review = (
  change: { number?: string; status?: Related['status'] } = {},
  project: OperationContext['project'] = { id, number: NUMBER, title: '卫健平台运维' },
): Related => relatedCase({ number: 'YW-2026-0002', procedure: 'operation-review', unit: units.health!, ...change, context: { ...ground.context, project } });

const found = (change: Partial<Told> = {}, ...reviews: Related[]) => ({ related: { project: [relatedCase({ ...waiting, ...change })], reviews } });
const beside = (...reviews: Related[]) => found({}, ...reviews);

const tied = { project: { id, number: NUMBER, title: '卫健平台运维' } };
const data = { ...declared, projectId: NUMBER };
const named = { as: 'project', procedure: 'project', id: NUMBER };
const linked = { as: 'project', linked: 'project' };
const reviews = { as: 'reviews', procedure: 'operation-review', units: ['health'] };

const costing = (totalFen: number) => ({ ...tied, declaration: { totalFen } });
const adjustedTo = (amountFen: number) =>
  found({ context: { ...waiting.context, planAdjusted: { number: '青政秘〔2026〕9号', date: '2026-01-05', amountFen } } });

const begun = [
  ...provesAt(
    CREATION,
    ownProject,
    { passes: '本单位的运维项目', data, facts: found(), looks: [named], seen: { 项目: NUMBER, 项目单位: '县卫健委' } },
    {
      fails: '下属单位的运维项目：由项目单位报审',
      data,
      facts: found({ unit: units['county-hospital']! }),
      says: ['XM-2026-0001属于县人民医院', '由项目单位报审'],
      seen: { 项目: NUMBER, 项目单位: '县人民医院' },
    },
    { passes: '下属单位建成的系统：不是运维项目', data, facts: found({ ...builder, unit: units['county-hospital']! }), seen: {} },
    { passes: '没有关联项目', data: declared, looks: [], seen: {} },
    { passes: '没有登记的项目：由另一规则判断', data, facts: { related: { project: [] } }, seen: {} },
    { passes: '别的单位的运维项目：不告知是否存在', data, facts: found({ unit: units.education! }), seen: {} },
  ),
  ...provesAt(
    CREATION,
    projectAwaits,
    { passes: '没有关联项目：正在运行的系统可以单独报审', data: declared, looks: [], seen: {} },
    { passes: '登记时，项目正待审查', data, facts: found(), looks: [named], seen: { 项目: NUMBER, 所处环节: '待运维方案和预算审查' } },
    {
      fails: '登记时，项目还在储备库',
      data,
      facts: found({ states: ['underway.path.reserve.pooled'], label: '已入库' }),
      says: 'XM-2026-0001处于“已入库”',
      seen: { 项目: NUMBER, 所处环节: '已入库' },
    },
    { fails: '登记时，项目已经审定', data, facts: found({ states: ['underway.path.procurement.preparing'], label: '准备采购' }), says: '准备采购' },
    { passes: '登记时，建成系统的项目已经闭环', data, facts: found(builder), seen: {} },
    { passes: '登记时，是别的单位的运维项目：不告知所处环节', data, facts: found({ unit: units.education!, states: [] }), seen: {} },
  ),
  ...provesAt(
    CREATION,
    onlyReview,
    { passes: '没有关联项目，不查其他审核', data: declared, looks: [], seen: {} },
    { passes: '登记时，没有其他审核', data, facts: beside(), looks: [named, reviews], seen: { 未办结: null } },
    { fails: '登记时，另有一件正在办理', data, facts: beside(review()), says: '审核YW-2026-0002尚未办结', seen: { 未办结: 'YW-2026-0002' } },
  ),
];

const planned = (fen: number) => found({ context: { ...accepted.context, declaration: operation, amounts: [amount('estimate', fen)] } });

const submitted = [
  ...provesAt(
    'submitOperation',
    withinPlanned,
    { passes: '没有关联项目', looks: [], seen: {} },
    { passes: '报审金额等于计划金额', context: tied, facts: planned(declared.totalFen), looks: [linked], seen: { 计划金额: '20.4万元', 报审金额: '20.4万元' } },
    { fails: '报审金额比计划金额多一分：提示', context: tied, facts: planned(declared.totalFen - 1), says: ['计划金额20.399999万元', '报审金额20.4万元'] },
    { passes: '关联的是建成系统的项目：不作比较', context: tied, facts: found(builder), seen: {} },
  ),
  ...provesAt(
    ['submitOperation', 'concludeOperation'],
    withinPlanEstimate.id,
    { passes: '没有关联项目：不比较', looks: [], seen: {} },
    {
      passes: '恰超出计划金额10%',
      context: costing(wan(110)),
      facts: planned(wan(100)),
      looks: [linked],
      seen: { 金额: '110万元', 计划金额: '100万元', 超出: '10%', 上限: '10%' },
    },
    {
      fails: '比10%多1分',
      context: costing(wan(110) + 1),
      facts: planned(wan(100)),
      says: '比计划金额100万元超出10.000001%，超过10%',
      seen: { 金额: '110.000001万元', 计划金额: '100万元', 超出: '10.000001%', 上限: '10%' },
    },
    { passes: '低于计划金额', context: costing(wan(90)), facts: planned(wan(100)), seen: { 金额: '90万元', 计划金额: '100万元', 超出: '0%', 上限: '10%' } },
    { passes: '比例调整为20%后', context: costing(wan(120)), facts: { ...planned(wan(100)), parameters: { 'plan.overEstimate': 20 } } },
    {
      passes: '县政府已调整计划',
      context: costing(wan(200)),
      facts: adjustedTo(wan(200)),
      seen: { 金额: '200万元', 计划金额: '200万元', 超出: '0%', 上限: '10%' },
    },
  ),
  ...provesAt(
    'concludeOperation',
    concludedWithinPlan,
    { passes: '报审过高，审定在10%以内', context: costing(wan(150)), facts: planned(wan(100)), data: { approvedFen: wan(110) } },
    { fails: '审定金额比10%多1分', context: costing(wan(150)), facts: planned(wan(100)), data: { approvedFen: wan(110) + 1 } },
  ),
  ...provesAt(
    ['submitOperation', 'concludeOperation'],
    projectAwaits,
    { passes: '没有关联项目', looks: [], seen: {} },
    { passes: '项目正待审查', context: tied, facts: found(), looks: [linked], seen: { 项目: NUMBER, 所处环节: '待运维方案和预算审查' } },
    { fails: '项目已暂停', context: tied, facts: found({ status: 'suspended', label: '待运维方案和预算审查（已暂停）' }), says: '已暂停' },
    { fails: '项目已经审定', context: tied, facts: found({ states: ['underway.path.procurement.preparing'], label: '准备采购' }), says: '准备采购' },
    { passes: '关联的是建成系统的项目', context: tied, facts: found(builder), seen: {} },
  ),
  ...provesAt(
    'submitOperation',
    onlyReview,
    { passes: '没有关联项目，也没有其他审核', looks: [], seen: {} },
    { passes: '没有其他审核', context: tied, facts: beside(), looks: [linked, reviews], seen: { 未办结: null } },
    { passes: '前一件审核不通过', context: tied, facts: beside(review({ status: 'terminated' })) },
    { passes: '前一件审核已经办结', context: tied, facts: beside(review({ status: 'closed' })) },
    { passes: '另一件是别的系统的', context: tied, facts: beside(review({}, null), review({}, { id: 'another', number: 'XM-2026-0002', title: '' })) },
    { fails: '同时登记了两件：撤销一件后再报审', context: tied, facts: beside(review()), says: '审核YW-2026-0002尚未办结' },
    {
      fails: '两件尚未办结，一件暂停：一并指出',
      context: tied,
      facts: beside(review(), review({ number: 'YW-2026-0003', status: 'suspended' })),
      seen: { 未办结: 'YW-2026-0002、YW-2026-0003' },
    },
  ),
];

export const projectExamples = [...begun, ...submitted];
