import type { Fault } from './field.js';

export const restarted: Fault = {
  name: 'PostgreSQL restarted (fast)',
  weight: 3,
  happens: ({ postgres }) => postgres.restart('fast'),
};
export const crashed: Fault = {
  name: 'PostgreSQL crashed (immediate)',
  weight: 3,
  happens: ({ postgres }) => postgres.restart('immediate'),
};

export const wiped: Fault = {
  name: 'queue wiped',
  weight: 8,
  happens: async ({ redis, postgres }) => {
    if (redis) await redis.flush();
    else await postgres.pool.query('delete from bullmq.job');
  },
};

export const redisCrashed: Fault = {
  name: 'Redis killed and restarted',
  weight: 4,
  happens: async ({ redis, chance }) => redis!.crash(chance.int(200, 6_000)),
};
