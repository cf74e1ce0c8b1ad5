import type { Step, Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** 二(二)5: every application leaves a subordinate unit through the department above it. */

const by = 'county-hospital';
const superior = 'health';
const begun = { by, on: '2025-01-06' } as const;
const pooled = line.pooled(by, '2025-01-07', superior);
const announce: Step = {
  on: '2025-01-20',
  by: 'data-bureau',
  begin: 'annual-plan',
  at: 'plan',
  data: { year: 2026, opensOn: '2025-01-20', closesOn: '2025-01-20' },
};
const apply: Step = { by, send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.endorsement' };

export const planThroughSuperior: Story = {
  title: '下属单位申请列入计划：先由主管部门审核；不同意的回到储备库，撤回的也是；同意后才进入计划',
  clauses: ['2.2.5', '2.1.3a'],
  ...begun,
  declare: line.declarationOf('影像云', wan(300)),
  steps: [
    ...pooled,
    announce,
    apply,
    { by, send: 'recall', data: {}, state: 'reserve.pooled' },
    apply,
    { by: superior, send: 'declineEndorsement', data: { reason: '与医共体平台一并考虑' }, state: 'reserve.pooled' },
    apply,
    { by: 'data-bureau', send: 'endorse', data: {}, notYourStep: true },
    { by, send: 'withdrawFromPlan', data: { reason: '补充论证' }, state: 'reserve.pooled' },
    apply,
    { by: superior, send: 'endorse', data: { opinion: '同意' }, state: 'plan.collected' },
    { on: '2025-01-21', at: 'plan', state: 'jointReview' },
  ],
};

export const endorsedTooLate: Story = {
  title: '主管部门审核得太晚：计划已过联审，不能再同意；不同意后可以申请计划外追加，同样经主管部门',
  clauses: ['2.2.5', '2.1.3a', '2.2.3'],
  ...begun,
  declare: line.declarationOf('检验中心平台', wan(300)),
  steps: [
    ...pooled,
    announce,
    apply,
    { by: 'education', at: 'other', begin: 'project', data: line.declarationOf('智慧教育平台', wan(300)) },
    ...line.pooled('education').map((step) => ({ ...step, at: 'other', ...(step.upload ? { uploader: 'education' } : {}) })),
    { at: 'other', by: 'education', send: 'applyForPlan', data: { planYear: 2026 }, state: 'plan.collected' },
    { on: '2025-01-21', at: 'plan', state: 'jointReview' },
    ...line.JOINT.map((office) => ({ by: office, at: 'plan', send: 'giveJointOpinion', data: { opinion: 'agree' } })),
    { at: 'plan', state: 'listing' },
    { by: superior, send: 'endorse', data: {}, refused: ['plan.still-takes'] },
    { by: superior, send: 'declineEndorsement', data: { reason: '计划已过联审' }, state: 'reserve.pooled' },
    { by, send: 'requestOutOfPlan', data: { reason: '县政府专题部署' }, state: 'plan.endorsement' },
    { by: superior, send: 'endorse', data: {}, state: 'plan.governmentApproval' },
  ],
};
