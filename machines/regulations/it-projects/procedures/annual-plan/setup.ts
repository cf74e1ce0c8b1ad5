import { grammarOf } from '../../law.js';
import { attachmentsHere, decisions, notOwnCase } from '../../desk.js';
import { decided, type PlanContext } from './context.js';
import { events, systemEvents } from './events.js';
import { parties } from './parties.js';
import { notOwnList } from './rules/own.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

export const { at, on, blocked, choose, waiting, machine, within } = grammarOf<PlanContext>()({
  id: 'annual-plan',
  states,
  parties,
  events,
  systemEvents,
  deadlines,
  everywhere: [notOwnList],
  // The bureau prepares the plan and decides on each item of others. It can't decide on its own item (see
  // `not-own-item`).
  decisions: [...decisions.filter((rule) => rule !== notOwnCase), attachmentsHere],
  decided,
});

export const to = within('underway');
export const end = at;
