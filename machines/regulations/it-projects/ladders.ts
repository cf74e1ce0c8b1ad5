import type { Ladders, Rung } from '#machines/kit/law/ladder.js';
import type { ParameterKey } from './parameters.js';

type RungTo<To extends string> = Rung & { to: To };

const before = (id: string, key: ParameterKey): RungTo<'whose'> => ({
  id,
  when: { before: key },
  to: 'whose',
  tone: 'remind',
});

const first = before('first', 'remind.first');
const second = before('second', 'remind.second');
const third = before('third', 'remind.third');
const last = before('last', 'remind.last');
const due: RungTo<'whose'> = { id: 'due', when: 'due', to: 'whose', tone: 'due' };

const since = (id: string, key: ParameterKey): RungTo<'whose'> => ({
  id,
  when: { afterStart: key },
  to: 'whose',
  tone: 'remind',
});

const escalation = <const To extends string>(id: string, key: ParameterKey, to: To, heads = false): RungTo<To> => ({
  id,
  when: { after: key },
  to,
  ...(heads ? { heads: true } : {}),
  tone: 'escalate',
});

const again: RungTo<'whose'> = {
  id: 'again',
  when: { every: 'escalate.again' satisfies ParameterKey },
  to: 'whose',
  heads: 'too',
  tone: 'escalate',
};

/**
 * Who hears of a duty that nobody did: first the head of the owing unit, last the consultation mechanism of 三1. After
 * that the one who owes it is reminded without end.
 */
const escalations = [
  escalation('head', 'escalate.head', 'whose', true),
  { ...escalation('superior', 'escalate.superior', 'superior'), of: 'applicant' },
  escalation('bureau', 'escalate.bureau', 'dataBureau', true),
  escalation('consultation', 'escalate.consultation', 'consultation'),
  again,
];

/**
 * The rungs of the reminders. The distance of each is a dated parameter. The regulation sets none of these days; they
 * are this product's default.
 */
export const ladders = {
  standard: [first, second, third, last, due, ...escalations],
  /** Each case sets its own limit, and it is often short. */
  rectification: [third, due, ...escalations],
  trial: [before('first', 'trial.warn.first'), before('second', 'trial.warn.second'), due],
  evaluation: [
    since('first', 'evaluation.remind.first'),
    since('second', 'evaluation.remind.second'),
    since('third', 'evaluation.remind.third'),
    since('last', 'evaluation.remind.last'),
    due,
    ...escalations,
  ],
  /**
   * An approval that leads to no contract: the first rung comes when no procurement has followed it, the others as
   * usual.
   */
  unusedApproval: [since('unused', 'approval.stale.warn'), first, second, due, ...escalations],
  /** The end of a free service. The rungs come early enough to arrange what follows it. */
  interface: [before('first', 'interface.warn.first'), before('second', 'interface.warn.second'), due],
  /** A day that only opens a step. The step has its own reminders. */
  silent: [],
} satisfies Ladders;

type Ladder = keyof typeof ladders;
type Called<Name extends Ladder> = Exclude<(typeof ladders)[Name][number]['to'], 'whose'>;

/**
 * The ladders that a procedure with these parties can use. For a ladder that calls a party the procedure lacks, the
 * type is a sentence that says so.
 */
export type LadderFor<Party extends string> = {
  [Name in Ladder]: [Exclude<Called<Name>, Party>] extends [never]
    ? Name
    : `the ladder ${Name} calls ${Exclude<Called<Name>, Party>}, who is no party of this procedure`;
}[Ladder];
