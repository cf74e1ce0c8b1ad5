import type { IsoDate } from '../kit/dates.js';
import type { Facts } from '../kit/facts.js';
import { laterBy } from '../kit/period.js';
import { stoodSince } from '../kit/standstill.js';
import type { ExtensionRequest } from './context.js';

/** The day an extension is granted to: as asked, later by the days on which the project has stood still since. */
export const granted = ({ until, on }: ExtensionRequest, { stood, calendar }: Facts): IsoDate =>
  laterBy(until, stoodSince(on, [], stood), calendar);
