import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { GuardedClient } from './guarded-client.js';
import { sessionOf } from './session.js';
import { FAST_NOW, SYSTEM_NOW } from './stores/clock.store.js';
import { SimulatedClockStore } from './stores/simulated-clock.store.js';

/** What a migrated database knows of time. A clock that was never begun is null. */
export interface KnownTime {
  readonly system: IsoInstant;
  readonly simulated: IsoInstant | null;
  readonly fast: IsoInstant | null;
  /** The years of its calendar. */
  readonly years: readonly number[];
}

export async function knownTime(databaseUrl: string): Promise<KnownTime> {
  const client = new GuardedClient(sessionOf(databaseUrl));
  await client.connect();
  try {
    const { rows } = await client.query<{ system: Date; simulated: Date | null; fast: Date | null; years: number[] }>(
      `select ${SYSTEM_NOW} as system, ${SimulatedClockStore.NOW} as simulated, ${FAST_NOW} as fast,
         array(select year from calendar_years) as years`,
    );
    const { system, simulated, fast, years } = rows[0]!;
    const orNull = (at: Date | null): IsoInstant | null => at && instantOf(at.getTime());
    return { system: instantOf(system.getTime()), simulated: orNull(simulated), fast: orNull(fast), years };
  } finally {
    await client.end();
  }
}
