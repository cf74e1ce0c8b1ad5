import { EMPTY_DESK } from '#machines/kit/case/desk.js';
import type { Actor, Facts } from '#machines/kit/case/facts.js';
import type { RelatedCases } from '#machines/kit/case/relation.js';
import { begin, looksToBegin } from '#machines/kit/decide/begin.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { dayOf } from '#machines/kit/words/dates.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { changeOf, firstRecord } from './change.js';
import { committed, type Deps } from './deps.js';
import { lookUp } from './look-up.js';
import { answered, changed, keyedBy, refused, repeated, type Ended, type Render } from './outcome.js';
import { AlreadyBegun, type Answer, type Fresh, type Verdict, type WorldNow } from './ports.js';
import { viewAfter } from './view.js';

export interface CreateCommand {
  procedure: string;
  data: unknown;
  actor: Actor;
  unit: CaseUnit;
  key?: string | undefined;
  dryRun?: boolean;
}

/** The id of a case that was only tried. Nobody can take it for an existing one. */
const NO_CASE = '00000000-0000-0000-0000-000000000000';

interface Prepared {
  command: CreateCommand;
  render: Render;
  procedure: Procedure;
  world: WorldNow;
  keyed: ReturnType<typeof keyedBy>;
  related: RelatedCases;
}

/** Takes the first event of a case: prepares, takes a number, decides and writes; then tells of it. */
export async function create(deps: Deps, command: CreateCommand, render: Render): Promise<Answer> {
  const world = await deps.world.current();
  const procedure = world.procedures.of(command.procedure);
  const { actor, data, unit, key, dryRun } = command;
  const keyed = dryRun ? null : keyedBy(actor.userId, key, { procedure: command.procedure, data: data ?? null });
  const attempt = async (): Promise<Ended> => {
    const related = await lookUp(deps.store, null, looksToBegin(procedure, data, unit, world.directory));
    const prepared = { command, render, procedure, world, keyed, related };
    return deps.store.create<Ended>(procedure.numberPrefix, keyed, (fresh) => beginAs(prepared, fresh));
  };
  // If it was begun twice at the same moment, the second look finds the first case, and the rule says so.
  const { answer, change } = await attempt().catch((error: unknown) =>
    error instanceof AlreadyBegun ? attempt() : Promise.reject(error as Error),
  );
  if (change) await committed(deps, change, 'doorway');
  return answer;
}

function beginAs({ command, render, procedure, world, keyed, related }: Prepared, fresh: Fresh): Verdict<Ended> {
  const again = repeated(fresh.answered, keyed, render);
  if (again) return again;
  const { actor, data, dryRun } = command;
  const { number, now } = fresh;
  const id = dryRun ? NO_CASE : fresh.id;
  const unit = procedure.creation.unitOf?.(related) ?? command.unit;
  const { calendar, directory, procedures, parameters } = world;
  const regulation = procedures.regulationOf(procedure);
  const facts: Facts = {
    calendar,
    directory,
    regulation,
    parameters: parameters.of(regulation),
    now,
    today: dayOf(now),
    actor,
    caseId: id,
    number,
    unit,
    documents: [],
    deadlines: [],
    desk: EMPTY_DESK,
    related,
    stood: [],
    seq: 1,
  };
  const decision = begin(procedure, id, data, facts);
  if (decision.kind !== 'accepted') return refused(keyed, render(decision));

  const opened = { procedure, state: decision.next, facts };
  const first = firstRecord(procedure, {
    id,
    number,
    now,
    unit,
    title: decision.next.title,
    businessKey: procedure.creation.keyOf?.(decision.data) ?? null,
    createdBy: actor.userId,
  });
  const change = changeOf(first, opened, decision);
  const answer = render({ kind: 'accepted', created: !dryRun, view: viewAfter(change, opened, decision, [actor]) });
  return dryRun ? answered(answer) : changed(keyed, answer, change);
}
