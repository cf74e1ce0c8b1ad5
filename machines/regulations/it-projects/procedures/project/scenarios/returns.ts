import type { Step, Story } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/**
 * A unit below a department. Each office sends each of its papers back once, and the corrected paper goes straight back
 * to that office.
 */

const UNIT = 'county-hospital';
const begun = { by: UNIT, on: '2025-01-06' } as const;
const institution = { institution: { name: '安徽工程咨询公司', creditCode: '91340100MA2QRTUW4X' } };
const back = (by: string, items: string, state: string): Step[] => [
  { by, send: 'returnForCorrection', data: { items }, state },
  { by: UNIT, send: 'resubmit', data: { reply: '已补正' } },
];

/** The lines from the submission to the experts' review. */
const worn = (key: string, on: IsoDate, upload: readonly string[], send: string, data: unknown, experts: number): Step[] => [
  { on, upload, by: UNIT, send, data, state: `approval.${key}.endorsement.reviewing` },
  { ...line.approve(on, 1), clause: '2.2.5' },
  ...back('health', '补充主管部门要求的论证', `approval.${key}.endorsement.correcting`),
  { by: 'health', send: 'endorse', state: `approval.${key}.examination.reviewing` },
  ...back('data-bureau', '补充投资测算', `approval.${key}.examination.correcting`),
  { by: 'data-bureau', send: 'commissionThirdParty', data: { ...institution, on }, state: `approval.${key}.examination.thirdParty` },
  { upload: 'thirdPartyReport', by: 'data-bureau', send: 'recordThirdPartyReport', data: { date: on }, state: `approval.${key}.examination.reviewing` },
  ...line.expertsOn(on, experts),
];

const pooled = [...line.pooled(UNIT, '2025-01-07', 'health'), ...line.planned(UNIT, '2025-01-20', 2026, 'health')];

const large = wan(800);
export const largeOfAnInstitution: Story = {
  title: '下属单位的大项目：可研、初设先经主管部门，退回补正后直接回到退回的部门，直到评价整改',
  clauses: ['2.2.5', '2.2.2b', '2.4.2c', '2.4.6c', '3.3b'],
  ...begun,
  declare: line.declarationOf('医院信息平台', large),
  steps: [
    ...pooled,
    ...worn('feasibility', '2025-02-10', ['feasibilityReport'], 'submitFeasibility', line.study(large), 5),
    { ...line.approve('2025-02-10', large), state: 'approval.design.preparing' },
    ...worn('design', '2025-03-10', ['designScheme', 'budgetStatement', 'dataCatalogue'], 'submitDesign', line.design(large), 5),
    ...line.upperReviewed('2025-03-10'),
    { ...line.approve('2025-03-10', large), state: 'procurement.preparing' },
    ...line.contracted(UNIT, '2025-04-07', large),
    ...line.built(UNIT, '2025-04-14', '2025-06-16'),
    ...line.tried(UNIT, '2025-06-17'),
    { on: '2025-09-18', by: UNIT, send: 'recordPreliminaryAcceptance', data: { date: '2025-09-18', conclusion: 'passed' } },
    { by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2025-09-18' } },
    { upload: 'preliminaryAcceptanceReport', by: UNIT, send: 'applyForAcceptance', data: { checklist: line.checklist } },
    ...back('data-bureau', '补充监理总结', 'acceptance.precheck.correcting'),
    { by: UNIT, send: 'recall', state: 'acceptance.precheck.correcting' },
    { by: UNIT, send: 'resubmit', data: { reply: '已补正' }, state: 'acceptance.precheck.reviewing' },
    { by: 'data-bureau', send: 'scheduleAcceptance', data: { meetingOn: '2025-09-18' } },
    {
      upload: line.EVIDENCE,
      by: 'data-bureau',
      send: 'concludeAcceptance',
      data: { conclusion: 'passed', concludedOn: '2025-09-18', checklist: line.checklist, experts: line.panel(5) },
      state: 'archival.handingOver',
    },
    ...line.archived(UNIT, '2025-10-13'),
    { on: '2026-09-18', upload: 'selfEvaluationReport', by: UNIT, send: 'submitSelfEvaluation', data: { summary: '运行平稳' } },
    ...back('data-bureau', '补充效益数据', 'evaluation.review.correcting'),
    { by: 'finance', send: 'acknowledgeSelfEvaluation' },
    { by: 'data-bureau', send: 'orderEvaluationRectification', data: { grade: 'pass', findings: '共享不足' } },
    { by: UNIT, send: 'reportRectification', data: { report: '已整改' }, state: 'evaluation.rectificationReview.reviewing' },
    ...back('data-bureau', '补充佐证', 'evaluation.rectificationReview.correcting'),
    { by: 'data-bureau', send: 'confirmRectification', state: 'evaluation.settling' },
  ],
};

const small = wan(90);
export const smallOfAnInstitution: Story = {
  title: '下属单位的小项目：合并文本先经主管部门，退回补正后直接回到退回的部门',
  clauses: ['2.2.5', '2.2.2c'],
  ...begun,
  declare: line.declarationOf('门诊叫号系统', small),
  steps: [
    ...pooled,
    ...worn('combined', '2025-02-10', ['combinedReport', 'dataCatalogue'], 'submitCombined', line.design(small), 3),
    { ...line.approve('2025-02-10', small), state: 'procurement.preparing' },
  ],
};

export const serviceOfAnInstitution: Story = {
  title: '下属单位购买服务：方案先经主管部门，退回补正后直接回到退回的部门',
  clauses: ['2.2.5', '2.2.2d'],
  ...begun,
  declare: line.declarationOf('远程会诊服务', small, { deliveryMode: 'purchaseService' }),
  steps: [
    ...pooled,
    ...worn('servicePlan', '2025-02-10', ['serviceRequirement', 'systemPlan', 'serviceBudget', 'dataCatalogue'], 'submitServicePlan', line.design(small), 3),
    { ...line.approve('2025-02-10', small), state: 'procurement.preparing' },
  ],
};
