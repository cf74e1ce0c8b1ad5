import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Engine } from '#src/engine/engine.js';
import { SignalRefused } from '#src/engine/signal.js';
import { Relay } from '#src/notices/relay.js';
import { TimerStore } from '#src/persistence/stores/timer.store.js';
import { Ringer } from '#src/timers/ringer.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('what is due rings before the step that would overtake it', () => {
  let app: RunningApp;
  let client: Client;
  let db: DataSource;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
    db = app.app.get(DataSource);
  });
  afterAll(() => app.close());

  const declared = async (title: string): Promise<string> => {
    const { body } = await client.create('county-hospital', 'project', declarationOf(title, 100_000_000));
    await client.upload('county-hospital', body.id, 'declarationForm');
    await client.send('county-hospital', body.id, 'declare');
    return body.id;
  };
  /** Lets days pass without the clock's own worker. */
  const unwatched = (days: number) =>
    db.query(
      `update simulated_clock set now = now + make_interval(days => $1), goal = greatest(goal, now + make_interval(days => $1))`,
      [days],
    );
  const rungs = async (id: string, name: string): Promise<string[]> =>
    (
      await db.query(
        `select rung from reminders where case_id = $1 and deadline_id like '%.' || $2 || '.%' order by planned_at`,
        [id, name],
      )
    ).map((r: { rung: string }) => r.rung);

  it('a reminder that has come is sent once although the step is taken in the same moment', async () => {
    const id = await declared('影像云');
    await unwatched(13);
    expect((await client.send('health', id, 'endorse')).status).toBe(200);
    expect(await rungs(id, 'endorsement')).toEqual(['second', 'third']);
  });

  it('a window that is over closes before a late event, and moves the case once', async () => {
    const {
      body: { id },
    } = await client.create('data-bureau', 'annual-plan', {
      year: 2027,
      opensOn: '2026-01-19',
      closesOn: '2026-01-25',
    });
    await unwatched(30);
    expect((await client.send('data-bureau', id, 'closeWindow', { reason: '申报已齐' })).body.code).toBe(
      'not-applicable',
    );
    const { body } = await client.get('data-bureau', `/api/v1/cases/${id}/history`);
    expect(body.map((h: { type: string }) => h.type)).toEqual(['created', 'windowOpened', 'windowClosed']);
  });

  it('a dry run writes nothing, not even a reminder', async () => {
    const id = await declared('排队叫号');
    await unwatched(13);
    expect(
      (await client.call('health', 'POST', `/api/v1/cases/${id}/events?dryRun=true`, { type: 'endorse', data: {} }))
        .status,
    ).toBe(200);
    expect(await rungs(id, 'endorsement')).toEqual([]);
  });

  it('a ring before a signal does not wait for messages that others carry; a ring before a step does', async () => {
    const engine = app.app.get(Engine);
    const committed = jest.spyOn(app.app.get(Relay), 'committed');
    const [told, touched] = [await declared('收到信号'), await declared('有人办理')];
    // The case counts as counted with an older calendar, so that it is recounted on the way.
    await db.query('update cases set counted_with = -1 where id = any($1)', [[told, touched]]);
    await unwatched(13);
    committed.mockClear();
    await expect(engine.signal(told, 'nothing', {}, 'outbox-0')).rejects.toThrow(SignalRefused);
    expect(committed.mock.calls.map(([, caller]) => caller)).toEqual(['relay', 'relay', 'relay']);
    expect(await rungs(told, 'endorsement')).toEqual(['second', 'third']);
    committed.mockClear();
    await client.send('health', touched, 'endorse');
    expect(committed.mock.calls.map(([, caller]) => caller)).toEqual(['doorway', 'doorway', 'doorway', 'doorway']);
    committed.mockRestore();
  });

  it('a failed ring is shown while it is owed, and not if another process has rung it meanwhile', async () => {
    const id = await declared('林火监测');
    const { id: deadline } = (
      await db.query(`select id from deadlines where case_id = $1 and name = 'endorsement'`, [id])
    )[0];
    const fault = async (): Promise<string | null> =>
      (await db.query('select fault from deadlines where id = $1', [deadline]))[0].fault;
    await unwatched(13);
    await app.app.get(TimerStore).fault(deadline, '数据库正在重启');
    expect(await fault()).toBe('数据库正在重启');
    await app.app.get(Ringer).ring(deadline);
    await app.app.get(TimerStore).fault(deadline, '数据库正在重启');
    expect(await fault()).toBeNull();
  });

  it('a deadline on which the law fails holds up no step', async () => {
    const id = await declared('药品追溯');
    await unwatched(13);
    const definition = project.deadlines.endorsement as { ladder: string };
    const { ladder } = definition;
    try {
      definition.ladder = 'nowhere';
      expect((await client.send('health', id, 'endorse')).status).toBe(200);
    } finally {
      definition.ladder = ladder;
    }
    expect(await rungs(id, 'endorsement')).toEqual([]);
  });
});
