import type { Calendar } from './calendar.js';
import { addDays, addMonths, at, dayOf, type IsoDate, type IsoInstant } from './dates.js';
import type { Deadline, DeadlineDefinition } from './deadline.js';
import type { Parameters } from './parameters.js';
import type { PartyId } from './party.js';
import { lastDay } from './period.js';

/** When a rung rings, relative to the due day or to the day the deadline starts; `afterStart` names the parameter that says how long. */
export type RungDay = { daysBefore: number } | { workdaysAfter: number } | { monthsAfterStart: number } | { afterStart: string };

/** One step of a ladder: when, to whom, in which tone. `whose` is the party that owes the duty. */
export interface Rung {
  id: string;
  when: RungDay;
  to: PartyId | 'whose';
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
  if ('daysBefore' in when) return addDays(dueOn, -when.daysBefore);
  if ('workdaysAfter' in when) return calendar.addWorkdays(dueOn, when.workdaysAfter);
  if ('afterStart' in when) return lastDay(parameters.period(when.afterStart, today), startsOn, calendar);
  return addMonths(startsOn, when.monthsAfterStart);
}

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
  const rings: Ring[] = ladders[definition.ladder]!.map((rung) => ({
    rung: rung.id,
    at: at(dayOfRung(rung, { dueOn, startsOn: deadline.startsOn }, calendar, parameters, today), hour),
  }));
  if (definition.kind === 'timer') rings.push({ rung: FIRES, at: at(dueOn, definition.moment === 'start' ? 0 : 24) });
  rings.sort((a, b) => (Date.parse(a.at) - Date.parse(b.at)) || (a.rung < b.rung ? -1 : 1));

  if (deadline.rung !== null) {
    const reached = rings.findIndex((r) => r.rung === deadline.rung);
    return rings[reached + 1] ?? null;
  }
  const ahead = rings.findIndex((r) => Date.parse(r.at) > Date.parse(now));
  const missed = ahead === -1 ? rings.at(-1) : rings[ahead - 1];
  if (missed && Date.parse(missed.at) >= Date.parse(at(dueOn, 0))) return { rung: missed.rung, at: now };
  return ahead === -1 ? null : rings[ahead]!;
}
