import type { CaseStatus } from '../case/standing.js';
import type { Procedure } from '../law/procedure.js';
import type { IsoDate } from '../words/dates.js';
import { statesOf, transitionsOf, type StateDescription } from './describe.js';
import { takenBy } from './taken.js';

/** The fields of a history row from which the course of a case is read. */
export interface HistoryLine {
  seq: number;
  on: IsoDate;
  type: string;
  /** Where the case stood afterwards, the main state first. */
  to: readonly string[];
  /** The unit of the person who took the step, or in whose absence it was taken. Null for the system. */
  office: string | null;
}

/** From the day it began to the day it ended. The end is null while it lasts. */
export interface Stretch {
  from: IsoDate;
  to: IsoDate | null;
}

/** One stay of a case in a stage. In a procedure without stages the whole way from beginning to end is one stay. */
export interface Passage extends Stretch {
  stage: string | null;
  /**
   * The time that was nobody's in the county: the case was suspended, a clock was stopped for a correction or an
   * examination elsewhere, or a body outside had the paper.
   */
  still: readonly Stretch[];
}

/** A decision at a step that can send the paper back. A decision that was taken back (撤回) does not count. */
export interface ReviewDecision {
  on: IsoDate;
  office: string | null;
  stage: string | null;
  returned: boolean;
}

/** What history tells of a case besides its facts: how long it was where, when it stood still, what was decided on the way. */
export interface Course {
  passages: readonly Passage[];
  suspensions: readonly Stretch[];
  decisions: readonly ReviewDecision[];
  status: CaseStatus;
  /** Returns the stage after an event. */
  stageAfter: (seq: number) => string | null;
  /** The events that only arranged the work on a step. */
  acts: ReadonlySet<number>;
}

/**
 * Returns where a paper is reviewed: the states from which it can be sent back, and the step around each that has the
 * reviewer's own clock, where further answers may stand.
 */
export function reviewsOf(procedure: Procedure): { returning: ReadonlySet<string>; answering: ReadonlySet<string> } {
  const returning = new Set(
    transitionsOf(procedure)
      .filter((t) => t.returns)
      .map((t) => t.from),
  );
  const timed = new Set(
    statesOf(procedure)
      .filter((s) => s.deadlines.length > 0)
      .map((s) => s.path),
  );
  return {
    returning,
    answering: new Set([...returning].flatMap((path) => [path, ...(timed.has(parent(path)) ? [parent(path)] : [])])),
  };
}

const parent = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), 0));

/** What is true of every case in the same states. */
interface Place {
  stage: string | null;
  status: StateDescription['status'];
  /** The main state stops a clock, or waits for a body outside. */
  still: boolean;
}

const STRONGEST = ['closed', 'terminated', 'suspended'] as const;

/** Opens and closes stretches of one kind, day by day. */
class Stretches {
  private readonly past: Stretch[] = [];
  private since: IsoDate | null = null;

  turn(on: boolean, day: IsoDate): void {
    if (on === (this.since !== null)) return;
    if (this.since !== null) this.past.push({ from: this.since, to: day });
    this.since = on ? day : null;
  }

  all(): Stretch[] {
    return this.since === null ? this.past : [...this.past, { from: this.since, to: null }];
  }
}

/** The stays of one case, one after the other. */
class Passages {
  private readonly past: Passage[] = [];
  private here: { stage: string | null; from: IsoDate; still: Stretches } | null = null;

  stand(stage: string | null, still: boolean, day: IsoDate): void {
    if (this.here?.stage !== stage) this.leave(day);
    this.here ??= { stage, from: day, still: new Stretches() };
    this.here.still.turn(still, day);
  }

  leave(day: IsoDate): void {
    if (this.here === null) return;
    this.here.still.turn(false, day);
    this.past.push({ stage: this.here.stage, from: this.here.from, to: day, still: this.here.still.all() });
    this.here = null;
  }

  all(): Passage[] {
    return this.here === null
      ? this.past
      : [...this.past, { stage: this.here.stage, from: this.here.from, to: null, still: this.here.still.all() }];
  }
}

/**
 * Returns the reader for the histories of this procedure. It is pure; it takes all lines of one case in their order.
 */
export function courseReader(procedure: Procedure): (lines: readonly HistoryLine[]) => Course {
  const states = new Map(statesOf(procedure).map((s) => [s.path, s]));
  const taken = takenBy(procedure);
  const transitions = transitionsOf(procedure).filter((t) => !t.barrier);
  const telling = new Set(
    transitions.filter((t) => t.decides || t.returns || t.revokes || t.clocks).map((t) => t.event),
  );
  const { returning, answering } = reviewsOf(procedure);
  const outside = ({ party }: StateDescription): boolean =>
    party !== null && procedure.parties[party]?.kind === 'outside';
  const known = new WeakMap<readonly string[], Place>();
  const placeOf = (to: readonly string[]): Place => {
    const place = known.get(to) ?? placed(to);
    known.set(to, place);
    return place;
  };
  const placed = (to: readonly string[]): Place => {
    const [main, ...beside] = to.flatMap((path) => states.get(path) ?? []);
    const statuses = [main?.status, ...beside.map((s) => s.status)];
    const status = STRONGEST.find((s) => statuses.includes(s)) ?? null;
    return {
      stage: main?.stage ?? null,
      status,
      still: main !== undefined && (main.stops.length > 0 || outside(main)),
    };
  };

  return (lines) => {
    const passages = new Passages();
    const decisions: ReviewDecision[] = [];
    const acts = new Set<number>();
    const stages = new Map<number, string | null>();
    const suspensions = new Stretches();
    let status: CaseStatus = 'active';
    let [halted, stage, before]: [boolean, string | null, readonly string[]] = [false, null, []];

    for (const { seq, on, type, to, office } of lines) {
      if (Object.hasOwn(procedure.acts, type)) acts.add(seq);
      const step = telling.has(type) ? taken(type, before, to) : undefined;
      if (step?.clocks) halted = step.clocks === 'stop';
      if (step?.revokes) decisions.pop();
      const reviewed =
        step !== undefined &&
        (step.returns || step.decides) &&
        answering.has(step.from) &&
        before.some((path) => returning.has(path));
      if (reviewed)
        decisions.push({ on, office, stage: states.get(step.from)?.stage ?? stage, returned: step.returns });

      const place = placeOf(to);
      status = place.status ?? (halted ? 'suspended' : 'active');
      stage = place.stage ?? stage;
      suspensions.turn(status === 'suspended', on);
      if (status === 'closed' || status === 'terminated') passages.leave(on);
      else passages.stand(stage, status === 'suspended' || place.still, on);
      stages.set(seq, stage);
      before = to;
    }
    return {
      passages: passages.all(),
      suspensions: suspensions.all(),
      decisions,
      status,
      stageAfter: (seq) => stages.get(seq) ?? null,
      acts,
    };
  };
}
