import type { Take } from '#machines/kit/law/take.js';
import type { NamesOf } from '#machines/kit/law/verbs.js';
import { grammarOf } from '../../law.js';
import { attachmentsHere, decisions } from '../../desk.js';
import { parties } from '../../parties.js';
import type { RectificationContext } from './context.js';
import { events } from './events.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

export const { at, on, waiting, deadlinesAround, machine, verbs } = grammarOf<RectificationContext>()({
  id: 'rectification',
  states,
  parties,
  events,
  deadlines,
  decisions: [...decisions, attachmentsHere],
});

export const to = at;

export type RectificationTake<Data> = Take<RectificationContext, Data, NamesOf<typeof verbs>>;
