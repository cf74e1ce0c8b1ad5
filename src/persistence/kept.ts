/**
 * Answers read from the database and kept for a short while. Another process may change what they stand for, so nothing is
 * kept longer than the given time; callers who ask at once share one query; a failure is not kept.
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

  /** After a change made by this process. */
  forget(): void {
    this.answers.clear();
  }
}
