/**
 * Keeps answers of the database for a short while. Another process may change the rows, so nothing is kept longer than
 * the given time. Callers at the same time share one query, and a failure is not kept.
 */
export class Kept<K, T> {
  private readonly answers = new Map<K, { until: number; value: Promise<T> }>();

  constructor(
    private readonly load: (key: K) => Promise<T>,
    private readonly milliseconds: number,
    private readonly most = 10_000,
  ) {}

  get(key: K): Promise<T> {
    const known = this.answers.get(key);
    if (known && known.until > performance.now()) return known.value;
    if (this.answers.size >= this.most) this.answers.clear();
    const value = this.load(key);
    const answer = { until: performance.now() + this.milliseconds, value };
    this.answers.set(key, answer);
    value.catch(() => {
      if (this.answers.get(key) === answer) this.answers.delete(key);
    });
    return value;
  }

  /** Must be called after a change by this process. */
  forget(): void {
    this.answers.clear();
  }
}
