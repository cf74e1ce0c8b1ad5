import type { Story } from '#machines/kit/testing/story.js';
import { declared, findings } from '../testing/ground.js';

/** A scheme sent back further than to correction, and a scheme taken back. */

export const furtherBack: Story = {
  title: '方案审查退回主管部门、退回重新编制；撤回已作的同意和退回修改',
  clauses: ['1.2.4', '2.2.5', '1.2.3'],
  by: 'county-hospital',
  on: '2026-01-05',
  declare: declared,
  steps: [
    { upload: ['scheme', 'parentApproval'], by: 'county-hospital', send: 'submitScheme', state: 'endorsement.reviewing' },
    { by: 'health', send: 'returnForCorrection', data: { items: '请重新编制', to: 'preparation' }, refused: ['return.to-applicant-only'], clause: '1.2.3' },
    {
      by: 'health',
      send: 'endorse',
      data: { opinion: '同意', attachments: ['00000000-0000-7000-8000-00000000dead'] },
      refused: ['office.attachments-here'],
      clause: '2.6.2',
    },
    {
      by: 'health',
      send: 'endorse',
      naming: ({ document }) => ({ opinion: '同意，意见见所附方案', attachments: [document('scheme')] }),
      state: 'examination.reviewing',
    },
    { by: 'health', send: 'recall', data: { reason: '尚需论证' }, state: 'endorsement.reviewing' },
    { by: 'data-bureau', send: 'passScheme', data: { points: findings() }, refused: ['endorsement.first'] },
    { by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请主管部门核对投资额', to: 'superior' }, state: 'endorsement.reviewing' },
    { by: 'data-bureau', send: 'passScheme', data: { points: findings() }, refused: ['endorsement.first'] },
    { by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '缺少签章' }, state: 'examination.correcting' },
    { by: 'data-bureau', send: 'recall', data: { reason: '已有签章' }, state: 'examination.reviewing' },
    { by: 'data-bureau', send: 'requireRevision', data: { points: findings('dataSharing'), items: '请补充数据接口' }, state: 'examination.correcting' },
    { by: 'data-bureau', send: 'recall', data: { reason: '接口另有说明' }, state: 'examination.reviewing' },
    { by: 'health', send: 'recall', data: { reason: '再研究' }, refused: ['office.last-step-ours'] },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请按新标准重新编制', to: 'preparation' }, state: 'drafting' },
    { by: 'county-hospital', send: 'submitScheme', state: 'endorsement.reviewing' },
    { by: 'health', send: 'endorse' },
    { by: 'data-bureau', send: 'passScheme', data: { points: findings() }, state: 'passed' },
  ],
};

export const withoutDepartment: Story = {
  title: '没有主管部门的单位：方案审查不能退回主管部门',
  clauses: ['1.2.4', '1.2.3'],
  by: 'development-zone',
  on: '2026-01-05',
  declare: { ...declared, title: '园区智能化工程', parentName: '园区建设工程' },
  steps: [
    { upload: ['scheme', 'parentApproval'], by: 'development-zone', send: 'submitScheme', state: 'examination.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请重新审核', to: 'superior' }, refused: ['return.step-passed'], clause: '1.2.3' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请重新编制', to: 'preparation' }, state: 'drafting' },
  ],
};
