import { EMPTY_DESK } from '#machines/kit/case/desk.js';
import { SYSTEM, type Actor, type Facts } from '#machines/kit/case/facts.js';
import { begin } from '#machines/kit/decide/begin.js';
import { decide } from '#machines/kit/decide/decide.js';
import { ring } from '#machines/kit/decide/ring.js';
import { ParameterSets } from '#machines/kit/law/parameter-sets.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import { testYears } from '#machines/kit/testing/calendar.js';
import { directoryOf } from '#machines/kit/testing/docket.js';
import { Calendar } from '#machines/kit/words/calendar.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { regulations } from '#machines/regulations.js';
import { actors, units } from '#machines/regulations/it-projects/testing/world.js';
import { openCase } from '#src/engine/case-of.js';
import { changeOf, changeOfRing, firstRecord } from '#src/engine/change.js';
import type { Change, Fresh, Loaded, WorldNow } from '#src/engine/ports.js';
import { lending } from './lending/procedure.js';
import { lendingRules } from './lending/regulation.js';

/**
 * Makes changes of cases of the procedure `lending` (books) with the engine's own functions, for tests that write them.
 */

const both = [...regulations, lendingRules];

export const world: WorldNow = {
  procedures: new Procedures(both),
  calendar: new Calendar(testYears),
  parameters: new ParameterSets(both),
  directory: directoryOf({ units, actors }),
};

export interface Book {
  title?: string;
  unit?: string;
  businessKey?: string;
  procedure?: Procedure;
}

/** Returns the change of the first event of a case. */
export function shelved(
  { id, number, now }: Fresh,
  { title = '公报', unit = 'education', businessKey, procedure = lending }: Book = {},
): Change {
  const actor = actors[unit]!;
  const { calendar, directory, parameters } = world;
  const facts: Facts = {
    calendar,
    directory,
    regulation: lendingRules,
    parameters: parameters.of(lendingRules),
    now,
    today: dayOf(now),
    actor,
    caseId: id,
    number,
    unit: units[unit]!,
    documents: [],
    deadlines: [],
    desk: EMPTY_DESK,
    related: {},
    stood: [],
    seq: 1,
  };
  const decision = begin(procedure, id, { title }, facts);
  if (decision.kind !== 'accepted') throw new Error(`a book was not begun: ${decision.kind}`);
  const first = firstRecord(procedure, {
    id,
    number,
    now,
    unit: units[unit]!,
    title,
    businessKey: businessKey ?? null,
    createdBy: actor.userId,
  });
  return changeOf(first, { procedure, state: decision.next, facts }, decision);
}

/** Returns the change of an event of the librarian. */
export function sent(loaded: Loaded, type: string, data: unknown = {}, actor: Actor = actors.archives!): Change {
  const opened = openCase(loaded, actor, world);
  const decision = decide(opened.procedure, opened.state, { type, data }, opened.facts);
  if (decision.kind !== 'accepted') throw new Error(`${type} was ${decision.kind}`);
  return changeOf(loaded.record, opened, decision);
}

export const lent = (loaded: Loaded): Change => sent(loaded, 'lend', { days: 10 });

/** Returns the change of a deadline that rings, due or not. */
export function rung(loaded: Loaded, name: string): Change {
  const { procedure, state, facts } = openCase(loaded, SYSTEM, world);
  const rang = ring(
    procedure,
    state,
    state.deadlines.find((d) => d.name === name)!,
    facts,
  );
  const after = { ...state, deadlines: state.deadlines.map((d) => (d.id === rang.deadline.id ? rang.deadline : d)) };
  return changeOfRing(loaded.record, { procedure, state: after, facts }, rang, null, loaded.now);
}
