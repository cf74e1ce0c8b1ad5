import { byForm, byStep } from '#machines/kit/law/cure.js';
import { verdict } from '#machines/kit/law/rule.js';
import { revises } from '../../../common/alters.js';
import type { ChangeContext } from '../context.js';
import { ofContent } from '../measured.js';

/** A change that changes nothing is none. It would still stand in the way of the next one. */
export const somethingChanges = ofContent({
  id: 'change.changes-something',
  clause: '2.3.3a',
  holds: '金额、建设目标、建设内容、工期至少改变一项，变更前后的说明不同',
  says: (seen) =>
    seen['改变的事项'] === 0
      ? '金额、建设目标、建设内容、工期都没有改变，不是变更'
      : '变更前与变更后的说明相同，看不出变更了什么',
  remedy: '请办理“修改变更内容”，写明变更的内容、金额或者工期；没有变更的，办理“撤回变更”',
  curedBy: [byStep('revise'), byStep('withdraw')],
  correcting: { remedy: '请写明变更的内容、金额或者工期', curedBy: [byForm('changes')] },
  judge: ({
    content: { increaseFen, decreaseFen, goalUnchanged, contentNeedsAdjustment, scheduleDays = 0, ...said },
  }) => {
    const changed = [increaseFen > 0, decreaseFen > 0, !goalUnchanged, contentNeedsAdjustment, scheduleDays !== 0];
    const count = changed.filter(Boolean).length;
    return verdict(count > 0 && said.before !== said.after, { 改变的事项: count });
  },
});

export const contentRevised = revises<ChangeContext>(({ content }) => content);
