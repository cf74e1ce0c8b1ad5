import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** What a correction may change, and who is asked again after it. */

export const dearer: Story = {
  title: '补正改了概算：主管部门重新审核，专家重新评审，县局才能批复；只作说明、什么都没有改的不用',
  clauses: ['2.2.5', '3.3a', '2.1.4'],
  by: 'county-hospital',
  on: '2025-01-06',
  declare: line.declarationOf('检验信息系统', wan(100)),
  steps: [
    ...line.pooled('county-hospital', '2025-01-07', 'health'),
    ...line.planned('county-hospital', '2025-01-20', 2026, 'health'),
    { on: '2025-02-10', by: 'county-hospital', send: 'submitDesign', data: line.design(wan(100)), refused: ['approval.design-by-itself'] },
    { upload: ['combinedReport', 'dataCatalogue'], by: 'county-hospital', send: 'submitCombined', data: line.design(wan(100)) },
    { by: 'health', send: 'endorse', state: 'approval.combined.examination.reviewing' },
    ...line.expertsOn('2025-02-10', 3),
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '说明网络安全方案' }, state: 'approval.combined.examination.correcting' },
    { on: '2025-02-12', by: 'county-hospital', send: 'resubmit', data: { reply: '见文本第五章' }, state: 'approval.combined.examination.reviewing' },
    { ...line.approve('2025-02-11', wan(100)), refused: ['date.date-after-submission'], clause: '2.1.4' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '核增服务器' } },
    {
      by: 'county-hospital',
      send: 'resubmit',
      data: { reply: '已核增', dossier: { budgetFen: wan(110), budgetLines: [{ name: '服务器', amountFen: wan(20) }] } },
      refused: ['correction.budget-adds-up'],
    },
    { by: 'county-hospital', send: 'resubmit', data: { reply: '已核增', dossier: { budgetFen: wan(110) } }, state: 'approval.combined.endorsement.reviewing' },
    { ...line.approve('2025-02-12', wan(110)), refused: ['approval.endorsed-first', 'experts.reviewed'], clause: '2.2.5' },
    { by: 'health', send: 'endorse', state: 'approval.combined.examination.reviewing' },
    { ...line.approve('2025-02-12', wan(110)), refused: ['experts.reviewed'], clause: '3.3a' },
    ...line.expertsOn('2025-02-12', 3),
    { upload: 'combinedReport', uploader: 'county-hospital', ...line.approve('2025-02-12', wan(110)), refused: ['papers.as-handed-in'] },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请连同新文本重新提交' } },
    { by: 'county-hospital', send: 'resubmit', data: { reply: '连同新文本提交' }, state: 'approval.combined.endorsement.reviewing' },
    { by: 'health', send: 'endorse', state: 'approval.combined.examination.reviewing' },
    ...line.expertsOn('2025-02-12', 3),
    { ...line.approve('2025-02-12', wan(110)), state: 'procurement.preparing' },
  ],
};

export const otherRoute: Story = {
  title: '批复、补正都不能把合并报批改成两步审批的金额：退回重新编制，调整投资估算后报批可研；填错的部署网络也这样更正',
  clauses: ['2.2.2b', '2.1.4', '3.2f'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('教育数据中台', wan(480)),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    { on: '2025-02-10', upload: ['combinedReport', 'dataCatalogue'], by: 'education', send: 'submitCombined', data: line.design(wan(480)) },
    { by: 'county-office', send: 'recordIntranetApproval', data: { number: '青办批1号', date: '2025-02-10' }, refused: ['approval.intranet-project'] },
    ...line.expertsOn('2025-02-10', 3),
    { ...line.approve('2025-02-10', wan(500)), refused: ['approval.within-examined', 'approval.combined-only-below', 'approval.approved-amount-consented'] },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请核实部署网络和投资' } },
    { by: 'education', send: 'resubmit', data: { reply: '核增', dossier: { budgetFen: wan(500) } }, refused: ['correction.keeps-route'], clause: '2.2.2b' },
    { by: 'education', send: 'resubmit', data: { reply: '已核实，请退回重新编制' } },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '重新编制', to: 'preparation' }, state: 'approval.combined.preparing' },
    { by: 'education', send: 'revise', data: { changes: { title: '教育大脑' } }, refused: ['correction.statement-only'], clause: '2.1.4' },
    { by: 'education', send: 'revise', data: { changes: { networkZone: 'intranet' } }, state: 'approval.combined.preparing' },
    {
      upload: 'intranetApproval',
      uploader: 'county-office',
      by: 'county-office',
      send: 'recordIntranetApproval',
      data: { number: '青办批1号', date: '2025-02-10' },
    },
    { by: 'education', send: 'reviseEstimate', data: { estimateFen: wan(500), reason: '核增' }, state: 'approval.feasibility.preparing' },
    {
      upload: 'feasibilityReport',
      by: 'education',
      send: 'submitFeasibility',
      data: line.study(wan(500)),
      state: 'approval.feasibility.examination.reviewing',
    },
  ],
};
