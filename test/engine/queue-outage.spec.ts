import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { SteadyWorker } from '#src/timers/steady-worker.js';
import type { TimerWorker } from '#src/timers/queues.js';

class Failing extends EventEmitter {
  closed = false;
  run = (): Promise<void> => new Promise(() => undefined);
  close = async (): Promise<void> => {
    this.closed = true;
  };
}

describe('a queue that keeps failing', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is left alone for a while instead of being asked thousands of times a second, and then asked anew', async () => {
    jest.useFakeTimers();
    const opened: Failing[] = [];
    const steady = new SteadyWorker(() => {
      const worker = new Failing();
      opened.push(worker);
      return worker as unknown as TimerWorker;
    });
    for (let i = 0; i < 5; i++) opened[0]!.emit('error', new Error('terminating connection'));
    expect(opened[0]!.closed).toBe(false);
    for (let i = 0; i < 50; i++) opened[0]!.emit('error', new Error('terminating connection'));
    expect([opened.length, opened[0]!.closed]).toEqual([1, true]);
    jest.advanceTimersByTime(6_000);
    expect(opened).toHaveLength(2);
    await steady.close();
    expect(opened[1]!.closed).toBe(true);
  });
});
