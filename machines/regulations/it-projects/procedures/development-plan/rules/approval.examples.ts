import { attachmentExamples, notInFutureExamples, orderExamples, paperExamples } from '#machines/desk/papers.examples.js';
import type { Related } from '#machines/kit/case/relation.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { panel } from '../../project/testing/lines.js';
import { documents } from '../documents.js';
import { events } from '../events.js';
import { declared, own } from '../testing/ground.js';
import {
  approvedFirst,
  cityAgreed,
  enoughExperts,
  everyoneAnswered,
  expertsReviewed,
  filedFirst,
  independentExperts,
  nobodyAgainst,
  notYetApproved,
  periodOver,
  successorApproved,
} from './approval.js';

const { proves } = own;
const objects = { agrees: false, text: '与部门规划不衔接', on: '2026-01-12' };
const adjustment = { reason: '上级部署', on: '2026-06-01', proposal: '增加内容', former: declared };
const version = { version: 1, number: '青政〔2026〕5号', date: '2026-02-03', summary: '集约建设' };

/** The first opinion of the list is not the first one that was given. */
const consulted = { round: { opinions: { cyberspace: { agrees: true, text: null, on: '2026-01-15' } } } };
const plan = (versions: readonly object[], id = '00000000-0000-7000-8000-000000000002'): Related =>
  relatedCase({ id, number: 'GH-2028-0001', procedure: 'development-plan', unit: units['data-bureau']!, context: { versions } });
const named = { planId: 'GH-2028-0001', reason: '新规划已批准' };

export const approvalExamples = [
  ...proves(
    everyoneAnswered,
    { passes: '会签意见已齐' },
    { passes: '另行会签的部门就是财政局，财政局已经表态', context: { declaration: { departments: ['finance'] } } },
    { passes: '不同意也是意见', context: { round: { opinions: { finance: objects } } } },
    { fails: '网信办没有表态', context: { round: { opinions: { cyberspace: undefined } } }, says: '尚缺：县委网信办', seen: { 未出具意见: '县委网信办' } },
    { fails: '另行会签的部门没有表态', context: { round: { opinions: { education: undefined } } }, seen: { 未出具意见: '县教体局' } },
    { fails: '另行会签的部门已撤销，没有表态', context: { declaration: { departments: ['former-office'] } }, seen: { 未出具意见: '编号“former-office”' } },
    {
      fails: '都没有表态',
      context: { round: { opinions: { cyberspace: undefined, developmentReform: undefined, finance: undefined, education: undefined } } },
      seen: { 未出具意见: '县委网信办、县发改委、县财政局、县教体局' },
    },
  ),
  ...proves(
    nobodyAgainst,
    { passes: '均同意' },
    { passes: '不再会签的部门不同意', context: { round: { opinions: { health: objects } } } },
    { fails: '发改委不同意', context: { round: { opinions: { developmentReform: objects } } }, says: '会签不同意：县发改委' },
    { fails: '另行会签的部门不同意', context: { round: { opinions: { education: objects } } }, seen: { 不同意: '县教体局' } },
  ),
  ...proves(
    enoughExperts,
    { passes: '规划没有金额，5人：足够', data: { experts: panel(5) }, seen: { 专家人数: 5, 至少: 5 } },
    { fails: '规划没有金额，3人：不足', data: { experts: panel(3) }, says: '不少于5人', seen: { 专家人数: 3, 至少: 5 } },
    { fails: '6人：不是单数', data: { experts: panel(6) } },
  ),
  ...proves(
    independentExperts,
    { passes: '专家来自省市评审专家委员会', data: { experts: panel(5) } },
    { fails: '专家来自编制单位', data: { experts: [...panel(4), { number: 'ZJ-009', unit: '县数据资源管理局' }] }, says: '县数据资源管理局' },
  ),
  ...proves(
    expertsReviewed,
    { passes: '论证通过' },
    { fails: '没有论证', context: { round: { expertReview: null } }, says: '未经专家论证评审' },
    { fails: '论证不通过', context: { round: { expertReview: { conclusion: 'failed' } } } },
  ),
  ...proves(
    cityAgreed,
    { passes: '市局已同意', seen: { 市局意见文号: '市数函〔2026〕3号' } },
    { passes: '规划调整，市局已同意', context: { adjustment } },
    {
      passes: '规划调整，参数定为不经市局审核',
      context: { adjustment, round: { city: null } },
      facts: { parameters: { 'developmentPlan.adjustmentCityReview': 0 } },
    },
    { fails: '市局没有审核', context: { round: { city: null } }, says: '不能报县政府批准', seen: { 市局意见文号: null } },
    { fails: '规划调整，市局没有审核', context: { adjustment, round: { city: null } } },
    { fails: '首次编制，参数只对调整有效', context: { round: { city: null } }, facts: { parameters: { 'developmentPlan.adjustmentCityReview': 0 } } },
  ),
  ...proves(
    approvedFirst,
    { passes: '已经批准', seen: { 已批准的版本: 1 } },
    { fails: '尚未批准', context: { versions: [] }, says: '不能实施', seen: { 已批准的版本: 0 } },
    { fails: '调整尚未批准', context: { adjustment } },
  ),
  ...proves(
    notYetApproved,
    { passes: '尚未批准：可以撤销', context: { versions: [] } },
    { fails: '已经批准：不能撤销', says: '第1版已经县政府批准', seen: { 已批准的版本: 1 } },
  ),
  ...proves(
    filedFirst,
    { passes: '现行版本已经备案', seen: { 现行版本: 1 } },
    { fails: '没有备案', context: { filed: null }, says: '第1版尚未报市局备案' },
    { fails: '只有前一版备案', context: { versions: [version, { ...version, version: 2 }] }, seen: { 现行版本: 2 } },
  ),
  ...proves(
    periodOver,
    { passes: '末年的次年1月1日：期满', facts: { today: '2031-01-01' }, seen: { 末年: 2030 } },
    { fails: '末年12月31日：未满', facts: { today: '2030-12-31' }, says: '2030年底', earliest: '2031-01-01', seen: { 末年: 2030 } },
  ),
  ...proves(
    successorApproved,
    {
      passes: '新规划已经批准',
      data: named,
      facts: { related: { successor: [plan([version])] } },
      looks: [{ as: 'successor', procedure: 'development-plan', id: 'GH-2028-0001' }],
      seen: { 规划: 'GH-2028-0001' },
    },
    {
      fails: '没有这个规划',
      data: { ...named, planId: 'GH-2028-0009' },
      facts: { related: { successor: [] } },
      says: '没有登记',
      seen: { 规划: 'GH-2028-0009', 情况: '没有登记' },
    },
    {
      fails: '填写的是本规划',
      data: named,
      facts: { caseId: 'own', related: { successor: [plan([version], 'own')] } },
      says: '就是本规划',
      seen: { 规划: 'GH-2028-0001', 情况: '就是本规划' },
    },
    {
      fails: '新规划尚未批准',
      data: named,
      facts: { related: { successor: [plan([])] } },
      says: '尚未经县政府批准',
      seen: { 规划: 'GH-2028-0001', 情况: '尚未经县政府批准' },
    },
  ),
  ...paperExamples(own, documents, ['expertOpinion', 'upperOpinion', 'governmentDecision', 'filingReceipt']),
  ...attachmentExamples(own, documents, [
    'planText',
    'evaluationReport',
    'adjustmentOpinion',
    'expertOpinion',
    'upperOpinion',
    'governmentDecision',
    'filingReceipt',
  ]),
  ...notInFutureExamples(own, ['date']),
  ...own.provesAt('submitToGovernment', 'date.date-after-experts', { passes: '市局已审核：只与市局意见日期比较', data: { date: '2020-01-01' } }),
  ...orderExamples(own, events, [
    { on: 'beginExpertReview', field: 'meetingOn', label: '评审会日期', earlier: '首个会签意见日期', day: '2026-01-12', context: consulted },
    { on: 'recordExpertReview', field: 'date', label: '评审日期', earlier: '首个会签意见日期', day: '2026-01-12', context: consulted },
    ...(['submitToCity', 'submitToGovernment'] as const).map((on) => ({
      on,
      field: 'date',
      label: '报送日期',
      earlier: '专家评审日期',
      day: '2026-01-19',
      context: { round: { city: null, expertReview: { date: '2026-01-19', experts: [], conclusion: 'passed' as const } } },
      without: { round: { city: null, expertReview: null } },
      after: 'after-experts',
    })),
    { on: 'recordCityConsent', field: 'date', label: '市局意见日期', earlier: '报送市局日期', day: '2026-01-20', without: { round: { sentToCity: null } } },
    { on: 'recordCityObjection', field: 'date', label: '市局意见日期', earlier: '报送市局日期', day: '2026-01-20' },
    { on: 'submitToGovernment', field: 'date', label: '报送县政府日期', earlier: '市局意见日期', day: '2026-01-27', without: { round: { city: null } } },
    {
      on: 'recordGovernmentApproval',
      field: 'date',
      label: '县政府决定日期',
      earlier: '报送县政府日期',
      day: '2026-01-28',
      without: { round: { sentToGovernment: null } },
    },
    { on: 'recordGovernmentObjection', field: 'date', label: '县政府决定日期', earlier: '报送县政府日期', day: '2026-01-28' },
    { on: 'implementPlan', field: 'date', label: '办理日期', earlier: '县政府批准日期', day: '2026-02-03', without: { versions: [] } },
    { on: 'filePlanWithCity', field: 'date', label: '办理日期', earlier: '县政府批准日期', day: '2026-02-03' },
  ]),
];
