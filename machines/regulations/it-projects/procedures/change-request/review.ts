import type { Facts } from '#machines/kit/case/facts.js';
import { RETURN_TO, reviewIn } from '../../desk.js';
import { changed, type ContentChanges } from './content.js';
import type { ChangeContext } from './context.js';
import { basisOf, type ChangeRule } from './project.js';
import { papersNow } from './rules/common.js';
import { verbs, type ChangeNames } from './setup.js';

type Corrected = { reply: string; changes?: ContentChanges | undefined };

/** Records a correction. It is measured by the project as it is now, and opinions on another change lapse. */
export const corrected = (context: ChangeContext, { changes }: Corrected, facts: Facts): Partial<ChangeContext> => ({
  content: changed(context.content, changes),
  basis: basisOf(facts),
  ...papersNow(facts),
});

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
