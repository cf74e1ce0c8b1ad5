import { unitNamed } from '#machines/kit/words/directory.js';
import { openDelegations, openSigners } from '#machines/kit/case/desk.js';
import { officeOf, type Facts } from '#machines/kit/case/facts.js';
import { byStep, bySubstitute, outside } from '#machines/kit/law/cure.js';
import { no, rule, verdict, yes } from '#machines/kit/law/rule.js';
import { nameOfPrincipal } from '#machines/kit/words/directory.js';
import type { DeskClauses } from '../basis.js';

/** The rules for every decision in every procedure: the one who decides is responsible (二(六)2). */

const names = (ids: readonly string[], facts: Facts): string =>
  ids.map((id) => nameOfPrincipal(id, facts.directory)).join('、');

/** Marks the steps at which somebody decides on what others have asked for: this rule stands there. */
export const NOT_OWN_CASE = 'office.not-own-case';

export function decisionRules({ responsibility, recall }: Pick<DeskClauses, 'responsibility' | 'recall'>) {
  const notOwnCase = rule<unknown, unknown>({
    id: NOT_OWN_CASE,
    clause: responsibility,
    holds: '办理人不属于申报单位，不对本单位的事项作决定；主管部门的人员也不代别的部门审查下属单位',
    says: (seen) =>
      `${String(seen['办理人'])}属于申报单位${String(seen['申报单位'])}${seen['隶属关系'] === '主管部门' ? '的主管部门，不能代别的部门审查下属单位的事项' : '，不能对本单位的事项作决定'}`,
    remedy: '请由其他单位的受托人代为办理；本单位负有审查职责的，请办理“回避，指定办理单位”',
    curedBy: [byStep('recuse'), bySubstitute],
    about: 'case',
    judge: ({ facts }) => {
      const { actor, unit } = facts;
      const relation =
        actor.unitId === unit.id ? '本单位' : actor.unitId === unit.supervisingUnitId ? '主管部门' : '无';
      // A person who has endorsed a matter as the department above does not examine it once more in somebody's
      // absence.
      const inTheirPlace =
        relation === '主管部门' && actor.actingFor !== undefined && actor.actingFor.unitId !== actor.unitId;
      return verdict(relation !== '本单位' && !inTheirPlace, {
        办理人: actor.name,
        申报单位: unit.name,
        隶属关系: relation,
      });
    },
  });

  return {
    notOwnCase,

    /** The same where naming another office is not possible, or does not help. */
    notOwnCaseDeputised: { ...notOwnCase, remedy: '请由其他单位的受托人代为办理', curedBy: [bySubstitute] },

    /**
     * A person who may not decide in another's absence does not speak for them either. In the name of their own office
     * they may.
     */
    inOwnName: rule<unknown, unknown>({
      id: 'office.in-own-name',
      clause: responsibility,
      holds: '申报单位及其主管部门的人员不代别的部门提出意见',
      says: (seen) =>
        `${String(seen['办理人'])}属于申报单位${String(seen['申报单位'])}或者其主管部门，不能代别的部门提出意见`,
      remedy: '请由其他单位的受托人代为提出',
      curedBy: [bySubstitute],
      about: 'case',
      judge: ({ facts: { actor, unit } }) =>
        verdict(
          officeOf(actor) === actor.unitId || (actor.unitId !== unit.id && actor.unitId !== unit.supervisingUnitId),
          { 办理人: actor.name, 申报单位: unit.name },
        ),
    }),

    signersAnswered: rule<unknown, unknown>({
      id: 'office.signers-answered',
      clause: responsibility,
      holds: '加签征求的意见已经齐全',
      says: (seen) => `加签意见未齐，尚缺：${String(seen['未答复'])}`,
      remedy: '请由被征求意见的人办理“答复加签”；不再征求的，请办理“减签”',
      curedBy: [byStep('giveSignature'), byStep('removeSigner')],
      about: 'case',
      judge: ({ facts }) => {
        const open = openSigners(facts.desk).map((s) => s.principal);
        return open.length === 0 ? yes() : no({ 未答复: names(open, facts) });
      },
    }),

    delegationReported: rule<unknown, unknown>({
      id: 'office.delegation-reported',
      clause: responsibility,
      holds: '委派办理的事项已经回复',
      says: (seen) => `已委派给${String(seen['受委派人'])}，尚未回复`,
      remedy: '请由受委派人办理“回复委派”；不再委派的，请办理“收回转办、委派”',
      curedBy: [byStep('reportDelegation'), byStep('reclaim')],
      about: 'case',
      judge: ({ facts }) => {
        const open = openDelegations(facts.desk).map((a) => a.to);
        return open.length === 0 ? yes() : no({ 受委派人: names(open, facts) });
      },
    }),

    /** 撤回: only the last step, only by the unit that took it, and only while nobody whose turn it is has worked on it. */
    lastStepOurs: rule<unknown, unknown>({
      id: 'office.last-step-ours',
      clause: recall,
      holds: '提交之后还没有人办理',
      says: (seen) => `提交之后已由${String(seen['最后办理单位'])}办理，不能撤回`,
      remedy: '请等待办理单位提交或者退回；急需更正的，请直接与其联系',
      curedBy: [outside('办理单位')],
      about: 'case',
      judge: ({ facts }) => {
        const { unitId = null, touchedBy = unitId } = facts.desk.last ?? {};
        return verdict(unitId !== null && unitId === officeOf(facts.actor) && touchedBy === unitId, {
          最后办理单位: touchedBy === null ? '其他人员' : unitNamed(touchedBy, facts.directory),
        });
      },
    }),
  };
}

export type DecisionRules = ReturnType<typeof decisionRules>;
