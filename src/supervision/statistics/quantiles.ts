/** In working days; null where nothing was measured. */
export interface Spread {
  medianWorkingDays: number | null;
  p90WorkingDays: number | null;
}

/** By nearest rank: of the values in order the first that `percent` of a hundred of them do not exceed. Always one that occurred. */
export function nearestRank(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}

export const spreadOf = (days: readonly number[]): Spread => ({
  medianWorkingDays: nearestRank(days, 50),
  p90WorkingDays: nearestRank(days, 90),
});

/** With one decimal; null of nothing. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1_000) / whole) / 10;
