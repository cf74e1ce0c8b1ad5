import { openSigners, type Signer } from '#machines/kit/case/desk.js';
import { speakerOf, type Facts } from '#machines/kit/case/facts.js';
import { act, type ActSituation } from '#machines/kit/law/procedure.js';
import { reason, text } from '#machines/kit/words/fields.js';
import { askedOf, holdersOf, placeOf } from '../arranged.js';
import type { DeskClauses } from '../basis.js';
import type { DeskRules } from '../rules/all.js';
import { informs, mineToArrange, principal, state } from './common.js';
import { z } from 'zod';

/** Returns the open questions of this person's steps. */
const askedByUs = (situation: ActSituation, facts: Facts): Signer[] =>
  openSigners(situation.desk).filter((s) => holdersOf(situation, s).some((p) => facts.actor.principals.includes(p)));

/** Builds 加签, 减签, and the answer. */
export function signing({ responsibility }: DeskClauses, rules: DeskRules) {
  const { ownStep, notOwnStep, signersKnown, signersAllowed, signersNotApplicant, askedNotTwice } = rules;
  const { signerAsked, notOwnSigner, signatureMine, notOwnSignature, documentHere } = rules;

  const addSigners = act({
    label: '加签',
    clauses: [responsibility],
    ...mineToArrange,
    payload: z.strictObject({
      to: z.array(principal).min(1).max(20),
      question: reason.meta({ description: '征求意见的内容' }),
      state,
    }),
    rules: [ownStep, notOwnStep, signersKnown, signersAllowed, signersNotApplicant, askedNotTwice],
    apply: (desk, { to, question, state: at }, situation, facts) => {
      const asked = [...new Set(to)].map((p, i): Signer => ({
        id: `${facts.seq}-${i + 1}`,
        principal: p,
        ...placeOf(situation, facts, at)!,
        by: facts.actor.userId,
        on: facts.today,
        question,
      }));
      return { ...desk, signers: [...desk.signers, ...asked] };
    },
    notices: ({ to, question }, _, facts) => informs(to, '待办', `${speakerOf(facts)}请您会签：“${question}”`),
  });

  const removeSigner = act({
    label: '减签',
    clauses: [responsibility],
    by: '当前办理人',
    may: (situation, facts) => askedByUs(situation, facts).length > 0,
    payload: z.strictObject({ signer: text(40).meta({ description: '加签编号' }), reason }),
    rules: [signerAsked, notOwnSigner],
    apply: (desk, { signer, reason: why }, _, { actor, today }) => ({
      ...desk,
      signers: desk.signers.map((s) =>
        s.id === signer ? { ...s, withdrawn: { by: actor.userId, on: today, reason: why } } : s,
      ),
    }),
    notices: ({ signer, reason: why }, { desk }, facts) =>
      informs(
        desk.signers.filter((s) => s.id === signer).map((s) => s.principal),
        '待阅',
        `${speakerOf(facts)}不再征求您的意见：“${why}”`,
      ),
  });

  const giveSignature = act({
    label: '答复加签',
    clauses: [responsibility],
    by: '被征求意见的人',
    may: (situation, facts) => askedOf(situation, facts) !== undefined,
    payload: z.strictObject({
      signer: text(40).optional().meta({ description: '加签编号；不填为最早的一项' }),
      agrees: z.boolean().meta({ description: '是否同意' }),
      opinion: reason,
      documents: z.array(z.uuid()).max(20).default([]).meta({ description: '意见所附材料的编号' }),
    }),
    rules: [signatureMine, notOwnSignature, documentHere],
    apply: (desk, { signer, agrees, opinion, documents }, situation, facts) => {
      const mine = askedOf(situation, facts, signer)!;
      const answer = { agrees, text: opinion, by: facts.actor.userId, on: facts.today, documents };
      return { ...desk, signers: desk.signers.map((s) => (s === mine ? { ...s, opinion: answer } : s)) };
    },
    notices: ({ signer, agrees, opinion }, situation, facts) =>
      informs(
        holdersOf(situation, askedOf(situation, facts, signer)!),
        '待办',
        `${speakerOf(facts)}${agrees ? '同意' : '不同意'}：“${opinion}”`,
      ),
  });

  return { addSigners, removeSigner, giveSignature };
}
