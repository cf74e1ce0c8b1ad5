import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Calendar } from '#machines/kit/words/calendar.js';
import { lastDay } from '#machines/kit/words/period.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from './support/client.js';
import { notice2027, noticeLike } from './support/notice-2027.js';
import { recounted } from './support/recounted.js';
import { startApp, type RunningApp } from './support/start-app.js';

interface Row {
  id: string;
  case_id: string;
  name: string;
  status: string;
  starts_on: string;
  due_on: string | null;
  provisional: boolean;
  rule: string;
  next_rung: string | null;
  next_at: Date | null;
  pauses: { from: string; to: string | null; why: string }[];
}

const tenDays = { n: 10, unit: 'workingDays' as const };

let app: RunningApp;
let client: Client;
const cases: Record<string, string> = {};

const db = () => app.app.get(DataSource);
const rows = (): Promise<Row[]> =>
  db().query(
    'select id, case_id, name, status, starts_on::text, due_on::text, provisional, rule, next_rung, next_at, pauses from deadlines order by id',
  );
const preReview = async (name: string): Promise<Row> =>
  (await rows()).find((d) => d.case_id === cases[name] && d.name === 'preReview')!;
const everything = async (): Promise<string> =>
  JSON.stringify([
    await rows(),
    await db().query('select id, seq, due_on::text, counted_with from cases order by id'),
    await db().query('select * from calendar_years order by year'),
    await db().query('select * from audit'),
  ]);
const post = (body: unknown, { who = 'admin', year = 2027, query = '' } = {}) =>
  client.call(who, 'POST', `/api/v1/calendar/${year}${query}`, body);

async function declared(name: string): Promise<void> {
  cases[name] = (await client.create('education', 'project', declarationOf(name, 100_000_000))).body.id;
  await client.upload('education', cases[name]!, 'declarationForm');
  expect((await client.send('education', cases[name]!, 'declare')).status).toBe(200);
}

beforeAll(async () => {
  app = await startApp({ clock: 'simulated', clockStart: '2026-12-21' });
  client = new Client(app.url);
  for (const name of ['审着的', '补正的', '审完的']) await declared(name);
  await client.send('data-bureau', cases['补正的']!, 'returnForCorrection', { items: '补一份' });
  await client.send('data-bureau', cases['审完的']!, 'passPreReview', {
    similarity: 'none',
    similarityReason: '面向不同的服务对象',
  });
}, 30_000);
afterAll(() => app?.close());

describe('before the notice of a year is published', () => {
  it('a day that crosses it is provisional, and the rule stands beside it', async () => {
    const { body } = await client.get('data-bureau', `/api/v1/cases/${cases['审着的']}`);
    expect(body.deadlines.find((d: { name: string }) => d.name === 'preReview')).toMatchObject({
      startsOn: '2026-12-21',
      dueOn: '2027-01-05',
      provisional: true,
      rule: '自2026-12-21起10个工作日',
      pauses: [],
      elapsed: null,
      remaining: null,
    });
  });

  it('a stopped clock shows what it has used and what it has left', async () => {
    const { body } = await client.get('data-bureau', `/api/v1/cases/${cases['补正的']}`);
    expect(body.deadlines.find((d: { name: string }) => d.name === 'preReview')).toMatchObject({
      status: 'paused',
      pauses: [{ from: '2026-12-21', to: null }],
      elapsed: 0,
      remaining: 10,
      countedIn: 'workingDays',
    });
  });

  it('the list of the years shows their sources', async () => {
    const { body } = await client.get('education', '/api/v1/calendar');
    expect(body.edition).toBe(0);
    expect(body.years).toHaveLength(42);
    expect(body.years.find((y: { year: number }) => y.year === 2027)).toMatchObject({
      status: 'estimated',
      edition: 0,
      importedAt: null,
      importedBy: null,
      days: 13,
    });
  });
});

describe('a wrong notice', () => {
  it('shows everything that is wrong with it at once, and changes nothing', async () => {
    const before = await everything();
    const { status, body } = await post({
      source: ' ',
      holidays: ['2027-02-30', '2026-05-01', '2027-05-01', '2027-05-01', '2027-10-01', '2027-10-02', 7],
      makeupWorkdays: ['2027-03-03', '2027-05-01'],
      extra: 1,
    });
    expect(status).toBe(400);
    const errors: { pointer: string; message: string }[] = body.errors;
    expect(errors.map((e) => e.pointer).sort()).toEqual([
      '',
      '',
      '',
      '',
      '/holidays/0',
      '/holidays/1',
      '/holidays/3',
      '/holidays/6',
      '/makeupWorkdays/0',
      '/makeupWorkdays/1',
      '/source',
    ]);
    const said = errors.map((e) => e.message).join('\n');
    for (const sentence of [
      '“2027-02-30”不是一个日期',
      '2026-05-01不是2027年的日期',
      '2027-05-01重复',
      '2027-03-03是星期三',
      '2027-05-01既是放假日又是上班日(见第3项)',
      '没有元旦(2027-01-01)',
      '没有国庆节(2027-10-03)',
      '没有春节(2027-02-05、2027-02-06、2027-02-07、2027-02-08)、清明节(2027-04-05)、劳动节(2027-05-02)、端午节(2027-06-09)、中秋节(2027-09-15)',
    ])
      expect(said).toContain(sentence);
    expect(await everything()).toBe(before);
  });

  it.each([
    ['a year before there was one', 2003, notice2027],
    ['nothing', 2027, undefined],
    ['a list', 2027, []],
    ['the notice of another year', 2028, notice2027],
  ])('%s is refused', async (_, year, body) => expect((await post(body, { year })).status).toBe(400));

  it('that is half filled in names what is missing; with a reason it is accepted in spite of that', async () => {
    const half = {
      ...notice2027,
      holidays: notice2027.holidays.filter((day) => !['2027-06-09', '2027-09-15'].includes(day)),
    };
    const { status, body } = await post(half, { query: '?dryRun=true' });
    expect([status, body.errors]).toEqual([
      400,
      [
        {
          pointer: '',
          message:
            '放假日中没有端午节(2027-06-09)、中秋节(2027-09-15)，通知没有填全，请补齐；通知确实没有安排的，请在 reason 中写明理由。',
        },
      ],
    ]);
    expect((await post({ ...half, reason: '通知另行发布' }, { query: '?dryRun=true' })).status).toBe(200);
  });

  it('with only the expected days is accepted only from somebody who has compared them', async () => {
    const { status, body } = await post(noticeLike(2027), { query: '?dryRun=true' });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/confirmed', message: expect.stringContaining('与推算的2027年完全相同') }],
    ]);
    expect((await post({ ...noticeLike(2027), confirmed: true }, { query: '?dryRun=true' })).status).toBe(200);
  });

  it('that would leave a gap of a year says which year comes first', async () => {
    const days = {
      holidays: ['01-01', '05-01', '10-01', '10-02', '10-03'].map((md) => `2050-${md}`),
      makeupWorkdays: [],
    };
    const { status, body } = await post({ source: '2050', ...days }, { year: 2050 });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/year', message: '日历到2045年为止，请先导入2046年的通知，再逐年导入到2050年。' }],
    ]);
  });

  it('with a day on the other side of New Year says where that day belongs', async () => {
    const { body } = await post(
      { ...notice2027, holidays: ['2026-12-31', ...notice2027.holidays] },
      { query: '?dryRun=true' },
    );
    expect(body.errors).toEqual([
      {
        pointer: '/holidays/0',
        message:
          '第1项：2026-12-31不是2027年的日期。通知中属于2026年的日子，请在2026年的日历中导入或者更正(更正须填写理由)。',
      },
    ]);
  });

  it('a published year is corrected only with a reason', async () => {
    const { holidays, makeupWorkdays } = (await client.get('admin', '/api/v1/calendar/2026')).body;
    const { status, body } = await post(
      { source: '更正通知', holidays, makeupWorkdays: makeupWorkdays.slice(1) },
      { year: 2026, query: '?dryRun=true' },
    );
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/reason', message: '2026年的日历已经公布，更正须填写理由。' }],
    ]);
  });

  it.each(['data-bureau', 'supervisor', 'education'])('%s may not import any', async (who) => {
    const { status, body } = await post(notice2027, { who });
    expect([status, body.code]).toEqual([403, 'not-your-step']);
  });

  it('a mistyped dryrun writes nothing', async () => {
    const before = await everything();
    expect((await post(notice2027, { query: '?dryrun=true' })).status).toBe(400);
    expect(await everything()).toBe(before);
  });
});

describe('a notice', () => {
  let shown: { from: string; to: string; id: string; provisionalBefore: boolean; provisionalAfter: boolean }[];

  it('in a dry run shows every day it would move, and writes nothing', async () => {
    const before = await everything();
    const { status, body } = await post(notice2027, { query: '?dryRun=true' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      year: 2027,
      dryRun: true,
      changed: true,
      statusBefore: 'estimated',
      edition: 1,
      days: { makeupWorkdaysAdded: notice2027.makeupWorkdays, holidaysRemoved: [] },
    });
    expect(body.days.holidaysAdded).toContain('2027-02-11');
    shown = body.deadlines.items;
    expect(shown.find((d) => d.id.startsWith(`${cases['审着的']}.preReview`))).toMatchObject({
      title: '审着的',
      label: '储备库预审',
      status: 'open',
      from: '2027-01-05',
      to: '2027-01-04',
      provisionalBefore: true,
      provisionalAfter: false,
    });
    expect(body.deadlines.total).toBe(shown.length);
    expect(await everything()).toBe(before);
  });

  it('when imported moves exactly these days, and leaves what is done unchanged', async () => {
    const before = await rows();
    const { status, body } = await post(notice2027);
    expect([status, body.changed, body.deadlines.items]).toEqual([200, true, shown]);
    await recounted(app);
    const after = await rows();
    const moved = after.flatMap((d, i) => {
      const was = before[i]!;
      return was.due_on === d.due_on && was.provisional === d.provisional
        ? []
        : [
            {
              id: d.id,
              from: was.due_on,
              to: d.due_on,
              provisionalBefore: was.provisional,
              provisionalAfter: d.provisional,
            },
          ];
    });
    expect(moved).toEqual(
      shown
        .map(({ id, from, to, provisionalBefore, provisionalAfter }) => ({
          id,
          from,
          to,
          provisionalBefore,
          provisionalAfter,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(after.filter((d) => d.status === 'done')).toEqual(before.filter((d) => d.status === 'done'));
    expect((await preReview('审着的')).due_on).toBe('2027-01-04');
    const [{ due_on: shownInLists, seq, counted_with: edition }] = await db().query(
      'select due_on::text, seq, counted_with from cases where id = $1',
      [cases['审着的']],
    );
    expect([shownInLists, seq, edition]).toEqual(['2027-01-04', 2, 1]);
    expect(
      await db().query('select max(seq)::int as last, count(*)::int as n from history where case_id = $1', [
        cases['审着的'],
      ]),
    ).toEqual([{ last: 2, n: 2 }]);
  });

  it('is in the calendar with its edition, its date and its author', async () => {
    const { body } = await client.get('education', '/api/v1/calendar');
    expect(body.edition).toBe(1);
    expect(body.years.find((y: { year: number }) => y.year === 2027)).toMatchObject({
      status: 'published',
      source: notice2027.source,
      edition: 1,
      importedAt: '2026-12-21T08:00:00.000+08:00',
      importedBy: '系统管理员',
    });
  });

  it('when imported again changes nothing and says so', async () => {
    const before = await everything();
    const { status, body } = await post({ ...notice2027, holidays: [...notice2027.holidays].reverse() });
    expect([status, body.changed, body.edition, body.message, body.deadlines.total]).toEqual([
      200,
      false,
      1,
      '2027年的日历与已公布的完全相同，没有变动。',
      0,
    ]);
    expect(await everything()).toBe(before);
  });

  it('writes a line in the audit log', async () => {
    const { body } = await client.get('supervisor', '/api/v1/audit?action=calendar.imported&subject=2027');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      id: 1,
      at: '2026-12-21T08:00:00.000+08:00',
      actor: { id: expect.any(String), name: '系统管理员', unit: null },
      detail: {
        source: notice2027.source,
        reason: null,
        statusBefore: 'estimated',
        edition: 1,
        deadlines: { total: shown.length },
      },
    });
  });

  it('gives a clock that stood still over it the days of the new calendar when it continues', async () => {
    await client.passTo('2026-12-31');
    expect((await client.send('education', cases['补正的']!, 'resubmit', { reply: '补好了' })).status).toBe(200);
    const { due_on: due, provisional, pauses } = await preReview('补正的');
    const calendar = new Calendar([
      { ...(await client.get('admin', '/api/v1/calendar/2026')).body },
      { year: 2027, status: 'published', ...notice2027 },
    ]);
    expect([due, provisional]).toEqual([
      lastDay(tenDays, '2026-12-21', calendar, [{ from: '2026-12-21', to: '2026-12-31', why: '' }]),
      false,
    ]);
    expect(pauses).toMatchObject([{ from: '2026-12-21', to: '2026-12-31' }]);
    expect(due).toBe('2027-01-14');
  });

  it('when corrected moves days that were firm before, and gives the reason in the audit log', async () => {
    const corrected = { ...notice2027, makeupWorkdays: notice2027.makeupWorkdays.slice(1), reason: '1月2日不上班' };
    const { body } = await post(corrected, { query: '?dryRun=true' });
    expect(body).toMatchObject({
      statusBefore: 'published',
      edition: 2,
      days: { holidaysAdded: [], makeupWorkdaysAdded: [], makeupWorkdaysRemoved: ['2027-01-02'] },
      deadlines: { firmed: 0, loosened: 0 },
    });
    expect(body.deadlines.moved).toBe(body.deadlines.total);
    expect(
      body.deadlines.items.find((d: { id: string }) => d.id.startsWith(`${cases['审着的']}.preReview`)),
    ).toMatchObject({ from: '2027-01-04', to: '2027-01-05', provisionalBefore: false, provisionalAfter: false });
    expect((await post(corrected)).status).toBe(200);
    await recounted(app);
    expect((await preReview('审着的')).due_on).toBe('2027-01-05');
    expect((await client.get('audit', '/api/v1/audit?limit=1')).body.items[0].detail).toMatchObject({
      reason: '1月2日不上班',
      edition: 2,
      statusBefore: 'published',
    });
  });
});
