import type { Notice } from '../case/notice.js';
import { addDays, at, dayOf, type IsoInstant } from '../words/dates.js';
import type { Parameters } from '../words/parameters.js';

/** Returns when a message leaves the house after it has come into the inbox. It is in the inbox at once. */
export function dispatchAt({ urgent }: Pick<Notice, 'urgent'>, now: IsoInstant, parameters: Parameters): IsoInstant {
  return urgent ? afterQuiet(now, parameters) : nextDigest(now, parameters);
}

/** Returns the first digest that lies ahead. A digest that is due at this very moment may have left already. */
function nextDigest(now: IsoInstant, parameters: Parameters): IsoInstant {
  const digestOf = (day: string): IsoInstant => at(day, parameters.number('digest.hour', day));
  const today = digestOf(dayOf(now));
  return Date.parse(today) > Date.parse(now) ? today : digestOf(addDays(dayOf(now), 1));
}

/**
 * Returns the same moment, or the end of the quiet hours it falls into. Quiet hours may pass midnight; if they begin
 * and end at the same hour there are none.
 */
function afterQuiet(now: IsoInstant, parameters: Parameters): IsoInstant {
  const today = dayOf(now);
  const [from, until] = ['quiet.from', 'quiet.until'].map((key) => parameters.number(key, today)) as [number, number];
  const reached = (hour: number): boolean => Date.parse(now) >= Date.parse(at(today, hour));
  if (from < until) return reached(from) && !reached(until) ? at(today, until) : now;
  if (from > until && !reached(until)) return at(today, until);
  return from > until && reached(from) ? at(addDays(today, 1), until) : now;
}
