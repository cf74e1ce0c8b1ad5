import { Inject, Injectable, Logger } from '@nestjs/common';
import { instantOf } from '#machines/kit/words/dates.js';
import { Dispatcher } from '../channels/dispatcher.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type AppConfig } from '../config.js';
import { Leaving } from '../health/leaving.js';
import { orStop, told } from '../health/trouble.js';
import { Relay } from '../notices/relay.js';
import { DeliveryStore } from '../persistence/stores/delivery.store.js';
import { SimulatedClockStore } from '../persistence/stores/simulated-clock.store.js';
import { TimerStore } from '../persistence/stores/timer.store.js';
import { AlarmClock, HORIZON_MS } from './alarm-clock.js';
import { ANSWERS_KEPT_MS } from './answers-kept.js';
import { longPast } from './guards.js';
import { Recounter } from './recounter.js';
import { Ringer } from './ringer.js';

const MOST = 5_000;

/**
 * Finds in the database whatever the queue has lost. It recounts what was counted with an older calendar, sets near
 * alarms, rings those that are long past by itself, and sends what still lies in the outbox or is due to leave the
 * house. It needs no queue to do so.
 */
@Injectable()
export class Sweeper {
  private readonly logger = new Logger(Sweeper.name);
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly timers: TimerStore,
    private readonly alarms: AlarmClock,
    private readonly ringer: Ringer,
    private readonly recounter: Recounter,
    private readonly relay: Relay,
    private readonly travels: SimulatedClockStore,
    private readonly dispatcher: Dispatcher,
    private readonly deliveries: DeliveryStore,
    private readonly leaving: Leaving,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.sweep(), this.config.sweepSeconds * 1_000);
    void this.sweep();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.sweeping;
  }

  /** Sweeps, one sweep at a time. A failure is logged, and the next sweep tries again. */
  sweep(): Promise<void> {
    this.sweeping ??= this.once()
      .catch((error: Error) => this.logger.warn(`巡检没有完成：${told(error)}`))
      .finally(() => (this.sweeping = null));
    return this.sweeping;
  }

  private async once(): Promise<void> {
    await this.recounter.inTurn();
    const now = Date.parse(await this.clock.now());
    const { rate } = this.clock;
    if (rate === 0) {
      const { now: at, goal } = await this.travels.read();
      if (Date.parse(goal) > Date.parse(at)) this.alarms.travel();
    } else {
      const near = await this.timers.dueBy(instantOf(now + HORIZON_MS * rate), MOST);
      const grace = 2_000 * this.config.sweepSeconds * rate;
      this.alarms.set(
        near.filter(({ at }) => now - Date.parse(at) < grace),
        now,
      );
      for (const { deadlineId, at } of near) {
        if (this.leaving.isAsked) return;
        if (longPast(at, now, grace)) await this.ringer.ring(deadlineId).catch(orStop);
      }
      this.alarms.dispatch(
        await this.deliveries.dueBetween(instantOf(now), instantOf(now + HORIZON_MS * rate), MOST),
        now,
      );
    }
    await this.relay.run();
    // The sweep does not wait: a slow mail server must not hold up the alarms.
    void this.dispatcher.run();
    await this.timers.forgetAnswers(instantOf(now - ANSWERS_KEPT_MS * Math.max(1, rate)));
  }
}
