import type { Facts } from '#machines/kit/case/facts.js';
import { addDays, addMonths, type IsoDate } from '#machines/kit/words/dates.js';

/**
 * Returns the usual window for the plan of a year. It lies in the year before, between two parameters (grade house; the
 * regulation names no days).
 */
export function usualWindow(
  year: number,
  { parameters, today }: Pick<Facts, 'parameters' | 'today'>,
): { opensOn: IsoDate; closesOn: IsoDate } {
  const newYear = `${year - 1}-01-01`;
  return {
    opensOn: addMonths(newYear, parameters.number('plan.window.opens', today)),
    closesOn: addDays(addMonths(newYear, parameters.number('plan.window.closes', today)), -1),
  };
}
