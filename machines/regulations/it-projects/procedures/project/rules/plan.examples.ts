import type { Related } from '#machines/kit/case/relation.js';
import { relatedCase, type Told } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import type { ProjectContext } from '../context.js';
import { proves } from '../testing/ground.js';
import { additionApproved, cityFiled, inPlan, notDetermined, planBegun, planCollecting, planStillTakes, planYearAhead, preReviewedFirst } from './plan.js';

const plan = (change: Partial<Told>): Related =>
  relatedCase({
    number: 'JH-1',
    procedure: 'annual-plan',
    unit: units['data-bureau']!,
    states: ['underway.collecting'],
    label: '受理申报中',
    context: { opensOn: '2026-05-01', closesOn: '2026-06-30' },
    ...change,
  });
const looking = (...found: Related[]) => ({ related: { annualPlan: found } });

const government = { number: '县政府会议纪要1号', date: '2026-05-20' };
const listed = (project: string, status = 'listed') => ({ context: { government, items: [{ project, status }] } });
const own = (change: Partial<Told>) => plan({ id: 'own-plan', ...listed(''), ...change });
const tied = (...found: Related[]) => ({ related: { ownPlan: found } });
const applied = (usual: ProjectContext): ProjectContext => ({ ...usual, plan: { year: 2027, case: 'own-plan' } });

const determined = proves(
  notDetermined,
  { passes: '县政府尚未确定计划', context: applied, facts: tied(own({ context: { government: null } })), looks: [{ as: 'ownPlan', linked: 'annualPlan' }] },
  {
    fails: '县政府已经确定计划',
    context: applied,
    facts: tied(own({ id: 'other-plan', context: { government: null } }), own({})),
    says: '已由县政府以“县政府会议纪要1号”确定',
    seen: { 确定计划的文号: '县政府会议纪要1号' },
  },
  { passes: '项目已经退出计划清单：由项目单位决定', context: applied, facts: tied(own(listed('', 'removed'))) },
  { passes: '主管部门尚未同意，还不在计划清单上', context: applied, facts: tied(own(listed('another'))) },
  { passes: '确定的是以前申请过的计划', context: applied, facts: tied(own({ id: 'former' })) },
  { passes: '计划编制已经终止', context: applied, facts: tied(own({ status: 'terminated' })) },
  { passes: '没有申请过计划', context: (usual) => ({ ...usual, plan: {} }), facts: tied() },
  { passes: '计划已经下达：撤回另有规则', context: { plan: { case: 'own-plan' } }, facts: tied(own({})) },
);

const taking = proves(
  planStillTakes,
  { passes: '计划正在受理申报', context: applied, facts: tied(own({})), looks: [{ as: 'ownPlan', linked: 'annualPlan' }], seen: { 所处环节: '受理申报中' } },
  { passes: '申报截止后，联审期间仍可补入', context: applied, facts: tied(own({ id: 'other' }), own({ states: ['underway.jointReview'] })) },
  { fails: '联审已毕', context: applied, facts: tied(own({ states: ['underway.listing'], label: '提出计划清单' })), says: '处于“提出计划清单”' },
  { fails: '计划编制已经终止', context: applied, facts: tied(own({ status: 'terminated' })) },
  { fails: '只找到以前申请过的计划', context: applied, facts: tied(own({ id: 'former' })), seen: { 所处环节: '没有找到' } },
);

export const planExamples = [
  ...taking,
  ...determined,
  ...proves(
    preReviewedFirst,
    { passes: '已预审入库', seen: { 预审通过日期: '2025-03-03' } },
    { fails: '未入库也未预审：不能申请', context: { preReviewed: null }, seen: { 预审通过日期: null } },
  ),
  ...proves(
    planYearAhead,
    { passes: '申请下年度', data: { planYear: 2027 }, seen: { 计划年度: 2027, 今年: 2026 } },
    { passes: '申请再下一年度', data: { planYear: 2028 } },
    { passes: '12月31日申请下年度', data: { planYear: 2027 }, facts: { today: '2026-12-31' } },
    { fails: '元旦申请当年：申报期延到了当年', data: { planYear: 2027 }, facts: { today: '2027-01-01' }, seen: { 计划年度: 2027, 今年: 2027 } },
    { fails: '申请本年度', data: { planYear: 2026 }, says: '2026年度不是下年度' },
    { fails: '申请上一年度', data: { planYear: 2025 } },
  ),
  ...proves(
    planBegun,
    {
      passes: '该年度计划已经启动',
      data: { planYear: 2027 },
      facts: looking(plan({})),
      looks: [{ as: 'annualPlan', procedure: 'annual-plan', key: '2027' }],
      seen: { 计划年度: 2027, 计划: 'JH-1' },
    },
    { passes: '已经启动，申报期已过：由另一条规则指出', data: { planYear: 2027 }, facts: looking(plan({ states: ['underway.jointReview'] })) },
    {
      fails: '尚未启动：应先由县数据资源管理局启动',
      data: { planYear: 2027 },
      facts: looking(),
      says: '2027年度计划尚未启动',
      seen: { 计划年度: 2027, 计划: null },
    },
  ),
  ...proves(
    planCollecting,
    { passes: '受理期内申报', data: { planYear: 2027 }, facts: looking(plan({})), looks: [{ as: 'annualPlan', procedure: 'annual-plan', key: '2027' }] },
    { passes: '截止当日仍可申报', data: { planYear: 2027 }, facts: { today: '2026-06-30', ...looking(plan({})) } },
    { passes: '开始当日即可申报', data: { planYear: 2027 }, facts: { today: '2026-05-01', ...looking(plan({})) } },
    { passes: '尚未启动编制：由另一条规则指出', data: { planYear: 2027 }, facts: looking() },
    {
      fails: '尚未到申报期：告知开始日期',
      data: { planYear: 2027 },
      facts: { today: '2026-04-30', ...looking(plan({ states: ['underway.announced'] })) },
      says: '自2026-05-01起受理',
      earliest: '2026-05-01',
    },
    {
      fails: '已进入联审',
      data: { planYear: 2027 },
      facts: looking(plan({ states: ['underway.jointReview'], label: '联审中' })),
      says: '联审中',
      seen: { 计划年度: 2027, 计划: 'JH-1', 开始: null, 所处环节: '联审中' },
    },
    { fails: '截止次日，计时器尚未响：也不再受理', data: { planYear: 2027 }, facts: { today: '2026-07-01', ...looking(plan({})) } },
  ),
  ...proves(
    additionApproved,
    {
      passes: '县政府已批准追加',
      context: { outOfPlan: { reason: '上级部署', on: '2025-05-06', government: { number: '青政秘〔2025〕2号', date: '2025-05-20', waivesProposal: false } } },
    },
    {
      fails: '县政府尚未批准追加',
      context: { outOfPlan: { reason: '上级部署', on: '2025-05-06' } },
      says: '计划外追加已于2025-05-06申请，正待县政府批准',
      seen: { 申请日期: '2025-05-06' },
    },
    { fails: '早先的申请没有记下日期', context: { outOfPlan: { reason: '上级部署' } }, says: '计划外追加正待县政府批准', seen: { 申请日期: null } },
    { fails: '没有追加', context: { outOfPlan: null }, seen: { 申请日期: null } },
  ),
  ...proves(
    inPlan,
    { passes: '已列入下达的年度计划' },
    {
      passes: '计划外追加，已经县政府批准',
      context: {
        plan: { issued: undefined },
        outOfPlan: { reason: '上级部署', government: { number: '青政秘〔2025〕2号', date: '2025-05-06', waivesProposal: false } },
      },
    },
    {
      fails: '已申请，计划未下达：不予审批',
      context: { plan: { issued: undefined } },
      says: '项目已申请列入2025年度计划，计划尚未下达',
      seen: { 申请的计划年度: 2025 },
    },
    { fails: '没有申请：不予审批', context: (usual) => ({ ...usual, plan: {} }), says: '项目未列入已下达的年度计划', seen: { 申请的计划年度: null } },
    { fails: '计划外追加，县政府未批准：不予审批', context: { plan: { issued: undefined }, outOfPlan: { reason: '上级部署' } } },
  ),
  ...proves(
    cityFiled,
    { passes: '已在市局备案', seen: { 市局备案日期: '2025-03-10' } },
    { fails: '尚未备案：提示，不影响申请', context: { cityFiledOn: null }, seen: { 市局备案日期: null } },
  ),
];
