/** In working days. Null if nothing was measured. */
export interface Spread {
  medianWorkingDays: number | null;
  p90WorkingDays: number | null;
}

/**
 * Returns a percentile by nearest rank: the first of the ordered values that at least `percent` percent of them do not
 * exceed. It is always a value that occurred.
 */
export function nearestRank(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}

export const spreadOf = (days: readonly number[]): Spread => ({
  medianWorkingDays: nearestRank(days, 50),
  p90WorkingDays: nearestRank(days, 90),
});

/** Returns a share with one decimal. Null if the whole is nothing. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1_000) / whole) / 10;
