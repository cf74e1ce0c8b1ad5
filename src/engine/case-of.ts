import type { CaseState } from '#machines/kit/case/case.js';
import { openSigners } from '#machines/kit/case/desk.js';
import type { Facts, Actor } from '#machines/kit/case/facts.js';
import type { RelatedCases } from '#machines/kit/case/relation.js';
import { standsAt } from '#machines/kit/decide/snapshot.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { principalsOf } from '#machines/kit/words/party.js';
import { definitionHash, DefinitionChanged } from './definitions.js';
import type { Loaded, WorldNow } from './ports.js';

export interface OpenedCase {
  procedure: Procedure;
  state: CaseState;
  facts: Facts;
}

/** Turns what was loaded into the case as the law sees it. @throws DefinitionChanged */
export function openCase(loaded: Loaded, actor: Actor, world: WorldNow, related: RelatedCases = {}): OpenedCase {
  const { id, unit, desk, title, snapshot, audience, stage } = loaded.record;
  const { procedure, facts } = factsOf(loaded, actor, world, related);
  const position = standsAt(procedure, snapshot, unit, stage, desk);
  const state: CaseState = { id, title, snapshot, position, deadlines: loaded.deadlines, audience, desk };
  return { procedure, state, facts };
}

/** Returns the facts alone, for callers that do not ask where the case stands. @throws DefinitionChanged */
export function factsOf(
  { record, documents, deadlines, now }: Loaded,
  actor: Actor,
  { calendar, parameters, directory, procedures }: WorldNow,
  related: RelatedCases = {},
): Pick<OpenedCase, 'procedure' | 'facts'> {
  const procedure = procedures.of(record.procedure, record.procedureVersion);
  if (definitionHash(procedure) !== record.definitionHash)
    throw new DefinitionChanged(record.procedure, record.procedureVersion);
  const { id, number, unit, desk, snapshot } = record;
  const regulation = procedures.regulationOf(procedure);
  const facts: Facts = {
    calendar,
    regulation,
    parameters: parameters.of(regulation),
    directory,
    now,
    today: dayOf(now),
    actor,
    caseId: id,
    number,
    unit,
    documents,
    deadlines,
    desk,
    related,
    stood: snapshot.stood ?? [],
    seq: record.seq + 1,
  };
  return { procedure, facts };
}

/**
 * Tells whether a person may see the case at all: it was their turn once, it is their unit's, or they read everything.
 */
export function maySee(
  procedure: Procedure,
  audience: readonly string[],
  unit: Loaded['record']['unit'],
  actor: Actor,
): boolean {
  const readers = procedure.readers.flatMap((id) => principalsOf(id, procedure.parties, { unit, context: null }));
  return actor.principals.some((p) => p === 'system' || audience.includes(p) || readers.includes(p));
}

/** Tells whether the actor for whom the case was opened may see it. */
export const isVisible = ({ procedure, state, facts }: OpenedCase): boolean =>
  maySee(procedure, state.audience, facts.unit, facts.actor);

/** Tells whether a person hands in documents of a case, or only reads them. */
export function mayContribute({ procedure, state, facts }: OpenedCase, actors: readonly Actor[]): boolean {
  const { snapshot, desk } = state;
  const contributors = procedure.contributors.flatMap((id) =>
    principalsOf(id, procedure.parties, { unit: facts.unit, context: snapshot.context }),
  );
  // People who were asked or charged must be able to attach what they found.
  const charged = [
    ...openSigners(desk).map((s) => s.principal),
    ...desk.assignments.filter((a) => !a.report).map((a) => a.to),
  ];
  return actors.some((actor) => actor.principals.some((p) => contributors.includes(p) || charged.includes(p)));
}
