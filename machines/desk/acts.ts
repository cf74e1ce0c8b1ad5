import { z } from 'zod';
import { openSigners, turnsOf, type Assignment, type Signer } from '#machines/kit/case/desk.js';
import { speakerOf, type Facts } from '#machines/kit/case/facts.js';
import { act, type Act, type ActSituation, type Acts } from '#machines/kit/law/procedure.js';
import { day, reason, text } from '#machines/kit/words/fields.js';
import { principalsOf, type PartyId, type Principal } from '#machines/kit/words/party.js';
import { parties } from '#machines/regulations/it-projects/parties.js';
import {
  askedOf,
  conflicts,
  delegatedTo,
  given,
  holdersOf,
  placeOf,
  samePlace,
  stoodAside,
  waitsOf,
  type Place,
} from './arranged.js';
import {
  askedNotTwice,
  assigneeAllowed,
  assigneeKnown,
  assigneeOther,
  delegatedOnce,
  delegationMine,
  documentHere,
  exceptionDated,
  exceptionOnce,
  exceptionPossible,
  givenToThem,
  informedKnown,
  ownStep,
  sameOffice,
  signatureMine,
  signerAsked,
  signersAllowed,
  signersKnown,
  signersNotApplicant,
  statementOf,
  urgedOnce,
} from './rules/acts.js';
import { notOwnCase } from './rules/decisions.js';
import {
  designeeElsewhere,
  designeeKnown,
  notOwnGiven,
  notOwnReport,
  notOwnSignature,
  notOwnSigner,
  notOwnStep,
  recusedOnce,
} from './rules/own-case.js';

const person = text(64).meta({ description: '人员编号' });
const principal = text(80)
  .regex(/^(unit|role|user):.+$/, '应为 unit:单位编号、role:岗位 或 user:人员编号')
  .meta({ description: '单位、岗位或人员' });
const state = text(200).optional().meta({ description: '对应的环节；不填为本人的第一个待办环节' });
const mineToArrange = {
  by: '当前办理人',
  may: (situation: ActSituation, facts: Facts): boolean => waitsOf(situation, facts).length > 0,
};

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

const informs = (to: readonly Principal[], kind: '待办' | '待阅', sentence: string, urgent = false) =>
  [...new Set(to)].map((p) => ({ kind, to: p, text: sentence, urgent }));

const transfer = act({
  label: '转办',
  clauses: ['2.6.2'],
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
  notices: ({ to, reason: why }, _, facts) => informs([`user:${to}`], '待办', `${speakerOf(facts)}转办：${why}`),
});

const delegate = act({
  label: '委派',
  clauses: ['2.6.2'],
  ...mineToArrange,
  payload: z.strictObject({ to: person, reason: reason.meta({ description: '请受委派人办理的内容' }), state }),
  rules: [ownStep, notOwnStep, assigneeKnown, assigneeOther, assigneeAllowed, delegatedOnce],
  apply: (desk, { to, reason: why, state: at }, situation, facts) => ({
    ...desk,
    assignments: [...desk.assignments, assignment('delegate', to, why, situation, facts, at)],
  }),
  notices: ({ to, reason: why }, _, facts) => informs([`user:${to}`], '待办', `${speakerOf(facts)}委派办理：${why}`),
});

const reportDelegation = act({
  label: '回复委派',
  clauses: ['2.6.2'],
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
      assignments: desk.assignments.map((a) => (a === mine ? { ...a, report: { text: opinion, on: facts.today } } : a)),
    };
  },
  notices: ({ opinion, delegation }, situation, facts) =>
    informs(
      holdersOf(situation, delegatedTo(situation, facts, delegation) as Place),
      '待办',
      `${speakerOf(facts)}已回复委派：${opinion}`,
    ),
});

const reclaim = act({
  label: '收回转办、委派',
  clauses: ['2.6.2'],
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
      `${speakerOf(facts)}已收回：${why}`,
    ),
});

const addSigners = act({
  label: '加签',
  clauses: ['2.6.2'],
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
  notices: ({ to, question }, _, facts) => informs(to, '待办', `${speakerOf(facts)}请您会签：${question}`),
});

/** Open questions of the steps that are this person's. */
const askedByUs = (situation: ActSituation, facts: Facts): Signer[] =>
  openSigners(situation.desk).filter((s) => holdersOf(situation, s).some((p) => facts.actor.principals.includes(p)));

const removeSigner = act({
  label: '减签',
  clauses: ['2.6.2'],
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
      `${speakerOf(facts)}不再征求您的意见：${why}`,
    ),
});

const giveSignature = act({
  label: '答复加签',
  clauses: ['2.6.2'],
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
      `${speakerOf(facts)}${agrees ? '同意' : '不同意'}：${opinion}`,
    ),
});

const copyTo = act({
  label: '抄送',
  clauses: ['1.2.3'],
  by: '案件的参与人',
  informs: true,
  may: (situation, facts) => waitsOf(situation, facts).length > 0 || takesPart(situation, facts),
  payload: z.strictObject({ to: z.array(principal).min(1).max(50), note: text(500).optional() }),
  rules: [informedKnown],
  apply: (desk, { to, note }, _, { actor, today }) => ({
    ...desk,
    copies: [
      ...desk.copies,
      ...[...new Set(to)].map((p) => ({ to: p, by: actor.userId, on: today, ...(note ? { note } : {}) })),
    ],
  }),
  notices: ({ to, note }, _, facts) => informs(to, '待阅', `${speakerOf(facts)}抄送${note ? `：${note}` : '，请知悉'}`),
});

/** The applicant, and every office whose step it can be. */
const takesPart = ({ procedure, context }: ActSituation, { actor, unit }: Facts): boolean =>
  procedure.contributors.some((id) =>
    principalsOf(id, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)),
  );

/** Everyone else whose turn it is, those who were asked or charged included. */
const othersInTurn = ({ waits, desk }: ActSituation, { actor }: Facts): Principal[] =>
  turnsOf(waits, desk).filter((p) => !actor.principals.includes(p));

const reads = ({ procedure, context }: ActSituation, { actor, unit }: Facts): boolean =>
  procedure.readers.some((id) =>
    principalsOf(id, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)),
  );

const urge = act({
  label: '催办',
  clauses: ['2.6.1a', '3.1'],
  by: '案件的参与人和督查、数据资源等部门',
  informs: true,
  may: (situation, facts) =>
    othersInTurn(situation, facts).length > 0 && (takesPart(situation, facts) || reads(situation, facts)),
  payload: z.strictObject({ message: text(500) }),
  rules: [urgedOnce],
  apply: (desk, _, situation, facts) => ({
    ...desk,
    urges: [
      ...desk.urges.filter((u) => u.by !== facts.actor.userId),
      { by: facts.actor.userId, on: facts.today, to: othersInTurn(situation, facts) },
    ],
  }),
  notices: ({ message }, situation, facts) =>
    informs(othersInTurn(situation, facts), '待办', `${speakerOf(facts)}催办：${message}`, true),
});

/** 原则上: lifted for one case by whoever answers for it, with reason and document. */
const grantException = (by: PartyId): Act =>
  act({
    label: '批准例外',
    clauses: ['2.6.2'],
    by: parties[by as keyof typeof parties].label,
    may: ({ procedure, context }, { actor, unit }) =>
      principalsOf(by, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)),
    payload: z.strictObject({
      rule: text(100).meta({ description: '适用例外的规则编号' }),
      reason,
      number: text(100).meta({ description: '依据文件的文号' }),
      date: day,
      document: z.uuid().meta({ description: '依据文件：已上传材料的编号' }),
    }),
    rules: [exceptionPossible, exceptionOnce, exceptionDated, documentHere, notOwnCase],
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
        `${speakerOf(facts)}凭${number}批准例外，不再要求“${statementOf(procedure, rule)}”：${why}`,
      ),
  });

/** 回避: an office that would have to decide on its own matter names another one, for all its steps in the case, by a document of whoever may appoint it. */
const recuse = act({
  label: '回避，指定办理单位',
  clauses: ['2.6.2', '3.1'],
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
      `${speakerOf(facts)}回避，凭${number}指定您办理：${why}`,
    ),
});

/** What every procedure offers. Principles are the bureau's to lift. */
export const acts = {
  transfer,
  delegate,
  reportDelegation,
  reclaim,
  addSigners,
  removeSigner,
  giveSignature,
  copyTo,
  urge,
  recuse,
  grantException: grantException('dataBureau'),
} as const satisfies Acts;
