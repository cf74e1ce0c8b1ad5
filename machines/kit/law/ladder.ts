import type { Deadline } from '../case/occurrence.js';
import type { Calendar } from '../words/calendar.js';
import { at, dayOf, type IsoDate, type IsoInstant } from '../words/dates.js';
import type { Parameters } from '../words/parameters.js';
import type { PartyId } from '../words/party.js';
import { earlier, lastDay, later } from '../words/period.js';
import type { DeadlineDefinition } from './deadline.js';

/**
 * When a rung rings: on the due day, or before it, after it or after the start, by the length in the parameter of that
 * key.
 */
type FixedDay = 'due' | { before: string } | { after: string } | { afterStart: string };
/** `every`: rings again and again once all others have rung, each time that long after the last. */
export type RungDay = FixedDay | { every: string };

/** One step of a ladder: when it rings, whom it tells, in which tone. `whose` is the party that owes the duty. */
export interface Rung {
  id: string;
  when: RungDay;
  to: PartyId | 'whose';
  /** Restricts the rung to duties that this party owes: the superior of one party is not the superior of another. */
  of?: PartyId;
  /**
   * Tells the head of the unit that holds the step instead of the person in charge of it, who is told only if the unit
   * has no head. `too`: tells both.
   */
  heads?: true | 'too';
  tone: 'remind' | 'due' | 'escalate';
}

export type Ladders = Readonly<Record<string, readonly Rung[]>>;

/** The last rung of a timer: it rings once the timer's day has passed. */
export const FIRES = 'fires';

type FixedRung = Rung & { when: FixedDay };
type RepeatedRung = Rung & { when: { every: string } };

const isRepeated = (rung: Rung): rung is RepeatedRung => rung.when !== 'due' && 'every' in rung.when;
const isOf = (repeated: RepeatedRung | undefined, rung: string | null): boolean =>
  repeated !== undefined && rung !== null && rung.startsWith(`${repeated.id}-`);

/** Returns the rung of a ladder that has rung under this name. A repeated rung is numbered. */
export const rungOf = (ladder: readonly Rung[], name: string): Rung =>
  ladder.find((r) => r.id === name) ?? ladder.find((r) => isRepeated(r) && isOf(r, name))!;

/** Tells whether it rings again and again: as a tracking deadline or at the end of a ladder. */
export const comesAgain = (definition: DeadlineDefinition, ladders: Ladders, name: string): boolean =>
  definition.kind === 'tracking' || (name !== FIRES && isRepeated(rungOf(ladders[definition.ladder]!, name)));

export interface Ring {
  rung: string;
  at: IsoInstant;
}

/**
 * Returns the day of a rung. If a duty is entered late, nobody was told before: those who owe it hear first, and the
 * ladder starts from then. Days on which the clock stood still count neither before the due day nor after it.
 */
function dayOfRung(
  { when }: FixedRung,
  { dueOn, startsOn, openedOn, pauses }: Counted & { dueOn: IsoDate },
  calendar: Calendar,
  parameters: Parameters,
  today: IsoDate,
): IsoDate {
  const told = dueOn > openedOn ? dueOn : openedOn;
  if (when === 'due') return told;
  if ('before' in when) return earlier(parameters.period(when.before, today), dueOn, calendar);
  return 'after' in when
    ? later(parameters.period(when.after, today), told, calendar, pauses)
    : later(parameters.period(when.afterStart, today), startsOn, calendar, pauses);
}

/** Drops the rungs after the day that moves the case: they have nothing left to remind of. */
const endingWith = (fires: Ring, rings: readonly Ring[]): Ring[] => [
  ...rings.filter((r) => Date.parse(r.at) < Date.parse(fires.at)),
  fires,
];

type Climbing = Exclude<DeadlineDefinition, { kind: 'tracking' }>;
type Counted = Pick<Deadline, 'dueOn' | 'startsOn' | 'openedOn' | 'rung' | 'pauses'>;
type Now = { calendar: Calendar; parameters: Parameters; now: IsoInstant };

/**
 * Returns every rung of a ladder that rings once, with its moment, in the order in which they are written: a distance
 * that was changed meanwhile must not bring back a rung that has rung.
 */
function ringsOf(
  definition: Climbing,
  deadline: Counted,
  ladders: Ladders,
  { calendar, parameters, now }: Now,
): Ring[] {
  const today = dayOf(now);
  const hour = parameters.number('reminder.hour', today);
  const dueOn = deadline.dueOn!;
  const written: Ring[] = ladders[definition.ladder]!.filter((rung): rung is FixedRung => !isRepeated(rung)).map(
    (rung) => ({ rung: rung.id, at: at(dayOfRung(rung, { ...deadline, dueOn }, calendar, parameters, today), hour) }),
  );
  return definition.kind === 'timer'
    ? endingWith({ rung: FIRES, at: at(dueOn, definition.moment === 'start' ? 0 : 24) }, written)
    : written;
}

const timesRung = (rung: string | null): number => Number(/-(\d+)$/.exec(rung ?? '')?.[1] ?? 0);

/**
 * Returns the next ring of a deadline after the rung it has reached, or null. If a deadline is opened late, only the
 * last rung it has missed rings at once: one message, not five.
 */
export function nextRing(definition: DeadlineDefinition, deadline: Counted, ladders: Ladders, facts: Now): Ring | null {
  const { now } = facts;
  if (definition.kind === 'tracking') return trackedFrom(definition.period, deadline, dayOf(now), facts);
  const rings = ringsOf(definition, deadline, ladders, facts);
  const repeated = repeatedOf(definition, ladders);
  const reached = rings.findIndex((r) => r.rung === deadline.rung);
  if (reached !== -1 && reached < rings.length - 1) return rings[reached + 1]!;
  if (reached !== -1 || isOf(repeated, deadline.rung))
    return repeated ? repeatedFrom(repeated, deadline, dayOf(now), facts) : null;
  const inTime = [...rings].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const ahead = inTime.findIndex((r) => Date.parse(r.at) > Date.parse(now));
  const missed = ahead === -1 ? inTime.at(-1) : inTime[ahead - 1];
  if (missed && Date.parse(missed.at) >= Date.parse(at(deadline.dueOn!, 0))) return { rung: missed.rung, at: now };
  return ahead === -1 ? null : inTime[ahead]!;
}

/** Returns what rings after the last rung of a ladder. A timer has nothing there: its last rung moves the case. */
const repeatedOf = (definition: Climbing, ladders: Ladders): RepeatedRung | undefined =>
  definition.kind === 'timer' ? undefined : ladders[definition.ladder]!.find(isRepeated);

function repeatedFrom(
  repeated: RepeatedRung,
  { rung, pauses }: Counted,
  countedOn: IsoDate,
  { calendar, parameters, now }: Now,
): Ring {
  const day = lastDay(parameters.period(repeated.when.every, countedOn), countedOn, calendar, pauses);
  return {
    rung: `${repeated.id}-${isOf(repeated, rung) ? timesRung(rung) + 1 : 1}`,
    at: at(day, parameters.number('reminder.hour', dayOf(now))),
  };
}

/**
 * Returns the next of the reminders that come every so often, counted in days: the first from the start, each further
 * one from the last reminder's day, without the days on which the clock stood still. A monthly reminder keeps the day
 * of the month on which it began.
 */
function trackedFrom(
  period: string,
  { rung, startsOn, pauses }: Counted,
  countedOn: IsoDate,
  { calendar, parameters, now }: Now,
): Ring {
  const every = parameters.period(period, countedOn);
  const last = timesRung(rung);
  const ring = (times: number, day: IsoDate): Ring => ({
    rung: `track-${times}`,
    at: at(day, parameters.number('reminder.hour', dayOf(now))),
  });
  if (every.unit !== 'months')
    return ring(last + 1, lastDay(every, last === 0 ? startsOn : countedOn, calendar, pauses));
  for (let times = last + 1; ; times++) {
    const day = lastDay({ ...every, n: every.n * times }, startsOn, calendar, pauses);
    if (day > countedOn || (last === 0 && day === countedOn)) return ring(times, day);
  }
}

/**
 * Returns the next ring of an open deadline whose day has just been counted with another calendar. A rung that has rung
 * never rings again. Of the rungs that are past by the new count and have not rung, only the last rings, at once. A
 * rung that has not moved keeps its moment.
 */
export function ringAfterRecount(
  definition: DeadlineDefinition,
  deadline: Deadline,
  ladders: Ladders,
  facts: Now,
): Ring | null {
  const { now } = facts;
  if (definition.kind === 'tracking') return trackedFrom(definition.period, deadline, lastCounted(deadline), facts);
  if (deadline.nextRung === null) return null;
  const repeated = repeatedOf(definition, ladders);
  if (repeated && isOf(repeated, deadline.nextRung))
    return repeatedFrom(repeated, deadline, lastCounted(deadline), facts);
  const passed = (instant: IsoInstant): boolean => Date.parse(instant) <= Date.parse(now);
  const rings = ringsOf(definition, deadline, ladders, facts);
  const next = rings.find((r) => r.rung === deadline.nextRung);
  if (next && Date.parse(next.at) === Date.parse(deadline.nextAt!)) return next;
  const ahead = rings.slice(rings.findIndex((r) => r.rung === deadline.rung) + 1);
  const awaited = ahead.slice(
    Math.max(
      0,
      ahead.findIndex((r) => r.rung === deadline.nextRung),
    ),
  );
  const missed = awaited.filter((r) => passed(r.at));
  // A timer's day must not pass without its event, whatever else was missed with it.
  const last = missed.find((r) => r.rung === FIRES) ?? missed.at(-1);
  if (!last) return ahead.find((r) => !passed(r.at)) ?? null;
  const due = last.rung === deadline.nextRung && passed(deadline.nextAt!);
  return { rung: last.rung, at: due ? deadline.nextAt! : now };
}

/**
 * Returns the day from which the next reminder of a tracking deadline was counted: its opening, its last ring, or the
 * day its clock went on.
 */
function lastCounted({ openedOn, rung, rangAt, pauses }: Deadline): IsoDate {
  if (rung !== null && rangAt === undefined)
    throw new Error('a reminder that has rung is counted again without the instant at which it did');
  return [openedOn, ...(rangAt === undefined ? [] : [dayOf(rangAt)]), ...pauses.flatMap((p) => p.to ?? [])]
    .sort()
    .at(-1)!;
}
