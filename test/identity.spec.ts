import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { demoAccounts } from '#src/identity/demo-directory.js';
import { DirectoryService } from '#src/identity/directory.service.js';
import { startApp, type RunningApp } from './support/start-app.js';

const SECRET = 'a secret for this test, long enough';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp({ authSecret: SECRET });
});
afterAll(() => running?.close());

const login = (username: string, password: string, base = running): Promise<Response> =>
  fetch(`${base.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });

const tokenOf = async (username: string, base = running): Promise<string> =>
  ((await (await login(username, `demo-${username}`, base)).json()) as { accessToken: string }).accessToken;

const me = (token: string | null, base = running): Promise<Response> =>
  fetch(`${base.url}/api/v1/me`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });

const sign = (claims: { sub?: string; exp?: number; iss?: string }, secret = SECRET): Promise<string> =>
  new SignJWT({ iss: 'bihuan', exp: Math.floor(Date.now() / 1000) + 60, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));

describe('signing in', () => {
  it('gives a bearer token for twelve hours', async () => {
    const response = await login('health', 'demo-health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ accessToken: expect.any(String), tokenType: 'Bearer', expiresIn: 43_200 });
  });

  it('works for every demo account at once', async () => {
    const responses = await Promise.all(demoAccounts.map(({ username, password }) => login(username, password)));
    expect(responses.map((r) => r.status)).toEqual(demoAccounts.map(() => 200));
  });

  it.each([
    ['a wrong password', 'health', 'demo-education'],
    ['an unknown user', 'nobody', 'demo-nobody'],
  ])('refuses %s with the same sentence', async (_, username, password) => {
    const response = await login(username, password);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'unauthenticated', detail: '用户名或密码不正确。' });
  });

  it('says which field is missing', async () => {
    const response = await fetch(`${running.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"username":"health"}',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-payload', errors: [{ pointer: '/password' }] });
  });

  it('makes somebody who keeps guessing wait, and nobody else', async () => {
    for (let i = 0; i < 30; i++) expect((await login('nobody-at-all', `guess-${i}`)).status).toBe(401);
    const limited = await login('nobody-at-all', 'right-or-wrong');
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await limited.json()).toMatchObject({ code: 'too-many' });
    expect((await login('audit', 'demo-audit')).status).toBe(200);
  });
});

describe('a session', () => {
  it('knows its owner', async () => {
    expect(await (await me(await tokenOf('county-hospital'))).json()).toEqual({
      username: 'county-hospital',
      name: '县人民医院经办人',
      unit: { id: 'county-hospital', name: '县人民医院', kind: 'institution' },
      roles: ['project-unit'],
      standsInFor: [],
      away: null,
    });
    expect(await (await me(await tokenOf('admin'))).json()).toMatchObject({ unit: null, roles: ['admin'] });
  });

  it('is needed everywhere except for signing in and for health', async () => {
    const response = await me(null);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({
      code: 'unauthenticated',
      detail: expect.stringMatching(/\p{Script=Han}/u),
    });
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
  });

  it.each([
    ['signed with another secret', () => sign({ sub: 'admin' }, 'another secret, just as long as ours')],
    ['expired', () => sign({ sub: 'admin', exp: Math.floor(Date.now() / 1000) - 1 })],
    ['of another issuer', () => sign({ sub: 'admin', iss: 'elsewhere' })],
    ['of nobody', () => sign({})],
    ['of an account that does not exist', () => sign({ sub: 'ghost' })],
    [
      'without a signature',
      async () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"admin","iss":"bihuan","exp":9999999999}').toString('base64url')}.`,
    ],
    ['that is no token at all', async () => 'demo-admin'],
  ])('is not opened by a token %s', async (_, token) => expect((await me(await token())).status).toBe(401));

  it('accepts a token signed as ours, so the ones above fail for the right reason', async () =>
    expect((await me(await sign({ sub: 'admin' }))).status).toBe(200));

  it('ends when the account is deactivated', async () => {
    const token = await tokenOf('secrecy');
    expect((await me(token)).status).toBe(200);
    await running.app.get(DataSource).query(`update users set active = false where username = 'secrecy'`);
    running.app.get(DirectoryService, { strict: false }).changed();
    expect((await me(token)).status).toBe(401);
    expect((await login('secrecy', 'demo-secrecy')).status).toBe(401);
  });
});

describe('the directory', () => {
  const directory = () => running.app.get(DirectoryService, { strict: false });

  it('tells a person by unit and roles', async () => {
    expect(await directory().actor('finance')).toEqual({
      userId: 'finance',
      name: '县财政局经办人',
      unitId: 'finance',
      principals: ['unit:finance', 'role:finance', 'user:finance'],
    });
    expect(await directory().actor('admin')).toMatchObject({ unitId: null, principals: ['role:admin', 'user:admin'] });
    expect(await directory().actor('nobody')).toBeNull();
  });

  it('finds who stands behind a principal', async () => {
    const ids = async (principal: string) => (await directory().usersOf(principal)).map((u) => u.id);
    expect(await ids('unit:health')).toEqual(['health', 'health-deputy']);
    expect(await ids('user:health-deputy')).toEqual(['health-deputy']);
    expect(await ids('role:project-unit')).toEqual([
      'county-hospital',
      'development-zone',
      'education',
      'health',
      'health-deputy',
      'no1-school',
    ]);
    expect(await ids('role:nobody')).toEqual([]);
    expect(await ids('system')).toEqual([]);
  });

  it('knows units and who supervises them', async () => {
    expect(await directory().unit('no1-school')).toMatchObject({
      name: '县第一中学',
      kind: 'institution',
      supervisingUnitId: 'education',
    });
    expect(await directory().unit('rongcheng-town')).toMatchObject({ kind: 'township', supervisingUnitId: null });
    expect(await directory().unit('nowhere')).toBeNull();
    expect(await directory().units()).toHaveLength(18);
  });

  it('never hands out a password hash', async () => {
    expect(
      JSON.stringify([await directory().person('health'), await directory().usersOf('unit:health')]),
    ).not.toContain('argon2');
  });
});

describe('an installation', () => {
  it('without a configured secret shares one between its processes, also across a restart', async () => {
    const first = await startApp();
    const second = await startApp({ databaseUrl: first.config.databaseUrl });
    try {
      expect((await me(await tokenOf('health', first), second)).status).toBe(200);
    } finally {
      await second.close();
      await first.close();
    }
  });

  it('seeds the demo directory only when asked, and only into an empty one', async () => {
    const bare = await startApp({ demoDirectory: false });
    try {
      expect((await login('health', 'demo-health', bare)).status).toBe(401);
      const dataSource = bare.app.get(DataSource);
      await dataSource.query(
        `insert into users (id, username, name, roles, password_hash) values ('one', 'one', '某岗位', '{}', 'x')`,
      );
      const demo = await startApp({ databaseUrl: bare.config.databaseUrl });
      await demo.close();
      expect(await dataSource.query('select username from users')).toEqual([{ username: 'one' }]);
    } finally {
      await bare.close();
    }
  });
});
