import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { UrgedAndGuests0000000000008 } from '#src/persistence/migrations/0008-urged-and-guests.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('a case whose desk is older than the fields for urging and guests', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp();
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  it('is migrated: its arrangements stay, and work on it continues', async () => {
    const { body } = await client.create('education', 'project', declarationOf('早先的案件', 100_000_000));
    await client.send('education', body.id, 'copyTo', { to: ['unit:health'] });
    const database = app.app.get(DataSource);
    await database.query(`update cases set desk = (desk::jsonb - 'urges' - 'guests')::json where id = $1`, [body.id]);
    expect((await client.get('education', `/api/v1/cases/${body.id}`)).status).toBe(500);

    const runner = database.createQueryRunner();
    await new UrgedAndGuests0000000000008().up(runner);
    await runner.release();
    expect((await client.get('education', `/api/v1/cases/${body.id}`)).body.desk).toMatchObject({
      copies: [{ to: 'unit:health' }],
      urges: [],
    });
    expect((await client.send('education', body.id, 'copyTo', { to: ['unit:finance'] })).status).toBe(200);
  });
});
