import { wan } from '../../kit/money.js';
import { amount, proves } from '../testing/ground.js';
import { notSuspended, suspended, withdrawable } from './standing.js';

const stopped = { suspension: { on: '2026-05-06', reason: '限期整改未完成' } };

export const standingExamples = [
  ...proves(notSuspended,
    { passes: '正常项目：可以办理', seen: { 暂停日期: null } },
    { fails: '已暂停的项目：恢复前不能办理', context: stopped, says: '自2026-05-06起暂停', seen: { 暂停日期: '2026-05-06' } },
  ),
  ...proves(suspended,
    { passes: '已暂停的项目：可以恢复', context: stopped },
    { fails: '没有暂停的项目：无需恢复' },
  ),
  ...proves(withdrawable,
    { passes: '只有投资估算：可以撤回', context: { amounts: [amount('estimate', wan(300))] } },
    { passes: '可研已批复、概算未批复：可以撤回', context: { amounts: [amount('estimate', wan(600)), amount('feasibility', wan(600))] } },
    { fails: '概算已批复：不能撤回', context: { amounts: [amount('estimate', wan(300)), amount('budget', wan(300))] }, says: '已经批复' },
  ),
];
