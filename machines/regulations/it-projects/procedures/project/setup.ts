import type { NamesOf } from '#machines/kit/law/verbs.js';
import { grammarOf } from '../../law.js';
import { attachmentsHere, decisions } from '../../desk.js';
import type { ProjectContext } from './context.js';
import { events, systemEvents } from './events.js';
import { parties } from './parties.js';
import { notSuspended } from './rules/standing.js';
import { deadlines } from './deadlines.js';
import { decided } from './decided.js';
import { states } from './states.js';

/** The grammar of the stages of a project. */
export const { at, on, blocked, choose, waiting, deadlinesAround, machine, verbs, within } =
  grammarOf<ProjectContext>()({
    id: 'project',
    states,
    parties,
    events,
    systemEvents,
    deadlines,
    everywhere: [notSuspended],
    decisions: [...decisions, attachmentsHere],
    decided,
  });

/** Returns the absolute target of a state on the main path: `stage.state`. */
export const to = within('underway.path');

/** The names that the steps of a project can use. */
export type ProjectNames = NamesOf<typeof verbs>;

/** The ends of a project. */
export const end = at;
