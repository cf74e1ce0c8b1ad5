import { wan } from '#machines/kit/words/money.js';
import { amount, proves } from '../testing/ground.js';
import { notSuspended, suspended, suspendedByHand, withdrawable } from './standing.js';

const ground = (from: string | null) => ({ case: from, on: '2026-05-06', reason: '限期整改未完成', number: null });
const stoppedBy = (...from: (string | null)[]) => ({ suspension: { on: '2026-05-06', grounds: from.map(ground) } });
const stopped = stoppedBy(null);

export const standingExamples = [
  ...proves(
    notSuspended,
    { passes: '正常项目：可以办理', seen: { 暂停日期: null } },
    { fails: '已暂停的项目：恢复前不能办理', context: stopped, says: '自2026-05-06起暂停', seen: { 暂停日期: '2026-05-06' } },
  ),
  ...proves(suspended, { passes: '已暂停的项目：可以恢复', context: stopped }, { fails: '没有暂停的项目：无需恢复' }),
  ...proves(
    suspendedByHand,
    { passes: '审批部门直接暂停：可以恢复', context: stopped, seen: { 整改案件: null } },
    { passes: '整改案件也暂停了项目：可以解除自己的暂停', context: stoppedBy('ZG-1', null), seen: { 整改案件: 'ZG-1' } },
    { fails: '只因整改案件暂停：在整改案件中解除', context: stoppedBy('ZG-1', 'ZG-2'), says: 'ZG-1、ZG-2', seen: { 整改案件: 'ZG-1、ZG-2' } },
  ),
  ...proves(
    withdrawable,
    { passes: '只有投资估算：可以撤回', context: { amounts: [amount('estimate', wan(300))] } },
    { passes: '可研已批复、概算未批复：可以撤回', context: { amounts: [amount('estimate', wan(600)), amount('feasibility', wan(600))] } },
    { fails: '概算已批复：不能撤回', context: { amounts: [amount('estimate', wan(300)), amount('budget', wan(300))] }, says: '已经批复' },
  ),
];
