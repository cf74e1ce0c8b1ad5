import { Global, Module } from '@nestjs/common';
import { at } from '#machines/kit/words/dates.js';
import { CONFIG, type AppConfig } from '../config.js';
import { ClockStore, FAST_NOW } from '../persistence/stores/clock.store.js';
import { SimulatedClockStore } from '../persistence/stores/simulated-clock.store.js';
import { CLOCK, type Clock } from './clock.js';
import { RowClock } from './row-clock.js';
import { SystemClock } from './system-clock.js';

const OPENS_AT_HOUR = 8;

@Global()
@Module({
  providers: [
    ClockStore,
    SimulatedClockStore,
    {
      provide: CLOCK,
      inject: [CONFIG, ClockStore, SimulatedClockStore],
      useFactory: async (
        { clock, clockStart, clockRate }: AppConfig,
        store: ClockStore,
        simulated: SimulatedClockStore,
      ): Promise<Clock> => {
        if (clock === 'system') return new SystemClock(store);
        const start = at(clockStart!, OPENS_AT_HOUR);
        if (clock === 'fast') return new RowClock(store, FAST_NOW, await store.startFast(start, clockRate!));
        await simulated.start(start);
        return new RowClock(store, SimulatedClockStore.NOW, 0);
      },
    },
  ],
  exports: [CLOCK, SimulatedClockStore],
})
export class ClockModule {}
