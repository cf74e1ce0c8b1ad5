/** How long a server that gave no answer is left alone. By the machine's own clock: a simulated day takes it no time to come back. */
const LEFT_ALONE_MS = 30_000;

/** Which servers have just given no answer at all, so that a hundred messages do not wait for one that is gone. */
export class Silence {
  private readonly until = new Map<string, number>();

  of(server: string): boolean {
    return (this.until.get(server) ?? 0) > performance.now();
  }

  heard(server: string): void {
    this.until.delete(server);
  }

  fell(server: string): void {
    this.until.set(server, performance.now() + LEFT_ALONE_MS);
  }
}
