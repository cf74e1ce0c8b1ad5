import type { Facts } from '#machines/kit/case/facts.js';
import { addDays, addMonths, type IsoDate } from '#machines/kit/words/dates.js';
import { parameter } from '../../law.js';

/**
 * Returns the usual window for the plan of a year. It lies in the year before, between two parameters (grade house; the
 * regulation names no days).
 */
export function usualWindow(
  year: number,
  facts: Pick<Facts, 'parameters' | 'today'>,
): { opensOn: IsoDate; closesOn: IsoDate } {
  const newYear = `${year - 1}-01-01`;
  return {
    opensOn: addMonths(newYear, parameter(facts, 'plan.window.opens')),
    closesOn: addDays(addMonths(newYear, parameter(facts, 'plan.window.closes')), -1),
  };
}
