import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { addMonths } from '#machines/kit/words/dates.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { checkDatabase } from '../../chaos/checker/check.js';
import { Client } from '../support/client.js';
import { emptyDatabase, eventually, fleet, type Fleet } from '../support/external.js';
import { ensureBuilt } from '../support/spawn-program.js';

const START = '2025-01-06';
const DAY_SECONDS = 86_400;

beforeAll(() => {
  if (!process.env.REDIS_URL) throw new Error('REDIS_URL is missing: npm run test:external needs a Redis server.');
  ensureBuilt();
});

describe.each([
  ['a deadline 24 months away', 50],
  ['a case that is entered again', 4],
])('on a fast clock with Redis: %s', (subject, daysPerSecond) => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let processes: Fleet;
  let client: Client;
  beforeAll(async () => {
    database = await emptyDatabase();
    processes = await fleet({
      DATABASE_URL: database.url,
      REDIS_URL: process.env.REDIS_URL!,
      CLOCK: 'fast',
      CLOCK_START: START,
      CLOCK_RATE: `${daysPerSecond * DAY_SECONDS}`,
    });
    client = new Client((await processes.start({ ROLE: 'all' })).url!);
  });
  afterAll(async () => {
    await processes.end();
    await database.drop();
  });
  const findings = async () => (await checkDatabase(database.url, { until: START })).findings.all;

  const testOf: Record<string, () => void> = {
    'a deadline 24 months away': () =>
      it('survives the loss of all data in Redis: it rings on its day and moves its case, once', async () => {
        const opensOn = addMonths((await client.get('admin', '/api/v1/clock')).body.now.slice(0, 10), 24);
        const {
          body: { id },
        } = await client.create('data-bureau', 'annual-plan', { year: 2028, opensOn, closesOn: addMonths(opensOn, 3) });
        const redis = new Redis(process.env.REDIS_URL!);
        await redis.flushall();
        await redis.quit();
        const opened = async () =>
          (await database.query(`select at from history where case_id = $1 and type = 'windowOpened'`, [id])).rows as {
            at: Date;
          }[];
        await eventually(opened, (rows) => rows.length > 0, 60_000);
        expect(await opened()).toHaveLength(1);
        const { rows } = await database.query(
          `select fired_at >= planned_at as punctual, planned_at = ($1 || 'T00:00:00+08:00')::timestamptz as planned from reminders where rung = 'fires' and deadline_id like $2`,
          [opensOn, `${id}.windowOpening.%`],
        );
        expect(rows).toEqual([{ punctual: true, planned: true }]);
        expect(await findings()).toEqual([]);
      }, 90_000),

    'a case that is entered again': () =>
      it('rings three rungs three times', async () => {
        const {
          body: { id },
        } = await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000));
        await client.upload('county-hospital', id, 'declarationForm');
        await client.send('county-hospital', id, 'declare');
        const reminded = async () =>
          (
            await database.query(
              `select d.occurrence, array_agg(r.rung order by r.planned_at) as rungs from deadlines d join reminders r on r.deadline_id = d.id where d.case_id = $1 and d.name = 'correctionReply' group by 1 order by 1`,
              [id],
            )
          ).rows as { rungs: string[] }[];
        for (let round = 1; round <= 3; round++) {
          expect((await client.send('health', id, 'returnForCorrection', { items: `第${round}次` })).status).toBe(200);
          await eventually(reminded, (rows) => rows.length === round && rows.at(-1)!.rungs.includes('due'), 60_000);
          expect((await client.send('county-hospital', id, 'resubmit', { reply: '已补正' })).status).toBe(200);
        }
        const rows = await reminded();
        expect(rows).toHaveLength(3);
        for (const { rungs } of rows)
          expect([rungs.includes('due'), new Set(rungs).size]).toEqual([true, rungs.length]);
        expect(await findings()).toEqual([]);
      }, 180_000),
  };
  testOf[subject]!();
});
