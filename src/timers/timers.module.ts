import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { HealthModule } from '../health/health.module.js';
import { TimerStore } from '../persistence/stores/timer.store.js';
import { Turns } from '../persistence/turns.js';
import { AlarmsModule } from './alarms.module.js';
import { ClockController } from './clock.controller.js';
import { Recounter } from './recounter.js';
import { Ringer } from './ringer.js';
import { Sweeper } from './sweeper.js';
import { TimeTravel } from './time-travel.js';
import { TimerWorkerHost } from './timer-worker.js';

@Module({
  imports: [CalendarModule, HealthModule, ChannelsModule, AlarmsModule],
  controllers: [ClockController],
  providers: [TimerStore, Turns, Ringer, Recounter, Sweeper, TimeTravel, TimerWorkerHost],
  exports: [Sweeper, Recounter],
})
export class TimersModule {}
