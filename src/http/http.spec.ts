import rateLimit from '@fastify/rate-limit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Body, Controller, Get, Logger, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { UnknownYear } from '#machines/kit/words/calendar.js';
import { createAdapter } from './adapter.js';
import { HttpModule } from './http.module.js';
import { invalidPayload, notApplicable, notFound, refused, stale } from './problem.js';
import { parameters } from './query.js';
import { LimitAttempts, rateLimitOptions } from './rate-limit.js';

const person = z.strictObject({
  name: z.string().min(1),
  age: z.int().min(0).max(150),
  born: z.iso.date(),
  'a/b~c': z.boolean().optional(),
  children: z
    .array(z.object({ name: z.string() }))
    .max(2)
    .default([]),
  kind: z.enum(['officer', 'citizen']),
});

@Controller('t')
class Doors {
  @Post('person')
  add(@Body({ schema: person }) body: z.infer<typeof person>) {
    return body;
  }
  @Post('anything')
  anything() {
    return {};
  }
  @Get('page')
  page(
    @Query({ schema: parameters({ limit: z.coerce.number().int().max(100).default(20) }) }) query: { limit: number },
  ) {
    return query;
  }
  @Get('stale')
  stale() {
    throw stale(7);
  }
  @Get('refused')
  refused() {
    throw refused([{ rule: 'r', message: '不行' }]);
  }
  @Get('not-applicable')
  notApplicable() {
    throw notApplicable(['submit'], '案件现处于“办理中”，不能办理“提交”。');
  }
  @Get('hidden')
  hidden() {
    throw notFound();
  }
  @Get('lost')
  lost() {
    throw Object.assign(new Error('wrapped'), {
      driverError: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
    });
  }
  @Get('calendar/:token')
  calendar(@Param('token') token: string) {
    throw token === 'lost' ? Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) : new Error('no');
  }
  @Get('far')
  far() {
    throw new UnknownYear(2046);
  }
  @Get('defect')
  defect() {
    throw new Error('select secret from internals');
  }
  @Post('login')
  @LimitAttempts(3, 500)
  login() {
    return {};
  }
}

@Module({ imports: [HttpModule], controllers: [Doors] })
class Rooms {}

let app: NestFastifyApplication;

async function call(
  method: 'GET' | 'POST',
  url: string,
  payload?: string | object,
  headers: Record<string, string> = {},
) {
  const response = await app.inject({ method, url, payload, headers });
  const type = String(response.headers['content-type']);
  return {
    status: response.statusCode,
    type,
    headers: response.headers,
    body: type.includes('json') ? response.json<Record<string, unknown>>() : {},
  };
}

beforeAll(async () => {
  const built = await Test.createTestingModule({ imports: [Rooms] }).compile();
  app = built.createNestApplication<NestFastifyApplication>(createAdapter(), { logger: false });
  await app.register(rateLimit, rateLimitOptions);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});

afterAll(() => app.close());

const json = { 'content-type': 'application/json' };

describe('errors as application/problem+json', () => {
  it('names every field that does not hold, with a pointer and a sentence', async () => {
    const { status, type, body } = await call('POST', '/t/person', {
      name: '',
      age: 'old',
      'a/b~c': 1,
      children: [{ name: '甲' }, {}],
      kind: 'king',
      extra: 1,
    });
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(body).toMatchObject({
      type: 'urn:bihuan:problem:invalid-payload',
      code: 'invalid-payload',
      status: 400,
      instance: '/t/person',
    });
    expect(body.errors).toEqual([
      { pointer: '/name', message: '此项不能为空。' },
      { pointer: '/age', message: '这里要填数字。' },
      { pointer: '/born', message: '此项必填。' },
      { pointer: '/a~1b~0c', message: '这里要填“是”或“否”。' },
      { pointer: '/children/1/name', message: '此项必填。' },
      { pointer: '/kind', message: '只能是以下之一：officer、citizen。' },
      { pointer: '', message: '有不认识的字段：“extra”，请删去。' },
    ]);
  });

  it('answers a wrong request briefly, however much is wrong with it', async () => {
    const many = invalidPayload(Array.from({ length: 5_000 }, () => ({ pointer: '/a', message: '不对。' })));
    expect(many.detail).toBe('有 5000 处内容不合要求。这里列出前 100 处。');
    expect(many.extra.errors).toHaveLength(100);
    const stray = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`名${i}\u202E${'x'.repeat(90)}`, 1]));
    const strays = await call('POST', '/t/person', stray);
    const told = (strays.body.errors as { message: string }[]).at(-1)!.message;
    expect(told).toMatch(/^有不认识的字段：“名0 x{37}”、.*等 3000 个，请删去。$/);
    expect(told.length).toBeLessThan(1_000);
  });

  it('hands the handler what the schema made of the body', async () => {
    const { status, body } = await call('POST', '/t/person', {
      name: '甲',
      age: 3,
      born: '2020-02-29',
      kind: 'citizen',
    });
    expect([status, body.children]).toEqual([201, []]);
    expect((await call('GET', '/t/page')).body).toEqual({ limit: 20 });
    expect((await call('GET', '/t/page?limit=1000')).body.errors).toEqual([
      { pointer: '/limit', message: '不能超过 100。' },
    ]);
  });

  it.each([
    ['a body that is no JSON', 'POST', '/t/person', '{"name":', json, 400, 'invalid-payload'],
    ['an empty JSON body', 'POST', '/t/person', '', json, 400, 'invalid-payload'],
    ['no body at all', 'POST', '/t/person', undefined, {}, 400, 'invalid-payload'],
    ['another media type', 'POST', '/t/person', 'name', { 'content-type': 'text/csv' }, 415, 'unsupported-type'],
    [
      'a body beyond the limit',
      'POST',
      '/t/person',
      JSON.stringify({ name: 'x'.repeat(1_048_576) }),
      json,
      413,
      'too-large',
    ],
    ['a poisoned body', 'POST', '/t/person', '{"__proto__":{"admin":true}}', json, 400, 'invalid-payload'],
    ['an unknown address', 'GET', '/t/nowhere', undefined, {}, 404, 'not-found'],
    ['a malformed address', 'GET', '/t/%ff', undefined, {}, 400, 'invalid-payload'],
    ['a parameter that is not UTF-8', 'GET', '/t/page?q=%cf%ee', undefined, {}, 400, 'invalid-payload'],
    ['a parameter in an older encoding', 'GET', '/t/page?q=%u9879', undefined, {}, 400, 'invalid-payload'],
    ['a bare percent sign', 'GET', '/t/page?limit=1%', undefined, {}, 400, 'invalid-payload'],
    ['half a pair as a parameter', 'GET', '/t/page?q=%ed%a0%80', undefined, {}, 400, 'invalid-payload'],
    ['a name that is not UTF-8', 'GET', '/t/page?%ff=1', undefined, {}, 400, 'invalid-payload'],
    ['something hidden', 'GET', '/t/hidden', undefined, {}, 404, 'not-found'],
    ['a stale sequence', 'GET', '/t/stale', undefined, {}, 409, 'stale'],
    ['an event of another state', 'GET', '/t/not-applicable', undefined, {}, 409, 'not-applicable'],
    ['a refusal', 'GET', '/t/refused', undefined, {}, 422, 'refused'],
    ['a day beyond the calendar', 'GET', '/t/far', undefined, {}, 422, 'beyond-calendar'],
    ['a lost database', 'GET', '/t/lost', undefined, {}, 503, 'unavailable'],
  ] as const)('%s', async (_name, method, url, payload, headers, status, code) => {
    const answer = await call(method, url, payload, { ...headers });
    expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8', body: { status, code } });
    expect(answer.body.detail).toMatch(/[一-鿿].*。$/);
    expect(answer.body.title).toMatch(/[一-鿿]/);
  });

  describe('the bytes of a body', () => {
    const sent = (bytes: Buffer | string, type = 'application/json', more: Record<string, string> = {}) =>
      call('POST', '/t/anything', bytes, { 'content-type': type, ...more });
    const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);
    const gbk = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xcf, 0xee, 0xc4, 0xbf]), Buffer.from('"}')]);

    it.each([
      ['at the greatest depth', nested(32)],
      ['with brackets inside a text', JSON.stringify({ name: nested(500), 'a"[': '\\"[' })],
      ['after a byte order mark', '\uFEFF{}'],
      ['with as many parts as may be', `[${'1,'.repeat(19_998)}1]`],
      ['with characters beyond the first plane', '{"name":"\u{20BB7}野"}'],
    ])('%s is taken', async (_name, body) => expect((await sent(body)).status).toBe(201));

    it.each([
      ['one level deeper', nested(33), '嵌套太深'],
      ['groups in groups', `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`, '嵌套太深'],
      ['half a million levels', nested(500_000), '嵌套太深'],
      ['half a million levels without an end', '['.repeat(500_000), '嵌套太深'],
      ['one part more', `[${'1,'.repeat(19_999)}1]`, '项数太多'],
      ['GBK', gbk, 'UTF-8'],
      ['UTF-16', Buffer.from('{"name":"甲"}', 'utf16le'), 'JSON'],
      ['half a character', Buffer.concat([Buffer.from('"'), Buffer.from([0xe4, 0xb8]), Buffer.from('"')]), 'UTF-8'],
      ['a surrogate written as UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'UTF-8'],
      ['a character written too long', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), 'UTF-8'],
    ])('%s is refused at once', async (_name, body, says) => {
      const began = performance.now();
      const answer = await sent(body);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-payload']);
      expect(answer.body.detail).toContain(says);
      expect(performance.now() - began).toBeLessThan(1_000);
    });

    it.each([
      ['U+0000', '{"a":{"b/c":["x","\\u0000"]}}', '/a/b~1c/1'],
      ['half a surrogate pair', '{"a":"\\ud800"}', '/a'],
      ['a name with half a pair', '{"a":{"\\udc00":1}}', '/a'],
    ])('%s is refused where it stands', async (_name, body, pointer) =>
      expect((await sent(body)).body.errors).toEqual([{ pointer, message: expect.stringContaining('无法保存的字符') }]),
    );

    it.each([
      ['another charset', '{}', 'application/json; charset=GBK', {}],
      ['another charset in quotes', '{}', 'application/json;charset="gb18030"', {}],
      ['packed bytes', '{}', 'application/json', { 'content-encoding': 'gzip' }],
      ['the body of a form', 'a=1', 'application/x-www-form-urlencoded', {}],
      ['plain text', '{}', 'text/plain', {}],
    ])('%s is another type', async (_name, body, type, more) => {
      const answer = await sent(body, type, more);
      expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-type']);
    });

    it.each(['application/json; charset=utf-8', 'application/json;charset=UTF8', 'application/JSON'])(
      '%s is JSON',
      async (type) => expect((await sent('{}', type)).status).toBe(201),
    );

    it.each(['application/x-www-form-urlencoded', 'text/plain'])('no body needs no type: %s', async (type) =>
      expect((await sent('', type)).status).toBe(201),
    );

    it('may be shorter at one address than at the others', async () => {
      const body = (length: number) => JSON.stringify({ username: 'x'.repeat(length - 15) });
      expect((await call('POST', '/t/login', body(500), json)).status).toBe(201);
      expect((await call('POST', '/t/login', body(501), json)).body.code).toBe('too-large');
      expect((await call('POST', '/t/login', nested(33), json)).status).toBe(400);
      expect((await sent(JSON.stringify('x'.repeat(501)))).status).toBe(201);
    });
  });

  it('keeps the promise of its code', async () => {
    expect((await call('GET', '/t/stale')).body.seq).toBe(7);
    expect((await call('GET', '/t/not-applicable')).body.actions).toEqual(['submit']);
    expect((await call('GET', '/t/refused')).body.refusals).toHaveLength(1);
    expect((await call('GET', '/t/lost')).headers['retry-after']).toBe('5');
  });

  it('shows of a defect only a number by which to find it in the log', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const { status, body } = await call('GET', '/t/defect');
    expect([status, body.code]).toEqual([500, 'internal-error']);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(logged.mock.calls[0]?.[0]).toContain(body.requestId);
    logged.mockRestore();
  });

  it.each([
    ['lost', 'warn'],
    ['broken', 'error'],
  ] as const)('logs the route and not the address, which may be a credential: %s', async (token, level) => {
    const logged = jest.spyOn(Logger.prototype, level).mockImplementation(() => undefined);
    await call('GET', `/t/calendar/${token}`);
    expect(logged.mock.calls).toHaveLength(1);
    expect(logged.mock.calls[0]![0]).toContain('GET /t/calendar/:token');
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
    logged.mockRestore();
  });

  it('limits attempts on one account, not on its neighbours', async () => {
    const attempt = (username: string) => call('POST', '/t/login', { username });
    for (let i = 0; i < 3; i += 1) expect((await attempt('a')).status).toBe(201);
    const fourth = await attempt('a');
    expect([fourth.status, fourth.body.code]).toEqual([429, 'too-many']);
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0);
    expect((await attempt('b')).status).toBe(201);
  });
});
