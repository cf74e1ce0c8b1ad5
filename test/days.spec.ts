import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addDays } from '#machines/kit/words/dates.js';
import { Client } from './support/client.js';
import { startApp, type RunningApp } from './support/start-app.js';

const ODD_INSTANTS = [
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-01-06T00:00:00-23:59',
  '2026-01-06T00:00:00+23:59',
  '2026-02-29T00:00:00Z',
  `2026-01-06T00:00:00.${'1'.repeat(200)}Z`,
];
const ODD_DAYS = [
  '0000-01-01',
  '9999-12-31',
  '2027-02-29',
  '2026-13-01',
  '-2026-01-01',
  '+012026-01-01',
  '2026-01-01T00:00:00Z',
];

describe('days and instants without sense', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  const isRefused = (
    answer: { status: number; body: { errors: { pointer: string; message: string }[] } },
    pointer: string,
  ) => {
    expect([answer.status, answer.body.errors.map((e) => e.pointer)]).toEqual([400, [pointer]]);
    expect(answer.body.errors[0]!.message).toMatch(/[一-鿿].*。$/);
  };
  const cursor = (place: object) => Buffer.from(JSON.stringify(place)).toString('base64url');

  it.each(ODD_INSTANTS)('%s is no place in a list', async (at) => {
    const id = randomUUID();
    for (const [path, place] of [
      ['cases', { at, id }],
      ['tasks?box=done', { at, id }],
      ['tasks?box=mine', { at, id }],
      ['tasks?box=copied', { at, id }],
      ['supervision/stuck', { rank: 0, since: at, id, matter: '' }],
      ['deliveries', { at, id }],
    ] as const)
      isRefused(
        await client.get('admin', `/api/v1/${path}${path.includes('?') ? '&' : '?'}cursor=${cursor(place)}`),
        '/cursor',
      );
  });

  it('a cursor of bytes that are no text is no place either', async () => {
    const bytes = Buffer.concat([Buffer.from('{"at":"'), Buffer.from([0xff]), Buffer.from('"}')]).toString('base64url');
    isRefused(await client.get('admin', `/api/v1/cases?cursor=${bytes}`), '/cursor');
    isRefused(
      await client.get('admin', `/api/v1/tasks?cursor=${cursor({ due: '\u0000', since: '\u0000', id: randomUUID() })}`),
      '/cursor',
    );
  });

  it.each([...ODD_INSTANTS, '2026-01-06', '2026-01-06T00:00:00'])('the clock does not move to %s', async (to) => {
    const before = (await client.get('admin', '/api/v1/clock')).body;
    isRefused(await client.call('admin', 'POST', '/api/v1/clock', { to }), '/to');
    expect((await client.get('admin', '/api/v1/clock')).body).toEqual(before);
  });

  it('the clock does not move beyond the calendar, where no deadline can be counted', async () => {
    const { years } = (await client.get('admin', '/api/v1/calendar')).body;
    const last: number = Math.max(...years.map(({ year }: { year: number }) => year));
    const refused = await client.call('admin', 'POST', '/api/v1/clock', { to: `${last + 1}-01-01T00:00:00+08:00` });
    isRefused(refused, '/to');
    expect(refused.body.errors[0].message).toContain(`最晚走到${last}年底`);
    isRefused(await client.call('admin', 'POST', '/api/v1/clock', { to: '2200-12-31T00:00:00+08:00' }), '/to');
    const moved = await client.call('admin', 'POST', '/api/v1/clock', { to: '2026-01-06T01:00:00+14:00' });
    expect([moved.status, moved.body.now]).toEqual([200, '2026-01-05T19:00:00.000+08:00']);
    expect((await client.call('admin', 'POST', '/api/v1/clock', { to: '2026-01-05T03:00:00-12:00' })).status).toBe(200);
  });

  it.each(ODD_DAYS)('%s is no day of an absence, of statistics or of a case', async (day) => {
    const away = { substitute: 'education-deputy', from: '2026-02-02', to: '2026-02-03', reason: '出差' };
    isRefused(await client.call('education', 'POST', '/api/v1/absences', { ...away, from: day }), '/from');
    isRefused(await client.call('education', 'POST', '/api/v1/absences', { ...away, to: day }), '/to');
    for (const name of ['from', 'to'])
      isRefused(
        await client.get('supervisor', `/api/v1/supervision/statistics?${name}=${encodeURIComponent(day)}`),
        `/${name}`,
      );
    const plan = { year: 2027, opensOn: day, closesOn: '2026-12-31' };
    isRefused(await client.create('data-bureau', 'annual-plan', plan), '/data/opensOn');
  });

  it('an absence has a longest length, and its refusal says it', async () => {
    const parameters = (await client.get('admin', '/api/v1/parameters')).body as { key: string; value: number }[];
    const longest = parameters.find(({ key }) => key === 'absence.longest')!.value;
    const away = (days: number) => ({
      substitute: 'finance',
      from: '2026-02-02',
      to: addDays('2026-02-02', days - 1),
      reason: '挂职',
    });
    const refused = await client.call('education', 'POST', '/api/v1/absences', away(longest + 1));
    expect(refused.body.errors).toEqual([
      {
        pointer: '/to',
        message: `一次外出最长登记${longest}天，这一次最晚到${away(longest).to}；更久的请到期前再登记。`,
      },
    ]);
    expect((await client.call('education', 'POST', '/api/v1/absences', { ...away(1), to: '2126-02-02' })).status).toBe(
      400,
    );
    expect((await client.get('education', '/api/v1/absences')).body.items).toEqual([]);
    expect((await client.call('education', 'POST', '/api/v1/absences', away(longest))).status).toBe(201);
  });
});
