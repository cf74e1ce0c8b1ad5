import { attachmentsHere } from '#machines/desk/rules/common.js';
import { decisions } from '#machines/desk/rules/decisions.js';
import { grammar } from '#machines/kit/law/machine.js';
import { parties } from '../../parties.js';
import type { RectificationContext } from './context.js';
import { events } from './events.js';

export const { kit, on, rests, spans } = grammar<RectificationContext>()({
  parties,
  events,
  systemEvents: [],
  decisions: [...decisions, attachmentsHere],
});

export const to = (state: string): string => `#rectification.${state}`;
