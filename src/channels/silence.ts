/** How long who gave no answer is left alone. By the machine's own clock: a simulated day takes it no time to come back. */
const LEFT_ALONE_MS = 30_000;

/** Who has just given no answer at all, so that a hundred messages do not wait for one that is gone. */
export class Silence {
  private readonly until = new Map<string, number>();

  of(...whom: string[]): boolean {
    return whom.some((one) => (this.until.get(one) ?? 0) > performance.now());
  }

  heard(...whom: string[]): void {
    for (const one of whom) this.until.delete(one);
  }

  fell(whom: string): void {
    this.until.set(whom, performance.now() + LEFT_ALONE_MS);
  }
}
