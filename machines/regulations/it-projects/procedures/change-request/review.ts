import { RETURN_TO } from '#machines/desk/events.js';
import { returns, type Earlier } from '#machines/desk/review.js';
import { noticedInTime } from '#machines/desk/rules/corrections.js';
import { lastStepOurs } from '#machines/desk/rules/decisions.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { LawfulTransitions, Take } from '#machines/kit/law/machine.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { PartyId } from '#machines/kit/words/party.js';
import { changed, totalAfter, type ContentChanges } from './content.js';
import type { ChangeContext } from './context.js';
import type { DeadlineName } from './deadlines.js';
import { basisOf, type ChangeRule } from './project.js';
import { on, rests, spans } from './setup.js';

type Corrected = { reply: string; changes?: ContentChanges | undefined };

/** What was judged of one amount says nothing of another. */
export function corrected(context: ChangeContext, { changes }: Corrected, facts: Facts): Partial<ChangeContext> {
  const content = changed(context.content, changes);
  const basis = basisOf(facts);
  const same =
    totalAfter(basis, content) === totalAfter(context.basis, context.content) &&
    basis.budgetFen === context.basis.budgetFen;
  return {
    content,
    basis,
    ...(same ? {} : { endorsedOn: null, expertReview: null, city: null, province: null, government: null }),
  };
}

/**
 * A step at which an office examines what the unit handed in. It can send the paper back for correction (补正), which stops its own
 * clock and starts the unit's; the answer comes straight back to it. Until somebody acts, it can take the return back.
 */
export function review<S extends object = Record<never, never>>(step: {
  label: string;
  party: PartyId;
  clause: ClauseId;
  deadline: DeadlineName;
  /** What the office may do while it examines. */
  on: LawfulTransitions;
  /** Earlier steps it may be sent back to. */
  earlier?: Readonly<Record<string, Earlier>>;
  /** What a correction must keep to. */
  keeps: readonly ChangeRule<Corrected>[];
  /** What a correction tells the project. */
  then?: Take<ChangeContext, Corrected>['then'];
  /** Further states beside `reviewing` and `correcting`. */
  states?: S;
  /** What holds in all of them. */
  around?: LawfulTransitions;
}) {
  const { label, party, clause, deadline, earlier, keeps, then = [] } = step;
  return {
    initial: 'reviewing' as const,
    ...spans(deadline),
    on: step.around ?? {},
    states: {
      reviewing: {
        ...rests({ label: `${label}中`, party, clause }),
        on: {
          ...step.on,
          ...on(
            'returnForCorrection',
            ...returns(
              { to: 'correcting', by: party, clauses: [clause], rules: [noticedInTime(deadline)] },
              earlier,
              RETURN_TO,
            ),
          ),
        },
      },
      correcting: {
        ...rests({
          label: `${label}退回补正`,
          party: 'applicant',
          clause,
          opens: ['correctionReply'],
          pauses: [deadline],
        }),
        on: {
          ...on('resubmit', {
            to: 'reviewing',
            by: 'applicant',
            clauses: [clause],
            rules: keeps,
            record: corrected,
            then,
          }),
          ...on('recall', {
            to: 'reviewing',
            by: party,
            clauses: [clause],
            rules: [lastStepOurs],
            takesBack: true,
            abandons: true,
            revokes: true,
          }),
        },
      },
      ...(step.states ?? ({} as S)),
    },
  };
}
