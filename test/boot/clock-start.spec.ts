import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Procedures } from '#machines/kit/law/procedures.js';
import { regulations } from '#machines/regulations.js';
import { checkClock } from '#src/boot/check-clock.js';
import { loadConfig } from '#src/config.js';
import { StartError } from '#src/start-error.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

const { issued } = regulations[0]!;
const dayBefore = new Date(Date.parse(issued) - 864e5).toISOString().slice(0, 10);
const start = (env: Record<string, string>): Promise<void> =>
  checkClock({ ...loadConfig(env), databaseUrl: database.url }, new Procedures(regulations));

describe('a clock that the law does not reach', () => {
  it.each(['simulated', 'fast'])('is refused where a %s one would begin', async (CLOCK) => {
    await start({ CLOCK });
    await start({ CLOCK, CLOCK_START: issued });
    await start({ CLOCK, CLOCK_START: '2045-12-31' });
    const early = start({ CLOCK, CLOCK_START: dayBefore });
    await expect(early).rejects.toBeInstanceOf(StartError);
    await expect(early).rejects.toThrow(
      `环境变量 CLOCK_START 的值“${dayBefore}”不对：最早的参数从 ${issued} 起才有，不能早于这一天。`,
    );
    await expect(start({ CLOCK, CLOCK_START: '2046-01-01' })).rejects.toThrow('工作日历只到 2045 年，没有 2046 年。');
  });

  it('is refused where it was begun before, whatever CLOCK_START says', async () => {
    await owner.query(
      `insert into simulated_clock (now, goal, settled) values ('2003-05-01', '2003-05-01', '2003-05-01')`,
    );
    await expect(start({ CLOCK: 'simulated' })).rejects.toThrow(/^数据库的案件时钟现在是 2003-05-01：.*请换一个数据库/);
    await start({ CLOCK: 'system' });
    await owner.query('delete from simulated_clock');
  });

  it('is no matter of CLOCK_START where one has been begun well', async () => {
    await owner.query(
      `insert into simulated_clock (now, goal, settled) values ('2028-03-01', '2028-03-01', '2028-03-01')`,
    );
    await start({ CLOCK: 'simulated', CLOCK_START: '1990-01-01' });
    await owner.query('delete from simulated_clock');
  });
});
