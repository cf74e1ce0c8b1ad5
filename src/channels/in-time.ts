/** Runs `work` with a signal that says to end: after so long, or when `giveUp` does. */
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
