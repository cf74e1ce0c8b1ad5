import type { ClauseId } from '../kit/clause.js';
import type { LawfulTransitions, Rest, StateMeta, Take } from '../kit/machine.js';
import type { Whom } from '../kit/party.js';
import { noticedInTime } from './rules/corrections.js';
import { lastStepOurs } from './rules/decisions.js';

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
  clause: ClauseId;
  deadline: string;
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

/**
 * A step at which offices examine what was handed in. They can send the paper back for correction (补正), which stops their clock
 * and starts the applicant's; the answer comes straight back to them, past everybody who has agreed before. Until somebody acts, they
 * can take it back themselves.
 */
export const reviewIn = ({ on, rests, spans }: Words) =>
  <S extends object = Record<never, never>>({ label, party, returns, returned, clause, deadline, resubmit, back = 'reviewing', owner = 'applicant', ...step }: ReviewStep<S>) => ({
    initial: 'reviewing' as const,
    ...spans(deadline),
    on: step.around ?? {},
    states: {
      reviewing: {
        ...rests({ label: `${label}中`, party, clause }),
        on: { ...step.on, ...(returns ? on('returnForCorrection', { to: 'correcting', by: returns, decides: true, clauses: [clause], rules: [noticedInTime(deadline)], ...(returned ? { record: returned } : {}) }) : {}) },
      },
      correcting: {
        ...rests({ label: `${label}退回补正`, party: owner, clause, opens: ['correctionReply'], pauses: [deadline] }),
        on: {
          ...on('resubmit', { to: back, by: owner, clauses: [clause], ...resubmit }),
          ...(returns ? on('recall', { to: 'reviewing', by: returns, clauses: [clause], rules: [lastStepOurs], abandons: true }) : {}),
        },
      },
      ...(step.states ?? ({} as S)),
    },
  });
