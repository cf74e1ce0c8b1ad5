import { byStep, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { verdict } from '#machines/kit/law/rule.js';
import { stoppedByCases, stoppedByHand } from '../suspension.js';
import { registeredOn } from '../context.js';
import { notBefore, notInFuture, paper, projectRule } from './common.js';

export const notSuspended = projectRule({
  id: 'standing.not-suspended',
  clause: '2.6.3b',
  holds: '项目未被暂停',
  says: (seen) => `项目自${String(seen['暂停日期'])}起暂停，恢复前不能办理`,
  remedy: '由县数据资源管理局“恢复项目”后再办理；因整改暂停的，整改合格后在“限期整改”案件中“解除暂停项目建设”',
  curedBy: [byStep('resume'), byStep('liftSuspension', 'rectification')],
  about: 'case',
  judge: ({ context }) => verdict(context.suspension === null, { 暂停日期: context.suspension?.on ?? null }),
});

export const suspended = projectRule({
  id: 'standing.suspended',
  clause: '2.6.3b',
  holds: '项目处于暂停状态',
  says: '项目没有被暂停，无需恢复',
  remedy: '无需恢复，可以直接办理下一步',
  curedBy: [NOTHING_TO_DO],
  about: 'case',
  judge: ({ context }) => verdict(context.suspension !== null),
});

export const suspendedByHand = projectRule({
  id: 'standing.suspended-by-hand',
  clause: '2.6.3b',
  holds: '项目是由审批部门直接暂停的',
  says: (seen) => `项目因整改案件${String(seen['整改案件'])}暂停，不能直接恢复`,
  remedy: '整改合格后，在“限期整改”案件中办理“解除暂停项目建设”',
  curedBy: [byStep('liftSuspension', 'rectification')],
  about: 'case',
  judge: ({ context }) => verdict(stoppedByHand(context), { 整改案件: stoppedByCases(context).join('、') || null }),
});

/** 暂停和终止 are decisions on paper, with number and date (二(六)2, 3). */
export const decidedOnPaper = [
  ...paper('standingDecision'),
  notInFuture('date', '决定日期', '2.6.3b'),
  notBefore('date', '决定日期', registeredOn, '项目登记日期', '2.6.3b', 'after-registration'),
];

/** Once approved, a project ends by decision, not at the wish of its unit. */
export const withdrawable = projectRule({
  id: 'standing.withdrawable',
  clause: '2.6.4',
  holds: '项目尚未批复',
  says: '项目已经批复，不能撤回',
  remedy: '确需停止建设的，由县数据资源管理局“终止项目”',
  curedBy: [byStep('terminate')],
  about: 'case',
  judge: ({ context }) => verdict(!context.amounts.some((a) => a.kind === 'budget')),
});
