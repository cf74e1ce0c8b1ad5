import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { addDays } from '#machines/kit/words/dates.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Engine } from '#src/engine/engine.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

interface DeadlineHistory {
  deadline: { name: string; status: string; due_on: string | null; occurrence: number; pauses: unknown[] };
  reminders: { rung: string; plannedAt: string; firedAt: string }[];
}

describe('reminders on a simulated clock', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
    id = (await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000))).body.id;
    await client.upload('county-hospital', id, 'declarationForm');
  });
  afterAll(() => app.close());

  const deadlines = async (name: string): Promise<DeadlineHistory[]> =>
    ((await client.get('data-bureau', `/api/v1/cases/${id}/deadlines`)).body as DeadlineHistory[]).filter(
      (d) => d.deadline.name === name,
    );
  const titles = async (who: string): Promise<string[]> =>
    (await client.get(who, `/api/v1/notifications?limit=200&case=${id}`)).body.items.map(
      (n: { title: string; sentAt: string }) => `${n.sentAt.slice(0, 10)} ${n.title}`,
    );

  it('climb the ladder: before, on and after the day, then the next rung', async () => {
    await client.send('county-hospital', id, 'declare');
    const due = (await deadlines('endorsement'))[0]!.deadline.due_on;
    expect(due).toBe('2026-01-19');
    await client.passTo('2026-02-28');
    const [{ reminders }] = (await deadlines('endorsement')) as [DeadlineHistory];
    expect(reminders.map((r) => `${r.rung} ${new Date(r.firedAt).toISOString()}`)).toEqual([
      'second 2026-01-12T01:00:00.000Z',
      'third 2026-01-16T01:00:00.000Z',
      'last 2026-01-18T01:00:00.000Z',
      'due 2026-01-19T01:00:00.000Z',
      'head 2026-01-20T01:00:00.000Z',
      'superior 2026-01-26T01:00:00.000Z',
      'bureau 2026-02-02T01:00:00.000Z',
      'consultation 2026-02-14T01:00:00.000Z',
    ]);
    expect(await titles('supervisor')).toContain('2026-02-14 督办：主管部门审核');
    expect(await titles('health')).toContain('2026-01-19 提醒：主管部门审核');
    // The head of the unit hears of it only when it is late, and of nothing else.
    expect(await titles('health-head')).toEqual(expect.arrayContaining(['2026-01-20 督办：主管部门审核']));
    expect((await titles('health-head')).filter((t) => t.includes('提醒：'))).toEqual([]);
    expect(await titles('health')).not.toContain('2026-01-20 督办：主管部门审核');
    expect(await titles('data-bureau-head')).toContain('2026-02-02 督办：主管部门审核');
  });

  it('are shown to supervisors: who, since when, by which clause, and what was sent', async () => {
    const { body } = await client.get('supervisor', '/api/v1/supervision/stuck');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      kind: 'overdue',
      clause: '2.2.5',
      since: '2026-01-19',
      chase: { unit: { id: 'health' } },
      lastReminder: { channel: 'inbox', state: 'delivered' },
    });
    expect(body.items[0].workingDays).toBe(25);
    expect(body.items[0].cause.message).toContain('已逾期25个工作日');
    expect(body.items[0].nextSteps.map((s: { type: string }) => s.type)).toContain('endorse');
  });

  it('stop when the step is done, and begin again each time it is entered again', async () => {
    await client.send('health', id, 'endorse');
    expect((await deadlines('endorsement'))[0]!.deadline.status).toBe('done');
    for (let round = 1; round <= 3; round++) {
      await client.send('data-bureau', id, 'returnForCorrection', { items: `第${round}次` });
      await client.passTo(`2026-0${2 + round}-28`);
      await client.send('county-hospital', id, 'resubmit', { reply: '已补' });
    }
    const corrections = await deadlines('correctionReply');
    expect(corrections.map((d) => d.deadline.status)).toEqual(['done', 'done', 'done']);
    expect(new Set(corrections.map((d) => d.deadline.occurrence)).size).toBe(3);
    for (const { reminders } of corrections) expect(reminders.length).toBeGreaterThanOrEqual(4);
    const asked = async (): Promise<string[]> =>
      (await titles('county-hospital')).filter((t) => t.includes('提醒：补正'));
    const before = await asked();
    await client.passTo('2026-06-30');
    expect(await asked()).toEqual(before);
  });

  it('do not count for the reviewer the days in which the applicant had the paper', async () => {
    const [{ deadline }] = (await deadlines('preReview')) as [DeadlineHistory];
    // It was returned again on the days on which it came back, so its clock stood still without a break.
    expect(deadline.pauses).toHaveLength(1);
    expect(deadline.due_on! > '2026-05-28').toBe(true);
  });

  it('ring once, however often an alarm comes, and never before their time', async () => {
    const other = (await client.create('county-hospital', 'project', declarationOf('重复的闹钟', 100_000_000))).body.id;
    await client.upload('county-hospital', other, 'declarationForm');
    await client.send('county-hospital', other, 'declare');
    const engine = app.app.get(Engine);
    const db = app.app.get(DataSource);
    const [{ id: deadlineId }] = await db.query(
      `select id from deadlines where case_id = $1 and name = 'endorsement'`,
      [other],
    );
    const alarms = (): Promise<boolean[]> => Promise.all(Array.from({ length: 16 }, () => engine.ring(deadlineId)));
    const rungs = async (): Promise<string[]> =>
      (await db.query('select rung from reminders where deadline_id = $1 order by planned_at', [deadlineId])).map(
        (r: { rung: string }) => r.rung,
      );

    expect((await alarms()).filter(Boolean)).toHaveLength(0);
    // The day comes while nobody runs the clock. Then sixteen alarms for it come at once.
    await db.query(
      `update simulated_clock set now = now + interval '13 days 6 hours', goal = greatest(goal, now + interval '13 days 6 hours')`,
    );
    expect((await alarms()).filter(Boolean).length).toBe((await rungs()).length);
    expect(await rungs()).toEqual(['second', 'third', 'last']);
    await client.send('health', other, 'endorse');
    await db.query(
      `update simulated_clock set now = now + interval '90 days', goal = greatest(goal, now + interval '90 days')`,
    );
    expect((await alarms()).filter(Boolean)).toHaveLength(0);
  });

  it('arrive once', async () => {
    const [{ doubled }] = await app.app
      .get(DataSource)
      .query(
        `select count(*)::int as doubled from (select 1 from notifications group by user_id, source having count(*) > 1) d`,
      );
    expect(doubled).toBe(0);
  });
});

describe('reminders in a unit without a head', () => {
  it('tell the person in charge that they are late, as the forecast has said', async () => {
    const app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    try {
      const client = new Client(app.url);
      const { id } = (await client.create('no1-school', 'project', declarationOf('校园网', 100_000_000))).body;
      await client.upload('no1-school', id, 'declarationForm');
      for (const [who, event, data] of [
        ['no1-school', 'declare', {}],
        ['education', 'endorse', {}],
        ['data-bureau', 'returnForCorrection', { items: '补一份' }],
      ] as const) {
        expect((await client.send(who, id, event, data)).status).toBe(200);
      }
      const foreseen = (await client.get('no1-school', `/api/v1/cases/${id}/forecast`)).body.items.filter(
        (p: { deadline: string }) => p.deadline === 'correctionReply',
      );
      const late = foreseen.find((p: { rung: string }) => p.rung === 'head');
      expect(late.to).toEqual([{ principal: 'unit:no1-school', name: expect.not.stringContaining('负责人') }]);
      await client.passTo(addDays(late.on, 1));
      const { items } = (await client.get('no1-school', `/api/v1/notifications?limit=200&case=${id}`)).body;
      expect(items.filter((n: { text: string }) => n.text === late.text)).toMatchObject([
        { kind: '待办', title: expect.stringMatching(/^提醒：/) },
      ]);
      expect(JSON.stringify(items)).not.toContain('请督促');
      expect(late.text).toMatch(/到期，请立即办理。$/);
    } finally {
      await app.close();
    }
  });
});
