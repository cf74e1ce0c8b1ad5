import type { CaseState } from '#machines/kit/decide.js';
import { standsAt } from '#machines/kit/decide.js';
import type { Facts, Actor } from '#machines/kit/facts.js';
import { dayOf } from '#machines/kit/dates.js';
import type { Calendar } from '#machines/kit/calendar.js';
import type { Parameters } from '#machines/kit/parameters.js';
import type { Directory } from '#machines/kit/directory.js';
import { principalsOf } from '#machines/kit/party.js';
import type { RelatedCases } from '#machines/kit/relation.js';
import type { Procedure } from '#machines/kit/procedure.js';
import { procedureOf } from '#machines/registry.js';
import { definitionHash, DefinitionChanged } from './definitions.js';
import type { Loaded } from './ports.js';

export interface OpenedCase {
  procedure: Procedure;
  state: CaseState;
  facts: Facts;
}

export interface WorldNow {
  calendar: Calendar;
  parameters: Parameters;
  directory: Directory;
}

/** What was loaded, as the law sees it. @throws DefinitionChanged */
export function openCase(loaded: Loaded, actor: Actor, { calendar, parameters, directory }: WorldNow, related: RelatedCases = {}): OpenedCase {
  const { record, documents, deadlines, now } = loaded;
  const procedure = procedureOf(record.procedure, record.procedureVersion);
  if (definitionHash(procedure) !== record.definitionHash) throw new DefinitionChanged(record.procedure, record.procedureVersion);
  const { id, number, unit, desk, title, snapshot, audience } = record;
  const facts: Facts = {
    calendar, parameters, directory, now, today: dayOf(now), actor, caseId: id, number, unit, documents, deadlines, desk, related, seq: record.seq + 1,
  };
  const position = standsAt(procedure, snapshot, unit, record.stage, desk);
  const state: CaseState = { id, title, snapshot, position, deadlines, audience, desk };
  return { procedure, state, facts };
}

/** Whether a person may see the case at all: it was their turn once, it is their unit's, or they read everything. */
export function maySee(procedure: Procedure, audience: readonly string[], unit: Loaded['record']['unit'], actor: Actor): boolean {
  const readers = procedure.readers.flatMap((id) => principalsOf(id, procedure.parties, { unit, context: null }));
  return actor.principals.some((p) => p === 'system' || audience.includes(p) || readers.includes(p));
}

/** Whether a person hands in documents of a case, or only reads them. */
export function mayContribute(procedure: Procedure, { unit, snapshot }: Pick<Loaded['record'], 'unit' | 'snapshot'>, actor: Actor): boolean {
  const contributors = procedure.contributors.flatMap((id) => principalsOf(id, procedure.parties, { unit, context: snapshot.context }));
  return actor.principals.some((p) => contributors.includes(p));
}
