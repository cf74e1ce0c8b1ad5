import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { instantOf } from '#machines/kit/words/dates.js';
import { SystemClock } from './system-clock.js';

const SERVER = Date.parse('2026-03-02T09:00:00+08:00');

describe('the system clock', () => {
  afterEach(() => void jest.restoreAllMocks());

  it("is the database's, whatever date the machine has", async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2031-01-01T00:00:00Z'));
    const clock = new SystemClock({ read: async () => instantOf(SERVER) });
    expect(Math.abs(Date.parse(await clock.now()) - SERVER)).toBeLessThan(1_000);
  });

  it('asks the database once in five seconds and counts from there, never ahead of it', async () => {
    let stopwatch = 1_000;
    jest.spyOn(performance, 'now').mockImplementation(() => stopwatch);
    let asked = 0;
    const read = async (): Promise<string> => {
      asked += 1;
      const said = instantOf(SERVER + stopwatch);
      // The answer takes a while to arrive.
      stopwatch += 40;
      return said;
    };
    const clock = new SystemClock({ read });
    const ahead = async (): Promise<number> => Date.parse(await clock.now()) - (SERVER + stopwatch);
    expect(await ahead()).toBe(-40);
    stopwatch += 4_000;
    expect(await ahead()).toBe(-40);
    expect(asked).toBe(1);
    stopwatch += 2_000;
    expect(await ahead()).toBe(-40);
    expect(asked).toBe(2);
  });
});
