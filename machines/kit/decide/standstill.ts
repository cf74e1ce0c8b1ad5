import type { Standstill } from '../case/occurrence.js';
import type { Effect } from '../law/effects.js';
import type { IsoDate } from '../words/dates.js';
import { joined, type Pause } from '../words/period.js';

/** Returns the standstill after an event that suspends the case or lets it go on. */
export function stoodAfter(stood: Standstill, effects: readonly Effect[], today: IsoDate): Standstill {
  return effects.reduce((so, effect) => {
    if (effect.do === 'pauseAll')
      return so.some((p) => p.to === null && p.why === effect.why)
        ? so
        : [...so, { from: today, to: null, why: effect.why }];
    if (effect.do === 'resumeAll')
      return joined(so.map((p) => (p.to === null && p.why === effect.why ? { ...p, to: today } : p)));
    return so;
  }, stood);
}

/**
 * Returns the part of it that pauses a deadline which counts from a day, whenever it is opened. The deadline that
 * watches over the suspension is opened by the event that suspends the case; it runs.
 */
export const stoodSince = (since: IsoDate, before: Standstill, after: Standstill): Pause[] =>
  after
    .filter((p) => (p.to === null ? before.some((b) => b.to === null && b.why === p.why) : p.to > since))
    .map((p) => ({ ...p, from: p.from < since ? since : p.from }));
