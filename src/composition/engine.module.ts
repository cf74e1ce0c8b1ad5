import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { Procedures } from '#machines/kit/law/procedures.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { ParametersService } from '../calendar/parameters.service.js';
import { RECOUNTS } from '../calendar/recounts.js';
import { Channels } from '../channels/channels.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type AppConfig } from '../config.js';
import { Engine } from '../engine/engine.js';
import { CASE_STORE, WORLD, type CaseStore, type World } from '../engine/ports.js';
import { Leaving } from '../health/leaving.js';
import { DirectoryService } from '../identity/directory.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { Relay } from '../notices/relay.js';
import { CASE_POOL, createCasePool } from '../persistence/case-pool.js';
import { PgCaseStore } from '../persistence/stores/case.store.js';
import { OutboxStore } from '../persistence/stores/outbox.store.js';
import { AlarmClock } from '../timers/alarm-clock.js';
import { AlarmsModule } from '../timers/alarms.module.js';

/** Nest injection token of the engine and the relay, which need each other. */
const ENGINE_AND_RELAY = Symbol('ENGINE_AND_RELAY');

/**
 * Builds the engine and the relay. The relay brings a signal to another case through the engine, and the engine has the
 * relay bring what that case says in turn: each needs the other. Both ends are tied here, inside one function, so that
 * neither has a field that somebody sets later.
 */
function engineAndRelay(
  store: CaseStore,
  world: World,
  alarms: AlarmClock,
  outbox: OutboxStore,
  directory: DirectoryService,
  clock: Clock,
  channels: Channels,
  leaving: Leaving,
): { engine: Engine; relay: Relay } {
  const engine: Engine = new Engine(store, world, [
    alarms,
    { committed: (change, caller) => relay.committed(change, caller) },
  ]);
  const relay = new Relay(outbox, directory, engine, clock, channels, world, leaving);
  return { engine, relay };
}

/** The engine with its store, its world, and the listeners it tells of its changes. */
@Global()
@Module({
  imports: [CalendarModule, IdentityModule, ChannelsModule, AlarmsModule],
  providers: [
    OutboxStore,
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
      provide: ENGINE_AND_RELAY,
      inject: [CASE_STORE, WORLD, AlarmClock, OutboxStore, DirectoryService, CLOCK, Channels, Leaving],
      useFactory: engineAndRelay,
    },
    { provide: Engine, inject: [ENGINE_AND_RELAY], useFactory: ({ engine }: { engine: Engine }) => engine },
    { provide: Relay, inject: [ENGINE_AND_RELAY], useFactory: ({ relay }: { relay: Relay }) => relay },
    { provide: RECOUNTS, useExisting: AlarmClock },
    {
      provide: 'CASE_POOL_END',
      inject: [CASE_POOL],
      useFactory: (pool: Pool): OnApplicationShutdown => ({ onApplicationShutdown: () => pool.end() }),
    },
  ],
  exports: [Engine, Relay, OutboxStore, RECOUNTS, CASE_STORE, WORLD, CASE_POOL],
})
export class EngineModule {}
