import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { told } from '../health/trouble.js';
import type { TimerWorker } from './queues.js';

const STORM_ERRORS = 20;
const STORM_MS = 2_000;
const REST_MS = 5_000;
/** How long a queue may take to note that a job is done. After that a stop does not wait any longer. */
const NOTED_WITHIN_MS = 1_000;

type Work = (job: Job) => Promise<unknown>;

/**
 * A worker that pauses when its queue keeps failing. BullMQ asks again at once after an error that it does not take for
 * a lost connection. On PostgreSQL nearly all errors are of that kind, and an absent server would be asked thousands of
 * times a second.
 */
export class SteadyWorker {
  private readonly logger = new Logger('Timers');
  private worker: TimerWorker | null = null;
  private resting: NodeJS.Timeout | null = null;
  private errors: number[] = [];
  private closed = false;
  private readonly inHand = new Set<Promise<unknown>>();

  constructor(
    private readonly open: (work: Work) => TimerWorker,
    private readonly work: Work,
  ) {
    this.start();
  }

  /**
   * Finishes what is in hand. After an error BullMQ sleeps for seconds, even if it is asked to close; this does not
   * wait for that.
   */
  async close(): Promise<void> {
    this.closed = true;
    if (this.resting) clearTimeout(this.resting);
    const waiting = new AbortController();
    const late = this.idle()
      .then(() => sleep(NOTED_WITHIN_MS, undefined, { signal: waiting.signal }))
      .catch(() => undefined);
    const closed = this.worker?.close().catch((reason: Error) => this.logger.warn(`队列：${reason.message}`));
    await Promise.race([closed ?? this.idle(), late]);
    waiting.abort();
  }

  private async idle(): Promise<void> {
    while (this.inHand.size > 0) await Promise.allSettled(this.inHand);
  }

  private handled(job: Job): Promise<unknown> {
    const done = this.work(job);
    this.inHand.add(done);
    return done.finally(() => this.inHand.delete(done));
  }

  private start(): void {
    const worker = this.open((job) => this.handled(job));
    this.worker = worker;
    worker.on('error', (error) => this.failed(worker, error));
    worker.on('failed', (job, error) =>
      this.logger.warn(`作业 ${job?.name ?? ''} ${job?.id ?? ''} 失败：${told(error)}`),
    );
    worker.run().catch((error: Error) => this.failed(worker, error));
  }

  private failed(worker: TimerWorker, error: Error): void {
    if (worker !== this.worker || this.closed) return;
    const now = performance.now();
    this.errors = [...this.errors.filter((at) => now - at < STORM_MS), now];
    if (this.errors.length === 1) this.logger.warn(`队列：${told(error)}`);
    if (this.errors.length < STORM_ERRORS) return;
    this.logger.warn(`队列连续出错，${REST_MS / 1_000} 秒后重试；期间由巡检发出提醒`);
    this.errors = [];
    this.worker = null;
    worker.close(true).catch((reason: Error) => this.logger.warn(`队列：${reason.message}`));
    this.resting = setTimeout(() => this.start(), REST_MS);
  }
}
