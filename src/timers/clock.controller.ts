import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { dayOf, instantOf, yearOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { instant } from '#machines/kit/words/fields.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type AppConfig } from '../config.js';
import { invalidPayload, notApplicable, notYourStep, unavailable } from '../http/problem.js';
import { CurrentActor, isAdmin } from '../identity/current-actor.js';
import { SimulatedClockStore } from '../persistence/stores/simulated-clock.store.js';
import { AlarmClock } from './alarm-clock.js';

const moveClock = z.strictObject({ to: instant.meta({ description: '要走到的时刻，带时区' }) });
const LOOK_EVERY_MS = 15;
const PATIENCE_MS = 60_000;

/** Beyond the calendar no deadline can be counted: nothing would work any more, and the clock never goes back. */
const beyond = (last: number): string => `工作日历只到${last}年，时钟最晚走到${last}年底；请先导入以后年份的日历。`;

/** Simulated time, for demonstrations and tests. */
@ApiTags('时钟')
@ApiBearerAuth()
@Controller('api/v1/clock')
export class ClockController {
  constructor(
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly simulated: SimulatedClockStore,
    private readonly alarms: AlarmClock,
    private readonly calendar: CalendarService,
  ) {}

  @Get()
  @ApiOperation({ summary: '现在的时刻' })
  async now(): Promise<{ now: IsoInstant }> {
    return { now: await this.clock.now() };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: '把模拟时钟向前走到某个时刻；途中到期的提醒按时间顺序全部发出后才返回' })
  async move(
    @Body({ schema: moveClock }) { to }: z.infer<typeof moveClock>,
    @CurrentActor() actor: Actor,
  ): Promise<{ now: IsoInstant }> {
    if (!isAdmin(actor)) throw notYourStep('模拟时钟由管理员调整。');
    if (this.config.clock !== 'simulated') throw notApplicable([], '系统的时钟自己在走，不能调整。');
    const goal = instantOf(Date.parse(to));
    const last = Math.max(...(await this.calendar.years()).map(({ year }) => year));
    if (yearOf(dayOf(goal)) > last) throw invalidPayload([{ pointer: '/to', message: beyond(last) }]);
    if (!(await this.simulated.aim(goal))) throw invalidPayload([{ pointer: '/to', message: '时钟不能倒退。' }]);
    this.alarms.travel();
    await this.arrived(goal);
    return this.now();
  }

  /** Waits for a worker to bring the clock there, as long as the worker makes progress. */
  private async arrived(goal: IsoInstant): Promise<void> {
    let last = '';
    for (let moved = performance.now(); performance.now() - moved < PATIENCE_MS; await sleep(LOOK_EVERY_MS)) {
      const { now, settled } = await this.simulated.read();
      if (Date.parse(settled) >= Date.parse(goal)) return;
      if (now !== last) [last, moved] = [now, performance.now()];
    }
    throw unavailable('时钟没有走到：没有运行中的 worker,或提醒处理不下去。');
  }
}
