import type { IsoDate } from '#machines/kit/words/dates.js';

/** The festivals of a year whose day depends on the moon or the sun. */
export interface MovableDays {
  year: number;
  /** 正月初一. */
  springFestival: IsoDate;
  /** 清明. */
  tombSweeping: IsoDate;
  /** 五月初五. */
  dragonBoat: IsoDate;
  /** 八月十五. */
  midAutumn: IsoDate;
}

const year = (
  y: number,
  springFestival: string,
  tombSweeping: string,
  dragonBoat: string,
  midAutumn: string,
): MovableDays => ({
  year: y,
  springFestival: `${y}-${springFestival}`,
  tombSweeping: `${y}-${tombSweeping}`,
  dragonBoat: `${y}-${dragonBoat}`,
  midAutumn: `${y}-${midAutumn}`,
});

/**
 * The days are written out, not computed at the start: on a machine west of Greenwich the library's lunar functions
 * return the day before, and ICU's Chinese calendar is off by one for the Spring Festivals of 2027 and 2030. The spec
 * checks every line.
 */
export const movableDays: readonly MovableDays[] = [
  year(2027, '02-06', '04-05', '06-09', '09-15'),
  year(2028, '01-26', '04-04', '05-28', '10-03'),
  year(2029, '02-13', '04-04', '06-16', '09-22'),
  year(2030, '02-03', '04-05', '06-05', '09-12'),
  year(2031, '01-23', '04-05', '06-24', '10-01'),
  year(2032, '02-11', '04-04', '06-12', '09-19'),
  year(2033, '01-31', '04-04', '06-01', '09-08'),
  year(2034, '02-19', '04-05', '06-20', '09-27'),
  year(2035, '02-08', '04-05', '06-10', '09-16'),
  year(2036, '01-28', '04-04', '05-30', '10-04'),
  year(2037, '02-15', '04-04', '06-18', '09-24'),
  year(2038, '02-04', '04-05', '06-07', '09-13'),
  year(2039, '01-24', '04-05', '05-27', '10-02'),
  year(2040, '02-12', '04-04', '06-14', '09-20'),
  year(2041, '02-01', '04-04', '06-03', '09-10'),
  year(2042, '01-22', '04-04', '06-22', '09-28'),
  year(2043, '02-10', '04-05', '06-11', '09-17'),
  year(2044, '01-30', '04-04', '05-31', '10-05'),
  year(2045, '02-17', '04-04', '06-19', '09-25'),
];
