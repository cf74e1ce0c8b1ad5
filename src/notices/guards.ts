/**
 * Returns the key under which a signal is applied. It is the same whenever the signal is carried: the other case
 * remembers it. A signal to all tied cases has a key for each.
 */
export const signalKey = (outboxId: string, to: string | undefined, target: string): string =>
  to === undefined ? `outbox-${outboxId}-${target}` : `outbox-${outboxId}`;
