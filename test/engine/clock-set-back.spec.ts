import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { checkDatabase } from '../../chaos/checker/check.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe("when the database's clock has been set back", () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-03-02', role: 'api' });
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  it('steps continue, and a person who got the case later has had it for no time', async () => {
    const { id } = (await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000))).body;
    await client.upload('county-hospital', id, 'declarationForm');
    await client.send('county-hospital', id, 'declare');
    const db = app.app.get(DataSource);
    await db.query(`update simulated_clock set now = now - interval '1 hour'`);
    expect((await client.send('health', id, 'endorse')).status).toBe(200);
    const waits = await db.query(`select since <= until as right from waits where case_id = $1 and until is not null`, [
      id,
    ]);
    expect(waits).toHaveLength(2);
    expect(waits.every((w: { right: boolean }) => w.right)).toBe(true);
    await db.query(`update simulated_clock set now = goal`);
    await delivered(app);
    expect((await checkDatabase(app.config.databaseUrl, { until: '2026-03-02T07:00:00+08:00' })).findings.all).toEqual(
      [],
    );
  });
});
