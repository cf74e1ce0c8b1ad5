import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Dispatcher } from '../channels/dispatcher.js';
import { CONFIG, type AppConfig } from '../config.js';
import { Relay } from '../notices/relay.js';
import { openWorker } from './queues.js';
import { Recounter } from './recounter.js';
import { Ringer } from './ringer.js';
import { SteadyWorker } from './steady-worker.js';
import { Sweeper } from './sweeper.js';
import { TimeTravel } from './time-travel.js';

/** Does what the queue says, if the process is a worker; and sweeps. */
@Injectable()
export class TimerWorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: SteadyWorker | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: AppConfig,
    private readonly ringer: Ringer,
    private readonly relay: Relay,
    private readonly recounter: Recounter,
    private readonly travel: TimeTravel,
    private readonly sweeper: Sweeper,
    private readonly dispatcher: Dispatcher,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.worker = new SteadyWorker(
      (work) => openWorker(this.config, work),
      (job) => this.process(job),
    );
    this.sweeper.start();
  }

  private async process(job: Job): Promise<void> {
    switch (job.name) {
      case 'alarm':
        await this.ringer.ring((job.data as { deadlineId: string }).deadlineId);
        return;
      case 'relay':
        await this.relay.run();
        // The job does not wait: the queue's places are for our own work, not for other people's servers.
        void this.dispatcher.run();
        return;
      case 'recount':
        return this.recounter.inTurn();
      case 'dispatch':
        void this.dispatcher.run();
        return;
      case 'travel':
        return this.travel.run();
      default:
        throw new Error(`unknown job ${job.name}`);
    }
  }

  /** Finishes what is in hand. What waits stays in the queue or, if that is lost, in the database. */
  async beforeApplicationShutdown(): Promise<void> {
    const sent = this.dispatcher.stop();
    await this.sweeper.stop();
    await this.worker?.close();
    await sent;
  }
}
