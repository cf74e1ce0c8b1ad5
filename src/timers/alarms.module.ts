import { Module } from '@nestjs/common';
import { AlarmClock } from './alarm-clock.js';

/** The alarm clock alone, which the engine tells of its changes; what works by it stands in TimersModule. */
@Module({ providers: [AlarmClock], exports: [AlarmClock] })
export class AlarmsModule {}
