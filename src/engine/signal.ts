import type { Sender } from '#machines/kit/case/cause.js';
import { SYSTEM } from '#machines/kit/case/facts.js';
import { openCase } from './case-of.js';
import type { Deps } from './deps.js';
import type { Outcome } from './outcome.js';
import type { Answer } from './ports.js';
import { send } from './send.js';

/** A case that is under way could not take what another one told it. */
export class SignalRefused extends Error {}

export interface SignalCommand {
  caseId: string;
  type: string;
  data: unknown;
  /** Who decided it, where and why. */
  sender?: Sender | undefined;
  /** The event is applied at most once for each key. */
  key: string;
}

/**
 * Applies an event from another case.
 * @throws SignalRefused when a case that is still under way can't take it now.
 */
export async function signal(deps: Deps, command: SignalCommand): Promise<void> {
  const { status, body } = await send(deps, { ...command, actor: SYSTEM }, answerOf, 'relay');
  if (status === 200) return;
  const { caseId, type } = command;
  if (!(await isOver(deps, caseId))) throw new SignalRefused(`案件 ${caseId} 不能接收 ${type}：${body}`);
}

const answerOf = (outcome: Outcome): Answer => ({
  status: outcome.kind === 'accepted' ? 200 : 409,
  body: outcome.kind === 'not-applicable' || outcome.kind === 'accepted' ? outcome.kind : JSON.stringify(outcome),
});

/** Tells whether the case has ended. Nothing can be told to an ended case. */
async function isOver({ store, world }: Deps, caseId: string): Promise<boolean> {
  const loaded = await store.load(caseId);
  if (!loaded) return true;
  const { status } = openCase(loaded, SYSTEM, await world.current()).state.position;
  return status === 'closed' || status === 'terminated';
}
