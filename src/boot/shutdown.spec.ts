import { describe, expect, it } from '@jest/globals';
import { Shutdown } from './shutdown.js';

const never = () => new Promise<never>(() => undefined);
const LIMITS = { restAfterMs: 50, allAfterMs: 5_000 };

describe('a stop', () => {
  it('closes what was opened last first, and is clean', async () => {
    const closed: string[] = [];
    const shutdown = new Shutdown(() => undefined, LIMITS);
    for (const part of ['database', 'program']) shutdown.opened(async () => closed.push(part));
    expect(await shutdown.closeInTime()).toBe(true);
    expect(closed).toEqual(['program', 'database']);
  });

  it.each([
    ['the program does not end', never],
    ['the program fails', () => Promise.reject(new Error('broken'))],
  ])('stops the database although %s, and is not clean', async (_, closer) => {
    const told: string[] = [];
    const closed: string[] = [];
    const shutdown = new Shutdown((error) => told.push((error as Error).message), LIMITS);
    shutdown.opened(async () => closed.push('database'));
    shutdown.opened(closer);
    expect(await shutdown.closeInTime()).toBe(false);
    expect(closed).toEqual(['database']);
    expect(told).toHaveLength(1);
  });

  it('also ends if the start itself does not end', async () => {
    const closed: string[] = [];
    const shutdown = new Shutdown(() => undefined, LIMITS);
    shutdown.opened(async () => closed.push('database'));
    shutdown.waitsFor(never());
    expect([await shutdown.closeInTime(), closed]).toEqual([false, ['database']]);
  });

  it('also ends if the database does not, but is not clean', async () => {
    const shutdown = new Shutdown(() => undefined, { ...LIMITS, allAfterMs: 100 });
    shutdown.opened(never);
    expect(await shutdown.closeInTime()).toBe(false);
  });
});
