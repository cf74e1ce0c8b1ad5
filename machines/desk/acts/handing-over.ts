import type { Assignment } from '#machines/kit/case/desk.js';
import { speakerOf, type Facts } from '#machines/kit/case/facts.js';
import { act, type ActSituation } from '#machines/kit/law/procedure.js';
import { reason, text } from '#machines/kit/words/fields.js';
import { delegatedTo, given, holdersOf, placeOf, samePlace, type Place } from '../arranged.js';
import type { DeskClauses } from '../basis.js';
import type { DeskRules } from '../rules/all.js';
import { informs, mineToArrange, person, state } from './common.js';
import { z } from 'zod';

const assignment = (
  kind: Assignment['kind'],
  to: string,
  why: string,
  situation: ActSituation,
  facts: Facts,
  at?: string,
): Assignment => ({
  ...(kind === 'delegate' ? { id: String(facts.seq) } : {}),
  kind,
  ...placeOf(situation, facts, at)!,
  to: `user:${to}`,
  by: facts.actor.userId,
  ...(facts.actor.actingFor ? { inPlaceOf: facts.actor.actingFor.userId } : {}),
  on: facts.today,
  reason: why,
});

/** Builds 转办, 委派, the report on it, and taking both back. */
export function handingOver({ responsibility }: DeskClauses, rules: DeskRules) {
  const { ownStep, notOwnStep, assigneeKnown, assigneeOther, sameOffice, assigneeAllowed, delegatedOnce } = rules;
  const { delegationMine, notOwnReport, givenToThem, notOwnGiven } = rules;

  const transfer = act({
    label: '转办',
    clauses: [responsibility],
    ...mineToArrange,
    payload: z.strictObject({ to: person, reason, state }),
    rules: [ownStep, notOwnStep, assigneeKnown, assigneeOther, sameOffice, assigneeAllowed],
    apply: (desk, { to, reason: why, state: at }, situation, facts) => {
      const fresh = assignment('transfer', to, why, situation, facts, at);
      return {
        ...desk,
        assignments: [...desk.assignments.filter((a) => a.kind !== 'transfer' || !samePlace(a, fresh)), fresh],
      };
    },
    notices: ({ to, reason: why }, _, facts) => informs([`user:${to}`], '待办', `${speakerOf(facts)}转办：“${why}”`),
  });

  const delegate = act({
    label: '委派',
    clauses: [responsibility],
    ...mineToArrange,
    payload: z.strictObject({ to: person, reason: reason.meta({ description: '请受委派人办理的内容' }), state }),
    rules: [ownStep, notOwnStep, assigneeKnown, assigneeOther, assigneeAllowed, delegatedOnce],
    apply: (desk, { to, reason: why, state: at }, situation, facts) => ({
      ...desk,
      assignments: [...desk.assignments, assignment('delegate', to, why, situation, facts, at)],
    }),
    notices: ({ to, reason: why }, _, facts) =>
      informs([`user:${to}`], '待办', `${speakerOf(facts)}委派办理：“${why}”`),
  });

  const reportDelegation = act({
    label: '回复委派',
    clauses: [responsibility],
    by: '受委派人',
    may: (situation, facts) => delegatedTo(situation, facts) !== undefined,
    payload: z.strictObject({
      opinion: reason,
      delegation: text(40).optional().meta({ description: '委派编号；不填为最早的一项' }),
    }),
    rules: [delegationMine, notOwnReport],
    apply: (desk, { opinion, delegation }, situation, facts) => {
      const mine = delegatedTo(situation, facts, delegation)!;
      return {
        ...desk,
        assignments: desk.assignments.map((a) =>
          a === mine ? { ...a, report: { text: opinion, on: facts.today } } : a,
        ),
      };
    },
    notices: ({ opinion, delegation }, situation, facts) =>
      informs(
        holdersOf(situation, delegatedTo(situation, facts, delegation) as Place),
        '待办',
        `${speakerOf(facts)}已回复委派：“${opinion}”`,
      ),
  });

  const reclaim = act({
    label: '收回转办、委派',
    clauses: [responsibility],
    by: '转办、委派的人',
    may: (situation, facts) => given(situation, facts).length > 0,
    payload: z.strictObject({ reason, from: person.optional().meta({ description: '从谁收回；不填为全部收回' }) }),
    rules: [givenToThem, notOwnGiven],
    apply: (desk, { from }, situation, facts) => {
      const back = given(situation, facts, from);
      return { ...desk, assignments: desk.assignments.filter((a) => !back.includes(a)) };
    },
    notices: ({ reason: why, from }, situation, facts) =>
      informs(
        given(situation, facts, from)
          .map((a) => a.to)
          .filter((to) => !facts.actor.principals.includes(to)),
        '待阅',
        `${speakerOf(facts)}已收回：“${why}”`,
      ),
  });

  return { transfer, delegate, reportDelegation, reclaim };
}
