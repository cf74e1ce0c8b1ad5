import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SYSTEM } from '#machines/kit/case/facts.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Relay } from '#src/notices/relay.js';
import { TimerStore } from '#src/persistence/stores/timer.store.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

const HOUR = 1;
const DAY = 24;
const ATTEMPTS = 8;

describe('a message or signal that was given up', () => {
  let app: RunningApp;
  let client: Client;
  let db: DataSource;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-03-02', role: 'api' });
    client = new Client(app.url);
    db = app.app.get(DataSource);
  });
  afterAll(() => app.close());

  const carriedAfter = async (hours: number): Promise<void> => {
    await db.query(
      `update simulated_clock set now = now + make_interval(hours => $1), goal = greatest(goal, now + make_interval(hours => $1))`,
      [hours],
    );
    await app.app.get(Relay).run();
  };
  const givenUp = async (): Promise<void> => {
    for (let n = 0; n < ATTEMPTS; n++) await carriedAfter(2 * HOUR);
  };
  const lying = (id: string): Promise<{ attempts: number; failed: boolean }[]> =>
    db.query(
      'select attempts, failed_at is not null as failed from outbox where case_id = $1 and done_at is null order by id',
      [id],
    );
  const isShown = async (id: string): Promise<boolean> => {
    const { items } = (await client.get('supervisor', '/api/v1/supervision/stuck?kind=faulted&limit=200')).body;
    return items.some((i: { case: { id: string } }) => i.case.id === id);
  };

  it('is a fault until its recipient has an account: it is tried once a day and arrives once', async () => {
    const id = (await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000))).body
      .id as string;
    await client.upload('county-hospital', id, 'declarationForm');
    const [{ unit_id: unit }] = await db.query(`select unit_id from users where id = 'health'`);
    const people: { id: string }[] = await db.query('select id from users where unit_id = $1 and active', [unit]);
    const work = (active: boolean) =>
      db.query('update users set active = $2 where id = any($1)', [people.map((p) => p.id), active]);
    await work(false);
    await client.send('county-hospital', id, 'declare');
    await givenUp();
    expect(await lying(id)).toEqual([{ attempts: ATTEMPTS, failed: true }]);
    expect(await isShown(id)).toBe(true);
    const [{ failed_at: since }] = await db.query(
      'select failed_at from outbox where case_id = $1 and failed_at is not null',
      [id],
    );

    await carriedAfter(DAY);
    expect(await lying(id)).toEqual([{ attempts: ATTEMPTS + 1, failed: true }]);
    expect(
      (await db.query('select failed_at from outbox where case_id = $1 and failed_at is not null', [id]))[0].failed_at,
    ).toEqual(since);
    await work(true);
    await carriedAfter(DAY - 2 * HOUR);
    expect([await lying(id), await isShown(id)]).toEqual([[{ attempts: ATTEMPTS + 1, failed: true }], true]);
    await carriedAfter(2 * HOUR);
    expect([await lying(id), await isShown(id)]).toEqual([[], false]);
    await carriedAfter(DAY);
    expect(await db.query(`select kind from notifications where case_id = $1 and user_id = 'health'`, [id])).toEqual([
      { kind: '待办' },
    ]);
  });

  it('leaves alone the cases that have taken the signal: their answers are kept, however old, until it has reached everybody', async () => {
    const { id: plan } = (await client.create('education', 'project', declarationOf('计划', 100_000_000))).body;
    const [{ id }] = await db.query(
      `insert into outbox (case_id, kind, source, payload, created_at, next_attempt_at)
       select $1, 'signal', 'given-up', '{"relation":"items","event":"listed","data":{}}', now, now + interval '1 year' from simulated_clock returning id`,
      [plan],
    );
    const answer = (key: string) =>
      db.query(
        `insert into answers (actor_id, key, request, status, body, at) values ($1, $2, '', 200, 'accepted', '2026-01-01')`,
        [SYSTEM.userId, key],
      );
    const [own, others] = [`outbox-${id}-${plan}`, `outbox-${id}1-${plan}`];
    await answer(own);
    await answer(others);
    const kept = async () => {
      await app.app.get(TimerStore).forgetAnswers('2026-02-01T00:00:00+08:00');
      return (await db.query(`select key from answers where key = any($1)`, [[own, others]])).map(
        (a: { key: string }) => a.key,
      );
    };
    expect(await kept()).toEqual([own]);
    await db.query('update outbox set done_at = created_at where id = $1', [id]);
    expect(await kept()).toEqual([]);
  });
});
