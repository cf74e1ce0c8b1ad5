import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit, Inject } from '@nestjs/common';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { Recounts } from '../calendar/recounts.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type AppConfig } from '../config.js';
import type { AfterCommit, Change } from '../engine/ports.js';
import { Readiness } from '../health/readiness.js';
import { told } from '../health/trouble.js';
import type { Alarm } from '../persistence/stores/timer.store.js';
import { openQueue, type TimerQueue } from './queues.js';

/** Alarms further away, in real time, stay in the database until the sweeper sets them. */
export const HORIZON_MS = 15 * 60_000;
const RELAY_AFTER_MS = 100;
const MOST_UNDER_WAY = 1_000;

const whenDone = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
};

/**
 * The alarm clock on BullMQ. Adding a job is never part of a transaction, and no request waits for it: the sweeper
 * finds in the database what a queue loses or refuses.
 */
@Injectable()
export class AlarmClock implements AfterCommit, Recounts, OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AlarmClock.name);
  private readonly queue: TimerQueue;
  private relayAt: NodeJS.Timeout | null = null;
  private underWay = 0;

  constructor(
    @Inject(CONFIG) config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly readiness: Readiness,
  ) {
    this.queue = openQueue(config);
    this.queue.on('error', (error) => this.logger.warn(`队列：${told(error)}`));
  }

  async onModuleInit(): Promise<void> {
    await this.queue.waitUntilReady();
    // Without its queue the program continues: the sweeper does the queue's work.
    this.readiness.add('queue', () => this.queue.probe(), false);
  }

  committed({ deadlines, notices, signals }: Change): void {
    const alarms = deadlines.flatMap(({ id, nextAt }) => (nextAt === null ? [] : [{ deadlineId: id, at: nextAt }]));
    if (alarms.length > 0) {
      this.clock.now().then(
        (now) => this.set(alarms, Date.parse(now)),
        (error: Error) => this.logger.warn(`未能设置闹钟，由巡检补上：${told(error)}`),
      );
    }
    if (notices.length > 0 || signals.length > 0) this.relaySoon();
  }

  /** Puts near alarms into the queue. The delays count from `now`, in milliseconds of the clock. */
  set(alarms: readonly Alarm[], now: number): void {
    // Where time stands still, a future alarm rings when somebody moves the clock.
    if (this.clock.rate === 0) return;
    const waits = alarms.map(({ deadlineId, at }) => ({
      deadlineId,
      at,
      delay: Math.max(0, Math.ceil((Date.parse(at) - now) / this.clock.rate)),
    }));
    const near = waits.filter(({ delay }) => delay <= HORIZON_MS);
    if (near.length === 0) return;
    const jobs = near.map(({ deadlineId, at, delay }) => ({
      name: 'alarm',
      data: { deadlineId },
      opts: { ...whenDone, jobId: `alarm-${deadlineId}-${Date.parse(at)}`, delay },
    }));
    this.dropped(this.queue.addBulk(jobs));
  }

  /** Asks a worker to recount what was counted with an older edition of the calendar. */
  recount(): void {
    this.dropped(this.queue.add('recount', {}, whenDone));
  }

  /** Wakes a worker at the instants at which messages leave the house; `now` in milliseconds. */
  dispatch(instants: readonly IsoInstant[], now: number): void {
    if (this.clock.rate === 0) return;
    const delayOf = (at: IsoInstant): number => Math.max(0, Math.ceil((Date.parse(at) - now) / this.clock.rate));
    const jobs = instants.map((at) => ({
      name: 'dispatch',
      data: {},
      opts: { ...whenDone, jobId: `dispatch-${Date.parse(at)}`, delay: delayOf(at) },
    }));
    if (jobs.length > 0) this.dropped(this.queue.addBulk(jobs));
  }

  /** Asks a worker to move the simulated clock to its goal. */
  travel(): void {
    this.dropped(this.queue.add('travel', {}, { ...whenDone, attempts: 1 }));
  }

  private relaySoon(): void {
    this.relayAt ??= setTimeout(() => {
      this.relayAt = null;
      this.dropped(this.queue.add('relay', {}, whenDone));
    }, RELAY_AFTER_MS);
  }

  private dropped(added: Promise<unknown>): void {
    if (this.underWay >= MOST_UNDER_WAY) {
      added.catch(() => undefined);
      return;
    }
    this.underWay++;
    added
      .catch((error: Error) => this.logger.warn(`未能放入队列，由巡检补上：${told(error)}`))
      .finally(() => this.underWay--);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.relayAt) clearTimeout(this.relayAt);
    await this.queue.close();
  }
}
