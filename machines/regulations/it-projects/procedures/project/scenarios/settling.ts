import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** Duties beside the road that are still open after the evaluation: the project closes with the last of them. */

const fen = wan(120);
const by = 'education';

export const lastActCloses: Story = {
  title: '评价完成而备案、公开都未办结：项目不闭环，各项期限照常计算，最后一项办结时自行闭环',
  clauses: ['1.2.3', '2.1.2a', '2.3.1a', '2.3.2b', '2.6.3a', '3.4b'],
  by,
  on: '2025-01-06',
  declare: line.declarationOf('中考考务系统', fen, { onPlatform: false }),
  steps: [
    ...line.pooled(by, '2025-01-07'),
    ...line.planned(by, '2025-01-20', 2026),
    { on: '2025-02-10', upload: ['combinedReport', 'dataCatalogue', 'specialSituation'], by, send: 'submitCombined', data: line.design(fen) },
    ...line.expertsOn('2025-02-10', 3),
    {
      upload: 'specialReviewOpinion',
      by: 'data-bureau',
      send: 'recordSpecialReview',
      data: { date: '2025-02-10', experts: line.panel(3), conclusion: 'passed' },
    },
    { ...line.approve('2025-02-10', fen), state: 'procurement.preparing' },
    ...line.contracted(by, '2025-02-24', fen).slice(0, -3),
    ...line.built(by, '2025-03-03', '2025-04-07'),
    ...line.tried(by, '2025-04-08'),
    ...line.selfAccepted(by, '2025-07-14'),
    ...line.archived(by, '2025-07-28'),
    ...line.evaluated(by, '2026-07-14', 'evaluation.settling'),
    { state: 'contractFiling.toFile', by, send: 'submitSelfEvaluation', data: { summary: '重复报送' }, notApplicable: true },
    { by: 'data-bureau', send: 'concludeEvaluation', data: { grade: 'good' }, notApplicable: true },
    { on: '2026-08-03', upload: ['contract', 'priceList'], by, send: 'fileContract', state: 'evaluation.settling' },
    { by, send: 'publishContract', data: { publishedOn: '2025-02-21', where: '安徽省政府采购网' }, refused: ['date.publishedOn-after-signing'] },
    { by, send: 'publishContract', data: { publishedOn: '2025-02-25', where: '安徽省政府采购网' }, state: 'evaluation.settling' },
    { by, send: 'reportContract', data: { reportedOn: '2026-08-03' }, state: 'evaluation.settling' },
    { ...line.announced('publishApproval', '2026-08-04'), state: 'evaluation.settling' },
    { ...line.suspendedOn('2026-08-04', '审计核查'), state: 'standing.suspended' },
    { by: 'data-bureau', send: 'publishAcceptance', data: { publishedOn: '2026-08-04', where: '县政府门户网站' }, refused: ['standing.not-suspended'] },
    { on: '2026-08-10', by: 'data-bureau', send: 'resume', data: { reason: '核查结束' }, state: 'evaluation.settling' },
    { ...line.announced('publishAcceptance', '2026-08-11'), state: 'evaluation.settling' },
    {
      upload: 'platformFilingReceipt',
      by: 'data-bureau',
      send: 'recordPlatformFiling',
      data: { number: '市数备9号', date: '2026-08-11' },
      state: 'evaluation.settling',
    },
    { by: 'data-bureau', send: 'reportToCity', data: { reportedOn: '2026-08-11' }, state: 'evaluation.settling' },
    {
      on: '2026-08-25',
      upload: 'cityFilingOpinion',
      by: 'data-bureau',
      send: 'recordCityFiling',
      data: { result: 'returned', number: '市函3号', date: '2026-08-25' },
      state: 'evaluation.settling',
    },
    { by: 'data-bureau', send: 'reportToCity', data: { reportedOn: '2026-08-25' }, state: 'cityFiling.reported' },
    {
      on: '2026-09-01',
      by: 'data-bureau',
      send: 'recordCityFiling',
      data: { result: 'filed', number: '市备3号', date: '2026-09-01' },
      refused: ['document.cityFilingOpinion-of-this-round'],
    },
    {
      upload: 'cityFilingOpinion',
      by: 'data-bureau',
      send: 'recordCityFiling',
      data: { result: 'filed', number: '市备3号', date: '2026-09-01' },
      state: 'closed',
    },
  ],
};

/** A contract that names no months. Its filing is therefore refused. */
const unnamed = line
  .contracted(by, '2025-02-24', fen)
  .slice(0, -3)
  .map((step) => (step.send === 'signContract' ? { ...step, data: { ...(step.data as object), interfaceFreeMonths: 0 } } : step));

export const periodUnnamed: Story = {
  title: '合同没有写明数据接口免费期限：验收后先按通常期限告知，更正合同信息后按合同',
  clauses: ['2.4.3'],
  by,
  on: '2025-01-06',
  declare: line.declarationOf('校园阅读平台', fen),
  steps: [
    ...line.pooled(by, '2025-01-07'),
    ...line.planned(by, '2025-01-20', 2026),
    ...line.approvedInOneStep(by, '2025-02-10', fen),
    ...unnamed,
    { upload: ['contract', 'priceList'], by, send: 'fileContract', refused: ['contract.interface-period'], clause: '2.4.3' },
    ...line.built(by, '2025-03-03', '2025-04-07'),
    ...line.tried(by, '2025-04-08'),
    ...line.selfAccepted(by, '2025-07-14'),
    { state: 'interfacePeriod.running' },
    { on: '2025-08-04', by, send: 'amendContract', data: { ipOwnedByGovernment: true, interfaceFreeMonths: 24 }, state: 'interfacePeriod.running' },
    { by, send: 'fileContract', state: 'contractFiling.filed' },
  ],
};
