import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { harmless } from '#machines/kit/words/acceptable-text.js';
import type { IsoDate, IsoInstant } from '#machines/kit/words/dates.js';

/** A day by which somebody owes something. */
export interface Owed {
  /** The id of the deadline. A day that moves keeps its entry in the calendar. */
  id: string;
  dueOn: IsoDate;
  provisional: boolean;
  label: string;
  cite: string;
  /** How the day was counted, for people to read. */
  rule: string;
  case: { number: string; title: string };
  link: string | null;
}

/** The library escapes commas and line breaks, but writes control characters as they are. */
const line = (text: string): string => harmless(text, 'one');

const HOUR_SECONDS = 3_600;
const A_DAY_HOURS = 24;

/**
 * Writes days as entries of a calendar (RFC 5545), each for the whole day, with an alarm at `alarmHour` o'clock of the
 * day before.
 */
export function icsOf(name: string, days: readonly Owed[], alarmHour: number, now: IsoInstant): string {
  const calendar = ical({
    name: line(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'bihuan', product: 'deadlines', language: 'ZH' },
    ttl: HOUR_SECONDS,
  });
  for (const {
    id,
    dueOn,
    provisional,
    label,
    cite,
    rule,
    case: { number, title },
    link,
  } of days) {
    const summary = line(`${label}到期${provisional ? '(暂定)' : ''}：${title}`);
    const event = calendar.createEvent({
      id: `${id}@bihuan`,
      stamp: new Date(now),
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary,
      url: link,
      description: [
        line(`案件：${number} ${title}`),
        line(`依据：${cite}`),
        line(`期限：${rule}`),
        ...(provisional ? ['跨入尚未公布工作日历的年份，日期暂定，公布后可能变动。'] : []),
        ...(link ? [link] : []),
      ].join('\n'),
      // The day of a duty does not make anybody unavailable.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: (A_DAY_HOURS - alarmHour) * HOUR_SECONDS,
      description: summary,
    });
  }
  return calendar.toString();
}
