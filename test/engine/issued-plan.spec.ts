import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { declarationOf, JOINT, panel } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Engine } from '#src/engine/engine.js';
import { Relay } from '#src/notices/relay.js';
import { Sweeper } from '#src/timers/sweeper.js';
import { Client } from '../support/client.js';
import { eventually } from '../support/external.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { ensureBuilt, spawnProgram, type Program } from '../support/spawn-program.js';
import { startApp } from '../support/start-app.js';

const depth = depthFrom(process.env.DEPTH);
const TODAY = '2026-01-05';
const UNITS = ['education', 'health', 'development-zone'];
const MANY = depth.of(5, 9);
const OUTSIDE = { result: 'agreed', number: '意见1号', date: TODAY };
const ISSUE = { number: '青数〔2027〕1号', date: TODAY };
const REVIEWED = { date: TODAY, experts: panel(5), conclusion: 'passed' };

interface Listed {
  plan: string;
  /** The ids of the projects on the list, and of the one taken out of it. */
  projects: string[];
  removed: string;
}

/** Prepares a plan to which everybody has agreed and that only has to be issued. */
async function readyToIssue(client: Client): Promise<Listed> {
  const sent = async (who: string, id: string, type: string, data: unknown = {}): Promise<void> => {
    const { status, text } = await client.send(who, id, type, data);
    if (status !== 200) throw new Error(`${type}: ${status} ${text}`);
  };
  const plan: string = (
    await client.create('data-bureau', 'annual-plan', { year: 2027, opensOn: TODAY, closesOn: TODAY })
  ).body.id;
  const projects: string[] = [];
  for (let i = 0; i <= MANY; i++) {
    const unit = UNITS[i % UNITS.length]!;
    const { id } = (await client.create(unit, 'project', declarationOf(`项目${i + 1}`, 100_000_000))).body;
    await client.upload(unit, id, 'declarationForm');
    await sent(unit, id, 'declare');
    await sent('data-bureau', id, 'passPreReview', { similarity: 'none', similarityReason: '各办各的业务' });
    await sent(unit, id, 'applyForPlan', { planYear: 2027 });
    projects.push(id);
  }
  const [removed] = projects.splice(4, 1) as [string];
  await sent('data-bureau', plan, 'closeWindow', { reason: '申报已齐' });
  for (const who of JOINT) await sent(who, plan, 'giveJointOpinion', { opinion: 'agree' });
  await sent('data-bureau', plan, 'removeItem', { project: removed, reason: '资金没有落实' });
  for (const kind of [
    'expertOpinion',
    'planList',
    'cityOpinion',
    'provinceOpinion',
    'governmentDecision',
    'planDocument',
  ])
    await client.upload('data-bureau', plan, kind);
  await sent('data-bureau', plan, 'beginExpertReview', { meetingOn: TODAY });
  await sent('data-bureau', plan, 'recordExpertReview', REVIEWED);
  await sent('data-bureau', plan, 'submitPlanToCity', { date: TODAY });
  for (const type of ['recordPlanCityOpinion', 'recordPlanProvinceOpinion', 'recordPlanDecision'])
    await sent('data-bureau', plan, type, OUTSIDE);
  return { plan, projects, removed };
}

/** Counts how often each case was told that the plan is issued. */
const told = async (client: Client, ids: readonly string[]): Promise<number[]> =>
  Promise.all(
    ids.map(
      async (id) =>
        (await client.get('supervisor', `/api/v1/cases/${id}/history`)).body.filter(
          (row: { type: string }) => row.type === 'planIssued',
        ).length as number,
    ),
  );

async function expectEachMovedOnce(client: Client, { plan, projects, removed }: Listed): Promise<void> {
  expect(await told(client, [...projects, removed])).toEqual([...projects.map(() => 1), 0]);
  const cases = await Promise.all(
    projects.map(async (id) => (await client.get('supervisor', `/api/v1/cases/${id}`)).body),
  );
  expect(cases.map((c) => c.stage)).toEqual(projects.map(() => 'approval'));
  expect(cases.map((c) => Number(c.data.plan.issued.item))).toEqual(projects.map((_, i) => i + 1));
  expect((await client.get('supervisor', `/api/v1/cases/${removed}`)).body).toMatchObject({
    stage: 'reserve',
    stateLabel: '已入库',
  });
  const history: { type: string }[] = (await client.get('supervisor', `/api/v1/cases/${plan}/history`)).body;
  expect(history.filter((row) => row.type === 'issuePlan')).toHaveLength(1);
}

describe('a plan is issued, and the signals to its projects fail', () => {
  it.each(['before', 'after'])(
    '%s some of them are told: the next sweep tells each of them, once',
    async (when) => {
      const app = await startApp({ clock: 'simulated', clockStart: TODAY, sweepSeconds: 3_600 });
      try {
        const client = new Client(app.url);
        const listed = await readyToIssue(client);
        const engine = app.app.get(Engine);
        const signal = engine.signal.bind(engine);
        const unlucky = listed.projects.filter((_, i) => i % 2 === 1);
        const failing = jest.spyOn(engine, 'signal').mockImplementation(async (...args) => {
          // The signal is carried, but nobody learns of it, as if the program died between two transactions.
          if (when === 'after' || !unlucky.includes(args[0])) await signal(...args);
          if (unlucky.includes(args[0])) throw new Error('投递中断');
        });
        expect((await client.send('data-bureau', listed.plan, 'issuePlan', ISSUE)).status).toBe(200);
        expect(failing).toHaveBeenCalledTimes(MANY);
        expect((await told(client, unlucky)).every((n) => n === (when === 'after' ? 1 : 0))).toBe(true);
        failing.mockRestore();

        // A failed delivery is tried again later, not at once.
        await app.app.get(Sweeper).sweep();
        expect((await told(client, unlucky)).every((n) => n === (when === 'after' ? 1 : 0))).toBe(true);
        await client.passTo('2026-01-06');
        await app.app.get(Sweeper).sweep();
        // The clock's own worker may be carrying some of them. A project that is told a second time finds its earlier
        // answer.
        await eventually(
          async () =>
            (
              await app.app
                .get(DataSource)
                .query(`select id, error from outbox where kind = 'signal' and done_at is null`)
            ).length as number,
          (n) => n === 0,
        );
        await expectEachMovedOnce(client, listed);
      } finally {
        await app.close();
      }
    },
    60_000,
  );
});

it('a plan is issued while the relay is already carrying it: the answer comes when every project has moved', async () => {
  const app = await startApp({ clock: 'simulated', clockStart: TODAY, sweepSeconds: 3_600 });
  try {
    const client = new Client(app.url);
    const listed = await readyToIssue(client);
    const [engine, relay] = [app.app.get(Engine), app.app.get(Relay)];
    const signal = engine.signal.bind(engine);
    const slow = jest.spyOn(engine, 'signal').mockImplementation(async (...args) => {
      await sleep(50);
      await signal(...args);
    });
    let others: Promise<void> = Promise.resolve();
    const committed = relay.committed.bind(relay);
    jest.spyOn(relay, 'committed').mockImplementation(async (...args) => {
      if (args[0].record.id === listed.plan) {
        others = relay.run();
        await eventually(
          async () => slow.mock.calls.length,
          (n) => n > 0,
        );
      }
      await committed(...args);
    });
    expect((await client.send('data-bureau', listed.plan, 'issuePlan', ISSUE)).status).toBe(200);
    await expectEachMovedOnce(client, listed);
    expect(slow).toHaveBeenCalledTimes(MANY);
    await others;
  } finally {
    await app.close();
  }
}, 60_000);

depth.of(describe.skip, describe)('a plan is issued, and the program is killed while it tells the projects', () => {
  let database: FreshDatabase;
  let db: pg.Client;
  let dataDir: string;
  let programs: Program[];

  beforeAll(ensureBuilt, 120_000);
  beforeEach(async () => {
    database = await freshDatabase();
    db = new pg.Client({ connectionString: database.url });
    await db.connect();
    dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-issued-'));
    programs = [];
  });
  afterEach(async () => {
    for (const { child } of programs) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await Promise.all(programs.map((one) => one.ended()));
    await db.end();
    await database.drop();
    await fs.rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  const started = async (sweepSeconds: number): Promise<{ program: Program; client: Client }> => {
    const program = spawnProgram({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PORT: '0',
      NODE_ENV: 'test',
      DEMO_DIRECTORY: 'true',
      CLOCK: 'simulated',
      CLOCK_START: TODAY,
      SWEEP_SECONDS: String(sweepSeconds),
      LOG_LEVEL: 'error',
    });
    programs.push(program);
    return { program, client: new Client(/http:\/\/localhost:\d+/.exec(await program.line(/已就绪/))![0]) };
  };
  const killed = async ({ child, ended }: Program): Promise<void> => {
    child.kill('SIGKILL');
    expect(await ended()).toBe('SIGKILL');
  };
  const moved = async (): Promise<number> =>
    Number((await db.query(`select count(*) as n from history where type = 'planIssued'`)).rows[0].n);
  const leftInOutbox = async (): Promise<number> =>
    Number((await db.query(`select count(*) as n from outbox where kind = 'signal' and done_at is null`)).rows[0].n);

  it('twice, in the middle: every listed project moves once, the one taken out does not', async () => {
    // Each project takes a while, so that the process can be killed in the middle.
    await db.query(
      `create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.4); return new; end $$`,
    );
    await db.query(
      `create trigger slowly before insert on history for each row when (new.type = 'planIssued') execute function slowly()`,
    );
    const key = { 'idempotency-key': 'issue-2026' };

    const first = await started(1);
    const listed = await readyToIssue(first.client);
    const unanswered = first.client.send('data-bureau', listed.plan, 'issuePlan', ISSUE, key).then(
      (answer) => answer.status,
      () => 'no answer',
    );
    await eventually(moved, (n) => n >= 2);
    await killed(first.program);
    expect(await unanswered).toBe('no answer');
    expect(await leftInOutbox()).toBe(MANY);
    const before = await moved();
    expect(before).toBeLessThan(MANY);

    const second = await started(1);
    await eventually(moved, (n) => n >= before + 2);
    await killed(second.program);
    expect(await moved()).toBeLessThan(MANY);

    await db.query('drop trigger slowly on history');
    const { client } = await started(1);
    // A sender without an answer asks again. The plan is issued already, and is not issued again.
    const again = await client.send('data-bureau', listed.plan, 'issuePlan', ISSUE, key);
    expect([again.status, again.body.stateLabel]).toEqual([200, '待公开计划']);
    await eventually(leftInOutbox, (n) => n === 0);
    await expectEachMovedOnce(client, listed);
  }, 120_000);
});
