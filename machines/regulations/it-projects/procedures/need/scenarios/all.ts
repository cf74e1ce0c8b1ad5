import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { declarationOf } from '../../project/testing/lines.js';
import { passedOn } from './passed-on.js';
import * as returns from './returns.js';

const need = (title: string, target: string) => ({ title, target, content: '群众在镇里就近自助打印证明', classified: false });

const takenUpByProject: Story = {
  title: '乡镇登记需求：部门同意，纳入已登记的项目',
  clauses: ['2.1.2d'],
  by: 'rongcheng-town',
  on: '2026-01-05',
  declare: need('便民服务大厅自助终端', 'health'),
  steps: [
    { by: 'rongcheng-town', begin: 'project', at: '镇里的项目', data: declarationOf('便民服务大厅自助终端', wan(30)), refused: ['creation.not-township'] },
    { by: 'data-bureau', send: 'agreeToTakeUp', data: { arrangement: '纳入基层卫生信息系统' }, notApplicable: true },
    { upload: 'needStatement', by: 'rongcheng-town', send: 'submitNeed', state: 'answering.reviewing' },
    { by: 'rongcheng-town', send: 'agreeToTakeUp', data: { arrangement: '自行安排' }, notYourStep: true },
    { by: 'data-bureau', send: 'takeUp', data: { arrangement: '纳入基层卫生信息系统' }, refused: ['need.answered-first'] },
    { on: '2026-01-12', by: 'health', send: 'agreeToTakeUp', data: { arrangement: '纳入基层卫生信息系统' }, state: 'coordinating.reviewing' },
    { by: 'rongcheng-town', send: 'recall', data: { reason: '想改派' }, refused: ['office.last-step-ours'] },
    { by: 'data-bureau', send: 'takeUp', data: { arrangement: '同意', projectId: 'XM-1999-0001' }, refused: ['need.project-found'] },
    { by: 'health', begin: 'project', at: '基层卫生信息系统', data: declarationOf('基层卫生信息系统', wan(120)) },
    {
      by: 'data-bureau',
      send: 'takeUp',
      naming: ({ id }) => ({ arrangement: '由基层卫生信息系统一并建设', projectId: id('基层卫生信息系统') }),
      state: 'takenUp',
    },
  ],
};

const redirected: Story = {
  title: '部门不同意：县局改派，由县局自己统筹',
  clauses: ['2.1.2d'],
  by: 'rongcheng-town',
  on: '2026-01-05',
  declare: need('村级视频会议', 'education'),
  steps: [
    { by: 'rongcheng-town', send: 'submitNeed' },
    { by: 'rongcheng-town', send: 'recall', data: { reason: '内容没有写全' }, state: 'drafting' },
    { by: 'rongcheng-town', send: 'revise', data: { changes: { target: 'rongcheng-town' } }, refused: ['need.target-is-department'] },
    { by: 'rongcheng-town', send: 'revise', data: { changes: { content: '十二个村与镇、县视频会商' } } },
    { by: 'rongcheng-town', send: 'submitNeed' },
    { on: '2026-01-12', by: 'education', send: 'declineToTakeUp', data: { reason: '不属于教育业务' }, state: 'coordinating.reviewing' },
    { by: 'data-bureau', send: 'takeUp', data: { arrangement: '同意' }, refused: ['need.department-agrees'] },
    { by: 'data-bureau', send: 'redirect', data: { target: 'education', reason: '再研究' }, refused: ['need.redirected-elsewhere'] },
    { by: 'data-bureau', send: 'redirect', data: { target: 'no1-school', reason: '再研究' }, refused: ['need.target-is-department'] },
    { by: 'data-bureau', send: 'redirect', data: { target: 'data-bureau', reason: '全县统一建设' }, state: 'answering.reviewing' },
    { by: 'education', send: 'agreeToTakeUp', data: { arrangement: '也可以' }, notYourStep: true },
    { by: 'data-bureau', send: 'agreeToTakeUp', data: { arrangement: '使用全县视频会议系统' } },
    { by: 'data-bureau', send: 'takeUp', data: { arrangement: '使用全县视频会议系统，不另立项' }, state: 'takenUp' },
  ],
};

const declined: Story = {
  title: '需求退回补正后直接回到退回的部门；县局说明理由，不予纳入',
  clauses: ['2.1.2d'],
  by: 'rongcheng-town',
  on: '2026-01-05',
  declare: need('镇政府门户网站', 'cyberspace'),
  steps: [
    { by: 'rongcheng-town', send: 'submitNeed' },
    { by: 'cyberspace', send: 'returnForCorrection', data: { items: '请说明与县政府门户网站的关系' }, state: 'answering.correcting' },
    { by: 'data-bureau', send: 'declineNeed', data: { reason: '重复建设' }, refused: ['need.answered-first'] },
    {
      on: '2026-01-08',
      by: 'rongcheng-town',
      send: 'resubmit',
      data: { reply: '需要单独的域名', changes: { classified: true } },
      refused: ['creation.not-classified'],
    },
    { by: 'rongcheng-town', send: 'resubmit', data: { reply: '需要单独的域名' }, state: 'answering.reviewing' },
    { by: 'cyberspace', send: 'declineToTakeUp', data: { reason: '政府网站已经集约到县级平台' } },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请核对县级平台能否满足' }, state: 'coordinating.correcting' },
    { by: 'rongcheng-town', send: 'resubmit', data: { reply: '栏目可以满足' }, state: 'coordinating.reviewing' },
    { by: 'data-bureau', send: 'declineNeed', data: { reason: '使用县级平台的栏目即可，不另建网站' }, state: 'declined' },
    { by: 'rongcheng-town', send: 'submitNeed', notApplicable: true },
  ],
};

const departmentRegisters: Story = {
  title: '县直部门不办理需求登记；乡镇可以自己撤销需求',
  clauses: ['2.1.2d', '2.2.6c'],
  by: 'rongcheng-town',
  on: '2026-01-05',
  declare: need('防汛广播', 'health'),
  steps: [
    { by: 'education', begin: 'need', at: '部门的需求', data: need('校园广播', 'education'), refused: ['need.township-only'] },
    {
      by: 'rongcheng-town',
      begin: 'need',
      at: '涉密需求',
      data: { ...need('机要通信', 'nowhere'), classified: true },
      refused: ['creation.not-classified', 'need.target-is-department'],
    },
    { by: 'rongcheng-town', send: 'withdraw', data: { reason: '已由水利部门建设' }, state: 'withdrawn' },
  ],
};

export const stories = [takenUpByProject, redirected, declined, departmentRegisters, passedOn, ...Object.values(returns)];
