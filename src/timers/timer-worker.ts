import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { CONFIG, type AppConfig } from '../config.js';
import { Relay } from '../notices/relay.js';
import { openWorker, type TimerWorker } from './queues.js';
import { Ringer } from './ringer.js';
import { Sweeper } from './sweeper.js';
import { TimeTravel } from './time-travel.js';

/** Does what the queue says, where the process is a worker; and sweeps. */
@Injectable()
export class TimerWorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Timers');
  private worker: TimerWorker | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: AppConfig,
    private readonly ringer: Ringer,
    private readonly relay: Relay,
    private readonly travel: TimeTravel,
    private readonly sweeper: Sweeper,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.worker = openWorker(this.config, (job) => this.process(job));
    this.worker.on('error', (error) => this.logger.warn(`队列:${error.message}`));
    this.worker.on('failed', (job, error) => this.logger.warn(`作业 ${job?.name ?? ''} ${job?.id ?? ''} 失败:${error.message}`));
    this.worker.run().catch((error: Error) => this.logger.error(`队列停止:${error.message}`));
    this.sweeper.start();
  }

  private async process(job: Job): Promise<void> {
    switch (job.name) {
      case 'alarm':
        await this.ringer.ring((job.data as { deadlineId: string }).deadlineId);
        return;
      case 'relay':
        return this.relay.run();
      case 'travel':
        return this.travel.run();
      default:
        throw new Error(`unknown job ${job.name}`);
    }
  }

  /** What is in hand is finished; what waits stays in the queue or, if that is lost, in the database. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.sweeper.stop();
    await this.worker?.close();
  }
}
