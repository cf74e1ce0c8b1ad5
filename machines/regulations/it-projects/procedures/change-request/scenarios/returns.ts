import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as project from '../../project/testing/lines.js';
import * as line from '../testing/lines.js';

/** Changes sent back further than to correction, changes taken back, and what no exception allows. */

const budget = wan(250);

export const furtherBack: Story = {
  title: '变更审批退回主管部门、退回重新编制；主管部门撤回同意；项目暂停时期限停止计时',
  clauses: ['2.3.3f', '2.2.5', '1.2.3', '2.6.3b'],
  procedure: 'project',
  by: 'county-hospital',
  on: '2025-01-06',
  declare: project.declarationOf('检验信息平台', budget),
  steps: [
    ...project.pooled('county-hospital', '2025-01-07', 'health'),
    ...project.planned('county-hospital', '2025-01-20', 2026, 'health'),
    { on: '2025-02-10', upload: ['combinedReport', 'dataCatalogue'], by: 'county-hospital', send: 'submitCombined', data: project.design(budget) },
    { by: 'health', send: 'endorse' },
    ...project.expertsOn('2025-02-10', 3),
    project.approve('2025-02-10', budget),
    ...line.begun('county-hospital', '2025-03-03', 'change', { increaseFen: wan(20) }),
    { at: 'change', by: 'county-hospital', send: 'submitChange', data: { decidedOn: '2025-03-03' }, state: 'endorsement.reviewing' },
    { at: 'change', by: 'health', send: 'returnForCorrection', data: { items: '请重新编制', to: 'preparation' }, refused: ['return.to-applicant-only'] },
    { at: 'change', by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { at: 'change', by: 'health', send: 'recall', data: { reason: '尚需核对' }, state: 'endorsement.reviewing' },
    { at: 'change', by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { at: 'change', by: 'data-bureau', send: 'returnForCorrection', data: { items: '请主管部门说明必要性', to: 'superior' }, state: 'endorsement.reviewing' },
    { at: 'change', by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { at: 'change', by: 'data-bureau', send: 'returnForCorrection', data: { items: '变更内容已经改变，请重新编制', to: 'preparation' }, state: 'drafting' },
    { at: 'change', by: 'county-hospital', send: 'submitChange', data: { decidedOn: '2025-03-03' } },
    { at: 'change', by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { on: '2025-03-04', ...project.suspendedOn('2025-03-04', '资金检查'), state: 'standing.suspended' },
    ...line.experts('2025-03-04', 'change', 3),
    ...line.governmentAgreed('2025-03-04', 'change'),
    { ...line.approve('2025-03-04', 'change'), refused: ['change.project-not-suspended'], clause: '2.6.3b' },
    { on: '2025-06-03', by: 'data-bureau', send: 'resume', data: { reason: '检查结束' } },
    { ...line.approve('2025-06-03', 'change'), state: 'implementing' },
  ],
};

export const withoutDepartment: Story = {
  title: '没有主管部门的单位：变更审批不能退回主管部门',
  clauses: ['2.3.3f', '1.2.3'],
  procedure: 'project',
  by: 'education',
  on: '2025-01-06',
  declare: project.declarationOf('校园安防平台', budget),
  steps: [
    ...line.building('education', budget),
    ...line.begun('education', '2025-03-10', 'change', { increaseFen: wan(20) }),
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-10' }, state: 'examination.reviewing' },
    {
      at: 'change',
      by: 'data-bureau',
      send: 'returnForCorrection',
      data: { items: '请重新审核', to: 'superior' },
      refused: ['return.step-passed'],
      clause: '1.2.3',
    },
  ],
};

export const noException: Story = {
  title: '超概算只能办理投资变更：不能批准例外',
  clauses: ['2.3.3a', '2.3.3f'],
  procedure: 'project',
  by: 'education',
  on: '2025-01-06',
  declare: project.declarationOf('在线作业平台', budget),
  steps: [
    ...project.pooled('education', '2025-01-07'),
    ...project.planned('education', '2025-01-20', 2026),
    ...project.approvedInOneStep('education', '2025-02-10', budget),
    {
      by: 'finance',
      send: 'confirmFunds',
      data: { number: '青财〔2025〕9号', date: '2025-02-10', amountFen: wan(520) },
      refused: ['contract.within-budget'],
      clause: '2.3.3a',
    },
    {
      upload: 'other',
      by: 'data-bureau',
      send: 'grantException',
      naming: ({ document }) => ({
        rule: 'contract.within-budget',
        reason: '物价上涨',
        number: '青政〔2025〕9号',
        date: '2025-02-10',
        document: document('other'),
      }),
      refused: ['office.exception-possible'],
      clause: '2.6.2',
    },
    { by: 'finance', send: 'confirmFunds', data: { number: '青财〔2025〕9号', date: '2025-02-10', amountFen: wan(520) }, refused: ['contract.within-budget'] },
  ],
};
