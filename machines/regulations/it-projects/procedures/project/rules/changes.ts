import { byCase, byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import type { ProjectContext } from '../context.js';
import { projectRule } from './common.js';

const pending = ({ changes }: ProjectContext): string[] =>
  changes.filter((c) => c.standing === 'pending').map((c) => c.number);

/** What a change would alter is not settled until the change is decided. */
export const noChangePending = projectRule({
  id: 'change.none-pending',
  clause: '2.3.3a',
  holds: '没有尚未批复的投资变更',
  says: (seen) => `投资变更${String(seen['待批变更'])}尚未批复，未经批准不得变更建设内容和投资概算，此前不能办理`,
  remedy: '由县数据资源管理局在“投资变更”案件中办理“批准变更”或者“不予批准”；不再变更的，由项目单位“撤回变更”',
  curedBy: [
    byStep('approve', 'change-request'),
    byStep('reject', 'change-request'),
    byStep('withdraw', 'change-request'),
  ],
  about: 'case',
  judge: ({ context }) => {
    const numbers = pending(context);
    return numbers.length === 0 ? yes({ 待批变更: null }) : no({ 待批变更: numbers.join('、') });
  },
});

/** A contract amount follows a change that was made or approved. It can't replace such a change. */
export const changeBacksIt = projectRule<{ change: string }>({
  id: 'contract.variation-backed',
  clause: '2.3.3f',
  holds: '合同变更依据已备案的自主调整或者已批准的投资变更',
  says: (seen) => `没有编号为${String(seen['依据'])}的已备案或者已批准的投资变更`,
  remedy: '请核对编号；尚未变更的，先办理“投资变更”，备案或者批准后再变更合同',
  curedBy: [byForm('change'), byCase('change-request')],
  about: 'event',
  judge: ({ context, data }) => {
    const found = context.changes.find((c) => c.number === data.change || c.change === data.change);
    return verdict(found?.standing === 'made' || found?.standing === 'approved', { 依据: data.change });
  },
});
