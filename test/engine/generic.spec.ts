import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { regulations } from '#machines/regulations.js';
import { Client } from '../support/client.js';
import { lendingRules } from '../support/lending/regulation.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('a procedure that only this test knows', () => {
  let app: RunningApp;
  let client: Client;

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' }, [...regulations, lendingRules]);
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  const book = async (title: string): Promise<string> =>
    (await client.create('education', 'lending', { title })).body.id;

  it('runs over the same HTTP, with its own number, rule, deadline and inbox', async () => {
    const id = await book('公报');
    const lent = await client.send('archives', id, 'lend', { days: 31 });
    expect([lent.status, lent.body.refusals[0].rule]).toEqual([422, 'lending.not-too-long']);
    const done = await client.send('archives', id, 'lend', { days: 30 });
    expect(done.body).toMatchObject({
      number: 'JY-2026-0001',
      stateLabel: '借出',
      deadlines: [{ name: 'return', dueOn: '2026-01-12' }],
    });
    await client.passTo('2026-01-20');
    const inbox = await client.get('education', '/api/v1/notifications');
    expect(inbox.body.items.map((n: { title: string }) => n.title)).toContain('提醒：归还');
  });

  it('sends an event to every linked case, once each', async () => {
    const [original, ...copies] = [await book('底本'), await book('副本甲'), await book('副本乙')];
    for (const copy of copies) {
      await client.send('archives', copy, 'lend', { days: 5 });
      await app.app
        .get(DataSource)
        .query(`insert into case_links (from_case, kind, to_case) values ($1, 'copy', $2)`, [original, copy]);
    }
    expect((await client.send('archives', original!, 'close')).body.status).toBe('closed');
    for (const copy of copies) {
      const { body } = await client.get('education', `/api/v1/cases/${copy}/history`);
      expect(body.map((h: { type: string }) => h.type)).toEqual(['created', 'lend', 'recalled']);
    }
    expect(await app.app.get(DataSource).query('select error from outbox where error is not null')).toEqual([]);
  });

  it('sends an event to a linked case, once', async () => {
    const [original, copy] = [await book('正本'), await book('副本')];
    await client.send('archives', copy, 'lend', { days: 5 });
    await app.app
      .get(DataSource)
      .query(`insert into case_links (from_case, kind, to_case) values ($1, 'copy', $2)`, [original, copy]);
    expect((await client.send('archives', original, 'close')).body.status).toBe('closed');
    await client.passTo('2026-01-21');
    const { body } = await client.get('education', `/api/v1/cases/${copy}/history`);
    expect(body.map((h: { type: string }) => h.type)).toEqual(['created', 'lend', 'recalled']);
    expect(body[2].actor.id).toBe('system');
  });

  it('is published like any other', async () => {
    const { body } = await client.get('education', '/api/v1/procedures/lending');
    expect(body.events.map((e: { type: string }) => e.type)).toEqual(['lend', 'giveBack', 'close']);
    expect(body.events[0].payloadSchema.properties.days.type).toBe('integer');
    expect(body.mermaid).toContain('stateDiagram-v2');
  });
});
