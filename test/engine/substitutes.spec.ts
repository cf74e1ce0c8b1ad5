import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { regulations } from '#machines/regulations.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { caseSchema, historyRowSchema } from '#src/cases/case.schema.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { EXAMINING, sealing } from '../support/desk-procedure.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer as the server sends it
type Answer = any;

/** 代理: an officer is away, and somebody stands in. */
describe('substitutes', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-03-02' }, [...regulations, sealing]);
    client = new Client(app.url);
    await client.call('admin', 'POST', '/api/v1/clock', { to: '2026-03-02T08:00:00+08:00' });
  });
  afterAll(() => app.close());

  const away = (who: string, body: object) =>
    client.call(who, 'POST', '/api/v1/absences', { from: '2026-03-02', to: '2026-03-06', reason: '出差', ...body });
  const declared = async (unit: string): Promise<string> => {
    const { body } = await client.create(unit, 'project', declarationOf(`${unit}的项目`, 100_000_000));
    await client.upload(unit, body.id, 'declarationForm');
    expect((await client.send(unit, body.id, 'declare')).status).toBe(200);
    return body.id;
  };
  const pass = { similarity: 'none', similarityReason: '面向不同的服务对象' };

  describe('an absence', () => {
    it('names a person who can stand in, and possible days', async () => {
      const pointers = async (body: object, who = 'audit'): Promise<unknown> => {
        const { status, body: problem } = await away(who, body);
        return [status, problem.errors?.map((e: Answer) => e.pointer)];
      };
      expect(await pointers({ substitute: 'audit' })).toEqual([400, ['/substitute']]);
      expect(await pointers({ substitute: 'nobody' })).toEqual([400, ['/substitute']]);
      expect(await pointers({ substitute: 'admin' })).toEqual([400, ['/substitute']]);
      expect(await pointers({ substitute: 'finance', from: '2026-03-05', to: '2026-03-04' })).toEqual([400, ['/to']]);
      expect(await pointers({ substitute: 'finance', from: '2026-02-01', to: '2026-03-01' })).toEqual([400, ['/to']]);
      expect(await pointers({ substitute: 'finance', from: '2026-02-30' })).toEqual([400, ['/from']]);
      expect(await pointers({ person: 'nobody', substitute: 'finance' }, 'admin')).toEqual([400, ['/person']]);
      const others = await away('audit', { person: 'finance', substitute: 'audit' });
      expect([others.status, others.body.detail]).toEqual([403, '只能登记本人外出；他人的由管理员登记。']);
    });

    it('overlaps no other of the same person, also when two are sent at once; ended days are free again', async () => {
      const both = await Promise.all(
        [1, 2].map(() =>
          away('audit', { substitute: 'procurement-supervision', from: '2026-03-04', to: '2026-03-05' }),
        ),
      );
      expect(both.map((a) => a.status).sort()).toEqual([201, 409]);
      expect(both.find((a) => a.status === 409)!.body).toMatchObject({
        code: 'conflict',
        detail: '这几天已经登记了外出，请先结束原来的登记。',
      });
      expect((await away('audit', { substitute: 'finance', from: '2026-03-05', to: '2026-03-09' })).status).toBe(409);
      const first = both.find((a) => a.status === 201)!.body;
      expect(first).toMatchObject({
        person: { id: 'audit', name: '县审计局经办人' },
        substitute: { id: 'procurement-supervision' },
        current: false,
        endedAt: null,
        note: null,
      });
      expect((await client.call('procurement-supervision', 'POST', `/api/v1/absences/${first.id}/end`)).status).toBe(
        404,
      );
      expect((await client.call('audit', 'POST', `/api/v1/absences/${first.id}/end`)).body.endedAt).toContain(
        '2026-03-02',
      );
      expect((await client.call('audit', 'POST', `/api/v1/absences/${first.id}/end`)).status).toBe(409);
      expect((await client.call('audit', 'POST', '/api/v1/absences/x/end')).status).toBe(404);
      const again = await client.call('admin', 'POST', '/api/v1/absences', {
        person: 'audit',
        substitute: 'finance',
        from: '2026-03-05',
        to: '2026-03-09',
        reason: '培训',
      });
      expect(again.status).toBe(201);
      const mine = await client.get('audit', '/api/v1/absences?limit=1');
      expect(mine.body.items.map((a: Answer) => a.id)).toEqual([again.body.id]);
      expect(
        (await client.get('audit', `/api/v1/absences?cursor=${mine.body.nextCursor}`)).body.items.map(
          (a: Answer) => a.id,
        ),
      ).toEqual([first.id]);
      expect((await client.get('cyberspace', '/api/v1/absences')).body).toEqual({ items: [], nextCursor: null });
      expect((await client.get('admin', '/api/v1/absences')).body.items.length).toBeGreaterThanOrEqual(2);
    });
  });

  it('offers people to hand work to by name, unit or id, with who is away and without secrets', async () => {
    const { body } = await client.get('education', `/api/v1/directory?q=${encodeURIComponent('数据资源')}`);
    expect(body.units).toEqual([{ id: 'data-bureau', principal: 'unit:data-bureau', name: '县数据资源管理局' }]);
    expect(body.people).toEqual(
      ['data-bureau', 'data-bureau-deputy', 'data-bureau-head'].map((id) => ({
        id,
        principal: `user:${id}`,
        name: expect.any(String),
        unit: { id: 'data-bureau', name: '县数据资源管理局' },
        away: false,
      })),
    );
    expect((await client.get('education', '/api/v1/directory')).text).not.toMatch(/password|creditCode|roles/);
    expect((await client.get('education', '/api/v1/directory?q=admin')).body.people).toEqual([]);
    expect((await fetch(`${app.url}/api/v1/directory`)).status).toBe(401);
  });

  describe('a substitute from health for the data bureau', () => {
    let theirs: string;
    let own: string;
    beforeAll(async () => {
      theirs = await declared('education');
      own = await declared('health');
      expect((await client.get('health-deputy', `/api/v1/cases/${theirs}`)).status).toBe(404);
      expect((await away('data-bureau', { substitute: 'health-deputy' })).body).toMatchObject({
        current: true,
        person: { id: 'data-bureau' },
      });
    });

    it('sees on /me for whom they act, and in the list what waits', async () => {
      expect((await client.get('health-deputy', '/api/v1/me')).body.standsInFor).toEqual([
        { id: 'data-bureau', name: '县数据资源管理局经办人', unit: 'data-bureau', until: '2026-03-06' },
      ]);
      expect((await client.get('data-bureau', '/api/v1/me')).body.away).toEqual({
        until: '2026-03-06',
        substitute: { id: 'health-deputy', name: '县卫健委第二经办人' },
      });
      expect(
        (await client.get('education', `/api/v1/directory?q=data-bureau`)).body.people.map((p: Answer) => p.away),
      ).toEqual([true, false, false]);
      const { body } = await client.get('health-deputy', '/api/v1/tasks');
      const task = body.find((t: Answer) => t.case.id === theirs);
      expect(task).toMatchObject({ actingFor: [{ id: 'data-bureau', name: '县数据资源管理局经办人' }], why: ['step'] });
      expect(task.actions.find((a: Answer) => a.type === 'passPreReview')).toMatchObject({
        allowed: true,
        actingFor: [{ id: 'data-bureau' }],
      });
      expect((await client.get('health-deputy', '/api/v1/cases')).body.items.map((c: Answer) => c.id)).toContain(
        theirs,
      );
      expect((await client.get('health-deputy', '/api/v1/supervision/stuck')).status).toBe(200);
      expect((await client.get('health', '/api/v1/cases')).body.items.map((c: Answer) => c.id)).not.toContain(theirs);
    });

    it('decides on the project of another unit; history says who acted and for whom', async () => {
      const done = await client.send('health-deputy', theirs, 'passPreReview', pass);
      expect([done.status, done.text.length > 0]).toEqual([200, true]);
      caseSchema.parse(done.body);
      const row = (await client.get('health-deputy', `/api/v1/cases/${theirs}/history`)).body.at(-1);
      historyRowSchema.parse(row);
      expect(row).toMatchObject({
        type: 'passPreReview',
        actor: { id: 'health-deputy', unit: 'health' },
        actingFor: { id: 'data-bureau', name: '县数据资源管理局经办人', unit: 'data-bureau' },
      });
      await delivered(app);
      const told = (await client.get('education', `/api/v1/notifications?case=${theirs}`)).body.items.map(
        (n: Answer) => n.text,
      );
      expect(told).toContainEqual(
        expect.stringContaining('县数据资源管理局（县卫健委第二经办人代县数据资源管理局经办人）已办理'),
      );
      const boxed = (await client.get('health-deputy', '/api/v1/tasks?box=done')).body.items.find(
        (i: Answer) => i.case.id === theirs,
      );
      expect(boxed.last.type).toBe('passPreReview');
    });

    it('may not decide on a project of their own unit', async () => {
      const refused = await client.send('health-deputy', own, 'passPreReview', pass);
      expect([refused.status, refused.body.refusals.map((r: Answer) => r.rule)]).toEqual([
        422,
        ['office.not-own-case'],
      ]);
      expect(refused.body.refusals[0].message).toBe('县卫健委第二经办人属于申报单位县卫健委，不能对本单位的事项作决定');
      expect((await client.send('data-bureau-deputy', own, 'passPreReview', pass)).status).toBe(200);
    });

    it('hands the step over inside the bureau, not to their own unit', async () => {
      const { body } = await client.create('education', 'seal', { title: '代理转办', copies: 1 });
      const unit = await client.send('health-deputy', body.id, 'transfer', {
        to: 'health',
        reason: '请办',
        state: EXAMINING,
      });
      expect(unit.body.refusals.map((r: Answer) => r.rule)).toEqual(['office.same-office']);
      expect(
        (
          await client.send('health-deputy', body.id, 'transfer', {
            to: 'data-bureau-deputy',
            reason: '请办',
            state: EXAMINING,
          })
        ).status,
      ).toBe(200);
      expect((await client.send('health-deputy', body.id, 'grant', {})).body.detail).toBe(
        '这一步由县数据资源管理局第二经办人办理。',
      );
      await delivered(app);
      const told = (await client.get('data-bureau-deputy', `/api/v1/notifications?case=${body.id}`)).body.items.map(
        (n: Answer) => n.text,
      );
      expect(told).toContain(
        '「代理转办」：县数据资源管理局（县卫健委第二经办人代县数据资源管理局经办人）转办：“请办”',
      );
    });

    it('is told what waits, and may say in whose place they act', async () => {
      const { body } = await client.create('education', 'seal', { title: '代理通知', copies: 1 });
      await delivered(app);
      expect(
        (
          await client.get('health-deputy', `/api/v1/notifications?case=${body.id}&kind=${encodeURIComponent('待办')}`)
        ).body.items.map((n: Answer) => n.title),
      ).toContain('待办：审查中');
      const event = { type: 'sendBack', data: {} };
      const path = `/api/v1/cases/${body.id}/events`;
      const wrong = await client.call('health-deputy', 'POST', path, { ...event, actingFor: 'finance' });
      expect([wrong.status, wrong.body.detail]).toEqual([403, '您今天没有代理该人员的工作。']);
      expect((await client.call('health-deputy', 'POST', path, { ...event, actingFor: 'data-bureau' })).status).toBe(
        200,
      );
    });

    it('takes back what was handed in for the absent person: it is that unit’s step', async () => {
      const absence = (await away('development-zone', { substitute: 'finance' })).body;
      const { body } = await client.create('development-zone', 'project', declarationOf('代报', 100_000_000));
      await client.upload('finance', body.id, 'declarationForm');
      expect((await client.send('finance', body.id, 'declare')).status).toBe(200);
      expect((await client.call('development-zone', 'POST', `/api/v1/absences/${absence.id}/end`)).status).toBe(200);
      const { desk } = (await client.get('development-zone', `/api/v1/cases/${body.id}`)).body;
      expect(desk.last).toMatchObject({ userId: 'finance', unitId: 'development-zone' });
      expect((await client.send('development-zone', body.id, 'recall')).status).toBe(200);
    });
  });

  it('are known to other processes within five seconds, and are forgotten as fast', async () => {
    const other = await startApp(
      { clock: 'simulated', clockStart: '2026-03-02', databaseUrl: app.config.databaseUrl, role: 'api' },
      [...regulations, sealing],
    );
    try {
      const there = new Client(other.url);
      const standsIn = async (): Promise<number> => (await there.get('archives', '/api/v1/me')).body.standsInFor.length;
      expect(await standsIn()).toBe(0);
      const { body } = await away('secrecy', { substitute: 'archives' });
      const within = async (n: number): Promise<void> => {
        const until = Date.now() + 6_000;
        while ((await standsIn()) !== n) {
          expect(Date.now()).toBeLessThan(until);
          await sleep(200);
        }
      };
      await within(1);
      await client.call('secrecy', 'POST', `/api/v1/absences/${body.id}/end`);
      expect((await client.get('archives', '/api/v1/me')).body.standsInFor).toEqual([]);
      await within(0);
    } finally {
      await other.close();
    }
  });

  it('have no substitutes of their own: who stands in for the substitute does not stand in for the absent person', async () => {
    expect((await away('health-deputy', { substitute: 'cyberspace' })).status).toBe(201);
    expect((await client.get('cyberspace', '/api/v1/me')).body.standsInFor.map((p: Answer) => p.id)).toEqual([
      'health-deputy',
    ]);
    const mine = await client.get('data-bureau', '/api/v1/absences');
    expect(mine.body.items[0].note).toBe('代理人当日也外出的，不再转由其代理人办理，请另行安排。');
    const { body } = await client.create('education', 'seal', { title: '不传递', copies: 1 });
    expect((await client.send('cyberspace', body.id, 'grant')).status).toBe(404);
  });

  it('are no longer substitutes once the days are over, but see what they did', async () => {
    const { body } = await client.create('education', 'seal', { title: '到期', copies: 1 });
    await client.passTo('2026-03-07');
    expect((await client.get('health-deputy', '/api/v1/me')).body.standsInFor).toEqual([]);
    expect((await client.send('health-deputy', body.id, 'grant')).status).toBe(404);
    const done = (await client.get('health-deputy', '/api/v1/tasks?box=done')).body.items;
    expect(done.map((i: Answer) => i.last.type)).toEqual(
      expect.arrayContaining(['passPreReview', 'transfer', 'sendBack']),
    );
    for (const { case: c } of done)
      expect((await client.get('health-deputy', `/api/v1/cases/${c.id}`)).status).toBe(200);
  });

  it('change nothing about the stuck list, which names the person who has taken the step over', async () => {
    const { body } = await client.create('education', 'seal', { title: '转办后停滞', copies: 1 });
    expect(
      (
        await client.send('data-bureau', body.id, 'transfer', {
          to: 'data-bureau-deputy',
          reason: '出差',
          state: EXAMINING,
        })
      ).status,
    ).toBe(200);
    await client.passTo('2026-06-01');
    expect((await client.send('supervisor', body.id, 'urge', { message: '请抓紧' })).status).toBe(200);
    const { items } = (await client.get('supervisor', '/api/v1/supervision/stuck?procedure=seal')).body;
    const item = items.find((i: Answer) => i.case.id === body.id);
    expect(item).toMatchObject({
      kind: 'overdue',
      chase: { person: '县数据资源管理局第二经办人', unit: { id: 'data-bureau' } },
    });
    expect(item.nextSteps.map((n: Answer) => n.type)).toContain('grant');
    const found = (await client.get('supervisor', '/api/v1/cases?procedure=seal')).body.items.find(
      (c: Answer) => c.id === body.id,
    );
    expect(found.waitingOn.person).toEqual({ id: 'data-bureau-deputy', name: '县数据资源管理局第二经办人' });
  });
});
