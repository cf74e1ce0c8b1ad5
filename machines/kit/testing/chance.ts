/** A repeatable random sequence: one seed, one sequence. */
export class Chance {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** Returns a number from 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  hit(probability: number): boolean {
    return this.next() < probability;
  }

  /** Returns an integer; both ends are included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** @throws when there is nothing to pick from. */
  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('nothing to pick from');
    return from[Math.floor(this.next() * from.length)]!;
  }

  weighted<T>(from: readonly T[], weight: (one: T) => number): T {
    const weights = from.map(weight);
    let left = this.next() * weights.reduce((a, b) => a + b, 0);
    const at = weights.findIndex((w) => (left -= w) < 0);
    return at === -1 ? this.pick(from) : from[at]!;
  }

  shuffled<T>(from: readonly T[]): T[] {
    const rest = [...from];
    const mixed: T[] = [];
    while (rest.length > 0) mixed.push(...rest.splice(this.int(0, rest.length - 1), 1));
    return mixed;
  }
}

/**
 * Returns the seed a run was given, or the usual one: the same tree walks the same way until somebody asks for another.
 */
export const seedFrom = (given: string | undefined, usual: number): number =>
  given === undefined || given === '' ? usual : Number(given) >>> 0;
