import type { Facts } from '#machines/kit/case/facts.js';
import type { EventCatalog, PayloadOf, SystemEvents } from '#machines/kit/law/events.js';
import type { Situation } from '#machines/kit/law/rule.js';
import type { LawfulTransitions, Route, Take } from '#machines/kit/law/take.js';
import type { Verbs } from '#machines/kit/law/verbs.js';
import type { Names } from '#machines/kit/words/names.js';
import type { Whom } from '#machines/kit/words/party.js';
import { TO_APPLICANT } from './events.js';
import type { CorrectionRules } from './rules/corrections.js';
import type { DecisionRules } from './rules/decisions.js';

/** The states that every review has, for the names of a procedure's states. */
export const REVIEW = { reviewing: {}, correcting: {} } as const;

/** The states of a review before which others have decided. */
export const LATER_REVIEW = { ...REVIEW, weighing: {} } as const;

/** The form of 退回. It says to whom, if the procedure knows more than one step. */
interface Returned {
  to?: string | undefined;
}

/** An earlier step to which a paper can be sent back, besides the applicant's correction. */
export interface Earlier<Context, N extends Names = Names> {
  to: N['target'];
  label: string;
  /** Says whether the case has passed this step. It has, unless this says otherwise. */
  passed?(situation: Situation<Context, unknown>): boolean;
  record?: Take<Context, unknown, N>['record'];
  then?: Take<Context, unknown, N>['then'];
}

type FormOf<Catalog extends EventCatalog, Type extends string> = Type extends keyof Catalog
  ? PayloadOf<Catalog, Type>
  : unknown;

/** One step at which offices examine what was handed in. */
export interface ReviewStep<Context, N extends Names, Catalog extends EventCatalog, S extends object> {
  label: string;
  /** Whom the case waits on while they examine. */
  party: Whom<Context, N['party']>;
  clause: N['clause'];
  /** The deadline of those who examine. */
  deadline: N['deadline'];
  /** The transitions while it is examined. */
  on: LawfulTransitions;
  /** Who may send the paper back by the common event. Without it the step's own events lead to `correcting`. */
  returnedBy?: N['party'] | readonly N['party'][];
  /** What sending it back establishes: those who do so will be asked again. */
  returned?: Take<Context, FormOf<Catalog, 'returnForCorrection'>, N>['record'];
  /** What taking the return back undoes. */
  unreturned?: Take<Context, FormOf<Catalog, 'recall'>, N>['record'];
  /** Earlier steps to which it may be sent back, by the value of `to`. */
  earlier?: Readonly<Record<string, Earlier<Context, N>>>;
  /** The rules for the paper that comes back, what it changes and whom it tells. */
  resubmit: Pick<Take<Context, FormOf<Catalog, 'resubmit'>, N>, 'rules' | 'record' | 'then'>;
  /** The state in which the paper continues when it comes back. By default with those who examine. */
  back?: N['target'];
  /**
   * Those who decided before, and where they do so. A paper that comes back as another one goes to them first, because
   * their decision has lapsed.
   */
  before?: readonly (Pick<Route<Context, N>, 'to' | 'when' | 'clauses'> & { whenLabel: string })[];
  /**
   * Who may take a submission back as long as nobody has acted on it. A correction returns to being corrected, which
   * `corrected` records.
   */
  recall?: {
    ways: readonly Pick<Take<Context, FormOf<Catalog, 'recall'>, N>, 'by' | 'to' | 'record' | 'tells' | 'revokes'>[];
    corrected: NonNullable<Take<Context, unknown, N>['record']>;
  };
  /** Further states besides `reviewing` and `correcting`. */
  states?: S;
  /** The transitions in all of them. */
  around?: LawfulTransitions;
}

/** What all reviews of a procedure share. */
export interface Reviews<N extends Names> {
  /** The party whose paper it is. */
  owner: N['party'];
  /** The deadline for the corrected paper. */
  reply: N['deadline'];
  /** The labels of the steps to which a paper can be sent back, if there are several. */
  labels?: Readonly<Record<string, string>>;
}

/**
 * Writes the ways on which a paper is sent back: to be corrected (`correct`), or to an earlier step, from which it
 * comes the usual way. If the case has not passed that step, the official is told so.
 */
export const waysBackBy =
  ({ toStepPassed, onlyToApplicant }: CorrectionRules) =>
  <Context, T extends Take<Context, unknown>>(
    correct: T & Take<Context, unknown>,
    earlier: Readonly<Record<string, Earlier<Context>>> = {},
    labels?: Readonly<Record<string, string>>,
  ): T[] => {
    const ways = Object.entries(earlier);
    const passed = (to: string, situation: Situation<Context, unknown>): boolean =>
      earlier[to] !== undefined && (earlier[to].passed?.(situation) ?? true);
    // There is no question if every case has passed every step that can be named.
    const always = Object.keys(labels ?? {}).every(
      (to) => to === TO_APPLICANT || (earlier[to] !== undefined && earlier[to].passed === undefined),
    );
    const possible =
      labels === undefined || always
        ? []
        : ways.length > 0
          ? [toStepPassed(labels, passed)]
          : [onlyToApplicant(labels)];
    const taken = { ...correct, decides: true, returns: true, rules: [...possible, ...(correct.rules ?? [])] };
    return [
      ...ways.map(([key, { to, label, record = correct.record, then = [] }]) => ({
        ...taken,
        to,
        then,
        abandons: true,
        when: ({ data }: Situation<Context, Returned>) => data.to === key,
        whenLabel: label,
        ...(record ? { record } : {}),
      })),
      { ...taken, ...(ways.length > 0 ? { whenLabel: '退回补正' } : {}) },
    ];
  };

/**
 * Writes a step at which offices examine what was handed in. They can send the paper back for correction (补正), which
 * stops their clock and starts the owner's. The answer comes straight back to them, past everybody who has agreed
 * before. They can send it back further, where `labels` says what an earlier step is called. Until somebody acts, they
 * can take it back themselves.
 */
export const reviewBy =
  (rules: CorrectionRules & Pick<DecisionRules, 'lastStepOurs'>) =>
  <Context, N extends Names, Catalog extends EventCatalog, Signals extends SystemEvents>(
    { shared: { on, choose, waiting, deadlinesAround } }: Verbs<Context, N, Catalog, Signals>,
    { owner, reply, labels }: Reviews<N>,
  ) =>
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no further states, unless some are given
  <S extends object = {}>(step: ReviewStep<Context, N, Catalog, S>) => {
    const { label, party, returnedBy: by, returned, unreturned, earlier, clause, deadline, resubmit } = step;
    const { before = [], recall } = step;
    const { back = before.length > 0 ? 'weighing' : 'reviewing' } = step;
    const takenBack = { clauses: [clause], rules: [rules.lastStepOurs], takesBack: true, abandons: true };
    const correct: Take<Context, unknown> = {
      to: 'correcting',
      by: by ?? owner,
      clauses: [clause],
      rules: [rules.noticedInTime(deadline)],
      ...(returned ? { record: returned } : {}),
    };
    return {
      initial: 'reviewing',
      ...deadlinesAround(deadline),
      on: step.around ?? {},
      states: {
        reviewing: {
          ...waiting({ label: `${label}中`, party, clause }),
          on: {
            ...step.on,
            ...(by ? on('returnForCorrection', ...waysBackBy(rules)(correct, earlier, labels)) : {}),
            ...(recall
              ? on(
                  'recall',
                  {
                    ...takenBack,
                    to: 'correcting',
                    by: owner,
                    whenLabel: '补正之后',
                    when: ({ facts }: { facts: Facts }) => facts.desk.last?.type === 'resubmit',
                    record: recall.corrected,
                  },
                  ...recall.ways.map((way) => ({ ...takenBack, ...way })),
                )
              : {}),
          },
        },
        correcting: {
          ...waiting({ label: `${label}退回补正`, party: owner, clause, opens: [reply], pauses: [deadline] }),
          on: {
            ...on('resubmit', { to: back, by: owner, clauses: [clause], ...resubmit }),
            ...(by
              ? on('recall', {
                  ...takenBack,
                  to: 'reviewing',
                  by,
                  revokes: true,
                  ...(unreturned ? { record: unreturned } : {}),
                })
              : {}),
          },
        },
        ...(before.length > 0
          ? { weighing: choose(...before, { to: 'reviewing', clauses: [clause], whenLabel: '此前的意见仍然有效' }) }
          : {}),
        ...(step.states ?? {}),
      },
    };
  };
