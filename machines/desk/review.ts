import type { Facts } from '#machines/kit/case/facts.js';
import type { LawfulTransitions, Rest, StateMeta, Take } from '#machines/kit/law/machine.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { Whom } from '#machines/kit/words/party.js';
import { noticedInTime, onlyToApplicant, toStepPassed } from './rules/corrections.js';
import { lastStepOurs } from './rules/decisions.js';

/** An earlier step that a paper can be sent back to, besides the applicant's correction. */
export interface Earlier {
  to: string;
  label: string;
  /** That the case has come through it; it has, unless said. */
  passed?: (facts: Facts) => boolean;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  record?: Take<any, any>['record'];
  then?: Take<unknown, unknown>['then'];
}

/** As much of a procedure's grammar as a review is written in. What fits together is checked where the procedure calls it. */
interface Words {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  on(type: string, ...takes: Take<any, any>[]): LawfulTransitions;
  rests(rest: Rest): Clocks & { meta: StateMeta };
  spans(...opens: string[]): Clocks;
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Clocks = { entry: any[]; exit: any[] };

export interface ReviewStep<S extends object> {
  label: string;
  /** Whom it waits on while they examine. */
  party: Whom;
  /** Who may send the paper back in so many words; otherwise the step's own events lead to `correcting`. */
  returns?: string | readonly string[];
  /** What sending it back establishes: whoever does so will be asked again. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  returned?: Take<any, any>['record'];
  /** Earlier steps it may be sent back to, by what is said in `to`. */
  earlier?: Readonly<Record<string, Earlier>>;
  clause: ClauseId;
  deadline: string;
  /** What taking the return back undoes. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  unreturned?: Take<any, any>['record'];
  /** What may be done while it is examined. */
  on: LawfulTransitions;
  /** What holds of the paper as it comes back, and what it changes. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  resubmit: Pick<Take<any, any>, 'rules' | 'record'>;
  /** Where the paper goes when it comes back; to whoever examines, unless said. */
  back?: string;
  /** Whose paper it is. */
  owner?: string;
  /** Further states beside `reviewing` and `correcting`. */
  states?: S;
  /** What holds in all of them. */
  around?: LawfulTransitions;
}

/** A paper is sent back from here: to be corrected, or to an earlier step, from which it comes the usual way. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function returns<T extends Take<any, any>>(
  correct: T,
  earlier: Readonly<Record<string, Earlier>> = {},
  labels?: Readonly<Record<string, string>>,
): T[] {
  const ways = Object.entries(earlier);
  const passed = (to: string, { facts }: { facts: Facts }): boolean =>
    earlier[to] !== undefined && (earlier[to].passed?.(facts) ?? true);
  // Nothing is to be asked where every case has come through every step that can be named.
  const always = Object.keys(labels ?? {}).every(
    (to) => to === 'applicant' || (earlier[to] !== undefined && earlier[to].passed === undefined),
  );
  const possible =
    labels === undefined || always ? [] : ways.length > 0 ? [toStepPassed(labels, passed)] : [onlyToApplicant(labels)];
  const taken = { ...correct, decides: true, returns: true, rules: [...possible, ...(correct.rules ?? [])] };
  return [
    ...ways.map(([key, { to, label, record = correct.record, then = [] }]) => ({
      ...taken,
      to,
      then,
      abandons: true,
      when: ({ data }: { data: { to: string } }) => data.to === key,
      whenLabel: label,
      ...(record ? { record } : {}),
    })),
    { ...taken, ...(ways.length > 0 ? { whenLabel: '退回补正' } : {}) },
  ];
}

/**
 * A step at which offices examine what was handed in. They can send the paper back for correction (补正), which stops their clock
 * and starts the applicant's; the answer comes straight back to them, past everybody who has agreed before. They can send it back
 * further, where `labels` says what an earlier step is called. Until somebody acts, they can take it back themselves.
 */
export const reviewIn =
  ({ on, rests, spans }: Words, labels?: Readonly<Record<string, string>>) =>
  <S extends object = Record<never, never>>({
    label,
    party,
    returns: by,
    returned,
    unreturned,
    earlier,
    clause,
    deadline,
    resubmit,
    back = 'reviewing',
    owner = 'applicant',
    ...step
  }: ReviewStep<S>) => ({
    initial: 'reviewing' as const,
    ...spans(deadline),
    on: step.around ?? {},
    states: {
      reviewing: {
        ...rests({ label: `${label}中`, party, clause }),
        on: {
          ...step.on,
          ...(by
            ? on(
                'returnForCorrection',
                ...returns(
                  {
                    to: 'correcting',
                    by,
                    clauses: [clause],
                    rules: [noticedInTime(deadline)],
                    ...(returned ? { record: returned } : {}),
                  },
                  earlier,
                  labels,
                ),
              )
            : {}),
        },
      },
      correcting: {
        ...rests({ label: `${label}退回补正`, party: owner, clause, opens: ['correctionReply'], pauses: [deadline] }),
        on: {
          ...on('resubmit', { to: back, by: owner, clauses: [clause], ...resubmit }),
          ...(by
            ? on('recall', {
                to: 'reviewing',
                by,
                clauses: [clause],
                rules: [lastStepOurs],
                takesBack: true,
                abandons: true,
                revokes: true,
                ...(unreturned ? { record: unreturned } : {}),
              })
            : {}),
        },
      },
      ...(step.states ?? ({} as S)),
    },
  });
