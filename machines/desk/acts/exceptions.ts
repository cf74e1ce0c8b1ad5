import type { Assignment } from '#machines/kit/case/desk.js';
import { speakerOf } from '#machines/kit/case/facts.js';
import { act } from '#machines/kit/law/procedure.js';
import { day, reason, text } from '#machines/kit/words/fields.js';
import { principalsOf, type PartyId } from '#machines/kit/words/party.js';
import { conflicts, stoodAside } from '../arranged.js';
import type { DeskClauses } from '../basis.js';
import type { DeskRules } from '../rules/all.js';
import { statementOf } from '../rules/exceptions.js';
import { informs } from './common.js';
import { z } from 'zod';

/** Who lifts a principle for one case, and what an official calls them. */
export interface Lifts<Party extends PartyId = PartyId> {
  party: Party;
  label: string;
}

/** Builds 批准例外 and 回避: acts that are based on a document of somebody with that power. */
export function exceptions(clauses: DeskClauses, lifts: Lifts, rules: DeskRules) {
  const { exceptionPossible, exceptionOnce, exceptionDated, documentHere, notOwnCaseDeputised } = rules;
  const { recusedOnce, designeeKnown, designeeElsewhere } = rules;

  /**
   * 原则上: the responsible office lifts it for one case, with reason and document. Whom it has named in its place takes
   * its steps, but has not this power.
   */
  const grantException = act({
    label: '批准例外',
    clauses: [clauses.responsibility],
    by: lifts.label,
    may: ({ procedure, context }, { actor, unit }) =>
      principalsOf(lifts.party, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)),
    payload: z.strictObject({
      rule: text(100).meta({ description: '适用例外的规则编号' }),
      reason,
      number: text(100).meta({ description: '依据文件的文号' }),
      date: day,
      document: z.uuid().meta({ description: '依据文件：已上传材料的编号' }),
    }),
    rules: [exceptionPossible, exceptionOnce, exceptionDated, documentHere, notOwnCaseDeputised],
    apply: (desk, { rule, reason: why, number, date, document }, _, { actor, today }) => ({
      ...desk,
      exceptions: [...desk.exceptions, { rule, reason: why, document, number, date, by: actor.userId, on: today }],
    }),
    notices: ({ rule, reason: why, number }, { procedure, waits }, facts) =>
      informs(
        [`unit:${facts.unit.id}`, ...waits.flatMap((w) => w.principal ?? [])].filter(
          (p) => !facts.actor.principals.includes(p),
        ),
        '待阅',
        `${speakerOf(facts)}凭“${number}”批准例外，不再要求“${statementOf(procedure, rule)}”：“${why}”`,
      ),
  });

  /**
   * 回避: an office that would have to decide on its own matter names another one for all its steps in the case, by a
   * document of the office that may appoint it.
   */
  const recuse = act({
    label: '回避，指定办理单位',
    clauses: clauses.recusal,
    by: '申报单位自己负有审查职责的部门',
    may: (situation, facts) => conflicts(situation, facts).length > 0,
    payload: z.strictObject({
      to: text(80)
        .regex(/^(unit|user):.+$/, '应为 unit:单位编号 或 user:人员编号')
        .meta({ description: '受指定的单位或人员' }),
      reason,
      number: text(100).meta({ description: '指定文件的文号' }),
      date: day,
      document: z.uuid().meta({ description: '指定文件：已上传材料的编号' }),
    }),
    rules: [recusedOnce, designeeKnown, designeeElsewhere, exceptionDated, documentHere],
    apply: (desk, { to, reason: why, number, date, document }, situation, facts) => {
      const fresh = conflicts(situation, facts)
        .filter((own) => !stoodAside(desk, own))
        .map((place): Assignment => ({
          kind: 'transfer',
          state: null,
          ...place,
          to,
          by: facts.actor.userId,
          on: facts.today,
          reason: why,
          basis: { document, number, date },
        }));
      return {
        ...desk,
        assignments: [
          ...desk.assignments.filter((a) => !fresh.some((f) => f.party === a.party && f.from === a.from)),
          ...fresh,
        ],
      };
    },
    notices: ({ to, reason: why, number }, situation, facts) =>
      informs(
        [to],
        situation.waits.some((w) => conflicts(situation, facts).some((c) => c.party === w.party)) ? '待办' : '待阅',
        `${speakerOf(facts)}回避，凭“${number}”指定您办理：“${why}”`,
      ),
  });

  return { recuse, grantException };
}
