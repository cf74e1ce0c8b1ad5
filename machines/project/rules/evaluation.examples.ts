import { proves } from '../testing/ground.js';
import { financeInformed, informationPublished, poorRectified, windowOpen } from './evaluation.js';

const passedOn = (day: string | null) => ({ acceptance: { passedOn: day } });

export const evaluationExamples = [
  ...proves(windowOpen,
    { passes: '恰满十二个月：开始受理', context: passedOn('2025-06-01'), seen: { 通过验收: '2025-06-01' } },
    { fails: '差一天满十二个月：不受理', context: passedOn('2025-06-02'), says: ['2025-06-02通过验收', '2026-06-02起受理'], earliest: '2026-06-02', seen: { 通过验收: '2025-06-02', 受理日期: '2026-06-02' } },
    { passes: '已满二十四个月：逾期仍受理', context: passedOn('2024-05-31') },
    { passes: '二月二十九日通过验收：次年二月末起受理', context: passedOn('2024-02-29'), facts: { today: '2025-02-28' } },
    { fails: '尚未通过验收', context: passedOn(null), says: '尚未通过验收', seen: { 通过验收: null } },
  ),
  ...proves(financeInformed,
    { passes: '县财政局已接收', context: { evaluation: { financeAcknowledgedOn: '2026-05-20' } } },
    { fails: '县财政局尚未接收', says: '县财政局' },
  ),
  ...proves(informationPublished,
    { passes: '批复和验收信息均已公开', context: { published: { approval: '2025-06-20', acceptance: '2026-03-30' } } },
    { fails: '验收信息未公开：提示', context: { published: { approval: '2025-06-20' } }, says: '尚未公开：验收信息', seen: { 未公开: '验收信息' } },
    { fails: '批复信息未公开：提示', context: { published: { acceptance: '2026-03-30' } }, seen: { 未公开: '批复信息' } },
    { fails: '都没有公开：一并指出', seen: { 未公开: '批复信息、验收信息' } },
  ),
  ...proves(poorRectified,
    { passes: '合格', data: { grade: 'pass' }, seen: { 评价等级: 'pass' } },
    { fails: '不合格：先整改', data: { grade: 'poor' }, seen: { 评价等级: 'poor' } },
  ),
];
