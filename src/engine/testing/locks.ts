/** Locks by name. A caller that asks for a held lock waits in turn. */
export class Locks {
  private readonly held = new Map<string, Promise<unknown>>();

  /**
   * Runs `work` while it holds all of them. Locks are always asked for in the same order, so that nobody waits in a
   * circle.
   */
  async holding<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const [name, ...others] = names;
    if (name === undefined) return work();
    const before = this.held.get(name) ?? Promise.resolve();
    const mine = before.then(() => this.holding(others, work));
    // The next in line waits for the end, not for the success.
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    this.held.set(name, over);
    try {
      return await mine;
    } finally {
      if (this.held.get(name) === over) this.held.delete(name);
    }
  }
}
