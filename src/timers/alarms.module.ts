import { Module } from '@nestjs/common';
import { AlarmClock } from './alarm-clock.js';

/** Provides the alarm clock alone, which the engine tells of its changes. Its users stand in TimersModule. */
@Module({ providers: [AlarmClock], exports: [AlarmClock] })
export class AlarmsModule {}
