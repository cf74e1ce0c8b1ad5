import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { eventually } from '../support/external.js';
import { mailServer, type MailServer } from '../support/mail-server.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Item = any;

describe('the quiet hours', () => {
  let app: RunningApp;
  let client: Client;
  let post: MailServer;
  beforeAll(async () => {
    post = await mailServer();
    app = await startApp({
      clock: 'simulated',
      clockStart: '2026-03-06',
      smtpUrl: post.url,
      mailFrom: 'bihuan@example.gov.cn',
    });
    client = new Client(app.url);
    expect(
      (await client.call('health', 'POST', '/api/v1/me/endpoints', { address: 'health@example.gov.cn' })).status,
    ).toBe(201);
  });
  afterAll(async () => {
    await app.close();
    await post.close();
  });
  const to = async (instant: string): Promise<void> => {
    const { status, text } = await client.call('admin', 'POST', '/api/v1/clock', { to: `${instant}:00+08:00` });
    if (status !== 200) throw new Error(text);
  };

  it('hold back a second attempt until their end, whoever asks for it', async () => {
    const { body } = await client.create('county-hospital', 'project', declarationOf('白天没有送到', 100_000_000));
    await client.upload('county-hospital', body.id, 'declarationForm');
    await client.send('county-hospital', body.id, 'declare');
    await delivered(app);
    await to('2026-03-07T10:30');
    post.mails.splice(0);
    post.refuse(421, 'too busy', 6);
    expect((await client.send('supervisor', body.id, 'urge', { message: '请尽快审核' })).status).toBe(200);
    const urged = async (): Promise<Item> =>
      (await client.get('admin', '/api/v1/deliveries')).body.items.find((d: Item) => d.kind === 'urgent');
    await eventually(urged, (d) => d?.attempts === 1);
    // 10:30 and 341 minutes, and 360 more: 22:11.
    await to('2026-03-07T20:59');
    expect(await urged()).toMatchObject({
      state: 'planned',
      attempts: 6,
      nextAttemptAt: '2026-03-08T08:00:00.000+08:00',
    });
    await to('2026-03-08T07:59');
    expect(post.mails).toEqual([]);
    post.refuse(550, 'no such mailbox', 1);
    await to('2026-03-08T08:00');
    const failed = await urged();
    expect(failed).toMatchObject({ state: 'failed', attempts: 7, failedAt: '2026-03-08T08:00:00.000+08:00' });
    await to('2026-03-08T23:00');
    post.mails.splice(0);
    expect((await client.call('admin', 'POST', `/api/v1/deliveries/${failed.id}/retry`)).body).toMatchObject({
      state: 'planned',
      nextAttemptAt: '2026-03-09T08:00:00.000+08:00',
    });
    await to('2026-03-09T07:59');
    expect(post.mails).toEqual([]);
    await to('2026-03-09T08:00');
    expect((await urged()).deliveredAt).toBe('2026-03-09T08:00:00.000+08:00');
    expect(post.mails).toHaveLength(1);
  });
});
