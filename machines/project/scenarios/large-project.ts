import { wan } from '../../kit/money.js';
import type { Story } from '../../kit/testing/story.js';
import * as line from '../testing/lines.js';
import { units } from '../testing/world.js';

const fen = wan(620);

/** 620万元 goes the long way: two steps, city and province, the bureau's acceptance; every short cut is refused with its clause. */
export const largeProject: Story = {
  title: '620万元新建项目：两步审批、省级同意、县局验收，全程闭环',
  clauses: ['2.1.2a', '2.1.3b', '2.2.2b', '2.2.4', '2.4.1', '2.4.2c', '2.4.4', '2.4.6a'],
  by: 'education',
  unit: units.education,
  on: '2025-01-06',
  declare: line.declarationOf('智慧教育平台', fen),
  steps: [
    { by: 'education', send: 'applyForPlan', data: { planYear: 2025 }, clause: '2.1.3a' },
    { by: 'education', send: 'declare', refused: ['document.declarationForm'] },
    { by: 'education', send: 'signContract', data: { signedOn: '2025-01-06', supplier: line.CONTRACTOR, amountFen: fen }, clause: '2.1.4' },
    { by: 'education', send: 'startConstruction', data: {}, refused: ['procurement.approved-first', 'construction.contracted-first'] },
    ...line.pooled('education', '2025-01-07'),
    { by: 'data-bureau', send: 'approve', data: { number: '批1', date: '2025-01-07', approvedFen: fen }, clause: '2.1.4' },
    ...line.planned('education', '2025-02-10', 2025),
    { by: 'education', send: 'submitCombined', data: line.design(fen), clause: '2.2.2b' },
    { by: 'education', send: 'submitDesign', data: line.design(fen), clause: '2.2.2b' },
    { on: '2025-03-03', upload: 'feasibilityReport', by: 'education', send: 'submitFeasibility', data: { investmentFen: fen } },
    { ...line.approve('2025-03-03', fen), clause: '3.3a' },
    { by: 'data-bureau', send: 'beginExpertReview', data: { meetingOn: '2025-03-05' } },
    { upload: 'expertOpinion', by: 'data-bureau', send: 'recordExpertReview', data: { date: '2025-03-03', experts: line.panel(4), conclusion: 'passed' }, refused: ['experts.enough'] },
    { by: 'data-bureau', send: 'recordExpertReview', data: { date: '2025-03-03', experts: line.panel(5), conclusion: 'passed' } },
    { ...line.approve('2025-03-03', fen), state: 'approval.design.preparing' },
    { on: '2025-04-07', upload: ['designScheme', 'budgetStatement', 'dataCatalogue'], by: 'education', send: 'submitDesign', data: line.design(fen) },
    ...line.expertsOn('2025-04-07', 5),
    { ...line.approve('2025-04-07', fen), refused: ['approval.province-consented'], clause: '2.2.4' },
    { by: 'data-bureau', send: 'sendToCity', data: { date: '2025-04-07' } },
    { ...line.approve('2025-04-07', fen), clause: '2.2.4' },
    { by: 'data-bureau', send: 'recordCityReview', data: { result: 'agreed', number: '市数审2号', date: '2025-04-07' } },
    { ...line.approve('2025-04-07', fen), clause: '2.2.4' },
    { on: '2025-05-12', by: 'data-bureau', send: 'recordProvinceReview', data: { result: 'agreed', number: '省数审2号', date: '2025-05-12' } },
    { ...line.approve('2025-05-12', fen), state: 'procurement.preparing' },
    ...line.contracted('education', '2025-06-02', fen),
    ...line.built('education', '2025-06-09', '2025-09-15'),
    ...line.tried('education', '2025-09-16'),
    { by: 'education', send: 'selfAccept', data: { conclusion: 'passed', concludedOn: '2025-09-16', checklist: line.checklist }, clause: '2.4.1' },
    { on: '2025-12-20', state: 'acceptance.preparing' },
    { by: 'education', send: 'selfAccept', data: { conclusion: 'passed', concludedOn: '2025-12-20', checklist: line.checklist }, clause: '2.4.2c' },
    { by: 'education', send: 'applyForAcceptance', data: { checklist: {} }, refused: ['acceptance.preliminary-first', 'acceptance.all-subjects', 'document.preliminaryAcceptanceReport'] },
    { by: 'education', send: 'recordPreliminaryAcceptance', data: { date: '2025-12-20', conclusion: 'passed' } },
    { upload: 'preliminaryAcceptanceReport', by: 'education', send: 'applyForAcceptance', data: { checklist: line.checklist } },
    { by: 'data-bureau', send: 'scheduleAcceptance', data: { meetingOn: '2025-12-25' } },
    { on: '2025-12-25', by: 'data-bureau', send: 'concludeAcceptance', data: { conclusion: 'passed', concludedOn: '2025-12-25', checklist: line.checklist, experts: line.panel(5) }, refused: ['acceptance.archives-passed'], clause: '2.4.4' },
    { by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: '2025-12-25' } },
    { by: 'data-bureau', send: 'concludeAcceptance', data: { conclusion: 'passed', concludedOn: '2025-12-25', checklist: line.checklist, experts: line.panel(5) }, state: 'archival.handingOver' },
    ...line.archived('education', '2026-01-12'),
    { on: '2026-12-24', by: 'education', send: 'submitSelfEvaluation', data: { summary: '提前报送' }, clause: '2.4.6a' },
    ...line.evaluated('education', '2026-12-25'),
  ],
};
