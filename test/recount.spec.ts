import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { lastActCloses } from '#machines/regulations/it-projects/procedures/project/scenarios/settling.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { CalendarService } from '#src/calendar/calendar.service.js';
import type { AppConfig } from '#src/config.js';
import { Engine } from '#src/engine/engine.js';
import { Leaving } from '#src/health/leaving.js';
import { RecountStore } from '#src/persistence/stores/recount.store.js';
import { AlarmClock } from '#src/timers/alarm-clock.js';
import { Recounter } from '#src/timers/recounter.js';
import { Sweeper } from '#src/timers/sweeper.js';
import { TimeTravel } from '#src/timers/time-travel.js';
import { Client } from './support/client.js';
import { notice2027, noticeLike } from './support/notice-2027.js';
import { recounted } from './support/recounted.js';
import { startApp, type RunningApp } from './support/start-app.js';
import { tellOverHttp } from './support/tell-over-http.js';

const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);

let app: RunningApp;
let client: Client;
const apps: RunningApp[] = [];

async function start(overrides: Partial<AppConfig> = {}): Promise<RunningApp> {
  const started = await startApp({ clock: 'simulated', clockStart: '2026-12-21', ...overrides });
  apps.push(started);
  return started;
}

/** Starts another process on the same database. */
const beside = (overrides: Partial<AppConfig>): Promise<RunningApp> =>
  start({ ...overrides, databaseUrl: app.config.databaseUrl });

const post = (body: unknown, year = 2027) => client.call('admin', 'POST', `/api/v1/calendar/${year}`, body);
const db = () => app.app.get(DataSource);
const behind = async (): Promise<string[]> =>
  (await app.app.get(RecountStore, { strict: false }).behind([], 100)).cases;
const recount = (on = app): Promise<number> => on.app.get(Recounter, { strict: false }).run();

async function declared(title: string): Promise<string> {
  const { id } = (await client.create('education', 'project', declarationOf(title, 100_000_000))).body;
  await client.upload('education', id, 'declarationForm');
  expect((await client.send('education', id, 'declare')).status).toBe(200);
  return id;
}

const dueOn = async (id: string): Promise<string> =>
  (await db().query(`select due_on::text as day from deadlines where case_id = $1 and name = 'preReview'`, [id]))[0]
    .day;
const editionOf = async (id: string): Promise<number> =>
  (await db().query('select counted_with from cases where id = $1', [id]))[0].counted_with;
const rung = async (id: string): Promise<{ rung: string; at: string }[]> =>
  db().query(
    `select r.rung, to_char(r.fired_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
     from reminders r join deadlines d on d.id = r.deadline_id where d.case_id = $1 and d.name = 'preReview' order by r.fired_at`,
    [id],
  );

/** The process has no worker, so that nothing happens by itself and the test does the recount. */
beforeEach(async () => {
  app = await start({ role: 'api' });
  client = new Client(app.url);
}, 30_000);
afterEach(async () => {
  jest.restoreAllMocks();
  for (const one of apps.splice(0).reverse()) await one.close();
});

describeDeep('when the process dies between an import and the recount of its cases', () => {
  it('the import has answered, the cases are behind, and the next worker that starts recounts them', async () => {
    const ids = await Promise.all(['甲', '乙', '丙'].map(declared));
    // The job is lost with the process. The sweep of the next process finds the cases.
    jest.spyOn(app.app.get(AlarmClock, { strict: false }), 'recount').mockReturnValue();
    expect((await post(notice2027)).body.deadlines).toMatchObject({ total: 3, cases: 3, moved: 3, firmed: 3 });
    expect(await behind()).toEqual([...ids].sort());
    expect(await dueOn(ids[0]!)).toBe('2027-01-05');
    await recounted(await beside({ role: 'all' }));
    for (const id of ids) expect([await dueOn(id), await editionOf(id)]).toEqual(['2027-01-04', 1]);
  });

  it('with a running worker nobody waits for a sweep', async () => {
    const id = await declared('马上');
    const worker = await beside({ role: 'worker', sweepSeconds: 3_600 });
    await worker.app.get(Sweeper).sweep();
    await post(notice2027);
    await recounted(app);
    expect(await dueOn(id)).toBe('2027-01-04');
  });

  it('recounted cases stay recounted, and several workers at once recount each case once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => declared(`第${i}件`)));
    await post(notice2027);
    expect(await app.app.get(Engine).recount(ids[0]!)).toBe(true);
    expect(await app.app.get(Engine).recount(ids[0]!)).toBe(false);
    const other = await beside({ role: 'api' });
    const counts = await Promise.all([recount(), recount(other), recount(), recount(other)]);
    expect(counts.reduce((a, b) => a + b)).toBe(11);
    expect(await behind()).toEqual([]);
    expect(await recount()).toBe(0);
  });

  it('the simulated clock recounts before it moves', async () => {
    const id = await declared('钟');
    const worker = await beside({ role: 'worker' });
    // The job of the import is lost, and no sweep comes.
    jest.spyOn(worker.app.get(Recounter, { strict: false }), 'inTurn').mockResolvedValue();
    await post(notice2027);
    await client.passTo('2027-01-04');
    expect(await editionOf(id)).toBe(1);
    // By the old day this would have been the reminder of the day before.
    expect(await rung(id)).toContainEqual({ rung: 'last', at: '2027-01-03 09:00' });
  });

  it('an alarm recounts its case first and rings by the new day, and so does a step', async () => {
    const id = await declared('旧闹钟');
    await post(notice2027);
    await db().query(
      `update simulated_clock set now = '2027-01-05T10:00:00+08:00', goal = '2027-01-05T10:00:00+08:00'`,
    );
    const [{ id: deadlineId }] = await db().query(
      `select id from deadlines where case_id = $1 and name = 'preReview'`,
      [id],
    );
    expect(await app.app.get(Engine).ring(deadlineId)).toBe(true);
    expect([await rung(id), await editionOf(id)]).toEqual([[{ rung: 'head', at: '2027-01-05 10:00' }], 1]);
    const other = await declared('旧步骤');
    await db().query('update cases set counted_with = -1 where id = $1', [other]);
    await db().query(
      `update deadlines set next_at = '2027-01-05T09:00:00+08:00' where case_id = $1 and name = 'preReview'`,
      [other],
    );
    expect(
      (
        await client.send('data-bureau', other, 'passPreReview', {
          similarity: 'none',
          similarityReason: '面向不同的服务对象',
        })
      ).status,
    ).toBe(200);
  });
});

describe('reminders', () => {
  it('of a day that was moved closer come once, the last one missed, and continue from there', async () => {
    const id = await declared('提前');
    await beside({ role: 'worker' });
    await client.passTo('2027-01-04');
    await post({ ...notice2027, makeupWorkdays: ['2027-01-02', '2027-01-03'] });
    await recounted(app);
    expect(await dueOn(id)).toBe('2027-01-03');
    await client.passTo('2027-01-31');
    expect((await rung(id)).map((r) => `${r.rung} ${r.at}`)).toEqual([
      'second 2026-12-29 09:00',
      'third 2027-01-02 09:00',
      'due 2027-01-04 08:00',
      'head 2027-01-04 09:00',
      'superior 2027-01-08 09:00',
      'bureau 2027-01-15 09:00',
      'consultation 2027-01-29 09:00',
    ]);
    const [{ doubled }] = await db().query(
      'select count(*)::int as doubled from (select 1 from notifications group by user_id, source having count(*) > 1) d',
    );
    expect(doubled).toBe(0);
  });

  it('for an earlier day are not sent again for the later one', async () => {
    const id = await declared('推后');
    await beside({ role: 'worker' });
    await client.passTo('2027-01-05');
    // The first working days of the year are off as well.
    await post({
      ...notice2027,
      makeupWorkdays: [],
      holidays: [...notice2027.holidays, '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'],
    });
    await recounted(app);
    expect(await dueOn(id)).toBe('2027-01-12');
    await client.passTo('2027-01-13');
    expect((await rung(id)).map((r) => `${r.rung} ${r.at.slice(0, 10)}`)).toEqual([
      'second 2026-12-29',
      'third 2027-01-02',
      'last 2027-01-04',
      'due 2027-01-12',
    ]);
  });

  it('say that a day is provisional as long as it is', async () => {
    const id = await declared('措辞');
    await beside({ role: 'worker' });
    const texts = async (): Promise<string[]> =>
      (await client.get('data-bureau', `/api/v1/notifications?limit=200&case=${id}`)).body.items.map(
        (n: { text: string }) => n.text,
      );
    await client.passTo('2026-12-30');
    expect((await texts())[0]).toContain('将于2027-01-05(暂定)到期');
    await post(notice2027);
    await recounted(app);
    await client.passTo('2027-01-02');
    expect((await texts())[0]).toContain('将于2027-01-04到期');
  });
});

describe('a repeated reminder', () => {
  it('continues from the last one', async () => {
    const { id } = (await client.create('education', 'project', declarationOf('草稿', 100_000_000))).body;
    await beside({ role: 'worker' });
    const next = async (): Promise<string[]> =>
      Object.values(
        (
          await db().query(
            `select rung, next_rung, (next_at at time zone 'Asia/Shanghai')::date::text as day from deadlines where case_id = $1`,
            [id],
          )
        )[0],
      );
    await client.passTo('2027-01-20');
    expect(await next()).toEqual(['track-1', 'track-2', '2027-02-18']);
    await post(notice2027);
    await recounted(app);
    // Twenty working days from 2027-01-19. There are three days off more than foreseen, and a Saturday is worked after
    // them.
    expect(await next()).toEqual(['track-1', 'track-2', '2027-02-22']);
  });
});

describe('a second notice before the cases are recounted with the first', () => {
  it('shows what both notices move', async () => {
    const id = await declared('两个通知');
    await post(notice2027);
    const shown = (
      await client.call('admin', 'POST', '/api/v1/calendar/2028?dryRun=true', { ...noticeLike(2028), confirmed: true })
    ).body;
    expect(shown.deadlines.items).toMatchObject([{ caseId: id, from: '2027-01-05', to: '2027-01-04' }]);
    await recount();
    const then = (
      await client.call('admin', 'POST', '/api/v1/calendar/2028?dryRun=true', { ...noticeLike(2028), confirmed: true })
    ).body;
    expect(then.deadlines).toMatchObject({ total: 0, items: [] });
  });
});

describeDeep('a case that has ended with a day still to be told of', () => {
  it('is counted together with the first', async () => {
    const ended = await start({ clockStart: lastActCloses.on });
    const there = new Client(ended.url);
    const id = await tellOverHttp(there, 'project', lastActCloses);
    const shown = async (): Promise<unknown> =>
      (await there.get('education', `/api/v1/cases/${id}`)).body.deadlines.filter(
        (d: { status: string }) => d.status === 'open',
      );
    const publish = (year: number, query = '') =>
      there.call('admin', 'POST', `/api/v1/calendar/${year}${query}`, { ...noticeLike(year), confirmed: true });
    expect(await shown()).toMatchObject([{ name: 'interfacePeriod', dueOn: '2028-07-14', provisional: true }]);
    await publish(2027);
    await recounted(ended);
    expect((await publish(2028, '?dryRun=true')).body.deadlines).toMatchObject({
      total: 1,
      firmed: 1,
      items: [{ caseId: id, provisionalAfter: false }],
    });
    await publish(2028);
    await recounted(ended);
    expect(await shown()).toMatchObject([{ name: 'interfacePeriod', dueOn: '2028-07-14', provisional: false }]);
  }, 60_000);
});

describeDeep('a process that does not know of the notice yet', () => {
  it('may count with the old calendar for a moment: the cases it has written are found and recounted', async () => {
    const other = await beside({ role: 'api' });
    const kept = await other.app.get(CalendarService, { strict: false }).current();
    const [known, quiet] = [await declared('先有的'), await declared('不动的')];
    await post(notice2027);
    await recount();
    jest.spyOn(other.app.get(CalendarService, { strict: false }), 'current').mockResolvedValue(kept);
    const there = new Client(other.url);
    const fresh = (await there.create('education', 'project', declarationOf('后来的', 100_000_000))).body.id;
    await there.upload('education', fresh, 'declarationForm');
    await there.send('education', fresh, 'declare');
    await there.send('data-bureau', known, 'returnForCorrection', { items: '补' });
    expect(await dueOn(fresh)).toBe('2027-01-05');
    expect((await behind()).sort()).toEqual([known, fresh].sort());
    await recount();
    expect([await dueOn(fresh), await dueOn(known), await editionOf(quiet)]).toEqual(['2027-01-04', '2027-01-04', 1]);
    expect(await behind()).toEqual([]);
  });

  it('takes the newest calendar before it counts', async () => {
    const id = await declared('别处的');
    const other = await beside({ role: 'api' });
    expect((await other.app.get(CalendarService, { strict: false }).current()).edition).toBe(0);
    await post(notice2027);
    const asked = jest.spyOn(other.app.get(RecountStore, { strict: false }), 'behind');
    await recount(other);
    expect([await dueOn(id), await editionOf(id)]).toEqual(['2027-01-04', 1]);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('does not lose days that were counted before to a step by a process that knows the notice', async () => {
    const id = await declared('有人办');
    await post(notice2027);
    expect((await client.send('data-bureau', id, 'copyTo', { to: ['unit:finance'], note: '供参考' })).status).toBe(200);
    expect(await editionOf(id)).toBe(0);
    await recount();
    expect(await dueOn(id)).toBe('2027-01-04');
    const later = await declared('导入以后登记的');
    expect([await dueOn(later), await editionOf(later), await behind()]).toEqual(['2027-01-04', 1, []]);
  });
});

describe('a process that has been asked to stop', () => {
  it('finishes the cases in hand and leaves the others to the next process', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => declared(`第${i}件`)));
    await post(notice2027);
    const leaving = await beside({ role: 'api' });
    const counted = jest.spyOn(leaving.app.get(Engine), 'recount').mockImplementation(() => {
      leaving.app.get(Leaving).ask();
      return Promise.resolve(true);
    });
    expect(await recount(leaving)).toBe(1);
    expect(await recount(leaving)).toBe(0);
    expect(counted).toHaveBeenCalledTimes(1);
    const clock = (): Promise<{ now: Date }[]> => db().query('select now from simulated_clock');
    await db().query(`update simulated_clock set goal = now + interval '1 day'`);
    const before = await clock();
    await leaving.app.get(TimeTravel, { strict: false }).run();
    expect(await clock()).toEqual(before);
    expect(await recount()).toBe(ids.length);
  });
});

describe('a case whose recount fails', () => {
  it('is shown as faulted, holds up no other case, and recovers once it can be recounted', async () => {
    const [bad, good] = [await declared('数不了'), await declared('数得了')];
    await post(notice2027);
    await db().query(`update cases set definition_hash = 'other' where id = $1`, [bad]);
    expect(await recount()).toBe(1);
    expect([await dueOn(good), await behind()]).toEqual(['2027-01-04', [bad]]);
    const faults = async (): Promise<string[]> =>
      (await db().query('select fault from deadlines where case_id = $1 and fault is not null', [bad])).map(
        (r: { fault: string }) => r.fault,
      );
    expect(await faults()).toEqual([expect.stringContaining('期限未能按新的工作日历重新计算')]);
    await db().query(
      'update cases set definition_hash = (select definition_hash from cases where id = $2) where id = $1',
      [bad, good],
    );
    expect(await recount()).toBe(1);
    expect([await dueOn(bad), await faults()]).toEqual(['2027-01-04', []]);
  });
});

describe('two imports at once', () => {
  it('of the same notice: one is made, and the other finds it', async () => {
    const answers = await Promise.all([post(notice2027), post(notice2027), post(notice2027)]);
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
    expect(answers.filter((a) => a.body.changed)).toHaveLength(1);
    expect((await client.get('admin', '/api/v1/calendar')).body.edition).toBe(1);
  });

  it('of different notices: the second corrects the first, and must give a reason', async () => {
    const other = { ...notice2027, makeupWorkdays: ['2027-02-20'] };
    const answers = await Promise.all([post(notice2027), post(other)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 400]);
    const second = answers[0]!.status === 400 ? notice2027 : other;
    expect((await post({ ...second, reason: '以更正通知为准' })).body).toMatchObject({
      changed: true,
      edition: 2,
      statusBefore: 'published',
    });
  });
});
