import type { NamesOf } from '#machines/kit/law/verbs.js';
import { grammarOf } from '../../law.js';
import { attachmentsHere, decisions } from '../../desk.js';
import { parties } from '../../parties.js';
import { decided, type ChangeContext } from './context.js';
import { events, systemEvents } from './events.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

/** The grammar of a change request. */
export const { at, on, blocked, waiting, deadlinesAround, machine, verbs, within } = grammarOf<ChangeContext>()({
  id: 'change-request',
  states,
  parties,
  events,
  systemEvents,
  deadlines,
  decisions: [...decisions, attachmentsHere],
  decided,
});

/** Returns the absolute target of a state while the change is under way. */
export const to = within('underway');

/** The names that the steps of a change can use. */
export type ChangeNames = NamesOf<typeof verbs>;

/** The ends of a change. */
export const end = at;
