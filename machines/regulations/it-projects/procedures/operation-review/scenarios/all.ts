import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { declarationOf } from '../../project/testing/lines.js';
import { declared } from '../testing/ground.js';
import { agree, conclude, experts, PAPERS } from '../testing/lines.js';
import * as ownReview from './own-review.js';
import * as project from './project.js';
import * as returns from './returns.js';

const throughDepartment: Story = {
  title: '年度运维：主管部门审核，财政和县局会审，专家评审，财政核减后作出结论',
  clauses: ['2.5.4', '2.5.3', '2.2.5', '3.3a'],
  by: 'county-hospital',
  on: '2026-01-05',
  declare: declared,
  steps: [
    {
      by: 'county-hospital',
      begin: 'operation-review',
      at: '合计不符',
      data: { ...declared, totalFen: declared.totalFen + 1 },
      refused: ['operation.total-exact'],
    },
    { by: 'county-hospital', send: 'submitOperation', refused: ['document.operationPlan', 'document.operationBudget'] },
    { upload: PAPERS, by: 'county-hospital', send: 'submitOperation', state: 'endorsement.reviewing' },
    { ...agree('data-bureau'), refused: ['endorsement.first'], clause: '2.2.5' },
    { by: 'health', send: 'returnForCorrection', data: { items: '补充主管部门要求的论证' }, state: 'endorsement.correcting' },
    { by: 'county-hospital', send: 'resubmit', data: { reply: '已补充' }, state: 'endorsement.reviewing' },
    { by: 'health', send: 'endorse', state: 'review.reviewing' },
    { on: '2026-01-12', ...agree('finance'), state: 'review.reviewing' },
    { by: 'county-hospital', send: 'recall', data: { reason: '修改方案' }, refused: ['office.last-step-ours'] },
    { ...conclude('2026-01-12', declared.totalFen), refused: ['operation.everyone-answered', 'experts.reviewed'] },
    { ...agree('data-bureau'), state: 'concluding' },
    { ...conclude('2026-01-12', declared.totalFen), refused: ['experts.reviewed'], clause: '3.3a' },
    ...experts('2026-01-14').map((step) => ({ on: '2026-01-14', ...step })),
    { state: 'concluding', ...conclude('2026-01-14', declared.totalFen + 1), refused: ['operation.within-submitted'] },
    { on: '2026-01-19', ...conclude('2026-01-19', wan(18)), state: 'concluded' },
  ],
};

const opinionsSurvive: Story = {
  title: '会审退回补正：内容和材料没有变的，已同意的意见保留；变了的重新会审和评审',
  clauses: ['2.5.4'],
  by: 'health',
  on: '2026-01-05',
  declare: declared,
  steps: [
    { upload: PAPERS, by: 'health', send: 'submitOperation', state: 'review.reviewing' },
    agree('finance'),
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请说明与省平台的衔接' }, state: 'review.correcting' },
    { on: '2026-01-08', by: 'health', send: 'resubmit', data: { reply: '经市平台接入省平台，见方案第四章' }, state: 'review.reviewing' },
    { ...conclude('2026-01-08', declared.totalFen), refused: ['operation.everyone-answered', 'experts.reviewed'] },
    { ...agree('data-bureau'), state: 'concluding' },
    ...experts('2026-01-08'),
    { by: 'finance', send: 'returnForCorrection', data: { items: '漏列一个月的驻场服务' }, state: 'review.correcting' },
    {
      by: 'health',
      send: 'resubmit',
      data: { reply: '已补列', changes: { items: [{ name: '驻场服务(月)', quantity: 13, unitPriceFen: 1_500_000 }, declared.items[1]] } },
      refused: ['operation.total-exact'],
    },
    {
      by: 'health',
      send: 'resubmit',
      data: { reply: '已补列', changes: { items: [{ name: '驻场服务(月)', quantity: 13, unitPriceFen: 1_500_000 }, declared.items[1]], totalFen: 21_900_000 } },
      state: 'review.reviewing',
    },
    agree('finance'),
    { ...conclude('2026-01-08', 21_900_000), refused: ['operation.everyone-answered', 'experts.reviewed'] },
    agree('data-bureau'),
    ...experts('2026-01-08'),
    { ...conclude('2026-01-08', 21_900_000), state: 'concluded' },
  ],
};

const objected: Story = {
  title: '会审有一方不同意：不能作出结论；改变意见后可以，理由必填',
  clauses: ['2.5.4', '2.6.2'],
  by: 'education',
  on: '2026-01-05',
  declare: {
    ...declared,
    system: '教育资源库',
    items: [{ name: '驻场服务(月)', quantity: 12, unitPriceFen: 1_700_000, guidePriceFen: 1_500_000 }],
    totalFen: 20_400_000,
    idleResources: '两台服务器',
  },
  steps: [
    { upload: ['operationPlan', 'operationBudget'], by: 'education', send: 'submitOperation', state: 'review.reviewing' },
    { by: 'education', send: 'recall', data: { reason: '补充资源使用报告' }, state: 'drafting' },
    { upload: 'useReport', by: 'education', send: 'submitOperation', state: 'review.reviewing' },
    ...experts('2026-01-05', 'failed'),
    { by: 'finance', send: 'objectToOperation', data: { reason: '单价高于指导价' } },
    { ...agree('data-bureau'), state: 'concluding' },
    { ...conclude('2026-01-05', declared.totalFen), refused: ['operation.nobody-against', 'experts.reviewed'] },
    { ...agree('finance'), state: 'concluding' },
    ...experts('2026-01-05', 'passedAfterRevision'),
    { ...conclude('2026-01-05', wan(18)), state: 'concluded' },
  ],
};

const tiedAndRejected: Story = {
  title: '关联建成系统的项目；财政说明理由，审核不通过',
  clauses: ['2.5.4'],
  by: 'health',
  on: '2026-01-05',
  declare: { ...declared, year: 2027 },
  steps: [
    { by: 'health', begin: 'project', at: '填报系统', data: declarationOf('卫健数据填报系统', wan(49.8)) },
    {
      by: 'education',
      begin: 'operation-review',
      at: '别人的项目',
      naming: ({ id }) => ({ ...declared, projectId: id('填报系统') }),
      refused: ['relation.project-ours'],
    },
    { by: 'health', begin: 'operation-review', at: '去年的运维', data: { ...declared, year: 2025 }, refused: ['operation.year-not-past'] },
    { by: 'health', begin: 'operation-review', at: '运维', naming: ({ id }) => ({ ...declared, projectId: id('填报系统') }) },
    { at: '运维', upload: PAPERS, by: 'health', send: 'submitOperation', state: 'review.reviewing' },
    { at: '运维', by: 'data-bureau', send: 'rejectOperation', data: { reason: '系统已经停用' }, notYourStep: true },
    { at: '运维', by: 'finance', send: 'rejectOperation', data: { reason: '系统已经停用' }, state: 'rejected' },
    { by: 'data-bureau', send: 'withdraw', data: { reason: '误报' }, state: 'withdrawn' },
  ],
};

export const stories = [
  throughDepartment,
  opinionsSurvive,
  objected,
  tiedAndRejected,
  ...Object.values(project),
  ...Object.values(returns),
  ...Object.values(ownReview),
];
