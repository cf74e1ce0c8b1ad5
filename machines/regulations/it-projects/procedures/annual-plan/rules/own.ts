import { quoted } from '#machines/kit/words/quotation.js';
import { officeOf } from '#machines/kit/case/facts.js';
import { byForm, byStep, bySubstitute, outside } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { concerns, isOwn, itemNamed, listed, meantItems, type Item } from '../context.js';
import { planRule } from './common.js';

/**
 * Nobody decides on their own matter (二(六)2). The rules judge it by item where an item is meant, and by list where
 * the whole list moves.
 */

const titles = (items: readonly Item[]): string => items.map((i) => i.title).join('、');

/**
 * A department does not judge its own project. A substitute from the project's unit or from the department above it
 * does not judge the project either. If no project is named, these are left out without a refusal.
 */
export const notOwnItem = planRule<{ opinion?: string; project?: string; projects?: readonly string[] | undefined }>({
  id: 'plan.not-own-item',
  clause: '2.6.2',
  holds: '不对本单位的项目表态、退回或者剔除；主管部门的人员也不代别的部门办理下属单位的项目',
  says: (seen) => `${quoted(seen['应当回避的项目'])}是本单位或者下属单位的项目，应当回避`,
  remedy: '本部门的项目，请选择回避；代人办理的，请由其他单位的受托人代为办理',
  curedBy: [byForm('opinion'), bySubstitute],
  about: 'event',
  judge: ({ context, data, facts: { actor } }) => {
    const meant = (name: string): boolean => name === data.project || (data.projects?.includes(name) ?? false);
    const barred = context.items.filter(
      (i) =>
        (meant(i.project) || meant(i.number)) && (isOwn(i, actor) ? data.opinion !== 'recuse' : concerns(i, actor)),
    );
    return barred.length === 0 ? yes() : no({ 应当回避的项目: titles(barred) });
  },
});

/** A project is sent back by any department of the joint review. */
export const notOwnReturned: typeof notOwnItem = {
  ...notOwnItem,
  remedy: '本部门的项目，请由其他联审部门办理“退回项目补正”；代人办理的，请由其他单位的受托人代为办理',
  curedBy: [byStep('returnItem'), bySubstitute],
};

/**
 * Only the bureau takes a project out. It leaves with its own as every unit does, until the county government has
 * determined the plan. What the government then takes out the bureau records, whose project it may be.
 */
export const notOwnRemoved: typeof notOwnItem = {
  ...notOwnItem,
  judge: (situation) => {
    const { context, data, facts } = situation;
    const item = itemNamed(context, data.project);
    return context.government !== null && item !== undefined && isOwn(item, facts.actor)
      ? yes()
      : notOwnItem.judge(situation);
  },
  remedy: '本局的项目不再列入的，在项目案件中办理“撤回计划申请”；代人办理的，请由其他单位的受托人代为办理',
  curedBy: [byStep('withdrawFromPlan', 'project'), bySubstitute],
};

export const onlyOwnRecused = planRule<{ opinion: string; projects?: readonly string[] | undefined }>({
  id: 'plan.recused-own-only',
  clause: '2.6.2',
  holds: '只对本部门的项目回避',
  says: '只有本部门的项目可以回避，其他项目应当表态',
  remedy: '请对其他项目选择同意或不同意',
  curedBy: [byForm('opinion')],
  about: 'event',
  judge: ({ context, data, facts: { actor } }) => {
    if (data.opinion !== 'recuse') return yes();
    return verdict(
      data.projects !== undefined &&
        data.projects.flatMap((name) => itemNamed(context, name) ?? []).every((i) => isOwn(i, actor)),
    );
  },
});

/**
 * An opinion that names no project does not repeat what was said before. To change an opinion, the department names the
 * project.
 */
export const somethingMeant = planRule<{ projects?: readonly string[] | undefined }>({
  id: 'plan.something-meant',
  clause: '2.1.3b',
  holds: '有尚未表态的项目，或者指明了项目',
  says: '没有尚未表态、可以由您表态的项目，没有指明项目的意见不起作用',
  remedy: '改变已经出具的意见，请指明项目',
  curedBy: [byForm('projects')],
  about: 'event',
  judge: ({ context, data, facts }) => verdict(data.projects !== undefined || meantItems(context, facts).length > 0),
});

/**
 * A substitute from a unit with a project on the list would send on their own project with the rest. The bureau's own
 * people compile the list even if the bureau has one.
 */
export const notOwnList = planRule({
  id: 'plan.not-own-list',
  clause: '2.6.2',
  holds: '代为办理计划清单的人员不属于有项目在清单上的单位',
  says: (seen) => `您所在单位的项目${quoted(seen['本单位项目'])}在计划清单上，不能代别的部门办理计划`,
  remedy: '请由被代理部门的人员办理，或者由没有项目在清单上的单位的受托人代为办理',
  curedBy: [outside('没有项目在清单上的单位')],
  about: 'case',
  judge: ({ context, facts: { actor } }) => {
    const own = officeOf(actor) === actor.unitId ? [] : listed(context).filter((i) => i.unit.id === actor.unitId);
    return own.length === 0 ? yes() : no({ 本单位项目: titles(own) });
  },
});
