/**
 * The key under which a signal is applied, the same whenever it is carried: the other case remembers it. A signal to all cases that are
 * tied to its own has a key for each.
 */
export const signalKey = (outboxId: string, to: string | undefined, target: string): string =>
  to === undefined ? `outbox-${outboxId}-${target}` : `outbox-${outboxId}`;
