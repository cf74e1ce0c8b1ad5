import { grammarOf } from '../../law.js';
import { attachmentsHere, decisions, reviewIn } from '../../desk.js';
import { decided, type PlanContext } from './context.js';
import { events, systemEvents } from './events.js';
import { parties } from './parties.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

/** The grammar of a development plan. */
export const { at, on, blocked, choose, waiting, deadlinesAround, machine, verbs, within } = grammarOf<PlanContext>()({
  id: 'development-plan',
  states,
  parties,
  events,
  systemEvents,
  deadlines,
  decisions: [...decisions, attachmentsHere],
  decided,
});
export const review = reviewIn(verbs, { owner: 'dataBureau', reply: 'correctionReply' });

/** Returns the absolute target of a state on the main path. */
export const to = within('underway.path');
export const end = at;
