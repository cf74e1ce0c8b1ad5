import type { Procedure } from '#machines/kit/law/procedure.js';
import { statesOf } from '#machines/kit/read/describe.js';
import type { Principal } from '#machines/kit/words/party.js';
import type { CountedWait } from '../../persistence/stores/statistics.store.js';
import { holdersIn } from '../holders.js';
import { asksFor, byId, isWithin, unitNamed, workingDays, type Counted, type Frame, type Named } from './frame.js';
import { Turns, type OutsideTime, type UnitTime } from './turns.js';

/** A wait of one unit, or of one body outside. Handing a step on within the unit does not begin another one. */
type Turn = Omit<CountedWait, 'principal'> & { whose: string };

/** Measures how long units, and bodies outside, have cases in hand. */
export class UnitTimes {
  private readonly units = new Map<string, { unit: Named; turns: Turns }>();
  private readonly bodies = new Map<string, Turns>();
  private readonly suspended = new Map<Procedure, ReadonlySet<string>>();
  private readonly holders: (principal: Principal) => readonly string[];

  constructor(private readonly frame: Frame) {
    this.holders = holdersIn(frame.directory);
  }

  add({ case: { id, number, title }, procedure, course, waits }: Counted): void {
    const standing = this.suspendedIn(procedure);
    // The turn of the one who may end a suspension is left out: nothing is held up by them.
    const all = waits
      .filter((w) => !standing.has(w.state) && asksFor(this.frame, w.stage))
      .flatMap((w) => this.whose(procedure, w).map((whose): Turn => ({ ...w, whose })));
    for (const turn of joined(all, course.acts)) {
      const turns = this.turnsOf(procedure, turn);
      const days = workingDays(this.frame, { from: turn.sinceDay, to: turn.untilDay }, course.suspensions);
      if (turn.untilDay === null)
        turns.wait({
          case: { id, number, title },
          since: turn.sinceDay,
          workingDays: days,
          at: `${turn.since} ${number}`,
        });
      else if (isWithin(this.frame, turn.untilDay)) turns.finish(days);
    }
  }

  unitRows(): UnitTime[] {
    return [...this.units.values()]
      .filter(({ turns }) => !turns.isEmpty())
      .map(({ unit, turns }) => ({ unit, ...turns.time() }))
      .sort(byId);
  }

  outsideRows(): OutsideTime[] {
    return [...this.bodies]
      .filter(([, turns]) => !turns.isEmpty())
      .map(([body, turns]) => ({ body, ...turns.time() }))
      .sort((a, b) => (a.body < b.body ? -1 : 1));
  }

  /** Returns whose wait it is. A role that nobody holds today goes by its label in the procedure. */
  private whose(procedure: Procedure, { kind, party, principal }: CountedWait): readonly string[] {
    if (kind === 'outside') return [procedure.parties[party]!.label];
    const units = this.holders(principal);
    return units.length > 0 ? units : [principal];
  }

  private turnsOf(procedure: Procedure, { kind, whose, party }: Turn): Turns {
    if (kind === 'outside') {
      const known = this.bodies.get(whose) ?? new Turns();
      this.bodies.set(whose, known);
      return known;
    }
    const unheld = whose.includes(':');
    const known = this.units.get(whose) ?? {
      unit: unheld ? { id: whose, name: procedure.parties[party]!.label } : unitNamed(this.frame, whose),
      turns: new Turns(),
    };
    this.units.set(whose, known);
    return known.turns;
  }

  private suspendedIn(procedure: Procedure): ReadonlySet<string> {
    const known =
      this.suspended.get(procedure) ??
      new Set(
        statesOf(procedure)
          .filter((s) => s.status === 'suspended')
          .map((s) => s.path),
      );
    this.suspended.set(procedure, known);
    return known;
  }
}

/**
 * Joins a turn that an act began to the turn that it ended, if both are of the same unit: to hand a step to a colleague
 * is not to finish it.
 */
function joined(turns: readonly Turn[], acts: ReadonlySet<number>): Turn[] {
  const all: Turn[] = [];
  for (const turn of turns) {
    const before = acts.has(turn.seq)
      ? all.findIndex(
          (t) => t.whose === turn.whose && t.state === turn.state && t.party === turn.party && t.until === turn.since,
        )
      : -1;
    if (before === -1) all.push(turn);
    else all[before] = { ...all[before]!, until: turn.until, untilDay: turn.untilDay };
  }
  return all;
}
