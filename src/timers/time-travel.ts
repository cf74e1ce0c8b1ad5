import { Injectable, Logger } from '@nestjs/common';
import { Relay } from '../notices/relay.js';
import { SimulatedClockStore } from '../persistence/stores/simulated-clock.store.js';
import { TimerStore } from '../persistence/stores/timer.store.js';
import { Turns } from '../persistence/turns.js';
import { Recounter } from './recounter.js';
import { Ringer } from './ringer.js';

const TRAVELLING = 0x74726176;

/** Moves the simulated clock to its goal, stopping at every deadline on the way, in order of time. One worker does it. */
@Injectable()
export class TimeTravel {
  private readonly logger = new Logger(TimeTravel.name);

  constructor(
    private readonly turns: Turns,
    private readonly clock: SimulatedClockStore,
    private readonly timers: TimerStore,
    private readonly recounter: Recounter,
    private readonly ringer: Ringer,
    private readonly relay: Relay,
  ) {}

  async run(): Promise<void> {
    await this.turns.take(TRAVELLING, async () => {
      while (await this.leg());
    });
  }

  /** To the goal as it is now; false when the clock has arrived. */
  private async leg(): Promise<boolean> {
    const { now, goal } = await this.clock.read();
    const failed: string[] = [];
    for (let at = now; ; ) {
      // A notice may be imported on the way, and time must not pass a day that it has moved.
      await this.recounter.run();
      const alarm = await this.timers.earliest(goal, failed);
      if (!alarm) break;
      if (Date.parse(alarm.at) > Date.parse(at)) {
        await this.relay.run();
        await this.clock.moveTo((at = alarm.at));
      }
      // What failed is written beside the deadline; the rest of the world goes on.
      const rang = await this.ringer.ring(alarm.deadlineId).catch(() => 0);
      if (rang === 0) failed.push(alarm.deadlineId);
    }
    if (failed.length > 0) this.logger.error(`${failed.length} 个期限没有响`);
    await this.relay.run();
    await this.clock.moveTo(goal);
    await this.relay.run();
    return Date.parse((await this.clock.read()).goal) > Date.parse(goal);
  }
}
