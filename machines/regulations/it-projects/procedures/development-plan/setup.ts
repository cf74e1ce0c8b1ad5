import { reviewIn } from '#machines/desk/review.js';
import { attachmentsHere } from '#machines/desk/rules/common.js';
import { decisions } from '#machines/desk/rules/decisions.js';
import { grammar } from '#machines/kit/law/machine.js';
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
