/** The law fails on a deadline; trying again changes nothing. */
export class RingFailed extends Error {}

/** What the law answers about a deadline. @throws RingFailed when it can't */
export function orRingFailed<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw new RingFailed((error as Error).message, { cause: error });
  }
}
