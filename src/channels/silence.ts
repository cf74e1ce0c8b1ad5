/**
 * How long a silent server gets no message. It goes by the machine's own clock, because a server does not come back
 * faster in a simulated day.
 */
const LEFT_ALONE_MS = 30_000;

/** Remembers who has just given no answer at all, so that a hundred messages do not wait for the same absent server. */
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
