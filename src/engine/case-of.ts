import type { CaseState } from '#machines/kit/decide.js';
import { standsAt } from '#machines/kit/decide.js';
import type { Facts, Actor } from '#machines/kit/facts.js';
import { dayOf } from '#machines/kit/dates.js';
import type { Calendar } from '#machines/kit/calendar.js';
import type { Parameters } from '#machines/kit/parameters.js';
import { principalOf } from '#machines/kit/party.js';
import type { Procedure } from '#machines/kit/procedure.js';
import { procedureOf } from '#machines/registry.js';
import { definitionHash, DefinitionChanged } from './definitions.js';
import type { Loaded } from './ports.js';

export interface OpenedCase {
  procedure: Procedure;
  state: CaseState;
  facts: Facts;
}

/** What was loaded, as the law sees it. @throws DefinitionChanged */
export function openCase(loaded: Loaded, actor: Actor, world: { calendar: Calendar; parameters: Parameters }): OpenedCase {
  const { record, documents, deadlines, now } = loaded;
  const procedure = procedureOf(record.procedure, record.procedureVersion);
  if (definitionHash(procedure) !== record.definitionHash) throw new DefinitionChanged(record.procedure, record.procedureVersion);
  const facts: Facts = { ...world, now, today: dayOf(now), actor, unit: record.unit, documents, deadlines, seq: record.seq + 1 };
  const position = standsAt(procedure, record.snapshot, record.unit, record.stage);
  const state: CaseState = { id: record.id, title: record.title, snapshot: record.snapshot, position, deadlines, audience: record.audience };
  return { procedure, state, facts };
}

/** Whether a person may see the case at all: it was their turn once, it is their unit's, or they read everything. */
export function maySee(procedure: Procedure, audience: readonly string[], unit: Loaded['record']['unit'], actor: Actor): boolean {
  const readers = procedure.readers.map((id) => principalOf(procedure.parties[id]!, procedure.parties, unit));
  return actor.principals.some((p) => p === 'system' || audience.includes(p) || readers.includes(p));
}

/** Whether a person hands in documents of a case, or only reads them. */
export function mayContribute(procedure: Procedure, unit: Loaded['record']['unit'], actor: Actor): boolean {
  const contributors = procedure.contributors.map((id) => principalOf(procedure.parties[id]!, procedure.parties, unit));
  return actor.principals.some((p) => contributors.includes(p));
}
