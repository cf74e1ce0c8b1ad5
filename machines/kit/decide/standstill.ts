import type { Standstill } from '../case/occurrence.js';
import type { Effect } from '../law/effects.js';
import type { IsoDate } from '../words/dates.js';
import type { Pause } from '../words/period.js';

/** After an event that suspends the case, or lets it go on. */
export function stoodAfter(stood: Standstill, effects: readonly Effect[], today: IsoDate): Standstill {
  return effects.reduce((so, effect) => {
    if (effect.do === 'pauseAll')
      return so.some((p) => p.to === null && p.why === effect.why)
        ? so
        : [...so, { from: today, to: null, why: effect.why }];
    if (effect.do === 'resumeAll')
      return so.map((p) => (p.to === null && p.why === effect.why ? { ...p, to: today } : p));
    return so;
  }, stood);
}

/**
 * What of it a clock is given that counts from a day, whenever it is opened. The event that suspends a case opens what watches over the
 * suspension: that runs.
 */
export const stoodSince = (since: IsoDate, before: Standstill, after: Standstill): Pause[] =>
  after
    .filter((p) => (p.to === null ? before.some((b) => b.to === null && b.why === p.why) : p.to > since))
    .map((p) => ({ ...p, from: p.from < since ? since : p.from }));
