import type { Facts } from '#machines/kit/case/facts.js';
import type { SharedEffect, Say } from '#machines/kit/law/effects.js';
import type { ChangeApproved, ChangeMade, ChangeStands } from '../../common/change-signals.js';
import { totalAfter } from './content.js';
import type { ChangeContext } from './context.js';

/**
 * The signals of a change to its project. They carry the sender and the number of its event, so that the project
 * recognises late news.
 */
const stands = ({ caseId, number, seq }: Facts): ChangeStands => ({ change: caseId, number, told: seq });

const made = ({ content, allowed }: ChangeContext, facts: Facts): ChangeMade => ({
  ...stands(facts),
  increaseFen: content.increaseFen,
  decreaseFen: content.decreaseFen,
  scheduleDays: content.scheduleDays ?? 0,
  on: allowed!.on,
});

const approved = (context: ChangeContext, facts: Facts): ChangeApproved => ({
  ...made(context, facts),
  totalFen: totalAfter(context.basis, context.content),
});

const tells = (event: string, what: (context: ChangeContext, facts: Facts) => object): SharedEffect => {
  const say: Say = (context: ChangeContext, facts) => [{ data: what(context, facts) }];
  return { do: 'signal', relation: 'project', event, say };
};

export const opened = tells('changeOpened', (_, facts) => stands(facts));
export const submitted = tells('changeSubmitted', (_, facts) => stands(facts));
export const isMade = tells('changeMade', made);
export const isApproved = tells('changeApproved', approved);
export const isClosed = tells('changeClosed', (_, facts) => stands(facts));
