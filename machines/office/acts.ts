import { z } from 'zod';
import { act, type Act, type ActSituation, type Acts } from '../kit/act.js';
import { openSigners, type Assignment } from '../kit/desk.js';
import type { Facts } from '../kit/facts.js';
import { day, reason, text } from '../kit/fields.js';
import { principalsOf, type PartyId, type Principal } from '../kit/party.js';
import type { Wait } from '../kit/position.js';
import { parties } from '../regulation/parties.js';
import {
  askedNotTwice, assigneeAllowed, assigneeKnown, documentHere, exceptionPossible, informedKnown, sameOffice, signerAsked, signersAllowed, signersKnown,
} from './rules/acts.js';
import { notOwnCase } from './rules/decisions.js';

/** Waits that are this person's: the step is theirs, or they have taken it over. */
const waitsOf = ({ waits }: ActSituation, { actor }: Facts): Wait[] => waits.filter((w) => w.principal !== null && actor.principals.includes(w.principal));

/** Whose step a person works on: the one they name, or the first. */
const stepOf = (situation: ActSituation, facts: Facts, state?: string): Wait => {
  const mine = waitsOf(situation, facts);
  return mine.find((w) => w.state === state) ?? mine[0]!;
};

const person = text(64).meta({ description: '人员编号' });
const principal = text(80).regex(/^(unit|role|user):.+$/, '应为 unit:单位编号、role:岗位 或 user:人员编号').meta({ description: '单位、岗位或人员' });
const state = text(200).optional().meta({ description: '对应的环节；不填为本人的第一个待办环节' });
const mineToArrange = {
  by: '当前办理人',
  may: (situation: ActSituation, facts: Facts): boolean => waitsOf(situation, facts).length > 0,
};

const assignment = (kind: Assignment['kind'], to: string, why: string, situation: ActSituation, facts: Facts, at?: string): Assignment => {
  const step = stepOf(situation, facts, at);
  const held = situation.desk.assignments.find((a) => a.state === step.state && a.party === step.party);
  return { kind, state: step.state, party: step.party, from: held?.from ?? step.principal!, to: `user:${to}`, by: facts.actor.userId, on: facts.today, reason: why };
};

const informs = (to: readonly Principal[], kind: '待办' | '待阅', sentence: string) => to.map((p) => ({ kind, to: p, text: sentence }));

const transfer = act({
  label: '转办', clauses: ['2.6.2'], ...mineToArrange,
  payload: z.strictObject({ to: person, reason, state }),
  rules: [assigneeKnown, sameOffice, assigneeAllowed],
  apply: (desk, { to, reason: why, state: at }, situation, facts) => {
    const fresh = assignment('transfer', to, why, situation, facts, at);
    return { ...desk, assignments: [...desk.assignments.filter((a) => a.state !== fresh.state || a.party !== fresh.party), fresh] };
  },
  notices: ({ to, reason: why }, _, { actor }) => informs([`user:${to}`], '待办', `${actor.name}转办：${why}`),
});

const delegate = act({
  label: '委派', clauses: ['2.6.2'], ...mineToArrange,
  payload: z.strictObject({ to: person, reason: reason.meta({ description: '请受委派人办理的内容' }), state }),
  rules: [assigneeKnown, assigneeAllowed],
  apply: (desk, { to, reason: why, state: at }, situation, facts) => ({ ...desk, assignments: [...desk.assignments, assignment('delegate', to, why, situation, facts, at)] }),
  notices: ({ to, reason: why }, _, { actor }) => informs([`user:${to}`], '待办', `${actor.name}委派办理：${why}`),
});

const delegatedToMe = (situation: ActSituation, { actor }: Facts): Assignment | undefined =>
  situation.desk.assignments.find((a) => a.kind === 'delegate' && !a.report && actor.principals.includes(a.to));

const reportDelegation = act({
  label: '回复委派', clauses: ['2.6.2'], by: '受委派人', may: (situation, facts) => delegatedToMe(situation, facts) !== undefined,
  payload: z.strictObject({ opinion: reason }),
  rules: [],
  apply: (desk, { opinion }, situation, facts) => {
    const mine = delegatedToMe(situation, facts)!;
    return { ...desk, assignments: desk.assignments.map((a) => (a === mine ? { ...a, report: { text: opinion, on: facts.today } } : a)) };
  },
  notices: ({ opinion }, situation, facts) => {
    const mine = situation.desk.assignments.findLast((a) => a.kind === 'delegate' && facts.actor.principals.includes(a.to));
    return informs(mine ? [`user:${mine.by}`] : [], '待办', `${facts.actor.name}已回复委派：${opinion}`);
  },
});

/** Whoever gave a step away, or the office it belongs to, takes it back. */
const given = (situation: ActSituation, { actor }: Facts): Assignment[] =>
  situation.desk.assignments.filter((a) => !a.report && (a.by === actor.userId || actor.principals.includes(a.from)));

const reclaim = act({
  label: '收回转办、委派', clauses: ['2.6.2'], by: '转办、委派的人', may: (situation, facts) => given(situation, facts).length > 0,
  payload: z.strictObject({ reason }),
  rules: [],
  apply: (desk, _, situation, facts) => {
    const back = given(situation, facts);
    return { ...desk, assignments: desk.assignments.filter((a) => !back.includes(a)) };
  },
});

const addSigners = act({
  label: '加签', clauses: ['2.6.2'], ...mineToArrange,
  payload: z.strictObject({ to: z.array(principal).min(1).max(20), question: reason.meta({ description: '征求意见的内容' }), state }),
  rules: [signersKnown, signersAllowed, askedNotTwice],
  apply: (desk, { to, question, state: at }, situation, facts) => ({
    ...desk,
    signers: [
      ...desk.signers,
      ...[...new Set(to)].map((p, i) => ({ id: `${facts.seq}-${i + 1}`, principal: p, state: stepOf(situation, facts, at).state, by: facts.actor.userId, on: facts.today, question })),
    ],
  }),
  notices: ({ to, question }, _, { actor }) => informs([...new Set(to)], '待办', `${actor.name}请您会签：${question}`),
});

const removeSigner = act({
  label: '减签', clauses: ['2.6.2'], by: '当前办理人',
  may: (situation, facts) => waitsOf(situation, facts).length > 0 && openSigners(situation.desk).length > 0,
  payload: z.strictObject({ signer: text(40).meta({ description: '加签编号' }), reason }),
  rules: [signerAsked],
  apply: (desk, { signer, reason: why }, _, { actor, today }) => ({
    ...desk, signers: desk.signers.map((s) => (s.id === signer ? { ...s, withdrawn: { by: actor.userId, on: today, reason: why } } : s)),
  }),
});

const askedOfMe = (situation: ActSituation, { actor }: Facts) => openSigners(situation.desk).find((s) => actor.principals.includes(s.principal));

const giveSignature = act({
  label: '答复加签', clauses: ['2.6.2'], by: '被征求意见的人', may: (situation, facts) => askedOfMe(situation, facts) !== undefined,
  payload: z.strictObject({ agrees: z.boolean().meta({ description: '是否同意' }), opinion: reason, documents: z.array(z.uuid()).max(20).default([]).meta({ description: '意见所附材料的编号' }) }),
  rules: [documentHere],
  apply: (desk, { agrees, opinion, documents }, situation, { actor, today, ...facts }) => {
    const mine = askedOfMe(situation, { actor, today, ...facts } as Facts)!;
    return { ...desk, signers: desk.signers.map((s) => (s === mine ? { ...s, opinion: { agrees, text: opinion, by: actor.userId, on: today, documents } } : s)) };
  },
  notices: ({ agrees, opinion }, situation, facts) => {
    const answered = situation.desk.signers.findLast((s) => s.opinion?.by === facts.actor.userId);
    return informs(answered ? [`user:${answered.by}`] : [], '待办', `${facts.actor.name}${agrees ? '同意' : '不同意'}：${opinion}`);
  },
});

const copyTo = act({
  label: '抄送', clauses: ['1.2.3'], by: '案件的参与人', may: (situation, facts) => waitsOf(situation, facts).length > 0 || takesPart(situation, facts),
  payload: z.strictObject({ to: z.array(principal).min(1).max(50), note: text(500).optional() }),
  rules: [informedKnown],
  apply: (desk, { to, note }, _, { actor, today }) => ({
    ...desk, copies: [...desk.copies, ...[...new Set(to)].map((p) => ({ to: p, by: actor.userId, on: today, ...(note ? { note } : {}) }))],
  }),
  notices: ({ to, note }, _, { actor }) => informs([...new Set(to)], '待阅', `${actor.name}抄送${note ? `：${note}` : '，请知悉'}`),
});

/** The applicant, and every office whose step it can be. */
const takesPart = ({ procedure, context }: ActSituation, { actor, unit }: Facts): boolean =>
  procedure.contributors.some((id) => principalsOf(id, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)));

const urge = act({
  label: '催办', clauses: ['2.6.1a'], by: '项目单位、督查和数据资源部门',
  may: (situation, facts) => {
    const others = situation.waits.some((w) => w.principal !== null && !facts.actor.principals.includes(w.principal));
    return others && (takesPart(situation, facts) || situation.procedure.readers.some((id) => principalsOf(id, situation.procedure.parties, { unit: facts.unit, context: situation.context }).some((p) => facts.actor.principals.includes(p))));
  },
  payload: z.strictObject({ message: text(500) }),
  rules: [],
  apply: (desk) => desk,
  notices: ({ message }, { waits }, { actor }) =>
    informs([...new Set(waits.map((w) => w.principal).filter((p) => p !== null && !actor.principals.includes(p)))] as Principal[], '待办', `${actor.name}催办：${message}`),
});

/** 原则上: lifted for one case by whoever answers for it, with reason and document. */
const grantException = (by: PartyId): Act => act({
  label: '批准例外', clauses: ['2.6.2'], by: parties[by as keyof typeof parties].label,
  may: ({ procedure, context }, { actor, unit }) => principalsOf(by, procedure.parties, { unit, context }).some((p) => actor.principals.includes(p)),
  payload: z.strictObject({
    rule: text(100).meta({ description: '适用例外的规则编号' }), reason, number: text(100).meta({ description: '依据文件的文号' }), date: day,
    document: z.uuid().meta({ description: '依据文件：已上传材料的编号' }),
  }),
  rules: [exceptionPossible, documentHere, notOwnCase],
  apply: (desk, { rule, reason: why, number, document }, _, { actor, today }) => ({
    ...desk, exceptions: [...desk.exceptions.filter((e) => e.rule !== rule), { rule, reason: why, document, number, by: actor.userId, on: today }],
  }),
});

/** What every procedure offers. Principles are the bureau's to lift. */
export const acts = {
  transfer, delegate, reportDelegation, reclaim, addSigners, removeSigner, giveSignature, copyTo, urge, grantException: grantException('dataBureau'),
} as const satisfies Acts;
