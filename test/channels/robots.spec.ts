import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { WecomRobot } from '#src/channels/robots.js';
import { AuditStore } from '#src/persistence/stores/audit.store.js';
import { DeliveryStore, type Claimed } from '#src/persistence/stores/delivery.store.js';
import { Client } from '../support/client.js';
import { eventually } from '../support/external.js';
import { hookServer, type HookServer } from '../support/hook-server.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('robots and webhooks', () => {
  let app: RunningApp;
  let client: Client;
  let hook: HookServer;
  const secrets: Record<string, string> = {};
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    hook = await hookServer();
    app = await startApp({ clock: 'simulated', clockStart: '2026-03-02', publicUrl: 'https://bihuan.example.gov.cn' });
    client = new Client(app.url);
    for (const [channel, more] of [
      ['wecom', {}],
      ['dingtalk', { secret: 'SEC-of-the-robot' }],
      ['webhook', {}],
    ] as const) {
      const { status, body } = await client.call('admin', 'POST', '/api/v1/endpoints', {
        unit: 'data-bureau',
        channel,
        address: `${hook.url}/${channel}?key=0123456789abcdef`,
        ...more,
      });
      expect(status).toBe(201);
      ids[channel] = body.id;
      secrets[channel] = body.secret;
    }
  });
  afterAll(async () => {
    await app.close();
    await hook.close();
  });
  beforeEach(() => void hook.hits.splice(0));

  const hit = (channel: string) => hook.hits.filter((h) => h.path === `/${channel}`);
  const digest = async (...titles: string[]): Promise<void> => {
    for (const title of titles) {
      const { body } = await client.create('education', 'project', declarationOf(title, 100_000_000));
      await client.upload('education', body.id, 'declarationForm');
      await client.send('education', body.id, 'declare');
    }
    const { now } = (await client.get('admin', '/api/v1/clock')).body;
    await client.passTo(new Date(Date.parse(now) + 86_400_000 * 2).toISOString().slice(0, 10));
  };

  it("a unit's robot gets once what its people get, in the form of 企业微信", async () => {
    await digest('平台一', '平台二');
    const people = await Promise.all(
      ['data-bureau', 'data-bureau-deputy'].map(
        async (who) => (await client.get(who, '/api/v1/notifications')).body.items.length as number,
      ),
    );
    expect(people.every((n) => n >= 2)).toBe(true);
    const [message, ...more] = hit('wecom');
    expect(more).toEqual([]);
    expect(Object.keys(message!.json)).toEqual(['msgtype', 'markdown']);
    expect(message!.json.msgtype).toBe('markdown');
    const { content } = message!.json.markdown;
    expect(content.match(/「平台一」/g)).toHaveLength(1);
    expect(content).toMatch(/\[待办：[^\]]+\]\(https:\/\/bihuan\.example\.gov\.cn\/cases\/[0-9a-f-]{36}\)/);
    expect(message!.query.get('key')).toBe('0123456789abcdef');
  });

  it('钉钉 gets a timestamp and the HMAC-SHA256 of it under its secret', async () => {
    await digest('平台三');
    const [message] = hit('dingtalk');
    const timestamp = message!.query.get('timestamp')!;
    expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000);
    expect(message!.query.get('sign')).toBe(
      createHmac('sha256', 'SEC-of-the-robot').update(`${timestamp}\nSEC-of-the-robot`).digest('base64'),
    );
    expect(message!.json).toMatchObject({
      msgtype: 'markdown',
      markdown: { title: expect.stringContaining('待办1项'), text: expect.stringContaining('「平台三」') },
    });
  });

  it('a plain webhook gets JSON, its id, and the signature of both time and body', async () => {
    await digest('平台四');
    const [message] = hit('webhook');
    const {
      'x-bihuan-timestamp': timestamp,
      'x-bihuan-signature': signature,
      'x-bihuan-message-id': id,
    } = message!.headers;
    expect(signature).toBe(
      `sha256=${createHmac('sha256', secrets.webhook!)
        .update(`${String(timestamp)}.${message!.body}`)
        .digest('hex')}`,
    );
    expect(message!.json).toMatchObject({
      id,
      kind: 'digest',
      items: [
        {
          kind: '待办',
          case: { title: '平台四', number: expect.stringMatching(/^XM-/) },
          link: expect.stringContaining('/cases/'),
        },
      ],
    });
  });

  it('a long digest ends within 4096 bytes and says how much is left; the text of people makes no link', async () => {
    await digest(...Array.from({ length: 30 }, (_, i) => `[点我](https://evil.example)<@all> 很长的平台名称${i}`));
    const { content } = hit('wecom')[0]!.json.markdown;
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
    expect(content).toMatch(/还有\d+项，请登录查看。/);
    expect(content).not.toContain('](https://evil');
    expect(content).not.toContain('<@');
    expect(hit('webhook')[0]!.json).toMatchObject({ more: 0, items: { length: 30 } });
  });

  it('200 with an errcode is no success: the message is tried again, under the same id', async () => {
    await digest();
    hook.hits.splice(0);
    const busy = { body: '{"errcode":45009,"errmsg":"api freq out of limit"}' };
    hook.answer('/wecom', busy);
    hook.answer('/dingtalk', busy, busy);
    hook.answer('/webhook', { status: 500 });
    await digest('平台五');
    const tries = (channel: string) => hit(channel).filter((h) => h.body.includes('「平台五」'));
    expect(['wecom', 'dingtalk', 'webhook'].map((channel) => tries(channel).length)).toEqual([2, 3, 2]);
    const [first, second] = tries('webhook');
    expect(second!.headers['x-bihuan-message-id']).toBe(first!.headers['x-bihuan-message-id']);
    expect(second!.body).toBe(first!.body);
    const { items } = (await client.get('admin', '/api/v1/deliveries')).body;
    const went = items
      .filter((d: { attempts: number }) => d.attempts > 1)
      .map(
        (d: { endpoint: { channel: string }; attempts: number; state: string }) =>
          `${d.endpoint.channel} ${d.attempts} ${d.state}`,
      );
    expect(went.sort()).toEqual(['dingtalk 3 delivered', 'webhook 2 delivered', 'wecom 2 delivered']);
  });

  it('a silent one does not keep the others of the same host waiting', async () => {
    const hanging = await Promise.all(
      ['one', 'two', 'three', 'four', 'five', 'six'].map(async (name) => {
        hook.answer(`/hangs/${name}`, ...Array(20).fill(null));
        return (
          await client.call('admin', 'POST', '/api/v1/endpoints', {
            unit: 'data-bureau',
            channel: 'webhook',
            address: `${hook.url}/hangs/${name}`,
          })
        ).body.id as string;
      }),
    );
    await digest('平台六');
    const got = await eventually(
      async () => hit('webhook'),
      (hits) => hits.some((h) => h.body.includes('「平台六」')),
      4_000,
    );
    expect(got.length).toBeGreaterThan(0);
    expect(hook.hits.filter((h) => h.path.startsWith('/hangs/')).length).toBeGreaterThanOrEqual(6);
    for (const id of hanging) await client.call('admin', 'DELETE', `/api/v1/endpoints/${id}`);
  });

  it('a robot that is gone gets no more messages; once its endpoint is ended, nothing is faulted any more', async () => {
    const gone: Record<string, string> = {};
    for (const channel of ['wecom', 'webhook', 'dingtalk'])
      gone[channel] = (
        await client.call('admin', 'POST', '/api/v1/endpoints', {
          unit: 'health',
          channel,
          address: `${hook.url}/gone-${channel}`,
        })
      ).body.id;
    const made = await client.create('county-hospital', 'project', declarationOf('机器人不在了', 100_000_000));
    await client.upload('county-hospital', made.body.id, 'declarationForm');
    await client.send('county-hospital', made.body.id, 'declare');
    hook.answer('/gone-wecom', { body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
    hook.answer('/gone-webhook', { status: 410 });
    hook.answer('/gone-dingtalk', { body: '{"errcode":310000,"errmsg":"sign not match"}' });
    await digest();
    const failed = async () =>
      (await client.get('admin', '/api/v1/deliveries?state=failed')).body.items
        .map((d: { attempts: number; error: string }) => `${d.attempts} ${d.error}`)
        .sort();
    expect(await failed()).toEqual([
      '1 机器人没有接收：errcode 310000 sign not match',
      '1 机器人没有接收：errcode 93000 invalid webhook url',
      '1 这个地址已经不存在，请登记人换成新的地址(HTTP 410)',
    ]);
    const faulted = async (): Promise<number> =>
      (await client.get('supervisor', '/api/v1/supervision/stuck?kind=faulted')).body.items.length;
    expect(await faulted()).toBe(3);
    for (const id of Object.values(gone))
      expect((await client.call('admin', 'DELETE', `/api/v1/endpoints/${id}`)).status).toBe(204);
    expect([await failed(), await faulted()]).toEqual([[], 0]);
  });

  it('a test shows the answer; no redirect is followed', async () => {
    const test = async (channel: string) =>
      (await client.call('admin', 'POST', `/api/v1/endpoints/${ids[channel]}/test`)).body;
    expect(await test('wecom')).toEqual({ delivered: true, answer: 'errcode 0' });
    hook.answer('/wecom', { body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
    expect(await test('wecom')).toEqual({
      delivered: false,
      answer: '机器人没有接收：errcode 93000 invalid webhook url',
    });
    hook.answer('/webhook', { status: 302, headers: { location: 'https://example.com/' } });
    expect(await test('webhook')).toEqual({
      delivered: false,
      answer: '对方没有接收，请登记人与对方核对地址和格式(HTTP 302)',
    });
    hook.answer('/webhook', { body: 'x'.repeat(200_000) });
    expect(await test('webhook')).toEqual({ delivered: false, answer: '应答过大，没有读完' });
    hook.answer('/dingtalk', { body: '<html>登录</html>' });
    expect((await test('dingtalk')).answer).toContain('不是机器人的应答');
  });

  it.each([
    ['{"errcode":7,"errmsg":{"a":1}}', /^机器人没有接收：errcode 7$/],
    ['{"errcode":7,"errmsg":"a\\u0000b\\ud800"}', /^机器人没有接收：errcode 7 a b$/],
    ['{"errcode":{"a":1},"errmsg":"x"}', /不是机器人的应答/],
    ['null', /不是机器人的应答/],
  ])('any answer of a robot is either understood or not, and can be recorded: %s', async (body, says) => {
    hook.answer('/wecom', { body }, { body });
    const { status, body: tested } = await client.call('admin', 'POST', `/api/v1/endpoints/${ids.wecom}/test`);
    expect([status, tested]).toEqual([200, { delivered: false, answer: expect.stringMatching(says) }]);
    const kept = jest.spyOn(DeliveryStore.prototype, 'record');
    await digest('平台七');
    const outcomes = kept.mock.calls
      .filter(([claimed]) => (claimed as Claimed).channel === 'wecom')
      .map(([, outcome]) => outcome)
      .filter((o) => o.state === 'planned');
    await Promise.all(kept.mock.results.map((r) => r.value as Promise<void>));
    kept.mockRestore();
    expect(outcomes).toEqual([
      { state: 'planned', error: expect.stringMatching(says), nextAttemptAt: expect.any(String) },
    ]);
  });

  it('an error of the sender itself counts as a message that was not taken', async () => {
    const broken = jest.spyOn(WecomRobot.prototype, 'send').mockRejectedValue(new TypeError('x is not a function'));
    const { status, body } = await client.call('admin', 'POST', `/api/v1/endpoints/${ids.wecom}/test`);
    broken.mockRestore();
    expect([status, body]).toEqual([
      200,
      { delivered: false, answer: '程序发送时出错，请联系系统维护人员(x is not a function)' },
    ]);
  });

  it('the secret part of a robot is never shown again', async () => {
    const { text, body } = await client.get('admin', '/api/v1/endpoints');
    expect(text).not.toContain('0123456789abcdef');
    expect(text).not.toContain('SEC-of');
    expect(text).not.toContain(secrets.webhook);
    expect(body.items[0]).toMatchObject({
      channel: 'webhook',
      signed: true,
      unit: { id: 'data-bureau' },
      address: `${hook.url}/…cdef`,
    });
    expect((await client.get('admin', '/api/v1/deliveries')).text).not.toContain('0123456789abcdef');
    expect((await client.get('education', '/api/v1/endpoints')).status).toBe(403);
    expect((await client.call('education', 'DELETE', `/api/v1/me/endpoints/${ids.webhook}`)).status).toBe(404);
  });

  it.each([
    ['http://example.com/hook', 'https://'],
    ['https://10.1.2.3/hook', '内网'],
    ['https://169.254.169.254/latest', '内网'],
    ['https://[fd00::1]/', '内网'],
    ['https://192.168.1.1/', '内网'],
    ['https://user:pass@example.com/', '口令'],
    ['ftp://127.0.0.1/', '本机'],
    ['example.com', '完整'],
    ['https://[::ffff:10.0.0.1]/', '内网'],
    ['https://0xa.1.2.3/', '内网'],
  ])('the address %s is refused', async (address, says) => {
    const { status, body } = await client.call('admin', 'POST', '/api/v1/endpoints', {
      unit: 'education',
      channel: 'webhook',
      address,
    });
    expect([status, body.errors?.[0]?.message]).toEqual([400, expect.stringContaining(says)]);
  });

  it('an endpoint has an owner, exists once, and ends', async () => {
    const add = (body: object) => client.call('admin', 'POST', '/api/v1/endpoints', body);
    expect((await add({ channel: 'email', address: 'a@example.gov.cn' })).status).toBe(400);
    expect((await add({ unit: 'finance', channel: 'sms', address: 'a' })).text).toContain(
      'email、wecom、dingtalk、webhook',
    );
    expect((await add({ user: 'nobody', channel: 'email', address: 'a@example.gov.cn' })).status).toBe(400);
    const { body } = await add({ user: 'finance', channel: 'email', address: 'a@example.gov.cn' });
    expect(body).toMatchObject({ person: { id: 'finance' }, channelOn: false });
    expect((await add({ user: 'finance', channel: 'email', address: 'a@example.gov.cn' })).status).toBe(409);
    expect((await client.get('finance', '/api/v1/me/endpoints')).body).toHaveLength(1);
    expect((await client.call('finance', 'DELETE', `/api/v1/me/endpoints/${body.id}`)).status).toBe(204);
    expect((await client.call('finance', 'DELETE', `/api/v1/me/endpoints/${body.id}`)).status).toBe(404);
    expect((await client.get('finance', '/api/v1/me/endpoints')).body).toEqual([]);
  });

  it('the audit log says who registered and ended which place, without its secret, in the same transaction', async () => {
    const lines = async (subject: string) => {
      const { items } = (await client.get('supervisor', `/api/v1/audit?subject=${subject}`)).body;
      return items.map(({ action, actor, detail }: { action: string; actor: { id: string }; detail: unknown }) => [
        action,
        actor.id,
        detail,
      ]);
    };
    const detail = {
      channel: 'dingtalk',
      address: `${new URL(hook.url).origin}/…cdef`,
      user: null,
      unit: 'data-bureau',
      signed: true,
    };
    expect(await lines(ids.dingtalk!)).toEqual([['endpoint.added', 'admin', detail]]);
    const own = (await client.call('audit', 'POST', '/api/v1/me/endpoints', { address: 'audit@example.gov.cn' })).body
      .id;
    await client.call('audit', 'DELETE', `/api/v1/me/endpoints/${own}`);
    const mail = { channel: 'email', address: 'audit@example.gov.cn', user: 'audit', unit: null, signed: false };
    expect(await lines(own)).toEqual([
      ['endpoint.ended', 'audit', mail],
      ['endpoint.added', 'audit', mail],
    ]);
    const told = JSON.stringify((await client.get('supervisor', '/api/v1/audit?limit=200')).body);
    for (const secret of ['SEC-of-the-robot', secrets.webhook!, '0123456789abcdef']) expect(told).not.toContain(secret);

    const places = async () =>
      (await client.get('admin', '/api/v1/endpoints?limit=200')).body.items.map((e: { id: string }) => e.id);
    const before = await places();
    const unwritten = jest.spyOn(AuditStore.prototype, 'append').mockRejectedValue(new Error('the log is full'));
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    expect(
      (
        await client.call('admin', 'POST', '/api/v1/endpoints', {
          unit: 'finance',
          channel: 'email',
          address: 'finance@example.gov.cn',
        })
      ).status,
    ).toBe(500);
    expect((await client.call('admin', 'DELETE', `/api/v1/endpoints/${ids.dingtalk}`)).status).toBe(500);
    unwritten.mockRestore();
    logged.mockRestore();
    expect(await places()).toEqual(before);
  });
});
