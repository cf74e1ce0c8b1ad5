import { Module } from '@nestjs/common';
import { HealthModule } from '../health/health.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { RecountStore } from '../persistence/stores/recount.store.js';
import { TimerStore } from '../persistence/stores/timer.store.js';
import { Turns } from '../persistence/turns.js';
import { AlarmClock } from './alarm-clock.js';
import { ClockController } from './clock.controller.js';
import { Recounter } from './recounter.js';
import { Ringer } from './ringer.js';
import { Sweeper } from './sweeper.js';
import { TimeTravel } from './time-travel.js';
import { TimerWorkerHost } from './timer-worker.js';

@Module({
  imports: [CalendarModule, HealthModule, NoticesModule],
  controllers: [ClockController],
  providers: [TimerStore, RecountStore, Turns, AlarmClock, Ringer, Recounter, Sweeper, TimeTravel, TimerWorkerHost],
  exports: [Sweeper, Recounter],
})
export class TimersModule {}
