import type { Actor } from '#machines/kit/case/facts.js';
import { explain } from '#machines/kit/decide/explain.js';
import type { Action } from '#machines/kit/decide/explain.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { endingsOf, openedIn, remarksOf, takenIn } from '#machines/kit/read/endings.js';
import { awaitedOf } from '#machines/kit/words/party.js';
import type { OpenedCase } from '../engine/case-of.js';
import type { StuckRow } from '../persistence/stores/stuck.store.js';
import type { Matter } from './chase.js';

export interface NextStep {
  type: string;
  label: string;
  allowed: boolean;
  /** What it lacks, in sentences. Present only if the step is not allowed. */
  missing?: string[];
  /** The message that failed. Only for a fault. */
  delivery?: string;
}

/** Returns the administrator's step for a message that could not be delivered. Other faults have no such step. */
export const repairs = (delivery: StuckRow['delivery']): NextStep[] =>
  delivery === null
    ? []
    : [
        ...(delivery.failed ? [{ type: 'retry', label: '重发', allowed: true, delivery: delivery.id }] : []),
        { type: 'dismiss', label: '不再发送', allowed: true, delivery: delivery.id },
      ];

/**
 * Returns what the person to be called does next: first the steps that end the wait, even if something is still missing
 * for them; then the other steps they could lawfully take now. Remarks appear only if there is nothing else.
 */
export function nextSteps(opened: OpenedCase, matter: Matter): NextStep[] {
  const { procedure, state, facts } = opened;
  const steps = explain(procedure, state, { ...facts, actor: chased(opened, matter) }).filter((a) => a.kind === 'step');
  const remarks = remarksOf(procedure);
  const moving = steps.filter((a) => !remarks.has(a.type));
  const leading =
    leads(procedure, state.position.states, matter)
      .map((events) => moving.filter((a) => events.has(a.type)))
      .find((found) => found.length > 0) ?? [];
  const further = moving.filter((a) => a.allowed && !leading.includes(a));
  const shown = [...leading, ...further];
  return (shown.length > 0 ? shown : steps.filter((a) => a.allowed)).map(stepOf);
}

const stepOf = ({ type, label, allowed, refusals }: Action): NextStep => ({
  type,
  label,
  allowed,
  ...(allowed ? {} : { missing: refusals.map((r) => r.message) }),
});

/**
 * Returns the events that end the wait. If there is none, it returns those that advance it: they end the present step,
 * or are taken in it. The first group that is not empty counts.
 */
function leads(procedure: Procedure, standing: readonly string[], { deadline, states }: Matter): ReadonlySet<string>[] {
  const opening = deadline === null ? [] : openedIn(procedure, standing, deadline);
  const within = states.filter(
    (state) => opening.length === 0 || opening.some((path) => state === path || state.startsWith(`${path}.`)),
  );
  const joined = (around: readonly string[], of: (path: string) => ReadonlySet<string>) =>
    new Set(around.flatMap((path) => [...of(path)]));
  const ending = (path: string) => endingsOf(procedure, standing, path);
  return [joined(opening, ending), joined(within, ending), joined(within, (path) => takenIn(procedure, path))];
}

function chased({ procedure, facts, state }: OpenedCase, { party, principal }: Matter): Actor {
  const standing = { unit: facts.unit, context: state.snapshot.context };
  const principals =
    principal !== undefined ? [principal] : party === undefined ? [] : awaitedOf(party, procedure.parties, standing);
  return { userId: 'chased', name: '', unitId: null, principals };
}
