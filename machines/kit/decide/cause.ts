import { unitNamed } from '../words/directory.js';
import type { Cause, Decider, Sender } from '../case/cause.js';
import { officeOf, type Facts } from '../case/facts.js';
import { CREATED, labelOf, type Procedure } from '../law/procedure.js';
import { spokenIn } from '../words/fields.js';

/**
 * Returns the text that somebody wrote with an event, as messages quote it. The data of a system event may name its
 * reason.
 */
export function wordsOf(procedure: Procedure, { type, data }: { type: string; data: unknown }): string | undefined {
  const form = type === CREATED ? procedure.creation.payload : procedure.events[type]?.payload;
  return spokenIn(form, data) ?? (Object.hasOwn(procedure.systemEvents, type) ? reasonIn(data) : undefined);
}

function reasonIn(data: unknown): string | undefined {
  const { reason } = (data ?? {}) as { reason?: unknown };
  return typeof reason === 'string' ? reason : undefined;
}

function deciderOf({ actor, directory }: Pick<Facts, 'actor' | 'directory'>): Decider {
  const office = officeOf(actor);
  const { userId: id, name, actingFor } = actor;
  return {
    id,
    name,
    unit: office === null ? null : { id: office, name: unitNamed(office, directory) },
    ...(actingFor ? { actingFor: { id: actingFor.userId, name: actingFor.name } } : {}),
  };
}

/** Returns what the signals of an event say of their sender. `title`: of the case after the event. */
export function senderOf(
  procedure: Procedure,
  title: string,
  event: { type: string; data: unknown },
  facts: Facts,
): Sender {
  const reason = wordsOf(procedure, event);
  return {
    unit: facts.unit.id,
    cause: {
      case: { id: facts.caseId, number: facts.number, title },
      seq: facts.seq,
      type: event.type,
      label: labelOf(procedure, event.type),
      by: deciderOf(facts),
      ...(reason === undefined ? {} : { reason }),
    },
    ...(facts.cause ? { origin: facts.cause } : {}),
  };
}

/**
 * Returns what a case keeps of the sender of a signal. A reason that the signal itself says is for its receiver. What
 * was written in the sending case, or in a third one behind it, is told to the unit of that case alone: it goes on only
 * into a case of the same unit, and not into one that other units read.
 */
export function causeFor(
  { unit, cause, origin }: Sender,
  data: unknown,
  receiver: { procedure: Pick<Procedure, 'readers' | 'parties'>; unit: Pick<Facts['unit'], 'id'> },
): Cause {
  const { readers, parties } = receiver.procedure;
  const concerned = receiver.unit.id === unit && !readers.some((id) => parties[id]!.kind === 'units');
  const { reason: written, ...decided } = concerned && origin ? origin : cause;
  const reason = reasonIn(data) ?? (concerned ? written : undefined);
  const { type: _, label: __, ...unnamed } = decided;
  return { ...(origin && !concerned ? unnamed : decided), ...(reason === undefined ? {} : { reason }) };
}
