import type { Calendar } from './calendar.js';
import { at, dayOf, type IsoDate, type IsoInstant } from './dates.js';
import type { Deadline, DeadlineDefinition } from './deadline.js';
import type { Parameters } from './parameters.js';
import type { PartyId } from './party.js';
import { earlier, lastDay, later } from './period.js';

/** When a rung rings: on the due day, or as long before or after it, or after the start, as the parameter of that key says. */
export type RungDay = 'due' | { before: string } | { after: string } | { afterStart: string };

/** One step of a ladder: when, to whom, in which tone. `whose` is the party that owes the duty. */
export interface Rung {
  id: string;
  when: RungDay;
  to: PartyId | 'whose';
  /** Whoever heads the unit that has the step in hand, and not the person in charge of it. */
  heads?: true;
  tone: 'remind' | 'due' | 'escalate';
}

export type Ladders = Readonly<Record<string, readonly Rung[]>>;

/** The last rung of a timer: the moment its day has passed. */
export const FIRES = 'fires';

export interface Ring {
  rung: string;
  at: IsoInstant;
}

function dayOfRung({ when }: Rung, { dueOn, startsOn }: { dueOn: IsoDate; startsOn: IsoDate }, calendar: Calendar, parameters: Parameters, today: IsoDate): IsoDate {
  if (when === 'due') return dueOn;
  if ('afterStart' in when) return later(parameters.period(when.afterStart, today), startsOn, calendar);
  return 'before' in when ? earlier(parameters.period(when.before, today), dueOn, calendar) : later(parameters.period(when.after, today), dueOn, calendar);
}

/** What comes after the day that moves the case has nothing left to remind of. */
const endingWith = (fires: Ring, rings: readonly Ring[]): Ring[] => [...rings.filter((r) => Date.parse(r.at) < Date.parse(fires.at)), fires];

/**
 * The next ring of a deadline after the rung it has reached, or null. Of a deadline that is opened late only the last rung
 * already missed rings at once: one message, not five.
 */
export function nextRing(
  definition: DeadlineDefinition,
  deadline: Pick<Deadline, 'dueOn' | 'startsOn' | 'openedOn' | 'rung' | 'pauses'>,
  ladders: Ladders,
  { calendar, parameters, now }: { calendar: Calendar; parameters: Parameters; now: IsoInstant },
): Ring | null {
  const today = dayOf(now);
  const hour = parameters.number('reminder.hour', today);

  if (definition.kind === 'tracking') {
    const last = Number(deadline.rung?.replace('track-', '') ?? 0);
    const day = lastDay(parameters.period(definition.period, today), last === 0 ? deadline.startsOn : today, calendar);
    return { rung: `track-${last + 1}`, at: at(day, hour) };
  }

  const dueOn = deadline.dueOn!;
  const written: Ring[] = ladders[definition.ladder]!.map((rung) => ({
    rung: rung.id,
    at: at(dayOfRung(rung, { dueOn, startsOn: deadline.startsOn }, calendar, parameters, today), hour),
  }));
  const rings = definition.kind === 'timer' ? endingWith({ rung: FIRES, at: at(dueOn, definition.moment === 'start' ? 0 : 24) }, written) : written;

  // In the order in which they are written: a distance that was changed meanwhile must not bring back a rung that has rung.
  const reached = rings.findIndex((r) => r.rung === deadline.rung);
  if (reached !== -1) return rings[reached + 1] ?? null;
  const inTime = [...rings].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const ahead = inTime.findIndex((r) => Date.parse(r.at) > Date.parse(now));
  const missed = ahead === -1 ? inTime.at(-1) : inTime[ahead - 1];
  if (missed && Date.parse(missed.at) >= Date.parse(at(dueOn, 0))) return { rung: missed.rung, at: now };
  return ahead === -1 ? null : inTime[ahead]!;
}
