import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  declarationOf,
  design,
  JOINT,
  panel,
} from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { eventually } from '../support/external.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an item as the server sends it
type Item = any;

describe('what is stuck', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  const begun = async (unit: string, title: string): Promise<string> => {
    const { body } = await client.create(unit, 'project', declarationOf(title, 100_000_000));
    await client.upload(unit, body.id, 'declarationForm');
    return body.id;
  };
  const send = async (who: string, id: string, type: string, data: unknown = {}): Promise<void> => {
    const { status, text } = await client.send(who, id, type, data);
    if (status !== 200) throw new Error(`${type}: ${status} ${text}`);
  };
  const list = async (query = ''): Promise<Item[]> =>
    (await client.get('supervisor', `/api/v1/supervision/stuck?${query}`)).body.items;
  const of = async (id: string): Promise<Item | undefined> =>
    (await list('limit=200')).find((i: Item) => i.case.id === id);

  it('tells the six kinds apart, names whom to call, and is right at once after the next step', async () => {
    const idle = await begun('education', '无人过问');
    const overdue = await begun('education', '预审逾期');
    await send('education', overdue, 'declare');
    const listed = await begun('education', '列入计划');
    await send('education', listed, 'declare');
    await send('data-bureau', listed, 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' });
    await send('data-bureau', listed, 'reportToCity', { reportedOn: '2026-01-05' });
    await client.upload('data-bureau', listed, 'cityFilingOpinion');
    await send('data-bureau', listed, 'recordCityFiling', { result: 'filed', number: '1', date: '2026-01-05' });
    const outside: string = (
      await client.create('data-bureau', 'annual-plan', { year: 2027, opensOn: '2026-01-05', closesOn: '2026-01-05' })
    ).body.id;
    await send('education', listed, 'applyForPlan', { planYear: 2027 });
    await send('data-bureau', outside, 'closeWindow', { reason: '申报已齐' });
    for (const who of JOINT) await send(who, outside, 'giveJointOpinion', { opinion: 'agree' });
    await client.upload('data-bureau', outside, 'expertOpinion');
    await send('data-bureau', outside, 'beginExpertReview', { meetingOn: '2026-01-05' });
    await send('data-bureau', outside, 'recordExpertReview', {
      date: '2026-01-05',
      experts: panel(5),
      conclusion: 'passed',
    });
    await client.upload('data-bureau', outside, 'planList');
    await send('data-bureau', outside, 'submitPlanToCity', { date: '2026-01-05' });
    const paused = await begun('health', '暂停已久');
    await send('health', paused, 'declare');
    await client.upload('data-bureau', paused, 'standingDecision');
    await send('data-bureau', paused, 'suspend', { reason: '资金检查', number: '1', date: '2026-01-05' });

    expect(await list()).toHaveLength(1);
    expect(await of(outside)).toMatchObject({
      kind: 'waiting-outside',
      case: { waitingOn: { kind: 'outside', label: '市数据资源管理局' } },
      chase: { unit: { id: 'data-bureau' } },
    });

    await client.passTo('2026-03-30');
    const soon = await begun('health', '即将到期');
    await send('health', soon, 'declare');
    await client.passTo('2026-04-08');
    await app.app.get(DataSource).query(`update deadlines set fault = '数据库忙' where case_id = $1`, [idle]);

    expect((await of(idle)).cause.message).toContain('数据库忙');
    await app.app.get(DataSource).query('update deadlines set fault = null');
    expect(await of(overdue)).toMatchObject({
      kind: 'overdue',
      clause: '2.1.2a',
      since: '2026-01-19',
      chase: { role: 'data-bureau' },
    });
    expect(await of(idle)).toMatchObject({ kind: 'idle', chase: { unit: { id: 'education' } } });
    expect(await of(paused)).toMatchObject({
      kind: 'paused-too-long',
      since: '2026-01-05',
      clause: '2.6.3b',
      chase: { role: 'data-bureau' },
    });
    expect((await of(paused)).nextSteps.map((s: Item) => s.type)).toContain('resume');
    // A message to the supervisor is no reminder to those who owe the duty.
    expect((await of(overdue)).lastReminder.at.slice(0, 10)).toBe('2026-03-20');
    expect(await of(soon)).toMatchObject({ kind: 'due-soon', case: { light: 'yellow' } });

    // The project on the list of the plan is idle as well.
    const kinds = ['overdue', 'paused-too-long', 'due-soon', 'waiting-outside', 'idle', 'idle'];
    expect((await list()).map((i) => i.kind)).toEqual(kinds);
    expect((await list('kind=waiting-outside')).map((i) => i.case.id)).toEqual([outside]);
    expect((await list('kind=idle')).map((i) => i.case.id)).toEqual([idle, listed]);
    expect((await list('light=red')).map((i) => i.case.id)).toEqual([overdue]);
    expect(await list('unit=health&stage=reserve')).toHaveLength(2);
    const pages = [];
    for (let query = 'limit=2'; ;) {
      const { body } = await client.get('supervisor', `/api/v1/supervision/stuck?${query}`);
      pages.push(...body.items.map((i: Item) => i.kind));
      if (!body.nextCursor) break;
      query = `limit=2&cursor=${body.nextCursor}`;
    }
    expect(pages).toEqual(kinds);

    await send('supervisor', overdue, 'urge', { message: '请尽快预审' });
    const reminded = await eventually(
      () => of(overdue),
      (item) => item?.lastReminder.at.slice(0, 10) !== '2026-03-20',
    );
    expect(reminded.lastReminder.at.slice(0, 10)).toBe('2026-04-08');

    await send('data-bureau', overdue, 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' });
    expect(await of(overdue)).toBeUndefined();
    await send('supervisor', outside, 'urge', { message: '请跟进' });
    await client.passTo('2026-04-09');
    const inbox = await client.get('data-bureau', `/api/v1/notifications?case=${outside}`);
    expect(inbox.body.items.map((n: Item) => n.title)).toContain('催办：2027年度政务信息化建设计划');
  });

  it("counts a design that the province keeps for months as waiting for the province, although the bureau's clock stands still", async () => {
    const fen = 620_000_000;
    const { body } = await client.create(
      'education',
      'project',
      declarationOf('省里未复', fen, { deliveryMode: 'purchaseService' }),
    );
    const id: string = body.id;
    const today = '2026-04-09';
    for (const kind of [
      'declarationForm',
      'projectProposal',
      'serviceRequirement',
      'systemPlan',
      'serviceBudget',
      'expertOpinion',
    ])
      await client.upload('education', id, kind);
    for (const kind of ['cityFilingOpinion', 'governmentDecision', 'cityOpinion'])
      await client.upload('data-bureau', id, kind);
    const steps: [string, string, unknown][] = [
      ['education', 'declare', {}],
      ['data-bureau', 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' }],
      ['data-bureau', 'reportToCity', { reportedOn: today }],
      ['data-bureau', 'recordCityFiling', { result: 'filed', number: '备1', date: today }],
      ['education', 'requestOutOfPlan', { reason: '急需' }],
      ['data-bureau', 'recordGovernmentApproval', { result: 'approved', number: '纪要1号', date: today }],
      ['education', 'submitServicePlan', design(fen)],
      ['data-bureau', 'sendToCity', { date: today }],
      ['data-bureau', 'recordCityReview', { result: 'agreed', number: '市1', date: today }],
    ];
    for (const [who, type, data] of steps) await send(who, id, type, data);
    await client.passTo('2026-08-03');
    expect(await of(id)).toMatchObject({
      kind: 'waiting-outside',
      since: today,
      case: { waitingOn: { label: '省数据资源管理部门' } },
    });
  });

  it.each([{ rank: 2_147_483_648 }, { rank: -1 }, { since: '0000-01-01T00:00:00Z' }, { id: 'x' }])(
    'refuses an impossible place in the list: %j',
    async (wrong) => {
      const place = {
        rank: 1,
        since: '2026-01-05T00:00:00Z',
        id: '00000000-0000-4000-8000-000000000000',
        matter: '',
        ...wrong,
      };
      const { status, body } = await client.get(
        'supervisor',
        `/api/v1/supervision/stuck?cursor=${Buffer.from(JSON.stringify(place)).toString('base64url')}`,
      );
      expect([status, body.errors[0].pointer]).toEqual([400, '/cursor']);
    },
  );

  it('shows a unit only its own cases and the plan it is on; a message can be marked as read', async () => {
    const { items } = (await client.get('education', '/api/v1/supervision/stuck')).body;
    expect(new Set(items.map((i: Item) => `${i.case.procedure} ${i.case.unit.id}`))).toEqual(
      new Set(['project education', 'annual-plan data-bureau']),
    );
    const [first] = (await client.get('data-bureau', '/api/v1/notifications?unread=true')).body.items;
    expect((await client.call('data-bureau', 'POST', `/api/v1/notifications/${first.id}/read`)).status).toBe(204);
    expect((await client.call('education', 'POST', `/api/v1/notifications/${first.id}/read`)).status).toBe(404);
    const unread = (await client.get('data-bureau', '/api/v1/notifications?unread=true')).body.items.map(
      (n: Item) => n.id,
    );
    expect(unread).not.toContain(first.id);
  });

  it('shows a fault of an ended case, and nothing else of it', async () => {
    const id = await begun('health', '撤回以后');
    await send('health', id, 'withdraw', { reason: '并入另一项目' });
    const db = app.app.get(DataSource);
    await db.query(`update deadlines set status = 'open', due_on = '2026-01-06', kind = 'duty' where case_id = $1`, [
      id,
    ]);
    expect(await of(id)).toBeUndefined();
    await db.query(
      `insert into outbox (case_id, kind, source, payload, created_at, next_attempt_at, attempts, failed_at, error)
       select $1, 'notice', 'after-the-end', '{}', now, now + interval '1 year', 8, now, '没有可以接收的账号' from simulated_clock`,
      [id],
    );
    const faults = async (): Promise<Item[]> => (await list('limit=200')).filter((i) => i.case.id === id);
    const shown = await faults();
    expect(shown.map((i) => [i.kind, i.light, i.case.status])).toEqual([['faulted', 'grey', 'terminated']]);
    expect(shown[0].cause.message).toContain('没有可以接收的账号');
    expect((await client.get('supervisor', '/api/v1/supervision/stuck/counts?kind=faulted')).body.total).toBe(1);
    expect(await list('kind=faulted&chased=health')).toEqual([]);

    await db.query(
      `update deadlines set fault = '数据库忙', opened_on = '2026-01-05', next_at = null, next_rung = null where case_id = $1`,
      [id],
    );
    const [since] = await db.query(
      `select (now at time zone 'Asia/Shanghai')::date::text as today from simulated_clock`,
    );
    expect((await faults()).map((i) => [i.since, i.cause.message.includes('数据库忙'), i.clause])).toEqual([
      ['2026-01-05', true, null],
      [since.today, false, null],
    ]);
    await db.query(`update deadlines set fault = null where case_id = $1`, [id]);
  });
});
