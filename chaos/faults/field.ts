import type { Chance } from '#machines/kit/testing/chance.js';
import type { Fleet } from '../servers/fleet.js';
import type { Postgres } from '../servers/postgres.js';
import type { RedisServer } from '../servers/redis.js';

/** What faults are done to. */
export interface Field {
  chance: Chance;
  postgres: Postgres;
  /** Null where the queue lives in PostgreSQL. */
  redis: RedisServer | null;
  fleet: Fleet;
}

/** One thing that can go wrong; it resolves when what it does is over. */
export interface Fault {
  name: string;
  /** How often, against the others. */
  weight: number;
  happens(field: Field): Promise<void>;
}
