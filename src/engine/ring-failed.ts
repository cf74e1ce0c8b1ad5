/** The law fails on a deadline. Another try changes nothing. */
export class RingFailed extends Error {}

/** Returns the law's answer about a deadline. @throws RingFailed when the law fails */
export function orRingFailed<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw new RingFailed((error as Error).message, { cause: error });
  }
}
