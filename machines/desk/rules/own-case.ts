import { unitNamed } from '#machines/kit/words/directory.js';
import { quoted } from '#machines/kit/words/quotation.js';
import { openSigners, type Assignment } from '#machines/kit/case/desk.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { ActSituation } from '#machines/kit/law/procedure.js';
import { byForm, outside } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { unitBehind } from '#machines/kit/words/directory.js';
import { askedOf, conflicts, delegatedTo, given, judges, placeOf, stoodAside } from '../arranged.js';
import type { DeskClauses } from '../basis.js';
import { actRule, known } from './act-rule.js';
import type { DecisionRules } from './decisions.js';

/**
 * Nobody takes part in a decision on their own matter. These rules say what is refused, and who decides instead
 * (二(六)2).
 */

type Step = Pick<Assignment, 'state' | 'party'>;

export function ownCaseRules(
  { responsibility: clause }: Pick<DeskClauses, 'responsibility'>,
  { notOwnCase }: DecisionRules,
) {
  /**
   * A person who may not decide does not prepare the decision either, and does not answer the one who decides. On steps
   * of their own they may.
   */
  const notOwn = <Data>(steps: (context: ActSituation, data: Data, facts: Facts) => readonly (Step | undefined)[]) =>
    actRule<Data>({
      ...notOwnCase,
      id: 'office.not-own-step',
      holds: '不参与对本单位事项的决定',
      about: 'event',
      judge: ({ context, data, facts }) =>
        steps(context, data, facts).some((step) => judges(context, step))
          ? notOwnCase.judge({ context, data, facts })
          : yes(),
    });

  return {
    notOwnStep: notOwn<{ state?: string | undefined }>((context, { state }, facts) => [placeOf(context, facts, state)]),
    notOwnReport: notOwn<{ delegation?: string | undefined }>((context, { delegation }, facts) => [
      delegatedTo(context, facts, delegation),
    ]),
    notOwnGiven: notOwn<{ from?: string | undefined }>((context, { from }, facts) => given(context, facts, from)),
    notOwnSigner: notOwn<{ signer: string }>(({ desk }, { signer }) =>
      openSigners(desk).filter((s) => s.id === signer),
    ),
    notOwnSignature: notOwn<{ signer?: string | undefined }>((context, { signer }, facts) => [
      askedOf(context, facts, signer),
    ]),

    /** An office that has stepped aside has no influence on who decides. It can't choose a second time either. */
    recusedOnce: actRule<unknown>({
      id: 'office.recused-once',
      clause,
      holds: '还没有办理过回避',
      says: '本单位已经回避并指定了办理单位，不能另行指定',
      remedy: '请等待受指定的单位办理',
      curedBy: [outside('受指定的单位')],
      about: 'case',
      judge: ({ context, facts }) => verdict(conflicts(context, facts).some((own) => !stoodAside(context.desk, own))),
    }),

    designeeKnown: actRule<{ to: string }>({
      id: 'office.designee-known',
      clause,
      holds: '受指定的单位或人员能收到',
      says: (seen) => `找不到：${quoted(seen['找不到'])}`,
      remedy: '请核对单位或人员编号',
      curedBy: [byForm('to')],
      about: 'event',
      judge: ({ data, facts }) => (known(data.to, facts) ? yes() : no({ 找不到: data.to })),
    }),

    /** The unit that decides instead has nothing to gain or to fear from the applicant. */
    designeeElsewhere: actRule<{ to: string }>({
      id: 'office.designee-elsewhere',
      clause,
      holds: '受指定的单位不是申报单位，也没有隶属关系',
      says: (seen) => `${String(seen['受指定单位'])}是申报单位，或者与申报单位有隶属关系，应当一并回避`,
      remedy: '请另行指定没有隶属关系的单位',
      curedBy: [byForm('to')],
      about: 'event',
      judge: ({ data, facts }) => {
        const { unit, directory } = facts;
        const id = unitBehind(data.to, directory);
        const beneath = [...directory.units.values()].filter((u) => u.supervisingUnitId === unit.id).map((u) => u.id);
        const kin = [unit.id, unit.supervisingUnitId, ...beneath].find((k) => k === id);
        return kin ? no({ 受指定单位: unitNamed(kin, directory) }) : yes();
      },
    }),
  };
}
