import { setTimeout as sleep } from 'node:timers/promises';

/** Closes one part of the program. */
export type Closer = () => Promise<unknown>;

/** Milliseconds since the stop was asked for. */
export interface Limits {
  /** The time after which the database of all others, the first that was opened, is closed, whatever the others do. */
  restAfterMs: number;
  /** The time after which everything is closed. A service manager kills after ten seconds. */
  allAfterMs: number;
}

const LIMITS: Limits = { restAfterMs: 7_000, allAfterMs: 9_500 };

const LATE = Symbol('late');

/** Closes the running parts of the program once, the last opened first, when the system or Ctrl-C asks. */
export class Shutdown {
  private readonly closers: Closer[] = [];
  private closing?: Promise<boolean>;
  private starting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly report: (error: unknown) => void,
    private readonly limits = LIMITS,
  ) {}

  opened(closer: Closer): void {
    this.closers.push(closer);
  }

  /** Makes a stop wait for a start that is under way: nobody can close half-opened parts yet. */
  waitsFor(start: Promise<unknown>): void {
    this.starting = start.catch(() => undefined);
  }

  get requested(): boolean {
    return this.closing !== undefined;
  }

  /** Resolves to true if everything closed properly. */
  close(): Promise<boolean> {
    this.closing ??= this.closeAll(sleep(this.limits.restAfterMs, LATE, { ref: false }));
    return this.closing;
  }

  /** Does the same as `close`, but never takes longer than a service manager waits before it kills. */
  async closeInTime(): Promise<boolean> {
    return Promise.race([this.close(), sleep(this.limits.allAfterMs, false, { ref: false })]);
  }

  private async closeAll(late: Promise<typeof LATE>): Promise<boolean> {
    let clean = (await Promise.race([this.starting, late])) !== LATE;
    for (let closer = this.closers.pop(); closer; closer = this.closers.pop()) {
      try {
        const closed = closer();
        if ((await Promise.race(this.closers.length > 0 ? [closed, late] : [closed])) === LATE)
          throw new Error('停止未能在规定时间内完成，程序强行退出；未办完的由下次启动继续。');
      } catch (error) {
        clean = false;
        this.report(error);
      }
    }
    return clean;
  }
}
