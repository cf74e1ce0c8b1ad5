import { type Order as OrderOf } from '#machines/desk/papers.examples.js';
import { notInFutureExamples, orderExamples } from '#machines/desk/papers.examples.js';
import type { ProjectContext } from '../context.js';
import { events } from '../events.js';
import { operationApproval, proves, provesAt } from '../testing/ground.js';

type Order = OrderOf<ProjectContext, keyof typeof events>;

const province = { dossiers: { combined: { province: { number: '省数审2号', date: '2025-05-29' } } } };
const city = { dossiers: { combined: { city: { number: '市数审2号', date: '2025-05-22' } } } };

const addedOn = (date: string) => ({
  plan: { issued: undefined },
  outOfPlan: { reason: '上级部署', government: { number: '青政秘〔2025〕2号', date, waivesProposal: false } },
});

/** 批复 ≤ 公告 ≤ 中标 ≤ 签约 ≤ 开工 ≤ 完成 ≤ 试运行 ≤ 验收 ≤ 移交, and the dates before and between. */
const orders: readonly Order[] = [
  { on: 'reportToCity', field: 'reportedOn', label: '上报日期', earlier: '预审通过日期', day: '2025-03-03', without: { preReviewed: null } },
  { on: 'recordGovernmentApproval', field: 'date', label: '批准日期', earlier: '预审通过日期', day: '2025-03-03', without: { preReviewed: null } },

  ...(['suspend', 'terminate'] as const).map((on): Order => ({
    on,
    field: 'date',
    label: '决定日期',
    earlier: '项目登记日期',
    day: '2025-02-17',
    after: 'after-registration',
  })),
  { on: 'recordIntranetApproval', field: 'date', label: '审批日期', earlier: '项目登记日期', day: '2025-02-17' },
  { on: 'beginExpertReview', field: 'meetingOn', label: '评审会日期', earlier: '报批日期', day: '2025-05-12', without: { dossier: null } },
  { on: 'commissionThirdParty', field: 'on', label: '委托日期', earlier: '报批日期', day: '2025-05-12', without: { dossier: null } },
  {
    on: 'recordThirdPartyReport',
    field: 'date',
    label: '报告日期',
    earlier: '委托日期',
    day: '2025-05-14',
    context: { dossiers: { combined: { commissionedOn: '2025-05-14' } } },
    without: { dossier: null },
  },
  { on: 'sendToCity', field: 'date', label: '上报日期', earlier: '报批日期', day: '2025-05-12', without: { dossier: null } },
  {
    on: 'recordCityReview',
    field: 'date',
    label: '市级意见日期',
    earlier: '上报日期',
    day: '2025-05-20',
    context: { dossiers: { combined: { sentOn: '2025-05-20' } } },
    without: { dossier: null },
    after: 'after-sending',
  },
  {
    on: 'approve',
    field: 'date',
    label: '批复日期',
    earlier: '专业评审日期',
    day: '2025-05-26',
    context: { dossiers: { combined: { specialReview: { date: '2025-05-26', experts: [], conclusion: 'passed' } } } },
    without: { dossier: null },
    after: 'after-special',
  },
  {
    on: 'recordPlanAdjustment',
    field: 'date',
    label: '调整日期',
    earlier: '计划下达或者批准追加日期',
    day: '2025-04-29',
    without: { plan: { issued: undefined } },
  },
  { on: 'confirmFunds', field: 'date', label: '安排日期', earlier: '批复日期', day: '2025-06-03', without: { dossier: null } },
  { on: 'recordArchiveAcceptance', field: 'date', label: '档案验收日期', earlier: '建设完成日期', day: '2025-11-03', without: { completedOn: null } },
  { on: 'scheduleAcceptance', field: 'meetingOn', label: '验收会日期', earlier: '申请日期', day: '2026-03-09', without: { acceptance: { appliedOn: null } } },
  ...(
    [
      ['reportSecurityTest', '检测日期', 'securityTestedOn'],
      ['reportSharing', '反馈日期', 'sharingReportedOn'],
    ] as const
  ).flatMap(([on, label, last]): Order[] => [
    { on, field: 'on', label, earlier: '验收日期', day: '2026-03-16', without: { acceptance: { passedOn: null } }, after: 'after-acceptance' },
    {
      on,
      field: 'on',
      label,
      earlier: '上次的日期',
      day: '2026-04-20',
      context: { operation: { [last]: '2026-04-20' } },
      without: { operation: { [last]: null } },
      after: 'after-the-last',
    },
  ]),
  ...(
    [
      ['commissionThirdParty', 'on', '委托日期'],
      ['recordThirdPartyReport', 'date', '报告日期'],
    ] as const
  ).map(([on, field, label]): Order => ({
    on,
    field,
    label,
    earlier: '自评价报送日期',
    day: '2026-05-18',
    context: { evaluation: { submittedOn: '2026-05-18' } },
    without: { evaluation: { submittedOn: null } },
    after: 'after-self-evaluation',
  })),
  { on: 'recordExpertReview', field: 'date', label: '评审日期', earlier: '报批日期', day: '2025-05-12', without: { dossier: null } },
  { on: 'recordCityReview', field: 'date', label: '市级意见日期', earlier: '报批日期', day: '2025-05-12', without: { dossier: null } },
  { on: 'recordProvinceReview', field: 'date', label: '省级意见日期', earlier: '市级意见日期', day: '2025-05-22', context: city, without: { dossier: null } },
  { on: 'approve', field: 'date', label: '批复日期', earlier: '报批日期', day: '2025-05-12', without: { dossier: null }, after: 'after-submission' },
  { on: 'approve', field: 'date', label: '批复日期', earlier: '专家评审日期', day: '2025-05-19', without: { dossier: null }, after: 'after-experts' },
  { on: 'approve', field: 'date', label: '批复日期', earlier: '省级意见日期', day: '2025-05-29', context: province, without: {}, after: 'after-province' },

  { on: 'publishTender', field: 'publishedOn', label: '公告日期', earlier: '批复日期', day: '2025-06-03', without: { dossier: null } },
  { on: 'recordAward', field: 'awardedOn', label: '中标日期', earlier: '公告日期', day: '2025-06-16', without: { tender: null } },
  { on: 'signContract', field: 'signedOn', label: '签订日期', earlier: '中标日期', day: '2025-07-07', without: { award: null } },
  { on: 'varyContract', field: 'signedOn', label: '签订日期', earlier: '原合同签订日期', day: '2025-07-14', without: { contract: null } },
  { on: 'startConstruction', field: 'startedOn', label: '开工日期', earlier: '签订日期', day: '2025-07-14', without: { contract: null } },
  { on: 'completeConstruction', field: 'completedOn', label: '完成日期', earlier: '开工日期', day: '2025-07-21', without: { started: null } },
  { on: 'recordPreliminaryAcceptance', field: 'date', label: '初验日期', earlier: '建设完成日期', day: '2025-11-03', without: { completedOn: null } },
  { on: 'startTrial', field: 'startedOn', label: '试运行开始日期', earlier: '建设完成日期', day: '2025-11-03', without: { completedOn: null } },
  { on: 'endTrialEarly', field: 'endedOn', label: '结束日期', earlier: '试运行开始日期', day: '2025-11-17', without: { trial: null } },

  ...(['selfAccept', 'concludeAcceptance'] as const).flatMap((on): Order[] => [
    { on, field: 'concludedOn', label: '验收日期', earlier: '试运行结束日期', day: '2026-02-24', without: { trial: null, completedOn: null } },
    { on, field: 'concludedOn', label: '验收日期', earlier: '档案验收日期', day: '2026-03-02', without: { archiveAcceptance: null }, after: 'after-archives' },
  ]),
  {
    on: 'concludeAcceptance',
    field: 'concludedOn',
    label: '验收日期',
    earlier: '申请日期',
    day: '2026-03-09',
    without: { acceptance: { appliedOn: null } },
    after: 'after-application',
  },
  { on: 'recordPlatformFiling', field: 'date', label: '备案日期', earlier: '批复日期', day: '2025-06-03', without: { dossier: null } },
  {
    on: 'recordCityFiling',
    field: 'date',
    label: '市局意见日期',
    earlier: '上报日期',
    day: '2025-03-31',
    context: { cityReportedOn: '2025-03-31' },
    without: { cityReportedOn: null },
    after: 'after-report',
  },
  {
    on: 'publishContract',
    field: 'publishedOn',
    label: '公告日期',
    earlier: '合同签订日期',
    day: '2025-07-14',
    without: { contract: null },
    after: 'after-signing',
  },
  {
    on: 'reportContract',
    field: 'reportedOn',
    label: '报备日期',
    earlier: '合同签订日期',
    day: '2025-07-14',
    without: { contract: null },
    after: 'after-signing',
  },
  {
    on: 'publishApproval',
    field: 'publishedOn',
    label: '公开日期',
    earlier: '批复日期',
    day: '2025-06-03',
    without: { dossier: null },
    after: 'after-approval',
  },
  {
    on: 'publishAcceptance',
    field: 'publishedOn',
    label: '公开日期',
    earlier: '验收日期',
    day: '2026-03-16',
    without: { acceptance: { passedOn: null } },
    after: 'after-acceptance',
  },
  {
    on: 'recordSpecialReview',
    field: 'date',
    label: '评审日期',
    earlier: '报批日期',
    day: '2025-05-12',
    without: { dossier: null },
    after: 'special-in-order',
  },
  { on: 'handOverArchives', field: 'date', label: '移交日期', earlier: '验收日期', day: '2026-03-16', without: { acceptance: { passedOn: null } } },
];

const recorded = ['date', 'reportedOn', 'publishedOn', 'awardedOn', 'signedOn', 'startedOn', 'completedOn', 'endedOn', 'concludedOn', 'on'] as const;

const addition = provesAt(
  'recordPlanAdjustment',
  'date.date-in-order',
  { passes: '计划外追加：批准追加当日调整', context: addedOn('2025-05-06'), data: { date: '2025-05-06' } },
  { fails: '计划外追加：批准追加前一天调整', context: addedOn('2025-05-06'), data: { date: '2025-05-05' }, says: '早于计划下达或者批准追加日期2025-05-06' },
);

/** For an operation the conclusion of its review stands in place of the approval. */
const operation = provesAt(
  'publishTender',
  'date.publishedOn-in-order',
  { passes: '运维项目：审核结论当日发布公告', context: { dossier: null, operationApproval }, data: { publishedOn: operationApproval.date } },
  {
    fails: '运维项目：审核结论前一天发布公告',
    context: { dossier: null, operationApproval },
    data: { publishedOn: '2025-06-04' },
    says: `公告日期2025-06-04早于批复日期${operationApproval.date}`,
  },
);

export const dateExamples = [
  ...notInFutureExamples({ proves, provesAt }, recorded),
  ...orderExamples({ proves, provesAt }, events, orders),
  ...operation,
  ...addition,
];
