import { describe, expect, it } from '@jest/globals';
import { NoPlace, Places } from './places.js';

describe('places for what takes long', () => {
  it('are taken by so many at once; so many more wait, in order, and the next is turned away', async () => {
    const places = new Places(2, 2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const works = [0, 1, 2, 3].map((n) =>
      places.take(async () => {
        begun.push(n);
        await new Promise<void>((resolve) => ends.push(resolve));
        return n;
      }),
    );
    await expect(places.take(async () => 4)).rejects.toBeInstanceOf(NoPlace);
    expect(begun).toEqual([0, 1]);
    ends[0]!();
    await works[0];
    await new Promise(setImmediate);
    expect(begun).toEqual([0, 1, 2]);
    ends[1]!();
    await works[1];
    await new Promise(setImmediate);
    ends[2]!();
    ends[3]!();
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
  });

  it('are free again after a failure', async () => {
    const places = new Places(1, 0);
    await expect(places.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await places.take(async () => 'next')).toBe('next');
  });
});
