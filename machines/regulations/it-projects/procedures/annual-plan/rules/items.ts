import { quoted } from '#machines/kit/words/quotation.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { JOINT_REVIEWERS, parties } from '../../../parties.js';
import { itemNamed, listed, outstandingReviewers, type Item } from '../context.js';
import { planRule } from './common.js';

const dataBureau = parties.dataBureau.label;
const names = (ids: readonly string[]): string => ids.map((id) => parties[id as keyof typeof parties].label).join('、');
const titles = (items: readonly Item[]): string => items.map((i) => i.title).join('、');

export const itemsKnown = planRule<{ project?: string; projects?: readonly string[] | undefined }>({
  id: 'plan.items-known',
  clause: '2.1.3b',
  holds: '所指的项目在计划清单中',
  says: (seen) => `计划清单中没有这些项目：${quoted(seen['找不到'])}`,
  remedy: '请核对项目编码；已经剔除的项目不再办理',
  curedBy: [byForm('project', 'projects')],
  about: 'event',
  judge: ({ context, data }) => {
    const missing = [...(data.projects ?? []), ...(data.project ? [data.project] : [])].filter(
      (name) => (itemNamed(context, name)?.status ?? 'removed') === 'removed',
    );
    return missing.length === 0 ? yes() : no({ 找不到: missing.join('、') });
  },
});

/** Nobody speaks on an item that is being corrected: what comes back may be another one. */
export const itemsHere = planRule<{ project?: string; projects?: readonly string[] | undefined }>({
  id: 'plan.items-here',
  clause: '2.1.3b',
  holds: '所指的项目没有在补正',
  says: (seen) => `这些项目已经退回补正，还没有重新提交：${quoted(seen['补正中的项目'])}`,
  remedy: `请等待项目单位在项目案件中办理“补正后重新提交”；不再列入的，由${dataBureau}办理“从计划清单剔除”`,
  curedBy: [byStep('resubmit', 'project'), byStep('removeItem')],
  about: 'event',
  judge: ({ context, data }) => {
    const named = (name: string): boolean => name === data.project || data.projects?.includes(name) === true;
    const away = context.items.filter((i) => i.status === 'returned' && (named(i.project) || named(i.number)));
    return away.length === 0 ? yes() : no({ 补正中的项目: titles(away) });
  },
});

export const objectionExplained = planRule<{ opinion: string; comment?: string | undefined }>({
  id: 'plan.objection-explained',
  clause: '2.1.3b',
  holds: '不同意的联审意见写明理由',
  says: '联审意见为不同意，但没有写明理由',
  remedy: '请填写不同意的理由',
  curedBy: [byForm('comment')],
  about: 'event',
  judge: ({ data }) => verdict(data.opinion !== 'object' || data.comment !== undefined),
});

export const anythingListed = planRule({
  id: 'plan.anything-listed',
  clause: '2.1.3b',
  holds: '计划清单上有项目',
  says: '计划清单上没有项目',
  remedy: '受理申报期间，请等待项目申请列入；提出计划清单时，可以“重新开放申报”；不再编制的，办理“终止计划编制”',
  curedBy: [byStep('reopenWindow'), byStep('cancelPlan')],
  about: 'case',
  judge: ({ context }) => verdict(listed(context).length > 0),
});

/** The county government has determined the plan: applications are over, and only its document ends it. */
export const anythingStillListed: typeof anythingListed = {
  ...anythingListed,
  remedy: '请报县政府同意，凭县政府的文件办理“终止计划编制”',
  curedBy: [byStep('cancelPlan')],
};

export const jointlyReviewed = planRule({
  id: 'plan.jointly-reviewed',
  clause: '2.1.3b',
  holds: '各联审部门对每个项目均已出具意见',
  says: (seen) => `联审意见不全，尚缺：${String(seen['未出具意见'])}`,
  remedy:
    '请在申报截止之后，由尚未出具意见的部门办理“出具联审意见”，必要时可以催办；有争议的项目，可以“从计划清单剔除”',
  curedBy: [byStep('giveJointOpinion'), byStep('removeItem')],
  about: 'case',
  judge: ({ context }) => {
    const missing = outstandingReviewers(context);
    return missing.length === 0 ? yes({ 联审部门: JOINT_REVIEWERS.length }) : no({ 未出具意见: names(missing) });
  },
});

export const nobodyObjects = planRule({
  id: 'plan.nobody-objects',
  clause: '2.1.3b',
  holds: '没有联审部门不同意的项目',
  says: (seen) => `联审部门不同意：${quoted(seen['不同意的项目'])}`,
  remedy:
    '请由不同意的部门指明项目，重新“出具联审意见”；需要修改的，先由该部门“退回项目补正”；不再列入的，办理“从计划清单剔除”',
  curedBy: [byStep('giveJointOpinion'), byStep('returnItem'), byStep('removeItem')],
  about: 'case',
  judge: ({ context }) => {
    const against = listed(context).filter((i) => Object.values(i.opinions).some((o) => o.opinion === 'object'));
    return against.length === 0 ? yes() : no({ 不同意的项目: titles(against) });
  },
});

export const nothingReturned = planRule({
  id: 'plan.nothing-returned',
  clause: '2.1.3b',
  holds: '没有正在补正的项目',
  says: (seen) => `尚有项目在补正：${quoted(seen['补正中的项目'])}`,
  remedy: '请等待项目单位在项目案件中办理“补正后重新提交”，或者办理“从计划清单剔除”',
  curedBy: [byStep('resubmit', 'project'), byStep('removeItem')],
  about: 'case',
  judge: ({ context }) => {
    const back = listed(context).filter((i) => i.status === 'returned');
    return back.length === 0 ? yes() : no({ 补正中的项目: titles(back) });
  },
});
