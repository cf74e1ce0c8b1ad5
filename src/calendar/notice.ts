import { z } from 'zod';
import { isRealDate, weekday, yearOf, type IsoDate } from '#machines/kit/dates.js';
import type { FieldError } from '../http/problem.js';
import { storable, UNSTORABLE } from '../http/storable.js';
import { fieldErrors } from '../http/validation.js';

/** One day a notice names, and where it stands there: a JSON pointer, and the same for a person (`第7行`). */
export interface NoticeDay {
  day: string;
  kind: '休' | '班';
  pointer: string;
  where: string;
}

/** What the State Council's office has announced for a year, as somebody handed it in. */
export interface Notice {
  source: string;
  reason: string | null;
  days: readonly NoticeDay[];
}

export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2200;

const line = z.string().trim().max(500).refine(storable, UNSTORABLE);
const days = z.array(z.string()).max(366);
export const noticeBody = z.strictObject({
  source: line.min(1).meta({ description: '通知的名称和文号' }),
  holidays: days.meta({ description: '放假的日期，YYYY-MM-DD，含调休形成的休息日' }),
  makeupWorkdays: days.meta({ description: '调休上班的星期六、星期日' }),
  reason: line.min(1).optional().meta({ description: '更正已公布年份的理由；第一次公布不用' }),
});

const WEEKDAYS = '日一二三四五六';
/** Days off in every year whatever the moon does; a paper that lacks them is another paper. */
const FIXED = [{ name: '元旦', days: ['01-01'] }, { name: '国庆节', days: ['10-01', '10-02', '10-03'] }] as const;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

/** What was handed in as JSON, as far as it can be read, and everything wrong with its form. */
export function noticeOf(body: unknown): { notice: Notice; faults: FieldError[] } {
  const parsed = noticeBody.safeParse(body);
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const listed = (name: string, kind: NoticeDay['kind']): NoticeDay[] => {
    const list = Array.isArray(said[name]) ? (said[name] as unknown[]).slice(0, 366) : [];
    return list.flatMap((day, i) => (typeof day === 'string' ? [{ day, kind, pointer: `/${name}/${i}`, where: `第${i + 1}项` }] : []));
  };
  return {
    // Each field by itself: what is wrong with one must not make another look as if it were missing.
    notice: { source: textOf(said.source) ?? '', reason: textOf(said.reason), days: [...listed('holidays', '休'), ...listed('makeupWorkdays', '班')] },
    faults: parsed.success ? [] : fieldErrors(parsed.error.issues),
  };
}

/** Everything wrong with the days of a notice for a year. */
export function faultsIn(year: number, named: readonly NoticeDay[]): FieldError[] {
  const before = new Map<string, NoticeDay>();
  const faults: FieldError[] = year < FIRST_YEAR || year > LAST_YEAR ? [{ pointer: '/year', message: `只能导入${FIRST_YEAR}年到${LAST_YEAR}年的日历。` }] : [];
  for (const one of named) {
    const { day, kind, pointer, where } = one;
    const wrong = (message: string): number => faults.push({ pointer, message: `${where}：${message}` });
    if (!isRealDate(day)) {
      wrong(`“${day.slice(0, 40)}”不是一个日期，请写成YYYY-MM-DD。`);
      continue;
    }
    const known = before.get(day);
    if (yearOf(day) !== year) wrong(`${day}不是${year}年的日期。`);
    else if (known) wrong(known.kind === kind ? `${day}重复，前面${known.where}已有。` : `${day}既是放假日又是上班日(见${known.where})，只能是一种。`);
    else if (kind === '班' && weekday(day) % 6 !== 0) wrong(`${day}是星期${WEEKDAYS[weekday(day)]!}，调休上班日只能是星期六、星期日。`);
    if (!known) before.set(day, one);
  }
  for (const { name, days: fixed } of FIXED) {
    const missing = fixed.map((md) => `${year}-${md}`).filter((day) => before.get(day)?.kind !== '休');
    if (missing.length > 0) faults.push({ pointer: '', message: `放假日中没有${name}(${missing.join('、')})，不像是${year}年的放假通知，请核对文件。` });
  }
  return faults;
}

/** The days of one kind, in order. */
export const daysOf = ({ days: named }: Notice, kind: NoticeDay['kind']): IsoDate[] => named.filter((d) => d.kind === kind).map((d) => d.day).sort();
