import { attachmentsHere } from '#machines/desk/rules/common.js';
import { decisions } from '#machines/desk/rules/decisions.js';
import { grammar } from '#machines/kit/law/machine.js';
import { parties } from '../../parties.js';
import type { ChangeContext } from './context.js';
import { events, systemEvents } from './events.js';

/** The words in which a change request is written. */
export const { kit, on, barrier, rests, spans } = grammar<ChangeContext>()({
  parties,
  events,
  systemEvents: Object.keys(systemEvents) as (keyof typeof systemEvents)[],
  decisions: [...decisions, attachmentsHere],
});

/** The absolute target of a state while the change is under way. */
export const to = (path: string): string => `#change-request.underway.${path}`;

/** The ends of a change. */
export const end = (state: 'closed' | 'rejected' | 'withdrawn' | 'lapsed'): string => `#change-request.${state}`;
