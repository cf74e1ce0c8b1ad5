import { addDays, weekday, type IsoDate } from '#machines/kit/words/dates.js';
import type { Step } from './step.js';

/** The days until a step can be taken, by the day of the week from Sunday on: offices meet on Tuesdays and Fridays. */
const TO_OFFICE_DAY = [2, 1, 0, 2, 1, 0, 3];

export const officeDay = (day: IsoDate): IsoDate => addDays(day, TO_OFFICE_DAY[weekday(day)]!);

export const daysAfter =
  (on: IsoDate) =>
  (days: number): IsoDate =>
    officeDay(addDays(on, days));

export const year = (on: IsoDate): string => on.slice(0, 4);

export const BUREAU = 'data-bureau';

const TIME_LIMIT = '请按时办理，并说明原因';

export const outside = (date: IsoDate, number: string) => ({ result: 'agreed', number, date });

/** Somebody reminds those the case waits on. */
export const urged = (on: IsoDate, by = 'supervisor'): Step => ({
  on: officeDay(on),
  by,
  send: 'urge',
  data: { message: TIME_LIMIT },
});
