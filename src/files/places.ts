/** All places are taken, and enough others wait for one. */
export class NoPlace extends Error {}

/** Lets a small number of works run at once, and a few more wait for their turn. */
export class Places {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws NoPlace, without waiting. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken >= this.atOnce) {
      if (this.waiting.length >= this.mostWaiting) throw new NoPlace('too many at once');
      // Whoever leaves hands the place over, so nobody who comes later can take it.
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    } else this.taken++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.taken--;
    }
  }
}
