import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Dispatcher } from '#src/channels/dispatcher.js';
import { DELIVERY_STATES, DeliveryListStore } from '#src/persistence/stores/delivery-list.store.js';
import { DeliveryStore } from '#src/persistence/stores/delivery.store.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { eventually } from '../support/external.js';
import { mailServer, type MailServer } from '../support/mail-server.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Item = any;

describe('a message that does not arrive', () => {
  let app: RunningApp;
  let client: Client;
  let post: MailServer;
  let db: DataSource;
  beforeAll(async () => {
    post = await mailServer();
    app = await startApp({
      clock: 'simulated',
      clockStart: '2026-03-02',
      smtpUrl: post.url,
      mailFrom: 'bihuan@example.gov.cn',
    });
    client = new Client(app.url);
    db = app.app.get(DataSource);
    expect(
      (await client.call('health', 'POST', '/api/v1/me/endpoints', { address: 'health@example.gov.cn' })).status,
    ).toBe(201);
  });
  afterAll(async () => {
    await app.close();
    await post.close();
  });
  beforeEach(() => void post.mails.splice(0));

  const declared = async (title: string): Promise<string> => {
    const { body } = await client.create('county-hospital', 'project', declarationOf(title, 100_000_000));
    await client.upload('county-hospital', body.id, 'declarationForm');
    await client.send('county-hospital', body.id, 'declare');
    await delivered(app);
    return body.id;
  };
  const to = async (instant: string): Promise<void> => {
    const { status, text } = await client.call('admin', 'POST', '/api/v1/clock', { to: `${instant}:00+08:00` });
    if (status !== 200) throw new Error(text);
  };
  /** Does something while no part of the program can send. */
  const unsent = async (work: () => Promise<void>): Promise<void> => {
    const own = app.app.get(Dispatcher);
    await own.run();
    const asleep = jest.spyOn(own, 'run').mockResolvedValue();
    await work().finally(() => asleep.mockRestore());
  };
  const another = (deliveries = app.app.get(DeliveryStore)): Dispatcher => {
    const own = app.app.get(Dispatcher);
    return new Dispatcher(deliveries, own['channels'], own['clock'], own['config'], own['leaving'], own['quiet']);
  };
  const newest = async (): Promise<Item> => (await client.get('admin', '/api/v1/deliveries?limit=1')).body.items[0];
  const stuck = async (id: string): Promise<Item> =>
    (await client.get('supervisor', '/api/v1/supervision/stuck?kind=faulted')).body.items.find(
      (i: Item) => i.case.id === id,
    );

  it('is tried again after a minute, then four, then sixteen, and is the same message', async () => {
    await declared('灰名单');
    post.refuse(451, 'greylisted, come back later', 3);
    await to('2026-03-02T10:00');
    expect(await newest()).toMatchObject({
      state: 'planned',
      attempts: 1,
      nextAttemptAt: '2026-03-02T10:01:00.000+08:00',
      error: expect.stringContaining('greylisted'),
    });
    await to('2026-03-02T10:01');
    expect(await newest()).toMatchObject({
      state: 'planned',
      attempts: 2,
      nextAttemptAt: '2026-03-02T10:05:00.000+08:00',
    });
    await to('2026-03-02T10:20');
    expect(await newest()).toMatchObject({
      state: 'planned',
      attempts: 3,
      nextAttemptAt: '2026-03-02T10:21:00.000+08:00',
    });
    await to('2026-03-02T10:21');
    expect(await newest()).toMatchObject({
      state: 'delivered',
      attempts: 4,
      deliveredAt: '2026-03-02T10:21:00.000+08:00',
      error: null,
    });
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('deliveries_total{channel="email",outcome="retry"} 3');
    expect(metrics).toContain('deliveries_total{channel="email",outcome="delivered"} 1');
    expect(post.mails.map((m) => m.messageId)).toEqual([`<${(await newest()).id}@example.gov.cn>`]);
  });

  it('makes its case faulted after a final refusal by the server, with the error and the remedy, until a retry succeeds', async () => {
    const id = await declared('没有这个邮箱');
    post.refuse(550, 'no such mailbox', 2);
    await to('2026-03-03T10:00');
    const failed = await newest();
    expect(failed).toMatchObject({
      state: 'failed',
      attempts: 1,
      failedAt: '2026-03-03T10:00:00.000+08:00',
      cases: [{ id }],
    });
    const shown = await stuck(id);
    expect(shown.cause.message).toContain(
      '发给县卫健委经办人的电子邮件没有送达(邮件服务器没有接收：550 no such mailbox)',
    );
    expect(shown.cause.message).toContain('请核对接收地址后重发，或者写明理由不再发送');
    expect((await client.get('admin', '/api/v1/deliveries?state=failed')).body.items.map((d: Item) => d.id)).toEqual([
      failed.id,
    ]);

    expect(shown).toMatchObject({
      chase: { role: 'admin', label: '管理员', person: '系统管理员' },
      clause: null,
      since: '2026-03-03',
      nextSteps: [
        { type: 'retry', label: '重发', delivery: failed.id },
        { type: 'dismiss', label: '不再发送', delivery: failed.id },
      ],
    });
    const found = (await client.get('admin', '/api/v1/supervision/stuck')).body.items;
    expect(found.map((i: Item) => [i.case.id, i.kind])).toEqual([[id, 'faulted']]);
    expect((await client.get('admin', `/api/v1/cases/${id}`)).status).toBe(404);

    const retry = () => client.call('admin', 'POST', `/api/v1/deliveries/${failed.id}/retry`);
    expect((await client.call('health', 'POST', `/api/v1/deliveries/${failed.id}/retry`)).status).toBe(403);
    expect((await retry()).body.state).toBe('planned');
    await to('2026-03-03T10:05');
    expect(await newest()).toMatchObject({ state: 'failed', attempts: 1 });
    expect(await stuck(id)).toBeDefined();
    expect((await retry()).status).toBe(200);
    await to('2026-03-03T10:10');
    expect(await newest()).toMatchObject({ state: 'delivered', failedAt: null });
    expect(await stuck(id)).toBeUndefined();
    expect((await retry()).status).toBe(409);
    expect(post.mails).toHaveLength(1);
  });

  it('stays so until somebody dismisses it with a reason', async () => {
    const id = await declared('不再发送');
    post.refuse(550, 'no such mailbox', 1);
    await to('2026-03-04T12:00');
    const failed = await newest();
    const dismiss = (data: object) => client.call('admin', 'POST', `/api/v1/deliveries/${failed.id}/dismiss`, data);
    expect((await dismiss({})).status).toBe(400);
    expect((await dismiss({ reason: '已电话告知' })).body).toMatchObject({
      state: 'dismissed',
      dismissed: { by: 'admin', reason: '已电话告知' },
    });
    expect(await stuck(id)).toBeUndefined();
    expect((await dismiss({ reason: '再来一次' })).status).toBe(409);
    expect(
      (
        await client.call('admin', 'POST', '/api/v1/deliveries/00000000-0000-4000-8000-000000000000/dismiss', {
          reason: '没有',
        })
      ).status,
    ).toBe(404);
  });

  it('is in the audit log with who sent it again or gave it up, and why', async () => {
    const lines = async (action: string): Promise<Item[]> =>
      (await client.get('admin', `/api/v1/audit?action=${action}`)).body.items;
    const [given, ...more] = await lines('delivery.dismissed');
    expect([more, given]).toMatchObject([
      [],
      { subject: (await newest()).id, actor: { id: 'admin' }, detail: { reason: '已电话告知' } },
    ]);
    expect((await lines('delivery.retried')).map((l) => [l.actor.id, l.detail])).toEqual([
      ['admin', {}],
      ['admin', {}],
    ]);
  });

  it('has failed for good after eight attempts', async () => {
    const id = await declared('服务器一直忙');
    post.refuse(421, 'too busy', 8);
    await to('2026-03-06T18:00');
    const { items } = (await client.get('admin', '/api/v1/deliveries?state=failed')).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ attempts: 8, error: expect.stringContaining('too busy'), cases: [{ id }] });
    // 1 + 4 + 16 + 64 + 256 + 360 minutes after ten o'clock it is 21:41, which is within the quiet hours. The last
    // attempt is 360 minutes after their end.
    expect(items[0].failedAt).toBe('2026-03-06T14:00:00.000+08:00');
    await client.call('admin', 'POST', `/api/v1/deliveries/${items[0].id}/dismiss`, { reason: '测试' });
  });

  it('goes again under the same id once the claim of a sender that died before recording it has expired', async () => {
    await declared('发出后断电');
    await db.query(`update deliveries set next_attempt_at = planned_at where state = 'planned'`);
    const own = app.app.get(Dispatcher);
    const dying = Object.assign(Object.create(app.app.get(DeliveryStore)) as DeliveryStore, {
      record: () => Promise.reject(new Error('killed')),
    });
    await another(dying).run();
    expect(post.mails).toHaveLength(1);
    await own.run();
    expect(post.mails).toHaveLength(1);
    expect(await newest()).toMatchObject({ state: 'sending', attempts: 1 });
    await db.query(
      `update deliveries set lease_until = clock_timestamp() - interval '1 second' where state = 'sending'`,
    );
    await Promise.all([own.run(), another().run()]);
    expect(post.mails).toHaveLength(2);
    expect(post.mails[1]!.messageId).toBe(post.mails[0]!.messageId);
    expect(await newest()).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('ignores an answer that comes after another process has claimed it', () =>
    unsent(async () => {
      await declared('晚到的结果');
      await db.query(`update deliveries set next_attempt_at = planned_at where state = 'planned'`);
      const store = app.app.get(DeliveryStore);
      const { now } = (await client.get('admin', '/api/v1/clock')).body;
      const first = (await store.claim(now, ['email']))!;
      await db.query(
        `update deliveries set lease_until = clock_timestamp() - interval '1 second' where state = 'sending'`,
      );
      const second = (await store.claim(now, ['email']))!;
      expect([second.id, second.attempts]).toEqual([first.id, 2]);
      await store.record(first, { state: 'failed', error: '超时', fault: '超时' }, now);
      const itself = async (): Promise<Item> =>
        (await client.get('admin', '/api/v1/deliveries')).body.items.find((d: Item) => d.id === first.id);
      expect(await itself()).toMatchObject({ state: 'sending', error: null });
      await store.record(second, { state: 'delivered' }, now);
      expect(await itself()).toMatchObject({ state: 'delivered', error: null });
    }));

  it('shows in the stuck list by which way the last reminder got furthest', async () => {
    const id = await declared('最后一次提醒');
    const { body } = await client.get('admin', '/api/v1/clock');
    expect(body.now.slice(0, 10)).toBe('2026-03-06');
    await to('2026-03-21T12:00');
    const last = async () =>
      (await client.get('supervisor', '/api/v1/supervision/stuck?limit=200')).body.items.find(
        (i: Item) => i.case.id === id,
      ).lastReminder;
    expect(await last()).toEqual({ at: '2026-03-20T09:00:00.000+08:00', channel: 'email', state: 'delivered' });
    for (const n of (await client.get('health', `/api/v1/notifications?case=${id}`)).body.items)
      await client.call('health', 'POST', `/api/v1/notifications/${n.id}/read`);
    expect(await last()).toMatchObject({ state: 'read' });
  });

  it('is in the list of its state as it is in the list of all, and that list reads no message of another state', async () => {
    const page = async (query = ''): Promise<Item[]> =>
      (await client.get('admin', `/api/v1/deliveries?limit=200${query}`)).body.items;
    const all = await page();
    expect(new Set(all.map((d) => d.state))).toEqual(new Set(['delivered', 'read', 'dismissed']));
    for (const state of DELIVERY_STATES)
      expect([state, await page(`&state=${state}`)]).toEqual([state, all.filter((d) => d.state === state)]);

    const asked = jest.spyOn(DataSource.prototype, 'query');
    await app.app.get(DeliveryListStore).page('failed', 50, null);
    const [text, values] = asked.mock.calls.at(-1)!;
    asked.mockRestore();
    const [{ 'QUERY PLAN': plan }] = await db.query(`explain (analyze, format json) ${text}`, values);
    const loops = (node: Item): number[] => [
      ...(node['Relation Name'] === 'delivery_items' ? [node['Actual Loops']] : []),
      ...(node.Plans ?? []).flatMap(loops),
    ];
    expect(loops(plan[0].Plan)).not.toEqual([]);
    expect(Math.max(...loops(plan[0].Plan))).toBe(0);
  });

  it('that is half sent to a silent server at a stop is given back within seconds, uses no attempt, and goes as the same message', () =>
    unsent(async () => {
      await declared('停机时正在发');
      await db.query(`update deliveries set next_attempt_at = planned_at where state = 'planned'`);
      post.hang();
      const stopping = another();
      const running = stopping.run();
      await eventually(newest, ({ state }) => state === 'sending', 5_000);
      const asked = performance.now();
      await stopping.stop();
      expect(performance.now() - asked).toBeLessThan(4_000);
      await running;
      expect(await newest()).toMatchObject({
        state: 'planned',
        attempts: 0,
        error: expect.stringContaining('程序停止'),
      });
      post.resume();
      await another().run();
      expect(await newest()).toMatchObject({ state: 'delivered', attempts: 1 });
      expect(post.mails.map((m) => m.messageId)).toEqual([`<${(await newest()).id}@example.gov.cn>`]);
    }));

  it('does not keep mail for others from a server that is silent about one recipient', () =>
    unsent(async () => {
      const own = (
        await client.call('county-hospital', 'POST', '/api/v1/me/endpoints', { address: 'hospital@example.gov.cn' })
      ).body;
      await declared('一个邮箱不应答');
      await client.send(
        'supervisor',
        (await client.get('county-hospital', '/api/v1/cases?limit=1')).body.items[0].id,
        'urge',
        { message: '请尽快办理' },
      );
      await delivered(app);
      await db.query(
        `insert into deliveries (key, endpoint_id, kind, state, planned_at, due_at, next_attempt_at)
      select 'test/' || n, $1, 'urgent', 'planned', planned_at, due_at, planned_at from (select * from deliveries order by planned_at desc limit 1) d, generate_series(1, 3) n`,
        [own.id],
      );
      await db.query(
        `insert into delivery_items select d.id, i.notification_id from deliveries d, (select notification_id from delivery_items order by notification_id desc limit 1) i where key like 'test/%'`,
      );
      await db.query(
        `update deliveries set next_attempt_at = planned_at - interval '1 day' where state = 'planned' and endpoint_id <> $1`,
        [own.id],
      );
      post.hang('health@example.gov.cn');
      const dispatcher = another();
      const running = dispatcher.run();
      await eventually(
        async () => post.mails.flatMap((m) => m.to),
        (to) => to.length >= 3,
        20_000,
      );
      expect(new Set(post.mails.flatMap((m) => m.to))).toEqual(new Set(['hospital@example.gov.cn']));
      await dispatcher.stop();
      await running;
      post.resume();
      await client.call('county-hospital', 'DELETE', `/api/v1/me/endpoints/${own.id}`);
      await another().run();
      expect(post.mails.at(-1)!.to).toEqual(['health@example.gov.cn']);
      expect(await newest()).toMatchObject({ state: 'delivered', attempts: 1 });
    }));

  it('is sent once to a server that thinks about a mail for longer than five seconds', () =>
    unsent(async () => {
      await declared('想得久');
      await db.query(`update deliveries set next_attempt_at = planned_at where state = 'planned'`);
      post.ponder(7_000);
      const held = jest.spyOn(DeliveryStore.prototype, 'hold');
      await another().run();
      post.ponder(0);
      expect(post.mails).toHaveLength(1);
      const sent = (await client.get('admin', '/api/v1/deliveries')).body.items.find(
        (d: Item) => post.mails[0]!.messageId === `<${d.id}@example.gov.cn>`,
      );
      expect(sent).toMatchObject({ state: 'delivered', attempts: 1, error: null });
      // Without the longer claim another process would have taken it for abandoned after a minute.
      expect(held).toHaveBeenCalledTimes(1);
      held.mockRestore();
    }));

  it('does not hold up the clock; what is due then comes later', async () => {
    await declared('服务器不应答');
    await to('2026-03-23T09:30');
    post.hang();
    const before = performance.now();
    await to('2026-05-01T12:00');
    expect(performance.now() - before).toBeLessThan(20_000);
    const waiting = (await client.get('admin', '/api/v1/deliveries?limit=200')).body.items.filter(
      (d: Item) => d.state === 'planned' || d.state === 'sending' || d.state === 'failed',
    );
    expect(waiting.length).toBeGreaterThan(0);
    post.resume();
  });
});
