import { wan } from '#machines/kit/words/money.js';
import { notInFutureExamples, orderExamples } from '#machines/desk/papers.examples.js';
import { endorsementExamples } from '../../../common/endorsement.examples.js';
import { panel } from '../../project/testing/lines.js';
import { events } from '../events.js';
import { own } from '../testing/ground.js';
import { enoughExperts, everyoneAnswered, expertsReviewed, independentExperts, nobodyAgainst, withinSubmitted } from './review.js';

const { proves } = own;
const objects = { agrees: false, text: '单价偏高', on: '2026-01-12' };

export const reviewExamples = [
  ...proves(
    everyoneAnswered,
    { passes: '财政局和县局均已出具意见' },
    { passes: '不同意也是意见', context: { opinions: { finance: objects } } },
    { fails: '财政局没有出具意见', context: { opinions: { finance: undefined } }, says: '尚缺：县财政局', seen: { 未出具意见: '县财政局' } },
    { fails: '均没有出具意见', context: (usual) => ({ ...usual, opinions: {} }), says: '县财政局、县数据资源管理局' },
  ),
  ...proves(
    nobodyAgainst,
    { passes: '均同意' },
    { passes: '意见未齐，已出具的同意', context: { opinions: { finance: undefined } } },
    { fails: '财政局不同意', context: { opinions: { finance: objects } }, says: '会签不同意：县财政局', seen: { 不同意: '县财政局' } },
    { fails: '均不同意', context: { opinions: { finance: objects, dataBureau: objects } }, seen: { 不同意: '县财政局、县数据资源管理局' } },
  ),
  ...proves(
    enoughExperts,
    { passes: '20.4万元，3人：足够', data: { experts: panel(3) }, seen: { 专家人数: 3, 至少: 3, 金额: '20.4万元' } },
    { fails: '20.4万元，2人：不足', data: { experts: panel(2) } },
    { fails: '恰为500万元，3人：大额运维不足', context: { declaration: { totalFen: wan(500) } }, data: { experts: panel(3) }, says: '不少于5人' },
  ),
  ...proves(
    independentExperts,
    { passes: '专家来自省市评审专家委员会', data: { experts: panel(3) } },
    { fails: '专家来自报审单位', data: { experts: [...panel(2), { number: 'ZJ-009', unit: '县卫健委' }] }, says: '县卫健委' },
  ),
  ...proves(
    expertsReviewed,
    { passes: '评审通过' },
    { fails: '未经专家评审：不予安排资金', context: { expertReview: null }, says: '不予安排资金' },
    { fails: '评审不通过', context: { expertReview: { conclusion: 'failed' } }, says: '评审不通过' },
  ),
  ...proves(
    withinSubmitted,
    { passes: '按报审金额审定', data: { approvedFen: 20_400_000 }, seen: { 审定金额: '20.4万元', 报审金额: '20.4万元' } },
    { passes: '核减', data: { approvedFen: 1 } },
    { fails: '比报审金额多一分', data: { approvedFen: 20_400_001 }, says: '超过报审金额20.4万元' },
  ),
  ...endorsementExamples(own),
  ...notInFutureExamples(own, ['date']),
  ...orderExamples(own, events, [
    { on: 'beginExpertReview', field: 'meetingOn', label: '评审会日期', earlier: '报审日期', day: '2026-01-06', without: { submittedOn: null } },
    { on: 'recordExpertReview', field: 'date', label: '评审日期', earlier: '报审日期', day: '2026-01-06', without: { submittedOn: null } },
    {
      on: 'concludeOperation',
      field: 'date',
      label: '结论日期',
      earlier: '报审日期',
      day: '2026-01-06',
      after: 'after-submission',
      without: { submittedOn: null },
    },
    {
      on: 'concludeOperation',
      field: 'date',
      label: '结论日期',
      earlier: '专家评审日期',
      day: '2026-01-14',
      after: 'after-experts',
      without: { expertReview: null },
    },
  ]),
];
