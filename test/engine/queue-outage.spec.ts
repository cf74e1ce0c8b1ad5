import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Job } from 'bullmq';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TimerWorker } from '#src/timers/queues.js';
import { SteadyWorker } from '#src/timers/steady-worker.js';

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

  it('is left alone for a while instead of being asked thousands of times a second, and is asked again later', async () => {
    jest.useFakeTimers();
    const opened: Failing[] = [];
    const steady = new SteadyWorker(
      () => {
        const worker = new Failing();
        opened.push(worker);
        return worker as unknown as TimerWorker;
      },
      async () => undefined,
    );
    for (let i = 0; i < 5; i++) opened[0]!.emit('error', new Error('terminating connection'));
    expect(opened[0]!.closed).toBe(false);
    for (let i = 0; i < 50; i++) opened[0]!.emit('error', new Error('terminating connection'));
    expect([opened.length, opened[0]!.closed]).toEqual([1, true]);
    jest.advanceTimersByTime(6_000);
    expect(opened).toHaveLength(2);
    await steady.close();
    expect(opened[1]!.closed).toBe(true);
  });

  it('holds up a stop only while a job of ours is in hand', async () => {
    let done: () => void = () => undefined;
    let work: (job: Job) => Promise<unknown> = async () => undefined;
    const steady = new SteadyWorker(
      (given) => {
        work = given;
        return Object.assign(new Failing(), {
          close: () => new Promise<void>(() => undefined),
        }) as unknown as TimerWorker;
      },
      () => new Promise<void>((resolve) => (done = resolve)),
    );
    void work({} as Job);
    const stopped = steady.close().then(() => 'stopped');
    expect(await Promise.race([stopped, sleep(1_500, 'waits')])).toBe('waits');
    done();
    expect(await Promise.race([stopped, sleep(3_000, 'waits')])).toBe('stopped');
  });
});
