import type { CaseState } from '../case/case.js';

/** Returns the case as it comes back from a database: every later step works with that, not with what was in memory. */
export function laidDown(state: CaseState, report: (what: string) => void): CaseState {
  const back = JSON.parse(JSON.stringify(state)) as CaseState;
  const lost = difference(state, back, 'case');
  if (lost !== null) report(`does not survive JSON: ${lost}`);
  return back;
}

/**
 * Returns where two values differ, or null. A field that holds `undefined` counts as a field, because code that reads
 * it by name would notice.
 */
export function difference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return `${path} (a ${a.constructor?.name})`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) return `${path}.${key}`;
    const inside = difference(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${path}.${key}`,
    );
    if (inside !== null) return inside;
  }
  return null;
}
