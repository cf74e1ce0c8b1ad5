import type { Sender } from '#machines/kit/case/cause.js';
import type { Actor } from '#machines/kit/case/facts.js';
import type { RelatedCases } from '#machines/kit/case/relation.js';
import { causeFor } from '#machines/kit/decide/cause.js';
import { decide } from '#machines/kit/decide/decide.js';
import type { Decision } from '#machines/kit/decide/decision.js';
import { isVisible, openCase, type OpenedCase } from './case-of.js';
import { changeOf } from './change.js';
import { committed, type Deps } from './deps.js';
import { dueFirst, isStale } from './guards.js';
import { lookUpFor } from './look-up.js';
import { answered, changed, keyedBy, refused, repeated, unchanged, type Ended, type Render } from './outcome.js';
import { KeyTaken, type Answer, type Caller, type Loaded, type Verdict, type WorldNow } from './ports.js';
import { ringOrPassOver } from './ring.js';
import { viewAfter } from './view.js';

export interface SendCommand {
  caseId: string;
  type: string;
  data: unknown;
  expectedSeq?: number | undefined;
  actor: Actor;
  /** The absent person, if the actor means to act in their place only. Without it the actor alone is tried first. */
  actingFor?: string | undefined;
  /** Who decided it, if another case sends it. */
  sender?: Sender | undefined;
  key?: string | undefined;
  dryRun?: boolean;
}

/** An event with everything that was found out about it before its case is locked. */
interface Prepared {
  command: SendCommand;
  render: Render;
  caller: Caller;
  world: WorldNow;
  /** The actors to try: the person alone first, then in the place of those they stand in for. */
  actors: readonly Actor[];
  /** The actor is no substitute of the person they name. */
  noSubstitute: boolean;
  /** The person with all they stand in for. This decides what of the case they see afterwards. */
  everybody: readonly Actor[];
  related: RelatedCases;
  keyed: ReturnType<typeof keyedBy>;
}

/** Takes one event on one case: prepares, locks, decides and writes; then tells of it. */
export async function send(deps: Deps, command: SendCommand, render: Render, caller: Caller): Promise<Answer> {
  const prepared = await prepare(deps, command, render, caller);
  const passedOver = new Set<string>();
  try {
    for (;;) {
      const tried = await deps.store.change<Ended | { ringFirst: string }>(command.caseId, prepared.keyed, (loaded) =>
        attempt(prepared, loaded, passedOver),
      );
      if (tried === null) return render({ kind: 'not-found' });
      if ('ringFirst' in tried) await ringOrPassOver(deps, tried.ringFirst, passedOver, caller);
      else {
        if (tried.change) await committed(deps, tried.change, caller);
        return tried.answer;
      }
    }
  } catch (error) {
    if (error instanceof KeyTaken) return render({ kind: 'key-reused' });
    throw error;
  }
}

async function prepare(deps: Deps, command: SendCommand, render: Render, caller: Caller): Promise<Prepared> {
  const { caseId, type, data, expectedSeq, actor, actingFor, key, dryRun } = command;
  const [world, absent] = await Promise.all([deps.world.current(), deps.world.standsInFor(actor)]);
  const everybody = [actor, ...absent];
  const meant = actingFor === undefined ? everybody : absent.filter((a) => a.actingFor?.userId === actingFor);
  const actors = meant.length > 0 ? meant : everybody;
  const request = {
    caseId,
    type,
    data: data ?? null,
    expectedSeq: expectedSeq ?? null,
    ...(actingFor ? { actingFor } : {}),
  };
  return {
    command,
    render,
    caller,
    world,
    actors,
    noSubstitute: meant.length === 0,
    everybody,
    related: await lookUpFor(deps.store, caseId, actors, world, { type, data }),
    keyed: dryRun ? null : keyedBy(actor.userId, key, request),
  };
}

/**
 * Works out the outcome under the lock of the case. The order matters: a person who may not see the case learns nothing
 * of it.
 */
function attempt(
  prepared: Prepared,
  loaded: Loaded,
  passedOver: ReadonlySet<string>,
): Verdict<Ended | { ringFirst: string }> {
  const { command, render, keyed, caller } = prepared;
  // An event that is refused to the relay now may be accepted later under the same key.
  const keep = (answer: Answer): Verdict<Ended> => refused(caller === 'relay' ? null : keyed, answer);

  const { opened, decision } = decideAs(prepared, loaded);
  if (!opened) return answered(render({ kind: 'not-found' }));
  const again = repeated(loaded.answered, keyed, render);
  if (again) return again;
  // People's later events do not overtake a reminder or a last day that has come.
  const [ringFirst] = command.dryRun ? [] : dueFirst(loaded.deadlines, loaded.now, passedOver);
  if (ringFirst !== undefined) return unchanged({ ringFirst });
  if (prepared.noSubstitute) return keep(render({ kind: 'no-substitute' }));
  if (isStale(command.expectedSeq, loaded.record)) return keep(render({ kind: 'stale', seq: loaded.record.seq }));
  if (decision.kind !== 'accepted') return keep(render(decision));

  const change = changeOf(loaded.record, opened, decision);
  const answer = render({
    kind: 'accepted',
    created: false,
    view: viewAfter(change, opened, decision, prepared.everybody, loaded.doneLate),
  });
  return command.dryRun ? answered(answer) : changed(keyed, answer, change);
}

const heardFrom = (sender: Sender | undefined, data: unknown, opened: OpenedCase): OpenedCase =>
  sender
    ? { ...opened, facts: { ...opened.facts, cause: causeFor(sender, data, { ...opened, unit: opened.facts.unit }) } }
    : opened;

/** Decides as the first of these actors whose step it is. */
function decideAs(
  { actors, world, related, command: { type, data, sender } }: Prepared,
  loaded: Loaded,
): { opened: OpenedCase | null; decision: Decision } {
  let found: { opened: OpenedCase; decision: Decision } | null = null;
  for (const actor of actors) {
    const opened = heardFrom(sender, data, openCase(loaded, actor, world, related));
    if (!isVisible(opened)) continue;
    const decision = decide(opened.procedure, opened.state, { type, data }, opened.facts);
    if (decision.kind !== 'not-your-step') return { opened, decision };
    found ??= { opened, decision };
  }
  return found ?? { opened: null, decision: { kind: 'not-your-step', by: [] } };
}
