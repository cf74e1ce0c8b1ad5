import { grammar } from '../kit/machine.js';
import { attachmentsHere } from '../office/rules/common.js';
import { decisions } from '../office/rules/decisions.js';
import { parties } from '../regulation/parties.js';
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
