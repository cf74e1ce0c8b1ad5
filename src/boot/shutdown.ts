import { setTimeout as sleep } from 'node:timers/promises';

/** Closes one part of the program. */
export type Closer = () => Promise<unknown>;

const GIVE_UP_AFTER_MS = 9_500;

/** The parts that run, closed once, the last opened first, when the system or Ctrl-C asks. */
export class Shutdown {
  private readonly closers: Closer[] = [];
  private closing?: Promise<boolean>;
  private starting: Promise<unknown> = Promise.resolve();

  constructor(private readonly report: (error: unknown) => void) {}

  opened(closer: Closer): void {
    this.closers.push(closer);
  }

  /** A stop waits for a start that is under way: half-opened parts are known to nobody yet. */
  waitsFor(start: Promise<unknown>): void {
    this.starting = start.catch(() => undefined);
  }

  get requested(): boolean {
    return this.closing !== undefined;
  }

  /** True when everything closed properly. */
  close(): Promise<boolean> {
    this.closing ??= this.starting.then(() => this.closeAll());
    return this.closing;
  }

  /** As `close`, but never longer than a service manager waits before it kills. */
  async closeInTime(): Promise<boolean> {
    return Promise.race([this.close(), sleep(GIVE_UP_AFTER_MS, false, { ref: false })]);
  }

  private async closeAll(): Promise<boolean> {
    let clean = true;
    for (let closer = this.closers.pop(); closer; closer = this.closers.pop()) {
      try {
        await closer();
      } catch (error) {
        clean = false;
        this.report(error);
      }
    }
    return clean;
  }
}
