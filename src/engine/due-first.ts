/** The deadlines of a case that have to ring before anything else happens to it, earliest first. */
export interface DueFirst {
  ringFirst: readonly string[];
}

const isDueFirst = (result: unknown): result is DueFirst =>
  typeof result === 'object' && result !== null && 'ringFirst' in result;

/** The law fails on a deadline; trying again changes nothing. */
export class RingFailed extends Error {}

/**
 * Tries, rings what has to ring first, and tries again. What the law fails on is passed over: it must not hold up the case.
 * @throws whatever else goes wrong on the way.
 */
export async function afterWhatIsDue<T>(
  ring: (deadlineId: string) => Promise<unknown>,
  attempt: (isPassed: (deadlineId: string) => boolean) => Promise<T | DueFirst>,
): Promise<T> {
  const passed = new Set<string>();
  for (;;) {
    const result = await attempt((id) => passed.has(id));
    if (!isDueFirst(result)) return result;
    const first = result.ringFirst[0]!;
    try {
      // Whether it rang, or somebody else was faster: the next attempt sees what is due then.
      await ring(first);
    } catch (error) {
      if (!(error instanceof RingFailed)) throw error;
      passed.add(first);
    }
  }
}
