import type { CaseState } from '../case/case.js';
import { labelOf, type Procedure } from '../law/procedure.js';
import { statesOf, transitionsOf } from '../read/describe.js';

const MOST_PLACES = 3;

/**
 * Says why a case takes no such event now: it is over, the event is no person's, or it belongs to another place than the
 * one where the case stands and waits.
 */
export function whyNotHere(procedure: Procedure, { position }: Pick<CaseState, 'position'>, type: string): string {
  const stands = `案件现处于“${position.label}”`;
  if (position.status === 'closed' || position.status === 'terminated') return `${stands}，已经结束，不再办理。`;
  const label = labelOf(procedure, type);
  if (label === type) return `“${procedure.title}”没有这个动作。${stands}。`;
  if (!Object.hasOwn(procedure.events, type)) return `“${label}”由系统办理。${stands}。`;
  const awaited = [...new Set(position.waits.filter((w) => !w.stopped).map((w) => w.partyLabel))].join('、');
  const places = placesOf(procedure, type);
  return [
    `${stands}${awaited === '' ? '' : `，等待${awaited}`}，不能办理“${label}”`,
    ...(places.length === 0 ? [] : [`这一步在“${places.join('”、“')}”时办理`]),
  ]
    .join('；')
    .concat('。');
}

/** Returns the names of the states in which a person takes the step. Empty if they are many or have no name. */
function placesOf(procedure: Procedure, type: string): string[] {
  const from = transitionsOf(procedure).filter((t) => t.event === type && !t.barrier);
  const labels = new Set(
    from.flatMap((t) => statesOf(procedure).find((s) => s.path === t.from && s.kind === 'resting')?.label ?? []),
  );
  return labels.size > MOST_PLACES ? [] : [...labels];
}
