import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import { Dispatcher } from '../channels/dispatcher.js';
import { Leaving } from '../health/leaving.js';
import { orStop } from '../health/trouble.js';
import { Relay } from '../notices/relay.js';
import { DeliveryStore } from '../persistence/stores/delivery.store.js';
import { SimulatedClockStore } from '../persistence/stores/simulated-clock.store.js';
import { TimerStore } from '../persistence/stores/timer.store.js';
import { Turns } from '../persistence/turns.js';
import { Recounter } from './recounter.js';
import { Ringer } from './ringer.js';

const TRAVELLING = 0x74726176;
/** How long a journey waits at one instant for other people's servers, in real time. */
const PATIENCE_MS = 10_000;
/** PostgreSQL's code for a lock that took too long to get. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Moves the simulated clock to its goal. It stops at every deadline and every message on the way, in order of time. One
 * worker does it.
 */
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
    private readonly dispatcher: Dispatcher,
    private readonly deliveries: DeliveryStore,
    private readonly leaving: Leaving,
  ) {}

  async run(): Promise<void> {
    await this.turns.take(TRAVELLING, async () => {
      while (await this.leg());
    });
  }

  /** Moves to the present goal. Returns false when the clock has arrived, or when the process is asked to stop. */
  private async leg(): Promise<boolean> {
    const { now, goal } = await this.clock.read();
    const failed: string[] = [];
    let inTime = true;
    for (let at = now; ;) {
      // A notice may be imported on the way, and time must not pass a day that it has moved.
      await this.recounter.run();
      // Perhaps not all cases are counted then. The next worker continues from here.
      if (this.leaving.isAsked) return false;
      for (let alarm; (alarm = await this.timers.earliest(at, failed));) {
        // The failure is written beside the deadline. The rest of the world continues, unless the database refuses all.
        const rang = (await this.ringer.ring(alarm.deadlineId).catch(orStop)) ?? 0;
        if (rang === 0) failed.push(alarm.deadlineId);
      }
      await this.carried();
      // What a slow server has not taken in time continues beside the journey. Its result counts from the day it is
      // then.
      inTime = await this.sent(inTime);
      const next = await this.nextStop(at, goal, failed);
      if (next === null && at === goal) break;
      at = later(at, next ?? goal);
      await this.clock.moveTo(at);
    }
    if (failed.length > 0) this.logger.error(`${failed.length} 个期限没有响`);
    await this.clock.settled(goal);
    return Date.parse((await this.clock.read()).goal) > Date.parse(goal);
  }

  /**
   * Keeps the clock in place until the messages of this instant are in the inboxes, also if the queue has somebody else
   * carry them.
   */
  private async carried(): Promise<void> {
    try {
      await this.relay.run('awaited');
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      this.logger.warn('有消息正由别的进程投递，时钟不再等它');
    }
  }

  /**
   * Returns the next instant up to the goal at which something rings or leaves. Null when nothing does. What the last
   * stop has brought may be due already.
   */
  private async nextStop(at: IsoInstant, goal: IsoInstant, failed: readonly string[]): Promise<IsoInstant | null> {
    const [alarm, [due]] = await Promise.all([
      this.timers.earliest(goal, failed),
      this.deliveries.dueBetween(at, goal, 1),
    ]);
    if (!alarm || due === undefined) return alarm?.at ?? due ?? null;
    return Date.parse(alarm.at) <= Date.parse(due) ? alarm.at : due;
  }

  /** Tells whether everything due now was dealt with in time. If nobody waits for it, it is only begun. */
  private async sent(waitedFor: boolean): Promise<boolean> {
    const sending = this.dispatcher.run().then(() => true);
    if (!waitedFor) return false;
    const waiting = new AbortController();
    const late = sleep(PATIENCE_MS, false, { signal: waiting.signal }).catch(() => false);
    return Promise.race([sending, late]).finally(() => waiting.abort());
  }
}

const later = (a: IsoInstant, b: IsoInstant): IsoInstant => (Date.parse(b) > Date.parse(a) ? b : a);
