import { Global, Module } from '@nestjs/common';
import { at } from '#machines/kit/dates.js';
import { CONFIG, type AppConfig } from '../config.js';
import { SimulatedClockStore } from '../persistence/stores/simulated-clock.store.js';
import { CLOCK, systemClock, type Clock } from './clock.js';

@Global()
@Module({
  providers: [
    SimulatedClockStore,
    {
      provide: CLOCK,
      inject: [CONFIG, SimulatedClockStore],
      useFactory: async (config: AppConfig, store: SimulatedClockStore): Promise<Clock> => {
        if (config.clock === 'system') return systemClock;
        await store.start(at(config.clockStart!, 8));
        return { now: async () => (await store.read()).now };
      },
    },
  ],
  exports: [CLOCK, SimulatedClockStore],
})
export class ClockModule {}
