import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kept } from './kept.js';

const counting = () => {
  const asked: string[] = [];
  return { asked, load: async (key: string) => asked.push(key) };
};

describe('a kept answer', () => {
  it('is read once for all who ask at once, and again after its time', async () => {
    const { asked, load } = counting();
    const kept = new Kept(load, 30);
    expect(await Promise.all([kept.get('a'), kept.get('a'), kept.get('b')])).toEqual([1, 1, 2]);
    await sleep(50);
    expect(await kept.get('a')).toBe(3);
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('is read again once forgotten', async () => {
    const { load } = counting();
    const kept = new Kept(load, 60_000);
    await kept.get('a');
    kept.forget();
    expect(await kept.get('a')).toBe(2);
  });

  it('is never a failure', async () => {
    let works = false;
    const kept = new Kept(async () => {
      if (!works) throw new Error('down');
      return 'up';
    }, 60_000);
    await expect(kept.get('a')).rejects.toThrow('down');
    works = true;
    expect(await kept.get('a')).toBe('up');
  });

  it('never fills the memory', async () => {
    const { asked, load } = counting();
    const kept = new Kept(load, 60_000, 2);
    for (const key of ['a', 'b', 'c', 'c', 'a']) await kept.get(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
