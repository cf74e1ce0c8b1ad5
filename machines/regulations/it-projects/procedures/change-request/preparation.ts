import type { Facts } from '#machines/kit/case/facts.js';
import type { Situation } from '#machines/kit/law/rule.js';
import { lastStepOurs } from '../../desk.js';
import type { ChangeContext } from './context.js';
import { basisOf } from './project.js';
import { review } from './review.js';
import { somethingRemains } from './rules/approval.js';
import { contentRevised, somethingChanges } from './rules/alterations.js';
import { asHandedIn, attached, notInFuture, papersNow } from './rules/common.js';
import { decidedAfterBudget, projectChangeable } from './rules/project.js';
import { filedInTime, selfAdjustment, selfDecidable, stillSelfAdjustment } from './rules/self-adjustment.js';
import { end, on, waiting, to } from './setup.js';
import { isClosed, isMade, opened, submitted } from './signals.js';

/** What is handed in anew is judged anew. */
const handedIn = (_: ChangeContext, { decidedOn }: { decidedOn: string }, facts: Facts): Partial<ChangeContext> => ({
  decidedOn,
  submittedOn: facts.today,
  basis: basisOf(facts),
  ...papersNow(facts),
  endorsedOn: null,
  expertReview: null,
  city: null,
  province: null,
  government: null,
});

const decidedAlready = [notInFuture('decidedOn', '内部决策日期', '2.3.3b'), decidedAfterBudget] as const;
const papers = [attached('decisionMinutes'), attached('changedScheme')];

/** 自主调整并报备案: the rules judge its conditions; the unit can't simply declare them. */
const file = {
  to: to('filing'),
  by: 'applicant' as const,
  clauses: ['2.3.3b'] as const,
  rules: [
    ...projectChangeable,
    ...selfAdjustment,
    attached('changeStatement'),
    somethingChanges.handedIn,
    ...papers,
    ...decidedAlready,
    filedInTime,
  ],
  record: (context: ChangeContext, data: { decidedOn: string }, facts: Facts): Partial<ChangeContext> => ({
    ...handedIn(context, data, facts),
    allowed: { by: 'self', on: facts.today, decision: null },
  }),
  then: [isMade],
};
const apply = {
  by: 'applicant' as const,
  clauses: ['2.3.3f'] as const,
  record: handedIn,
  then: [submitted],
  rules: [
    ...projectChangeable,
    somethingChanges.handedIn,
    somethingRemains.handedIn,
    attached('changeApplication'),
    ...papers,
    ...decidedAlready,
  ],
};

/** The rules choose the road: self-adjustment if every condition holds, otherwise approval. */
const selfAdjustable = (situation: Situation<ChangeContext, unknown>): boolean =>
  selfAdjustment.every((condition) => condition.judge(situation).holds);

export const withdraw = on('withdraw', {
  to: end('withdrawn'),
  by: 'applicant',
  clauses: ['2.3.3f'],
  abandons: true,
  then: [isClosed],
});

/**
 * 撤回: a change on which nobody has acted goes back to the draft. The project is free again, and a change already made
 * no longer counts.
 */
export const recalled = {
  to: to('drafting'),
  by: 'applicant' as const,
  clauses: ['2.3.3f'] as const,
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
  record: () => ({ allowed: null }),
  then: [opened],
};
export const recall = on('recall', recalled);

/** The department above takes its consent back. */
export const unendorsed = {
  to: to('endorsement'),
  by: 'superior' as const,
  clauses: ['2.2.5'] as const,
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
  revokes: true,
  record: () => ({ endorsedOn: null }),
};
export const earlier = {
  superior: {
    to: to('endorsement'),
    label: '退回主管部门',
    passed: ({ facts }: { facts: Facts }) => facts.unit.supervisingUnitId !== null,
    record: () => ({ endorsedOn: null }),
  },
  preparation: { to: to('drafting'), label: '退回重新编制', then: [opened] },
};

/**
 * What a unit may do with a change that nobody else has yet. Another decision, or handing in for approval, cancels a
 * time for filing that runs.
 */
const inHand = (unfiled: { abandons?: true }) => ({
  ...on('revise', {
    by: 'applicant',
    clauses: ['2.3.3b'],
    rules: [contentRevised],
    record: ({ content }, { changes }) => ({ content: { ...content, ...changes } }),
  }),
  ...on('recordDecision', {
    ...unfiled,
    to: to('decided'),
    again: true,
    by: 'applicant',
    clauses: ['2.3.3b'],
    rules: [...projectChangeable, somethingChanges.handedIn, ...selfDecidable, ...decidedAlready],
    record: (_, { decidedOn }) => ({ decidedOn }),
  }),
  ...on('fileChange', file),
  ...on(
    'submitChange',
    { ...file, when: selfAdjustable, whenLabel: '符合自主调整条件' },
    {
      ...apply,
      ...unfiled,
      to: to('endorsement'),
      when: ({ facts }) => facts.unit.supervisingUnitId !== null,
      whenLabel: '报批，有主管部门',
    },
    { ...apply, ...unfiled, to: to('examination'), whenLabel: '报批' },
  ),
  ...withdraw,
});

export const drafting = {
  ...waiting({ label: '准备变更', party: 'applicant', clause: '2.3.3b', opens: ['drafting'] }),
  on: inHand({}),
};

/** 同时 (二(三)3): the time for filing runs once the unit has decided by itself. */
export const decided = {
  ...waiting({ label: '已决定自主调整，待报备案', party: 'applicant', clause: '2.3.3b', opens: ['filing'] }),
  on: inHand({ abandons: true }),
};

/**
 * 备案: the change has been made, and the bureau takes note; it may ask for missing papers. If the declaration turns
 * out to be wrong, it does not stand: the change no longer counts as made, and the unit may hand it in for approval.
 */
export const filing = review({
  label: '自主调整备案',
  party: 'dataBureau',
  clause: '2.3.3b',
  deadline: 'acknowledgement',
  keeps: [somethingChanges.corrected, ...stillSelfAdjustment],
  then: [isMade],
  on: {
    ...on('acknowledge', {
      to: to('implementing'),
      by: 'dataBureau',
      clauses: ['2.3.3b'],
      rules: [asHandedIn],
      decides: true,
    }),
    ...on('declineFiling', {
      to: to('drafting'),
      by: 'dataBureau',
      clauses: ['2.3.3f'],
      decides: true,
      abandons: true,
      record: ({ content }) => ({ allowed: null, declined: content }),
      then: [opened],
    }),
    ...on('recall', { ...recalled, to: to('decided') }),
  },
});
