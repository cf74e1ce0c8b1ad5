import { Injectable, Logger } from '@nestjs/common';
import { CalendarService } from '../calendar/calendar.service.js';
import { Engine } from '../engine/engine.js';
import { Leaving } from '../health/leaving.js';
import { standsStill } from '../health/trouble.js';
import { RecountStore } from '../persistence/stores/recount.store.js';
import { Turns } from '../persistence/turns.js';

const RECOUNTING = 0x72656375;
const BATCH = 200;
/** The number of cases counted side by side: some wait for the database while another one is worked out. */
const AT_ONCE = 4;

/**
 * Recounts every case that was counted with an older edition of the calendar. It asks the database each time which
 * those are.
 */
@Injectable()
export class Recounter {
  private readonly logger = new Logger(Recounter.name);

  constructor(
    private readonly store: RecountStore,
    private readonly calendar: CalendarService,
    private readonly engine: Engine,
    private readonly turns: Turns,
    private readonly leaving: Leaving,
  ) {}

  /** Runs unless another worker is running. */
  async inTurn(): Promise<void> {
    await this.turns.take(RECOUNTING, async () => void (await this.run()));
  }

  /**
   * Recounts until only failed cases are behind, or until the process is asked to stop; the next run continues. Returns
   * how many were counted. Several workers may run it; each case is counted once.
   */
  async run(): Promise<number> {
    const failed: string[] = [];
    let counted = 0;
    while (!this.leaving.isAsked) {
      const { edition, cases } = await this.store.behind(failed, BATCH);
      if (cases.length === 0) break;
      await this.calendar.reach(edition);
      const waiting = [...cases];
      const take = async (): Promise<void> => {
        for (let id = waiting.shift(); id !== undefined && !this.leaving.isAsked; id = waiting.shift()) {
          if (await this.recount(id, failed)) counted++;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, take));
    }
    if (counted > 0) this.logger.log(`工作日历更新后，已重新计算 ${counted} 个案件的期限`);
    return counted;
  }

  /**
   * Recounts one case. A failure is written beside the case's deadlines for the stuck list; the other cases continue,
   * and the next sweep tries again. A database that refuses everything ends the run.
   */
  private async recount(caseId: string, failed: string[]): Promise<boolean> {
    try {
      return await this.engine.recount(caseId);
    } catch (error) {
      if (standsStill(error)) throw error;
      failed.push(caseId);
      const message = `期限未能按新的工作日历重新计算：${(error as Error).message}`;
      this.logger.error(`案件 ${caseId} 的${message}`);
      await this.store.fault(caseId, message);
      return false;
    }
  }
}
