import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import { testYears } from '#machines/kit/testing/calendar.js';
import { addDays, weekday, yearOf } from '#machines/kit/words/dates.js';
import { movableDays } from './movable-days.js';
import { seedYears } from './seed-years.js';

const years = seedYears();
const of = (year: number) => years.find((y) => y.year === year)!;

/** Noon in Shanghai, because the library counts from an instant. So the answer is the same in every time zone. */
const lunar = (day: string): string => {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(new Date(`${day}T12:00:00+08:00`));
  return `${isLeap ? '闰' : ''}${lunarMon}/${lunarDay}`;
};

/** Returns the day in April on which 清明 falls, by the usual formula for 2000–2099. */
const tombSweeping = (year: number): number => Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4);

describe('the calendar an empty database starts with', () => {
  it('holds 2004 to 2026 as published and 2027 to 2045 as estimated', () => {
    const published = years.filter((y) => y.status === 'published').map((y) => y.year);
    const estimated = years.filter((y) => y.status === 'estimated').map((y) => y.year);
    expect([published[0], published.at(-1), published.length]).toEqual([2004, 2026, 23]);
    expect([estimated[0], estimated.at(-1), estimated.length]).toEqual([2027, 2045, 19]);
  });

  it('has the days of the 2026 notice', () => {
    expect(of(2026).makeupWorkdays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(of(2026).holidays).toHaveLength(33);
    expect(of(2026).holidays).toEqual(
      expect.arrayContaining(['2026-01-01', '2026-02-15', '2026-02-23', '2026-06-19', '2026-09-25', '2026-10-07']),
    );
  });

  it.each(years.map((y) => [y.year, y] as const))(
    '%i: each day once, in its own year, and only weekends are worked in exchange',
    (year, y) => {
      for (const list of [y.holidays, y.makeupWorkdays]) expect(list).toEqual([...new Set(list)].sort());
      for (const day of [...y.holidays, ...y.makeupWorkdays]) expect(yearOf(day)).toBe(year);
      for (const day of y.makeupWorkdays) expect(weekday(day) % 6).toBe(0);
      expect(y.holidays.filter((day) => y.makeupWorkdays.includes(day))).toEqual([]);
    },
  );

  it('estimates a year by the statutory days', () => {
    expect(of(2027)).toMatchObject({
      holidays: [
        '2027-01-01',
        '2027-02-05',
        '2027-02-06',
        '2027-02-07',
        '2027-02-08',
        '2027-04-05',
        '2027-05-01',
        '2027-05-02',
        '2027-06-09',
        '2027-09-15',
        '2027-10-01',
        '2027-10-02',
        '2027-10-03',
      ],
      makeupWorkdays: [],
    });
    expect(of(2031).holidays.filter((day) => day.startsWith('2031-10'))).toEqual([
      '2031-10-01',
      '2031-10-02',
      '2031-10-03',
    ]);
  });

  it.each(movableDays.map((m) => [m.year, m] as const))('%i: the moon and the sun agree with the table', (year, m) => {
    expect([lunar(m.springFestival), lunar(m.dragonBoat), lunar(m.midAutumn)]).toEqual(['1/1', '5/5', '8/15']);
    expect(['12/29', '12/30']).toContain(lunar(addDays(m.springFestival, -1)));
    expect(m.tombSweeping).toBe(`${year}-04-0${tombSweeping(year)}`);
  });

  it('is the calendar the tests of the law use', () => {
    for (const { year, status, holidays, makeupWorkdays } of testYears)
      expect(of(year)).toMatchObject({ status, holidays, makeupWorkdays });
  });
});
