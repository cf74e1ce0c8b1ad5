import { turnsOf } from '#machines/kit/case/desk.js';
import { speakerOf, type Facts } from '#machines/kit/case/facts.js';
import { act, type ActSituation } from '#machines/kit/law/procedure.js';
import { prose } from '#machines/kit/words/fields.js';
import { principalsOf, type Principal } from '#machines/kit/words/party.js';
import { waitsOf } from '../arranged.js';
import type { DeskClauses } from '../basis.js';
import type { DeskRules } from '../rules/all.js';
import { informs, principal } from './common.js';
import { z } from 'zod';

/** Returns the principals who take part: the applicant, and every office whose step it can be. */
const takesPart = ({ procedure, context }: ActSituation, { actor, unit }: Facts): boolean =>
  procedure.contributors.some((id) =>
    principalsOf(id, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)),
  );

/** Returns everyone else who has something to do, those who were asked or charged included. */
const othersInTurn = ({ waits, desk }: ActSituation, { actor }: Facts): Principal[] =>
  turnsOf(waits, desk).filter((p) => !actor.principals.includes(p));

const reads = ({ procedure, context }: ActSituation, { actor, unit }: Facts): boolean =>
  procedure.readers.some((id) =>
    principalsOf(id, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)),
  );

/** Builds 抄送 and 催办: they only tell somebody something. */
export function informing(clauses: DeskClauses, readers: string, { informedKnown, urgedOnce }: DeskRules) {
  const copyTo = act({
    label: '抄送',
    clauses: [clauses.informing],
    by: '案件的参与人',
    informs: true,
    may: (situation, facts) => waitsOf(situation, facts).length > 0 || takesPart(situation, facts),
    payload: z.strictObject({ to: z.array(principal).min(1).max(50), note: prose(500).optional() }),
    rules: [informedKnown],
    apply: (desk, { to, note }, _, { actor, today }) => ({
      ...desk,
      copies: [
        ...desk.copies.filter((c) => c.by !== actor.userId || !to.includes(c.to)),
        ...[...new Set(to)].map((p) => ({ to: p, by: actor.userId, on: today, ...(note ? { note } : {}) })),
      ],
    }),
    notices: ({ to, note }, _, facts) =>
      informs(to, '待阅', `${speakerOf(facts)}抄送${note ? `：“${note}”` : '，请知悉'}`),
  });

  const urge = act({
    label: '催办',
    clauses: clauses.urging,
    by: `案件的参与人和${readers}`,
    informs: true,
    may: (situation, facts) =>
      othersInTurn(situation, facts).length > 0 && (takesPart(situation, facts) || reads(situation, facts)),
    payload: z.strictObject({ message: prose(500) }),
    rules: [urgedOnce],
    apply: (desk, _, situation, facts) => ({
      ...desk,
      urges: [
        ...desk.urges.filter((u) => u.by !== facts.actor.userId),
        { by: facts.actor.userId, on: facts.today, to: othersInTurn(situation, facts) },
      ],
    }),
    notices: ({ message }, situation, facts) =>
      informs(othersInTurn(situation, facts), '待办', `${speakerOf(facts)}催办：“${message}”`, true),
  });

  return { copyTo, urge };
}
