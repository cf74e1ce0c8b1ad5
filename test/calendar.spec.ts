import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { CalendarService } from '#src/calendar/calendar.service.js';
import { ParametersService } from '#src/calendar/parameters.service.js';
import { Client } from './support/client.js';
import { startApp, type RunningApp } from './support/start-app.js';

let running: RunningApp;
let token: string;
beforeAll(async () => {
  running = await startApp();
  const response = await fetch(`${running.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'health', password: 'demo-health' }),
  });
  token = ((await response.json()) as { accessToken: string }).accessToken;
});
afterAll(() => running?.close());

const get = (path: string): Promise<Response> =>
  fetch(running.url + path, { headers: { authorization: `Bearer ${token}` } });

describe('GET /api/v1/calendar/:year', () => {
  it('shows a published year', async () => {
    const year = (await (await get('/api/v1/calendar/2026')).json()) as { holidays: string[] };
    expect(year).toMatchObject({
      year: 2026,
      status: 'published',
      makeupWorkdays: expect.arrayContaining(['2026-02-28']),
    });
    expect(year.holidays).toHaveLength(33);
  });

  it('shows an estimated year as such', async () =>
    expect(await (await get('/api/v1/calendar/2027')).json()).toMatchObject({
      status: 'estimated',
      makeupWorkdays: [],
    }));

  it('does not know a year that nobody entered', async () =>
    expect((await get('/api/v1/calendar/2099')).status).toBe(404));

  it('accepts only a year', async () => expect((await get('/api/v1/calendar/next')).status).toBe(400));

  it('demands a session', async () => expect((await fetch(`${running.url}/api/v1/calendar/2026`)).status).toBe(401));
});

describe('the calendar of the application', () => {
  it('counts as the law does', async () => {
    const calendar = await running.app.get(CalendarService, { strict: false }).current();
    expect(calendar.addWorkdays('2026-02-13', 5)).toBe('2026-02-27');
    expect(calendar.isWorkday('2027-01-01')).toBe(false);
  });

  it('keeps a year as somebody wrote it when the program starts again', async () => {
    const dataSource = running.app.get(DataSource);
    await dataSource.query(`update calendar_years set status = 'published', source = '国办通知' where year = 2027`);
    const again = await startApp({ databaseUrl: running.config.databaseUrl });
    try {
      const service = again.app.get(CalendarService, { strict: false });
      expect(await service.year(2027)).toMatchObject({ status: 'published', source: '国办通知' });
      expect(await dataSource.query('select count(*)::int as n, min(year), max(year) from calendar_years')).toEqual([
        { n: 42, min: 2004, max: 2045 },
      ]);
    } finally {
      await again.close();
    }
  });

  it('is read again after a change', async () => {
    const service = running.app.get(CalendarService, { strict: false });
    await running.app
      .get(DataSource)
      .query(`update calendar_years set makeup_workdays = '["2028-01-29"]' where year = 2028`);
    service.changed();
    expect((await service.current()).isWorkday('2028-01-29')).toBe(true);
  });
});

describe('GET /api/v1/parameters', () => {
  it('lists every number in force with its source', async () => {
    const list = (await (await get('/api/v1/parameters')).json()) as { key: string }[];
    expect(list.find((p) => p.key === 'threshold.twoStepApproval')).toEqual({
      regulation: 'it-projects',
      key: 'threshold.twoStepApproval',
      label: '可研与初步设计分两步审批的投资额起点(含)',
      value: 500_000_000,
      unit: 'fen',
      from: '2024-08-09',
      source: '二(二)2',
      grade: 'law',
    });
  });

  it("follows an administrator's line from its day on", async () => {
    await running.app.get(DataSource).query(
      `insert into parameters (key, value, from_day, source, reason, by, at) values
         ('pool.preReview', 7, '2025-06-01', '局务会决定', '提速', 'admin', now()),
         ('no.such', 1, '2025-06-01', '误填', '误填', 'admin', now())`,
    );
    const service = running.app.get(ParametersService, { strict: false });
    service.changed();
    const parameters = (await service.current()).of({ id: 'it-projects' });
    expect(parameters.period('pool.preReview', '2025-05-31')).toEqual({ n: 10, unit: 'workingDays' });
    expect(parameters.at('pool.preReview', '2025-06-01')).toMatchObject({
      value: 7,
      unit: 'workingDays',
      source: '局务会决定',
      grade: 'house',
    });
    expect(() => parameters.at('no.such', '2025-06-01')).toThrow('no.such');
  });
});

describe('a day beyond the calendar', () => {
  it('refuses a step that would count to it, says what to do, and accepts it once that is done', async () => {
    const late = await startApp({ clock: 'simulated', clockStart: '2045-12-20', role: 'api' });
    try {
      const client = new Client(late.url);
      const begin = () => client.create('education', 'project', declarationOf('跨入2046年', 100_000_000));
      const { status, body } = await begin();
      expect([status, body.code, body.detail]).toEqual([
        422,
        'beyond-calendar',
        '工作日历中没有2046年，算不出期限。请核对日期；要用到以后年份的，请管理员先导入那一年的日历。',
      ]);
      const notice = {
        source: '2046',
        holidays: ['2046-01-01', '2046-05-01', '2046-10-01', '2046-10-02', '2046-10-03'],
        makeupWorkdays: [],
      };
      expect((await client.call('admin', 'POST', '/api/v1/calendar/2046', notice)).status).toBe(200);
      expect((await begin()).status).toBe(201);
    } finally {
      await late.close();
    }
  });
});
