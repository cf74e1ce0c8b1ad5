import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Dispatcher } from '#src/channels/dispatcher.js';
import { Relay } from '#src/notices/relay.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { eventually } from '../support/external.js';
import { mailServer, type MailServer } from '../support/mail-server.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('mail, by the day and at once', () => {
  let app: RunningApp;
  let client: Client;
  let post: MailServer;
  beforeAll(async () => {
    post = await mailServer();
    app = await startApp({
      clock: 'simulated',
      clockStart: '2026-03-02',
      smtpUrl: post.url,
      mailFrom: '闭环 <bihuan@example.gov.cn>',
      publicUrl: 'https://bihuan.example.gov.cn',
    });
    client = new Client(app.url);
    for (const [who, address] of [
      ['health', 'health@example.gov.cn'],
      ['county-hospital', 'hospital@example.gov.cn'],
    ] as const) {
      expect((await client.call(who, 'POST', '/api/v1/me/endpoints', { address })).status).toBe(201);
    }
  });
  afterAll(async () => {
    await app.close();
    await post.close();
  });
  beforeEach(() => void post.mails.splice(0));

  const declared = async (title: string): Promise<string> => {
    const { body } = await client.create('county-hospital', 'project', declarationOf(title, 100_000_000));
    await client.upload('county-hospital', body.id, 'declarationForm');
    expect((await client.send('county-hospital', body.id, 'declare')).status).toBe(200);
    return body.id;
  };
  const to = async (instant: string): Promise<void> => {
    const { status, text } = await client.call('admin', 'POST', '/api/v1/clock', { to: `${instant}:00+08:00` });
    if (status !== 200) throw new Error(text);
  };
  const mailsTo = (address: string) => post.mails.filter((m) => m.to.includes(address));
  const line = async (who: string, caseId: string) => {
    await delivered(app);
    return (await client.get(who, `/api/v1/notifications?case=${caseId}`)).body.items[0];
  };

  it('is one mail each day, however much there is: what must be done comes first, each line with its link', async () => {
    const ids = [await declared('影像云'), await declared('电子病历'), await declared('云胶片')];
    await to('2026-03-02T09:59');
    expect(post.mails).toEqual([]);
    await to('2026-03-02T10:00');
    const [mail, ...more] = mailsTo('health@example.gov.cn');
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('闭环 3月2日：待办3项');
    for (const id of ids) {
      expect(mail!.text).toContain(`https://bihuan.example.gov.cn/cases/${id}`);
      expect(mail!.html).toContain(`href="https://bihuan.example.gov.cn/cases/${id}"`);
    }
    expect(mail!.text).toContain('「电子病历」');
    await to('2026-03-03T12:00');
    expect(mailsTo('health@example.gov.cn')).toHaveLength(1);
  });

  it('leaves out what was read in the inbox meanwhile, and is not sent if nothing is left', async () => {
    const read = await declared('已经看过');
    const { id } = await line('health', read);
    await client.call('health', 'POST', `/api/v1/notifications/${id}/read`);
    await to('2026-03-04T12:00');
    expect(mailsTo('health@example.gov.cn')).toEqual([]);
    const both = [await declared('看过的'), await declared('没看过的')];
    await client.call('health', 'POST', `/api/v1/notifications/${(await line('health', both[0]!)).id}/read`);
    await to('2026-03-05T12:00');
    const [mail] = mailsTo('health@example.gov.cn');
    expect(mail!.text).toContain('没看过的');
    expect(mail!.text).not.toContain('「看过的」');
  });

  it('reaches an urged person at once, or in the quiet hours when they end', async () => {
    const id = await declared('催一催');
    await to('2026-03-06T15:00');
    post.mails.splice(0);
    expect((await client.send('supervisor', id, 'urge', { message: '请尽快审核' })).status).toBe(200);
    const [mail] = await eventually(
      async () => mailsTo('health@example.gov.cn'),
      (mails) => mails.length > 0,
    );
    expect(mail!.subject).toMatch(/^【紧急】催办：催一催（XM-2026-\d{4}）$/);

    await to('2026-03-07T21:30');
    post.mails.splice(0);
    expect((await client.send('supervisor', id, 'urge', { message: '再催' })).status).toBe(200);
    await to('2026-03-08T07:59');
    expect(mailsTo('health@example.gov.cn')).toEqual([]);
    await to('2026-03-08T08:00');
    expect(mailsTo('health@example.gov.cn')).toHaveLength(1);
  });

  it('shows at each line of an inbox by which ways it went and how far it got', async () => {
    await to('2026-03-08T12:00');
    const id = await declared('走到哪里');
    await to('2026-03-09T09:00');
    const planned = await line('health', id);
    expect(planned.channels).toEqual([
      expect.objectContaining({ channel: 'inbox', state: 'delivered' }),
      expect.objectContaining({
        channel: 'email',
        kind: 'digest',
        state: 'planned',
        dueAt: '2026-03-09T10:00:00.000+08:00',
        sentAt: null,
      }),
    ]);
    await to('2026-03-09T10:00');
    expect((await line('health', id)).channels[1]).toMatchObject({
      state: 'delivered',
      deliveredAt: '2026-03-09T10:00:00.000+08:00',
    });
    await client.call('health', 'POST', `/api/v1/notifications/${planned.id}/read`);
    expect((await line('health', id)).channels.map((c: { state: string }) => c.state)).toEqual(['read', 'read']);
  });

  it('is sent once to each person, however many relays and dispatchers run at once', async () => {
    await declared('一次就够');
    const relay = app.app.get(Relay);
    await Promise.all([relay.run(), relay.run(), relay.run()]);
    const db = app.app.get(DataSource);
    await db.query(`update deliveries set next_attempt_at = due_at - interval '3 days' where state = 'planned'`);
    const own = app.app.get(Dispatcher);
    // These senders run beside the program's own, as in other processes.
    const others = Array.from(
      { length: 4 },
      () =>
        new Dispatcher(own['deliveries'], own['channels'], own['clock'], own['config'], own['leaving'], own['quiet']),
    );
    await Promise.all([own, ...others].map((d) => d.run()));
    expect(mailsTo('health@example.gov.cn')).toHaveLength(1);
    expect(new Set(post.mails.map((m) => m.messageId)).size).toBe(post.mails.length);
    await to('2026-03-10T12:00');
    expect(mailsTo('health@example.gov.cn')).toHaveLength(1);
  });

  it('shows the nearest day first, and no day for a reminder of none', async () => {
    await to('2026-03-10T12:00');
    await to('2026-03-10T12:01');
    const fresh = await declared('刚刚提交');
    await delivered(app);
    await to('2026-03-11T10:00');
    const { text } = mailsTo('health@example.gov.cn').at(-1)!;
    const days = [...text.matchAll(/【(\d{4}-\d\d-\d\d)到期】/g)].map((m) => m[1]!);
    expect(days).toEqual([...days].sort());
    expect(days.length).toBeGreaterThan(0);
    expect(text.indexOf('「刚刚提交」')).toBeGreaterThan(text.lastIndexOf('到期】'));
    expect(text).toContain(fresh);
  });

  it('goes on its own day and hour during a long journey of the clock', async () => {
    await to('2026-03-25T12:00');
    const { items } = (await client.get('admin', '/api/v1/deliveries?limit=200')).body as {
      items: { dueAt: string; deliveredAt: string; state: string }[];
    };
    const late = items.filter((d) => d.dueAt > '2026-03-10T12' && d.state !== 'empty');
    expect(late.length).toBeGreaterThan(4);
    for (const d of late) expect([d.state, d.deliveredAt]).toEqual(['delivered', d.dueAt]);
    const days = mailsTo('health@example.gov.cn')
      .filter((m) => m.subject.startsWith('闭环'))
      .map((m) => Number(/3月(\d+)日/.exec(m.subject)![1]));
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    expect(days.length).toBeGreaterThan(2);
  });
});
