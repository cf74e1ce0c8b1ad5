import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { declarationOf } from '../../project/testing/lines.js';
import { declared, findings } from '../testing/ground.js';
import * as returns from './returns.js';

const embedded = { ...declared };
const { parentName: _, ...partOfNothing } = embedded;
const passedWith = { points: findings(), opinion: '同意按方案实施' };

const hospitalBuilding: Story = {
  title: '新院区建设工程中的信息化部分：主管部门审核，四项审查，退回修改后主管部门重新审核，通过并实施',
  clauses: ['1.2.4', '2.2.5'],
  by: 'county-hospital',
  on: '2026-01-05',
  declare: embedded,
  steps: [
    { by: 'county-hospital', send: 'submitScheme', refused: ['document.scheme', 'scheme.parent-shown'] },
    { by: 'county-hospital', send: 'proceed', data: { startedOn: '2026-01-05' }, refused: ['scheme.passed-first'], clause: '1.2.4' },
    { upload: ['scheme', 'parentApproval'], by: 'county-hospital', send: 'submitScheme', state: 'endorsement.reviewing' },
    { by: 'data-bureau', send: 'passScheme', data: passedWith, refused: ['endorsement.first'], clause: '2.2.5' },
    { by: 'health', send: 'returnForCorrection', data: { items: '补充主管部门要求的论证' }, state: 'endorsement.correcting' },
    { by: 'county-hospital', send: 'resubmit', data: { reply: '已补充' }, state: 'endorsement.reviewing' },
    { on: '2026-01-08', by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { by: 'county-hospital', send: 'recall', data: { reason: '再作修改' }, refused: ['office.last-step-ours'] },
    { on: '2026-01-14', by: 'data-bureau', send: 'passScheme', data: { points: findings('dataSharing') }, refused: ['scheme.points-met'] },
    { by: 'data-bureau', send: 'requireRevision', data: { points: findings(), items: '请补充数据接口' }, refused: ['scheme.point-unmet'] },
    {
      by: 'data-bureau',
      send: 'requireRevision',
      data: { points: findings('dataSharing'), items: '请补充与县数据平台的接口' },
      state: 'examination.correcting',
    },
    { by: 'county-hospital', send: 'proceed', data: { startedOn: '2026-01-14' }, refused: ['scheme.passed-first'] },
    {
      on: '2026-01-21',
      upload: ['scheme', 'parentApproval'],
      by: 'county-hospital',
      send: 'resubmit',
      data: { reply: '已补充接口', changes: { content: '综合布线、机房和数据接口，数据接入县数据平台' } },
      state: 'endorsement.reviewing',
    },
    { by: 'data-bureau', send: 'passScheme', data: { points: findings() }, refused: ['endorsement.first'] },
    { by: 'health', send: 'endorse', state: 'examination.reviewing' },
    { by: 'data-bureau', send: 'passScheme', data: passedWith, state: 'passed' },
    { by: 'county-hospital', send: 'proceed', data: { startedOn: '2026-01-20' }, refused: ['date.startedOn-in-order'] },
    { on: '2026-02-02', by: 'county-hospital', send: 'proceed', data: { startedOn: '2026-02-02' }, state: 'proceeded' },
  ],
};

const enterpriseInvested: Story = {
  title: '企业投资供部门使用：没有主管部门的单位直接报审；含财政资金的须申报项目',
  clauses: ['1.2.4', '1.2.1'],
  by: 'development-zone',
  on: '2026-01-05',
  declare: {
    title: '园区智慧停车',
    track: 'enterprise',
    content: '停车数据采集和诱导',
    amountFen: wan(260),
    fundingSources: ['enterprise'],
    classified: false,
  },
  steps: [
    {
      by: 'development-zone',
      begin: 'scheme-review',
      at: '含财政资金',
      data: {
        title: '园区智慧路灯',
        track: 'enterprise',
        content: '照明控制',
        amountFen: wan(90),
        fundingSources: ['enterprise', 'countyBudget'],
        classified: false,
      },
      refused: ['scheme.no-project-of-its-own'],
      clause: '1.2.1',
    },
    {
      by: 'development-zone',
      begin: 'project',
      at: '企业投资的项目',
      data: declarationOf('园区智慧停车', wan(260), { fundingSources: ['enterprise'] }),
      refused: ['creation.publicly-funded'],
      clause: '1.2.1',
    },
    { upload: ['scheme', 'parentApproval'], by: 'development-zone', send: 'submitScheme', state: 'examination.reviewing' },
    { by: 'development-zone', send: 'recall', data: { reason: '投资额有误' }, state: 'drafting' },
    { by: 'development-zone', send: 'revise', data: { changes: { amountFen: wan(240), fundingSources: ['ownFunds'] } }, refused: ['scheme.funding-fits'] },
    { by: 'development-zone', send: 'revise', data: { changes: { amountFen: wan(240) } } },
    { by: 'development-zone', send: 'submitScheme', state: 'examination.reviewing' },
    { by: 'data-bureau', send: 'passScheme', data: passedWith, state: 'passed' },
  ],
};

const rejectedOwnFunds: Story = {
  title: '事业单位自有资金项目：审查不通过须有不符合的方面和理由',
  clauses: ['1.2.4'],
  by: 'no1-school',
  on: '2026-01-05',
  declare: { title: '校园办公系统', track: 'ownFunds', content: '公文流转', amountFen: wan(18), fundingSources: ['ownFunds'], classified: false },
  steps: [
    {
      by: 'education',
      begin: 'scheme-review',
      at: '部门的自有资金',
      data: { title: '机关办公系统', track: 'ownFunds', content: '公文流转', amountFen: wan(18), fundingSources: ['ownFunds'], classified: false },
      refused: ['scheme.own-funds-of-institution'],
    },
    { upload: ['scheme', 'parentApproval'], by: 'no1-school', send: 'submitScheme' },
    { by: 'education', send: 'declineEndorsement', data: { reason: '没有说明与全县协同办公的关系' }, state: 'drafting' },
    { by: 'no1-school', send: 'revise', data: { changes: { content: '公文流转，与全县协同办公并行' } } },
    { by: 'no1-school', send: 'submitScheme', state: 'endorsement.reviewing' },
    { by: 'education', send: 'endorse' },
    { by: 'data-bureau', send: 'rejectScheme', data: { points: findings(), reason: '重复建设' }, refused: ['scheme.point-unmet'] },
    { by: 'data-bureau', send: 'rejectScheme', data: { points: findings('intensive', 'collaboration'), reason: '与全县协同办公系统重复' }, state: 'rejected' },
    { by: 'no1-school', send: 'proceed', data: { startedOn: '2026-01-05' }, notApplicable: true },
  ],
};

const tiedToProject: Story = {
  title: '方案关联已登记的项目：只能关联本单位和本系统的；涉密和乡镇的不受理',
  clauses: ['1.2.4', '2.2.6c', '2.1.2d'],
  by: 'county-hospital',
  on: '2026-01-05',
  declare: embedded,
  steps: [
    { by: 'health', begin: 'project', at: '卫健项目', data: declarationOf('全民健康信息平台', wan(300)) },
    { by: 'education', begin: 'project', at: '教体项目', data: declarationOf('教育云', wan(300)) },
    {
      by: 'county-hospital',
      begin: 'scheme-review',
      at: '关联别人的项目',
      naming: ({ id }) => ({ ...embedded, projectId: id('教体项目') }),
      refused: ['relation.project-ours'],
    },
    { by: 'county-hospital', begin: 'scheme-review', at: '没有写明所属项目', data: partOfNothing, refused: ['scheme.parent-named'] },
    {
      by: 'county-hospital',
      begin: 'scheme-review',
      at: '关联的方案',
      naming: ({ id }) => ({ ...partOfNothing, projectId: id('卫健项目') }),
      state: 'drafting',
    },
    { by: 'county-hospital', begin: 'scheme-review', at: '涉密方案', data: { ...embedded, classified: true }, refused: ['creation.not-classified'] },
    { by: 'rongcheng-town', begin: 'scheme-review', at: '乡镇的方案', data: embedded, refused: ['creation.not-township'] },
    { at: '关联的方案', by: 'county-hospital', send: 'withdraw', data: { reason: '并入项目一并报批' }, state: 'withdrawn' },
  ],
};

export const stories = [hospitalBuilding, enterpriseInvested, rejectedOwnFunds, tiedToProject, ...Object.values(returns)];
