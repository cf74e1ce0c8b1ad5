import type { Facts } from '#machines/kit/case/facts.js';
import { stoodSince } from '#machines/kit/decide/standstill.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { laterBy } from '#machines/kit/words/period.js';
import type { ExtensionRequest } from './context.js';

/**
 * Returns the day to which an extension is granted: the day asked for, later by the days on which the project has stood
 * still since the request.
 */
export const granted = ({ until, on }: ExtensionRequest, { stood, calendar }: Facts): IsoDate =>
  laterBy(until, stoodSince(on, [], stood), calendar);
