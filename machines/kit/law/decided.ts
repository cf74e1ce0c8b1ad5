/** A decision that counts, and what those who gave it had before them. Both are plain values, as JSON knows them. */
export interface Decided {
  /** The party or unit that gave it. */
  by: string;
  /** Which of several it has given in this case. */
  of?: string;
  decision: unknown;
  about: unknown;
}

/**
 * The decisions of a procedure. A decision belongs to the version of what it was given about: once that has changed it
 * lapses, and whoever gave it is asked again.
 */
export interface Decisions<Context> {
  /** Returns the opinions, endorsements, consents and reviews that count in this case. */
  standing(context: Context): readonly Decided[];
  /** Returns the change that takes these decisions out of what counts. They stay visible as earlier ones. */
  lapse(context: Context, lapsed: readonly Decided[]): Partial<Context>;
}

/** A decision that may not have been given. */
export const given = (by: string, decision: unknown, about: unknown, of?: string): Decided[] =>
  decision === null || decision === undefined ? [] : [{ by, ...(of === undefined ? {} : { of }), decision, about }];

/** Tells whether a decision is among some. */
export const among = (some: readonly Decided[], by: string, of?: string): boolean =>
  some.some((one) => one.by === by && one.of === of);

/** Returns the decisions that are unchanged, but about something else now. */
export const lapsedBetween = (before: readonly Decided[], after: readonly Decided[]): Decided[] =>
  after.filter((now) =>
    before.some(
      (then) =>
        then.by === now.by && then.of === now.of && same(then.decision, now.decision) && !same(then.about, now.about),
    ),
  );

/** Adds to a change of the context that decisions about something else lapse with it. */
export function withoutLapsed<Context>(
  decisions: Decisions<Context>,
  before: Context,
  change: Partial<Context>,
): Partial<Context> {
  const after = { ...before, ...change };
  const lapsed = lapsedBetween(decisions.standing(before), decisions.standing(after));
  return lapsed.length === 0 ? change : { ...change, ...decisions.lapse(after, lapsed) };
}

/** Compares plain values. A field that is missing and one that is undefined are the same. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a, b] as Record<string, unknown>[];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(one![key], other![key]));
}
