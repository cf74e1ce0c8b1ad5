import type { Chance } from '#machines/kit/testing/chance.js';
import type { Fleet } from '../servers/fleet.js';
import type { Postgres } from '../servers/postgres.js';
import type { RedisServer } from '../servers/redis.js';

/** What faults can act on. */
export interface Field {
  chance: Chance;
  postgres: Postgres;
  /** Null if the queue lives in PostgreSQL. */
  redis: RedisServer | null;
  fleet: Fleet;
}

/** One thing that can go wrong. It resolves when its effect is over. */
export interface Fault {
  name: string;
  /** How often it happens, in relation to the others. */
  weight: number;
  happens(field: Field): Promise<void>;
}
