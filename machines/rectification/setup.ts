import { grammar } from '../kit/machine.js';
import { attachmentsHere } from '../office/rules/common.js';
import { decisions } from '../office/rules/decisions.js';
import { parties } from '../regulation/parties.js';
import type { RectificationContext } from './context.js';
import { events } from './events.js';

export const { kit, on, rests, spans } = grammar<RectificationContext>()({
  parties,
  events,
  systemEvents: [],
  decisions: [...decisions, attachmentsHere],
});

export const to = (state: string): string => `#rectification.${state}`;
