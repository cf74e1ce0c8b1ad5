import { setTimeout as sleep } from 'node:timers/promises';

const AT_ONCE = 4;
/** What takes longer leaves its place to the next one and goes on by itself. */
const QUICK_MS = 1_000;
/** How many may go on by themselves. */
const MOST_SLOW = 16;

/** A message on its way. */
export interface Begun {
  /** When it is over and written down. */
  ended: Promise<void>;
  /** Called when it turns out to be slow. */
  lasts(): Promise<void>;
}

/** Messages of some kind, a few at once. Who is slow keeps nobody waiting, until there are very many of them. */
export class Lane {
  private running: Promise<void> | null = null;
  private again = false;
  private readonly slow = new Set<Promise<void>>();

  constructor(
    /** Takes the next one in hand; null when nothing is due. */
    private readonly next: () => Promise<Begun | null>,
    private readonly isEnding: () => boolean,
    private readonly complain: (fault: string) => void,
  ) {}

  /** Until nothing is due any more, and what was begun is over. Asked while it is at it, it looks once more. Never throws. */
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
    // In the same breath as the last look at `again`: whoever asks from now on begins anew.
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
