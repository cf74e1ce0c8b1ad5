interface Failures {
  count: number;
  /** Milliseconds of the monotonic clock. */
  until: number;
}

/** Failed sign-ins by account and address, within one process. Successful ones are never counted. */
export class LoginLimit {
  private readonly failures = new Map<string, Failures>();

  constructor(
    private readonly most = 30,
    private readonly windowMs = 60_000,
    private readonly remembered = 10_000,
    private readonly now = () => performance.now(),
  ) {}

  /** Whole seconds to wait, or 0. */
  wait(key: string): number {
    const known = this.failures.get(key);
    if (!known || known.count < this.most) return 0;
    return Math.max(0, Math.ceil((known.until - this.now()) / 1000));
  }

  failed(key: string): void {
    const now = this.now();
    const known = this.failures.get(key);
    if (known && known.until > now) {
      known.count++;
      return;
    }
    if (this.failures.size >= this.remembered) this.dropOld(now);
    this.failures.set(key, { count: 1, until: now + this.windowMs });
  }

  /** Somebody who tries ever new usernames must not fill the memory. */
  private dropOld(now: number): void {
    for (const [key, { until }] of this.failures) if (until <= now) this.failures.delete(key);
    if (this.failures.size >= this.remembered) this.failures.clear();
  }
}
