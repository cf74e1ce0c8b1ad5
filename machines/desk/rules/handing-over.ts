import { quoted } from '#machines/kit/words/quotation.js';
import { openDelegations } from '#machines/kit/case/desk.js';
import { officeOf } from '#machines/kit/case/facts.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { statesOf } from '#machines/kit/read/describe.js';
import { nameOfPrincipal } from '#machines/kit/words/directory.js';
import { delegatedTo, given, judges, placeOf, samePlace, waitsOf } from '../arranged.js';
import type { DeskClauses } from '../basis.js';
import { actRule } from './act-rule.js';

/** The rules of 转办, 委派 and taking them back. */
export function handingOverRules({ responsibility: clause }: Pick<DeskClauses, 'responsibility'>) {
  return {
    assigneeKnown: actRule<{ to: string }>({
      id: 'office.assignee-known',
      clause,
      holds: '接手的人是在用的账号',
      says: (seen) => `没有可以接手的人员：${quoted(seen['人员'])}`,
      remedy: '请填写在用账号的人员编号',
      curedBy: [byForm('to')],
      about: 'event',
      judge: ({ data, facts }) => verdict(facts.directory.people.has(data.to), { 人员: data.to }),
    }),

    /** A step that is named must be the person's own: arranging another one by mistake would surprise everybody. */
    ownStep: actRule<{ state?: string | undefined }>({
      id: 'office.own-step',
      clause,
      holds: '所指的环节由本人办理',
      says: (seen) => `环节“${String(seen['环节'])}”现在不由您办理`,
      remedy: '请核对环节，或者不填，按本人的待办环节办理',
      curedBy: [byForm('state')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const { state } = data;
        if (state === undefined || waitsOf(context, facts).some((w) => w.state === state)) return yes();
        return no({ 环节: statesOf(context.procedure).find((s) => s.path === state)?.label ?? state });
      },
    }),

    assigneeOther: actRule<{ to: string }>({
      id: 'office.assignee-other',
      clause,
      holds: '交给别人办理',
      says: '不能交给自己办理',
      remedy: '请另选人员；由本人办理的，直接办理即可',
      curedBy: [byForm('to')],
      about: 'event',
      judge: ({ data, facts }) => verdict(data.to !== facts.actor.userId),
    }),

    delegatedOnce: actRule<{ to: string; state?: string | undefined }>({
      id: 'office.delegated-once',
      clause,
      holds: '没有重复委派同一人',
      says: (seen) => `已经委派给${String(seen['受委派人'])}，尚未回复`,
      remedy: '请由受委派人办理“回复委派”，或者先办理“收回转办、委派”再委派；也可以另选人员',
      curedBy: [byForm('to'), byStep('reportDelegation'), byStep('reclaim')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const place = placeOf(context, facts, data.state);
        const twice = openDelegations(context.desk).some((a) => a.to === `user:${data.to}` && samePlace(a, place));
        return twice ? no({ 受委派人: nameOfPrincipal(`user:${data.to}`, facts.directory) }) : yes();
      },
    }),

    givenToThem: actRule<{ from?: string | undefined }>({
      id: 'office.given-to-them',
      clause,
      holds: '要收回的事项已交给该人员办理',
      says: (seen) => `没有可以从${quoted(seen['人员'])}收回的事项`,
      remedy: '请核对人员，或者不填，收回全部事项；已经回复的委派不能收回',
      curedBy: [byForm('from')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const { from } = data;
        return from === undefined
          ? yes()
          : verdict(given(context, facts, from).length > 0, { 人员: nameOfPrincipal(`user:${from}`, facts.directory) });
      },
    }),

    /**
     * A power belongs to the office: it may change hands inside, not leave it. A substitute works for the absent
     * person's office.
     */
    sameOffice: actRule<{ to: string }>({
      id: 'office.same-office',
      clause,
      holds: '转办给本单位的人员',
      says: (seen) => `${String(seen['接手人'])}不是本单位人员，不能转办`,
      remedy: '请转办给本单位人员；需要外单位协助的，请办理“委派”或者“加签”',
      curedBy: [byForm('to'), byStep('delegate'), byStep('addSigners')],
      about: 'event',
      judge: ({ data, facts }) => {
        const person = facts.directory.people.get(data.to);
        return person === undefined ? yes() : verdict(person.unitId === officeOf(facts.actor), { 接手人: person.name });
      },
    }),

    assigneeAllowed: actRule<{ to: string; state?: string | undefined }>({
      id: 'office.assignee-not-own-case',
      clause,
      holds: '接手的人可以办理申报单位的事项',
      says: (seen) => `${String(seen['接手人'])}属于申报单位，不能审查本单位的事项`,
      remedy: '请另选人员；本单位自己的事项，请办理“回避，指定办理单位”',
      curedBy: [byForm('to'), byStep('recuse')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const person = facts.directory.people.get(data.to);
        const own = person?.unitId === facts.unit.id && judges(context, placeOf(context, facts, data.state));
        return own ? no({ 接手人: person!.name }) : yes();
      },
    }),

    delegationMine: actRule<{ delegation?: string | undefined }>({
      id: 'office.delegation-mine',
      clause,
      holds: '所回复的委派是交给本人的',
      says: (seen) => `没有交给您、尚未回复的委派：${String(seen['委派编号'])}`,
      remedy: '请核对委派编号，或者不填，按最早的一项回复',
      curedBy: [byForm('delegation')],
      about: 'event',
      judge: ({ context, data: { delegation }, facts }) =>
        verdict(delegatedTo(context, facts, delegation) !== undefined, { 委派编号: delegation ?? null }),
    }),
  };
}
