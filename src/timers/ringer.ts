import { Injectable, Logger } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import { standsStill, told } from '../health/trouble.js';
import { TimerStore } from '../persistence/stores/timer.store.js';

/** Rings a deadline as often as it is due. Every time it asks the database, under lock, whether it is due. */
@Injectable()
export class Ringer {
  private readonly logger = new Logger(Ringer.name);

  constructor(
    private readonly engine: Engine,
    private readonly timers: TimerStore,
  ) {}

  /**
   * @throws what went wrong, after writing it beside the deadline for the stuck list. What a server refuses for its own
   * state is no fault of the deadline, and is not written.
   */
  async ring(deadlineId: string): Promise<number> {
    let rang = 0;
    try {
      while (await this.engine.ring(deadlineId)) rang++;
      return rang;
    } catch (error) {
      this.logger.error(`期限 ${deadlineId} 的提醒失败：${told(error)}`);
      if (!standsStill(error)) await this.timers.fault(deadlineId, (error as Error).message);
      throw error;
    }
  }
}
