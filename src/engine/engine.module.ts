import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { Procedures } from '#machines/kit/law/procedures.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { ParametersService } from '../calendar/parameters.service.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type AppConfig } from '../config.js';
import { DirectoryService } from '../identity/directory.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { CASE_POOL, createCasePool } from '../persistence/case-pool.js';
import { PgCaseStore } from '../persistence/stores/case.store.js';
import { BellTower } from './bell-tower.js';
import { Engine } from './engine.js';
import { CASE_STORE, WORLD, type CaseStore, type World } from './ports.js';

/** The engine with its store and its world. Whoever owns the alarm clock hangs it into the bell tower. */
@Global()
@Module({
  imports: [CalendarModule, IdentityModule],
  providers: [
    BellTower,
    { provide: CASE_POOL, inject: [CONFIG], useFactory: (config: AppConfig) => createCasePool(config.databaseUrl) },
    {
      provide: CASE_STORE,
      inject: [CASE_POOL, CLOCK],
      useFactory: (pool: Pool, clock: Clock) => new PgCaseStore(pool, clock.sql),
    },
    {
      provide: WORLD,
      inject: [CalendarService, ParametersService, DirectoryService, CLOCK, Procedures],
      useFactory: (
        calendar: CalendarService,
        parameters: ParametersService,
        directory: DirectoryService,
        clock: Clock,
        procedures: Procedures,
      ): World => ({
        current: async () => ({
          calendar: await calendar.current(),
          parameters: await parameters.current(),
          directory: await directory.current(),
          procedures,
        }),
        standsInFor: async (actor) =>
          actor.principals.includes('system') ? [] : directory.standsInFor(actor, dayOf(await clock.now())),
      }),
    },
    {
      provide: Engine,
      inject: [CASE_STORE, WORLD, BellTower],
      useFactory: (store: CaseStore, world: World, bell: BellTower) => new Engine(store, world, bell, bell),
    },
    {
      provide: 'CASE_POOL_END',
      inject: [CASE_POOL],
      useFactory: (pool: Pool): OnApplicationShutdown => ({ onApplicationShutdown: () => pool.end() }),
    },
  ],
  exports: [Engine, BellTower, CASE_STORE, WORLD, CASE_POOL],
})
export class EngineModule {}
