/**
 * Runs `work` with a signal that ends it after this time, or together with `giveUp`. No listener stays on `giveUp`,
 * which lives as long as the program: `AbortSignal.any` leaves an entry there for every call on Node 20, and up to the
 * time limit on every Node.
 */
export async function inTime<T>(
  withinMs: number,
  giveUp: AbortSignal | undefined,
  work: (end: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const late = setTimeout(end, withinMs);
  giveUp?.addEventListener('abort', end);
  if (giveUp?.aborted) end();
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(late);
    giveUp?.removeEventListener('abort', end);
  }
}
