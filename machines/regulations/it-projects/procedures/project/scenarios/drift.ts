import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** What a later amount may be above the one it rests on. */

const by = 'education';
const begun = { by, on: '2025-01-06' } as const;
const DESIGN = ['designScheme', 'budgetStatement', 'dataCatalogue'];

export const abovePlan: Story = {
  title: '列入计划90万元，估算改成9000万元：不可以；10%以内可以；县政府调整计划以后，按调整后的金额',
  clauses: ['2.1.4'],
  ...begun,
  declare: line.declarationOf('教育数据填报平台', wan(90)),
  steps: [
    ...line.pooled(by, '2025-01-07'),
    ...line.planned(by, '2025-01-20', 2026),
    { by, send: 'reviseEstimate', data: { estimateFen: wan(90), reason: '核对' }, refused: ['estimate.changes-something'] },
    { by, send: 'reviseEstimate', data: { estimateFen: wan(9000), reason: '增加内容' }, refused: ['approval.within-plan-estimate'] },
    { by, send: 'reviseEstimate', data: { estimateFen: wan(99) + 1, reason: '增加内容' }, refused: ['approval.within-plan-estimate'] },
    { by, send: 'reviseEstimate', data: { estimateFen: wan(99), reason: '增加内容' }, state: 'approval.combined.preparing' },
    {
      on: '2025-02-10',
      upload: ['combinedReport', 'dataCatalogue'],
      by,
      send: 'submitCombined',
      data: line.design(wan(120)),
      refused: ['approval.within-plan-estimate'],
    },
    {
      by: 'data-bureau',
      send: 'recordPlanAdjustment',
      data: { number: '青政秘〔2025〕9号', date: '2025-02-10', amountFen: wan(120) },
      refused: ['document.planAdjustment'],
    },
    {
      upload: 'planAdjustment',
      by: 'data-bureau',
      send: 'recordPlanAdjustment',
      data: { number: '青政秘〔2025〕9号', date: '2025-02-10', amountFen: wan(120) },
    },
    { by, send: 'submitCombined', data: line.design(wan(120)), state: 'approval.combined.examination.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '核对概算' } },
    { by, send: 'resubmit', data: { reply: '已核对', dossier: { budgetFen: wan(132) + 1 } }, refused: ['approval.within-plan-estimate'] },
    { by, send: 'resubmit', data: { reply: '已核对', dossier: { budgetFen: wan(132) } }, state: 'approval.combined.examination.reviewing' },
  ],
};

export const aboveStudy: Story = {
  title: '可研批复520万元，概算超出10%以上：重新报批可研；可研和概算都不超出计划过多',
  clauses: ['2.2.2b', '2.1.4'],
  ...begun,
  declare: line.declarationOf('县域教育数据中台', wan(560)),
  steps: [
    ...line.pooled(by, '2025-01-07'),
    ...line.planned(by, '2025-01-20', 2026),
    { on: '2025-02-10', upload: 'feasibilityReport', by, send: 'submitFeasibility', data: line.study(wan(520)) },
    ...line.expertsOn('2025-02-10', 5),
    { ...line.approve('2025-02-10', wan(520)), state: 'approval.design.preparing' },
    { upload: DESIGN, by, send: 'submitDesign', data: line.design(wan(9000)), refused: ['approval.within-plan-estimate', 'approval.within-study'] },
    { by, send: 'submitDesign', data: line.design(wan(572) + 1), refused: ['approval.within-study'] },
    { by, send: 'submitDesign', data: line.design(wan(572)), state: 'approval.design.examination.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '概算缺项', to: 'preparation' }, state: 'approval.design.preparing' },
    { by, send: 'revise', data: { changes: { estimateFen: wan(600) } }, refused: ['correction.statement-only'] },
    { by, send: 'reviseEstimate', data: { estimateFen: wan(600), reason: '增加内容' }, notApplicable: true },
    { by, send: 'submitFeasibility', data: line.study(wan(520)), refused: ['approval.study-anew'] },
    { by, send: 'submitFeasibility', data: line.study(wan(600)), state: 'approval.feasibility.examination.reviewing' },
    { by, send: 'submitDesign', data: line.design(wan(600)), clause: '2.2.2b' },
    ...line.expertsOn('2025-02-10', 5),
    { ...line.approve('2025-02-10', wan(600)), state: 'approval.design.preparing' },
    { by, send: 'submitDesign', data: line.design(wan(600)), state: 'approval.design.examination.reviewing' },
  ],
};
