import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { dataSourceOptions } from './data-source.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';

let database: FreshDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await freshDatabase({ empty: true });
  dataSource = new DataSource(dataSourceOptions(database.url));
  await dataSource.initialize();
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('migrate', () => {
  it('lets four processes that start at once on an empty database run each migration once', async () => {
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)));
    expect(ran.flat()).toHaveLength(migrations.length);
    expect(ran.filter((names) => names.length === migrations.length)).not.toHaveLength(0);
    expect(await migrate(database.url)).toEqual([]);
  }, 30_000);

  it('lets the next one try after a failure', async () => {
    await dataSource.query('create table migrations (wrong int)');
    await expect(migrate(database.url)).rejects.toThrow();
    await dataSource.query('drop table migrations');
    expect(await migrate(database.url)).toHaveLength(migrations.length);
  }, 30_000);
});

describe('a connection that is lost', () => {
  it('ends only its own queries, even if nobody listens to it', async () => {
    const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
    const taken = await pool.connect();
    expect(() => taken.emit('error', new Error('terminating connection due to administrator command'))).not.toThrow();
    taken.release(true);
    expect(await dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('statements sent together in one transaction', () => {
  beforeEach(async () => {
    await dataSource.query('create table counter (id int primary key, n int)');
    await dataSource.query('insert into counter values (1, 0), (2, 0)');
  });

  const add = (id: number) => `update counter set n = n + 1 where id = ${id}`;

  it('are all done, in order', async () => {
    await dataSource.transaction((manager) =>
      Promise.all([
        manager.query(add(1)),
        manager.query('update counter set n = n * 10 where id = 1'),
        manager.query(add(1)),
      ]),
    );
    expect(await dataSource.query('select n from counter where id = 1')).toEqual([{ n: 11 }]);
  });

  it('are none of them done when one fails, and the connection is usable again', async () => {
    for (let i = 0; i < 25; i += 1) {
      const attempt = dataSource.transaction((manager) =>
        Promise.all([manager.query(add(1)), manager.query('select 1 / 0'), manager.query(add(2))]),
      );
      await expect(attempt).rejects.toThrow('division by zero');
    }
    expect(await dataSource.query('select sum(n)::int as n from counter')).toEqual([{ n: 0 }]);
  });

  it('all end with an error when the connection dies under them', async () => {
    const attempt = dataSource.transaction((manager) =>
      Promise.all([
        manager.query(add(1)),
        manager.query('select pg_terminate_backend(pg_backend_pid())'),
        manager.query(add(2)),
      ]),
    );
    await expect(attempt).rejects.toThrow();
    expect(await dataSource.query('select sum(n)::int as n from counter')).toEqual([{ n: 0 }]);
  });
});
