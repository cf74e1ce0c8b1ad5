import { z } from 'zod';
import { addDays, isRealDate, weekday, yearOf, type IsoDate } from '#machines/kit/words/dates.js';
import { tidied } from '#machines/kit/words/acceptable-text.js';
import { prose, text } from '#machines/kit/words/fields.js';
import type { FieldError } from '../http/problem.js';
import { fieldErrors } from '../http/validation.js';
import { festivalsOf, type Festival } from './estimated-year.js';
import { movableDays } from './movable-days.js';

/** One day that a notice names, and where it stands there: as a JSON pointer, and for a person (`第7行`). */
export interface NoticeDay {
  day: string;
  kind: '休' | '班';
  pointer: string;
  where: string;
  /** The form in which the day must be written there. */
  written: string;
}

/** The announcement of the State Council's office for a year, as somebody handed it in. */
export interface Notice {
  source: string;
  reason: string | null;
  /** Somebody has compared the notice day by day with the paper, although it looks unlikely. */
  confirmed: boolean;
  days: readonly NoticeDay[];
}

export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2200;

const days = z.array(z.string()).max(366);
export const noticeBody = z.strictObject({
  source: text(500).meta({ description: '通知的名称和文号' }),
  holidays: days.meta({ description: '放假的日期，YYYY-MM-DD，含调休形成的休息日' }),
  makeupWorkdays: days.meta({ description: '调休上班的星期六、星期日' }),
  reason: prose(500)
    .optional()
    .meta({ description: '更正已公布年份的理由，或者某个法定节日不放假的理由；其他情形不用' }),
  confirmed: z
    .boolean()
    .optional()
    .meta({ description: '与推算的日子完全相同的通知，逐日核对过的填 true；其他情形不用' }),
});

const WEEKDAYS = '日一二三四五六';
/** Days off that do not depend on the moon. A notice without one of the first two is of something else. */
const ALWAYS: ReadonlySet<string> = new Set(['元旦', '国庆节']);
const fixedIn = (year: number): Festival[] => [
  { name: '元旦', days: [`${year}-01-01`] },
  { name: '劳动节', days: [`${year}-05-01`] },
  { name: '国庆节', days: [1, 2, 3].map((d) => `${year}-10-0${d}`) },
];

/** Returns the festivals that are known without a notice, if the movable days of the year are known here. */
function festivalsIn(year: number): Festival[] {
  const movable = movableDays.find((m) => m.year === year);
  return movable ? festivalsOf(movable) : fixedIn(year);
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && tidied(value) !== '' ? tidied(value) : null;

/** Reads what was handed in as JSON, and returns everything that is wrong with its form. */
export function noticeOf(body: unknown): { notice: Notice; faults: FieldError[] } {
  const parsed = noticeBody.safeParse(body);
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const listed = (name: string, kind: NoticeDay['kind']): NoticeDay[] => {
    const list = Array.isArray(said[name]) ? (said[name] as unknown[]).slice(0, 366) : [];
    return list.flatMap((day, i) =>
      typeof day === 'string'
        ? [{ day, kind, pointer: `/${name}/${i}`, where: `第${i + 1}项`, written: '请写成YYYY-MM-DD' }]
        : [],
    );
  };
  return {
    // Each field is read by itself: a fault in one must not make another one look missing.
    notice: {
      source: textOf(said.source) ?? '',
      reason: textOf(said.reason),
      confirmed: said.confirmed === true,
      days: [...listed('holidays', '休'), ...listed('makeupWorkdays', '班')],
    },
    faults: parsed.success ? [] : fieldErrors(parsed.error.issues),
  };
}

/** Returns everything that is wrong with the days of a notice for a year. */
export function faultsIn(year: number, { days: named, reason }: Pick<Notice, 'days' | 'reason'>): FieldError[] {
  const before = new Map<string, NoticeDay>();
  const faults: FieldError[] =
    year < FIRST_YEAR || year > LAST_YEAR
      ? [{ pointer: '/year', message: `只能导入${FIRST_YEAR}年到${LAST_YEAR}年的日历。` }]
      : [];
  for (const one of named) {
    const { day, kind, pointer, where, written } = one;
    const wrong = (message: string): number => faults.push({ pointer, message: `${where}：${message}` });
    if (!isRealDate(day)) {
      wrong(`“${day.slice(0, 40)}”不是一个日期，${written}。`);
      continue;
    }
    const known = before.get(day);
    if (yearOf(day) !== year) wrong(`${day}不是${year}年的日期。${neighbouring(day, year)}`);
    else if (known)
      wrong(
        known.kind === kind
          ? `${day}重复，前面${known.where}已有。`
          : `${day}既是放假日又是上班日(见${known.where})，只能是一种。`,
      );
    else if (kind === '班' && weekday(day) % 6 !== 0)
      wrong(`${day}是星期${WEEKDAYS[weekday(day)]!}，调休上班日只能是星期六、星期日。`);
    if (!known) before.set(day, one);
  }
  const missing = festivalsIn(year)
    .map(({ name, days: off }) => ({ name, days: off.filter((day) => before.get(day)?.kind !== '休') }))
    .filter(({ days: lacking }) => lacking.length > 0);
  const told = ({ name, days: lacking }: Festival): string => `${name}(${lacking.join('、')})`;
  for (const one of missing.filter(({ name }) => ALWAYS.has(name)))
    faults.push({ pointer: '', message: `放假日中没有${told(one)}，不像是${year}年的放假通知，请核对文件。` });
  const others = missing.filter(({ name }) => !ALWAYS.has(name));
  if (others.length > 0 && reason === null) {
    faults.push({
      pointer: '',
      message: `放假日中没有${others.map(told).join('、')}，通知没有填全，请补齐；通知确实没有安排的，请在 reason 中写明理由。`,
    });
  }
  return faults;
}

/** Explains a day shortly before or after the year: a notice may move days on the other side of New Year. */
const neighbouring = (day: IsoDate, year: number): string =>
  (day < `${year}-01-01` && addDays(day, 31) >= `${year}-01-01`) ||
  (day > `${year}-12-31` && addDays(day, -31) <= `${year}-12-31`)
    ? `通知中属于${yearOf(day)}年的日子，请在${yearOf(day)}年的日历中导入或者更正(更正须填写理由)。`
    : '';

/** Refuses a year after one that is unknown. */
export function gapBefore(year: number, known: readonly number[]): FieldError[] {
  if (known.includes(year) || known.includes(year - 1) || year < FIRST_YEAR || year > LAST_YEAR) return [];
  const last = Math.max(...known);
  return [{ pointer: '/year', message: `日历到${last}年为止，请先导入${last + 1}年的通知，再逐年导入到${year}年。` }];
}

/** Returns the days of one kind, in order. */
export const daysOf = ({ days: named }: Notice, kind: NoticeDay['kind']): IsoDate[] =>
  named
    .filter((d) => d.kind === kind)
    .map((d) => d.day)
    .sort();
