import { grammar } from '../kit/machine.js';
import { reviewIn } from '../office/review.js';
import { attachmentsHere } from '../office/rules/common.js';
import { decisions } from '../office/rules/decisions.js';
import type { PlanContext } from './context.js';
import { events, systemEvents } from './events.js';
import { parties } from './parties.js';

/** The words in which a development plan is written. */
export const { kit, on, barrier, choose, rests, spans } = grammar<PlanContext>()({
  parties,
  events,
  systemEvents: Object.keys(systemEvents) as (keyof typeof systemEvents)[],
  decisions: [...decisions, attachmentsHere],
});
export const review = reviewIn({ on, rests, spans });

/** The absolute target of a state on the main path. */
export const to = (path: string): string => `#development-plan.underway.path.${path}`;
export const end = (state: 'superseded' | 'expired' | 'withdrawn'): string => `#development-plan.${state}`;
