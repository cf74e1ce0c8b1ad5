import type { Facts } from '#machines/kit/case/facts.js';
import type { SharedEffect } from '#machines/kit/law/effects.js';
import { approvedBudget, withAmount, type ChangeRecord, type ProjectContext } from './context.js';
import type { ChangeApproved, ChangeMade, ChangeStands } from '../../common/change-signals.js';
import { contractVaried, variedAfterChange } from './rules/alterations.js';
import { changeBacksIt, noChangePending } from './rules/changes.js';
import { notBefore, notInFuture } from './rules/common.js';
import { withinBudget, withinFunds } from './rules/procurement.js';
import { on } from './setup.js';

/**
 * 投资变更 as its project sees it (二(三)3). The change requests are cases of their own; the project keeps what they
 * tell it.
 */

/**
 * Tells whether a signal is new. One that arrives late or twice is older than what the project knows, and changes
 * nothing.
 */
const isNews = ({ changes }: ProjectContext, { change, told }: ChangeStands): boolean =>
  (changes.find((c) => c.change === change)?.told ?? 0) < told;

function noted(
  standing: ChangeRecord['standing'],
  context: ProjectContext,
  said: ChangeStands & Partial<ChangeMade>,
  { today, seq }: Facts,
): Partial<ProjectContext> {
  if (!isNews(context, said)) return {};
  const { change, number, told, increaseFen = 0, decreaseFen = 0, scheduleDays = 0, on: day = today } = said;
  const before = context.changes.find((c) => c.change === change);
  // A correction of a change already made counts from the day it was made: a budget approved since then contains it.
  const since = before?.standing === 'made' && standing === 'made' ? before.seq : seq;
  const record: ChangeRecord = {
    change,
    number,
    told,
    standing,
    increaseFen,
    decreaseFen,
    scheduleDays,
    on: day,
    seq: since,
  };
  return { changes: [...context.changes.filter((c) => c.change !== change), record] };
}

const stands = (standing: ChangeRecord['standing']) => (context: ProjectContext, said: ChangeStands, facts: Facts) =>
  noted(standing, context, said, facts);

/**
 * An approved change is a budget like the first one: contract, acceptance and later changes are measured by it
 * (二(四)2).
 */
function approved(context: ProjectContext, said: ChangeApproved, facts: Facts): Partial<ProjectContext> {
  if (!isNews(context, said)) return {};
  const { amounts } = context;
  const budget = { kind: 'budget' as const, amountFen: said.totalFen, on: said.on, seq: facts.seq };
  return {
    ...noted('approved', context, said, facts),
    amounts: said.totalFen === approvedBudget(context) ? amounts : withAmount(amounts, budget),
  };
}

const told = { by: 'system' as const };

/** The project takes these signals wherever it stands, suspended or not. */
export const hearsOfChanges = {
  ...on('changeOpened', { ...told, clauses: ['2.3.3a'], record: stands('open') }),
  ...on('changeSubmitted', { ...told, clauses: ['2.3.3f'], record: stands('pending') }),
  ...on('changeMade', { ...told, clauses: ['2.3.3b'], record: stands('made') }),
  ...on('changeApproved', {
    ...told,
    clauses: ['2.3.3f'],
    record: approved,
    then: [{ do: 'notify', kind: '待阅', to: 'finance', text: '投资变更已批准，请核对资金安排' }],
  }),
  ...on('changeClosed', { ...told, clauses: ['2.3.3f'], record: stands('closed') }),
};

/** When a project ends, its open changes have nothing left to change. */
export const endsChanges: SharedEffect = { do: 'signal', relation: 'changes', event: 'projectEnded' };

/**
 * 补充合同: a change justifies another contract amount, which stays within the changed budget and the funds confirmed
 * for it (二(三)3, 三2).
 */
export const contractVariation = on('varyContract', {
  by: 'applicant',
  clauses: ['2.3.3a', '2.3.3f', '3.2d'],
  rules: [
    noChangePending,
    changeBacksIt,
    contractVaried,
    variedAfterChange,
    withinBudget,
    withinFunds,
    notInFuture('signedOn', '签订日期', '2.3.3a'),
    notBefore('signedOn', '签订日期', (c) => c.contract?.signedOn, '原合同签订日期', '2.3.3a'),
  ],
  record: (context, { amountFen, signedOn }, { seq }) => ({
    contract: { ...context.contract!, amountFen },
    amounts: withAmount(context.amounts, { kind: 'contract', amountFen, on: signedOn, seq }),
  }),
});
