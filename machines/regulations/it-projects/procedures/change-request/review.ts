import type { Facts } from '#machines/kit/case/facts.js';
import { RETURN_TO, reviewIn } from '../../desk.js';
import { changed, totalAfter, type ContentChanges } from './content.js';
import type { ChangeContext } from './context.js';
import { basisOf, type ChangeRule } from './project.js';
import { verbs, type ChangeNames } from './setup.js';

type Corrected = { reply: string; changes?: ContentChanges | undefined };

/**
 * Records a correction. An opinion on one amount does not hold for another amount, so it is dropped if the amount
 * changes.
 */
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

const reviewed = reviewIn(verbs, { owner: 'applicant', reply: 'correctionReply', labels: RETURN_TO });

type Step<S extends object> = Parameters<typeof reviewed<S>>[0];

/** A step at which an office examines what the unit handed in (`reviewIn` of the desk). */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no further states, unless some are given
export const review = <S extends object = {}>({
  keeps,
  then = [],
  party,
  ...step
}: Omit<Step<S>, 'party' | 'returnedBy' | 'resubmit'> & {
  party: ChangeNames['party'];
  /** The rules that a correction must keep to. */
  keeps: readonly ChangeRule<Corrected>[];
  /** The effects by which a correction tells the project. */
  then?: Step<S>['resubmit']['then'];
}) => reviewed({ ...step, party, returnedBy: party, resubmit: { rules: keeps, record: corrected, then } });
