import { attachmentsHere } from '#machines/desk/rules/common.js';
import { decisions } from '#machines/desk/rules/decisions.js';
import { grammar } from '#machines/kit/law/machine.js';
import type { ProjectContext } from './context.js';
import { events, systemEvents } from './events.js';
import { parties } from './parties.js';
import { notSuspended } from './rules/standing.js';

/** The words in which the stages of a project are written. */
export const { kit, on, barrier, choose, rests, spans } = grammar<ProjectContext>()({
  parties,
  events,
  systemEvents: Object.keys(systemEvents) as (keyof typeof systemEvents)[],
  everywhere: [notSuspended],
  decisions: [...decisions, attachmentsHere],
});

/** The absolute target of a state on the main path: `stage.state`. */
export const to = (path: string): string => `#project.underway.path.${path}`;

/** The ends of a project. */
export const end = (state: 'closed' | 'terminated' | 'withdrawn' | 'rejected'): string => `#project.${state}`;
