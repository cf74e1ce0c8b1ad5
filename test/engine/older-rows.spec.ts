import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Sweeper } from '#src/timers/sweeper.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('a case older than the rows for waits, duties and lists', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp();
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  it('gets its rows once with the next sweep, as if they had been written with its events', async () => {
    const { body } = await client.create('county-hospital', 'project', declarationOf('早先的案件', 100_000_000));
    await client.upload('county-hospital', body.id, 'declarationForm');
    expect((await client.send('county-hospital', body.id, 'declare')).status).toBe(200);
    const database = app.app.get(DataSource);
    const rows = async () => ({
      waits: await database.query(
        'select state, party, principal, kind, clause, stage, since from waits where case_id = $1 and until is null order by state',
        [body.id],
      ),
      deadlines: await database.query(
        "select id, owed_by, due_on, next_at, next_rung from deadlines where case_id = $1 and status = 'open' order by id",
        [body.id],
      ),
      lists: await database.query('select lists, due_on, waiting_since from cases where id = $1', [body.id]),
    });
    const written = await rows();
    expect(written.deadlines.length).toBeGreaterThan(0);

    await database.query('delete from waits where case_id = $1', [body.id]);
    await database.query(`update deadlines set owed_by = '{}' where case_id = $1`, [body.id]);
    await database.query('update cases set counted_with = -1 where id = $1', [body.id]);
    await app.app.get(Sweeper).sweep();
    expect(await rows()).toEqual(written);
    await database.query('update cases set counted_with = -1 where id = $1', [body.id]);
    await app.app.get(Sweeper).sweep();
    expect(await rows()).toEqual(written);
    expect((await client.send('health', body.id, 'endorse')).status).toBe(200);
  });
});
