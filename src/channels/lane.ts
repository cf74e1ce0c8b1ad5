import { setTimeout as sleep } from 'node:timers/promises';

const AT_ONCE = 4;
/** A message that takes longer gives its place to the next one and continues beside the lane. */
const QUICK_MS = 1_000;
/** How many may continue beside the lane. */
const MOST_SLOW = 16;

/** A message on its way. */
export interface Begun {
  /** Resolves when the message is over and recorded. */
  ended: Promise<void>;
  /** Called when the message turns out to be slow. */
  lasts(): Promise<void>;
}

/**
 * Sends messages of some kind, a few at once. A slow one does not hold up the others, unless there are very many slow
 * ones.
 */
export class Lane {
  private running: Promise<void> | null = null;
  private again = false;
  private readonly slow = new Set<Promise<void>>();

  constructor(
    /** Claims the next message. Null if nothing is due. */
    private readonly next: () => Promise<Begun | null>,
    private readonly isEnding: () => boolean,
    private readonly complain: (fault: string) => void,
  ) {}

  /**
   * Runs until nothing is due any more and every begun message has ended. If it is called while it runs, it looks once
   * more. Never throws.
   */
  async run(): Promise<void> {
    this.again = true;
    this.running ??= this.all();
    await this.over();
  }

  async over(): Promise<void> {
    await this.running;
    await Promise.all(this.slow);
  }

  private async all(): Promise<void> {
    while (this.again && !this.isEnding()) {
      this.again = false;
      const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => this.oneAfterAnother()));
      const faults = new Set(ended.flatMap((e) => (e.status === 'rejected' ? [(e.reason as Error).message] : [])));
      for (const fault of faults) this.complain(fault);
    }
    // No other code runs between the last look at `again` and this line: a call from now on begins anew.
    this.running = null;
  }

  private async oneAfterAnother(): Promise<void> {
    for (;;) {
      while (this.slow.size >= MOST_SLOW) await Promise.race(this.slow);
      if (this.isEnding()) return;
      const begun = await this.next();
      if (!begun) return;
      if (!(await isQuick(begun.ended))) await this.letGo(begun);
    }
  }

  private async letGo({ ended, lasts }: Begun): Promise<void> {
    const going = ended.catch((error: Error) => this.complain(error.message)).finally(() => this.slow.delete(going));
    this.slow.add(going);
    await lasts();
  }
}

async function isQuick(ended: Promise<void>): Promise<boolean> {
  const waiting = new AbortController();
  const late = sleep(QUICK_MS, false, { signal: waiting.signal }).catch(() => false);
  return Promise.race([ended.then(() => true), late]).finally(() => waiting.abort());
}
