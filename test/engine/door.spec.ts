import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dayOf } from '#machines/kit/words/dates.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('what is refused at the interface', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;
  beforeAll(async () => {
    app = await startApp();
    client = new Client(app.url);
    id = (await client.create('education', 'project', declarationOf('门', 100_000_000))).body.id;
  });
  afterAll(() => app.close());

  const raw = async (path: string, init: RequestInit): Promise<{ status: number; body: { code: string } }> => {
    const response = await fetch(`${app.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${await client.token('education')}`, ...init.headers },
    });
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    return { status: response.status, body: (await response.json()) as { code: string } };
  };

  it.each([
    ['xstate.init'],
    ['xstate.stop'],
    ['done.state.project'],
    ['done.invoke.x'],
    ['xstate.after.1000.x'],
    ['planIssued'],
    ['trialPeriodElapsed'],
    ['evaluationWindowOpened'],
    ['pooled'],
    ['created'],
    [''],
    ['__proto__'],
    ['constructor'],
    ['toString'],
    ['*'],
  ])('a forged or unknown event: %s', async (type) => {
    const { status, body } = await client.send('education', id, type);
    expect([400, 403, 409]).toContain(status);
    expect(['invalid-payload', 'not-your-step', 'not-applicable']).toContain(body.code);
    expect((await client.get('education', `/api/v1/cases/${id}`)).body.seq).toBe(1);
  });

  it('malformed JSON, a body of another type, no body', async () => {
    const path = `/api/v1/cases/${id}/events`;
    const json = { 'content-type': 'application/json' };
    expect(await raw(path, { method: 'POST', headers: json, body: '{"type":' })).toMatchObject({
      status: 400,
      body: { code: 'invalid-payload' },
    });
    expect(await raw(path, { method: 'POST', headers: json, body: '[]' })).toMatchObject({ status: 400 });
    expect(await raw(path, { method: 'POST', headers: json, body: 'null' })).toMatchObject({ status: 400 });
    expect(await raw(path, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' })).toMatchObject({
      status: 415,
    });
    expect(
      await raw(path, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ type: 'declare', data: 'x'.repeat(2_000_000) }),
      }),
    ).toMatchObject({ status: 413 });
  });

  it('fields that are wrong, each with its pointer and a sentence', async () => {
    const { status, body } = await client.create('education', 'project', {
      ...declarationOf('x', 1),
      estimateFen: -1.5,
      projectType: '别的',
      extra: 1,
      title: '',
    });
    expect(status).toBe(400);
    expect(body.errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual(
      ['/data', '/data/estimateFen', '/data/estimateFen', '/data/projectType', '/data/title']
        .filter((p, i, all) => all.indexOf(p) === i || body.errors.length === 5)
        .sort(),
    );
    for (const { message } of body.errors) expect(message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('a form left empty, also where the answer decides the route', async () => {
    const { body } = await client.create('education', 'project', declarationOf('空表', 100_000_000));
    await client.upload('education', body.id, 'declarationForm');
    expect((await client.send('education', body.id, 'declare')).status).toBe(200);
    expect(
      (
        await client.send('data-bureau', body.id, 'passPreReview', {
          similarity: 'none',
          similarityReason: '面向不同的服务对象',
        })
      ).status,
    ).toBe(200);
    expect(
      (await client.send('data-bureau', body.id, 'reportToCity', { reportedOn: dayOf(new Date().toISOString()) }))
        .status,
    ).toBe(200);
    const empty = await client.send('data-bureau', body.id, 'recordCityFiling', {});
    expect([empty.status, empty.body.errors.map((e: { pointer: string }) => e.pointer)]).toEqual([
      400,
      ['/data/result', '/data/number', '/data/date'],
    ]);
  });

  it.each([['\0'], ['\ud800']])("text that can't be stored: %j", async (text) => {
    const key = { 'idempotency-key': `odd-${text.charCodeAt(0)}` };
    expect((await client.create('education', 'project', declarationOf(`x${text}`, 1), key)).status).toBe(400);
    expect((await client.send('education', id, 'withdraw', { reason: text }, key)).status).toBe(400);
    expect((await client.send('education', id, `x${text}`, {})).status).toBe(400);
    expect((await client.get('education', '/api/v1/cases?q=%00')).status).toBe(400);
    const login = await fetch(`${app.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: `a${text}`, password: 'b' }),
    });
    expect([400, 401]).toContain(login.status);
  });

  it('a document from somebody who only reads', async () => {
    await expect(client.upload('supervisor', id, 'approvalDocument')).rejects.toThrow('403');
  });

  it("another unit's case looks like an unknown case", async () => {
    const unknown = await client.get('health', '/api/v1/cases/00000000-0000-7000-8000-000000000000');
    const hidden = await client.get('health', `/api/v1/cases/${id}`);
    expect([unknown.status, hidden.status]).toEqual([404, 404]);
    expect(hidden.body.detail).toBe(unknown.body.detail);
    for (const path of ['history', 'documents', 'deadlines'])
      expect((await client.get('health', `/api/v1/cases/${id}/${path}`)).status).toBe(404);
    expect((await client.send('health', id, 'declare')).status).toBe(404);
    expect((await client.get('health', '/api/v1/cases')).body.items).toEqual([]);
    expect((await client.get('education', '/api/v1/cases/not-an-id')).status).toBe(404);
  });

  it('a reviewer sees a case from the step on in which it is reviewed, the supervisor from the start', async () => {
    expect((await client.get('finance', `/api/v1/cases/${id}`)).status).toBe(404);
    expect((await client.get('supervisor', `/api/v1/cases/${id}`)).status).toBe(200);
    const today = dayOf(new Date().toISOString());
    const plan = (await client.create('data-bureau', 'annual-plan', { year: 2100, opensOn: today, closesOn: today }))
      .body.id;
    const { body } = await client.create('education', 'project', declarationOf('可见', 100_000_000));
    await client.upload('education', body.id, 'declarationForm');
    for (const [who, type, data] of [
      ['education', 'declare', {}],
      ['data-bureau', 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' }],
      ['education', 'applyForPlan', { planYear: 2100 }],
    ] as const) {
      expect((await client.get('finance', `/api/v1/cases/${body.id}`)).status).toBe(404);
      expect((await client.send(who, body.id, type, data)).status).toBe(200);
    }
    const { data } = (await client.get('finance', `/api/v1/cases/${plan}`)).body;
    expect(data.items.map((i: { project: string }) => i.project)).toEqual([body.id]);
    expect((await client.get('finance', `/api/v1/cases/${body.id}`)).status).toBe(200);
    expect((await client.get('secrecy', `/api/v1/cases/${body.id}`)).status).toBe(404);
    expect((await client.get('education', `/api/v1/cases/${plan}`)).status).toBe(200);
    expect((await client.get('health', `/api/v1/cases/${plan}`)).status).toBe(404);
  });

  it('a plan is seen by those who review it, from its first day on', async () => {
    const { body } = await client.create('data-bureau', 'annual-plan', { year: 2097 });
    for (const who of ['finance', 'cyberspace', 'development-reform', 'data-bureau-deputy', 'supervisor'])
      expect((await client.get(who, `/api/v1/cases/${body.id}`)).status).toBe(200);
    for (const who of ['education', 'secrecy', 'admin'])
      expect((await client.get(who, `/api/v1/cases/${body.id}`)).status).toBe(404);
    expect((await client.send('education', body.id, 'cancelPlan', { reason: '不想申报' })).status).toBe(404);
    expect((await client.send('finance', body.id, 'cancelPlan', { reason: '没有资金' })).status).toBe(403);
  });

  it('nobody but the bureau begins a plan, and a year has only one', async () => {
    const refused = await client.create('education', 'annual-plan', { year: 2099 });
    expect(refused.status).toBe(403);
    const [one, two] = await Promise.all([
      client.create('data-bureau', 'annual-plan', { year: 2098 }),
      client.create('data-bureau-deputy', 'annual-plan', { year: 2098 }),
    ]);
    expect([one.status, two.status].sort()).toEqual([201, 422]);
    expect([...(one.body.refusals ?? []), ...(two.body.refusals ?? [])].map((r: { rule: string }) => r.rule)).toEqual([
      'plan.one-per-year',
    ]);
  });

  it('a person who sees the case but may not act is told whose step it is', async () => {
    const { status, body } = await client.send('supervisor', id, 'declare');
    expect([status, body.code, body.detail]).toEqual([403, 'not-your-step', '这一步由项目单位办理。']);
  });

  it('a township may not declare, a classified project may not be entered, and the money must be public', async () => {
    const township = await client.create('rongcheng-town', 'project', declarationOf('镇级平台', 1));
    expect([township.status, township.body.refusals[0].clause, township.body.refusals[0].cite]).toEqual([
      422,
      '2.1.2d',
      '二(一)2',
    ]);
    const many = await client.create(
      'rongcheng-town',
      'project',
      declarationOf('镇级平台', 1, { classified: true, fundingSources: ['enterprise'], projectType: 'continuation' }),
    );
    expect(many.body.refusals.map((r: { clause: string }) => r.clause).sort()).toEqual([
      '1.2.1',
      '2.1.2d',
      '2.2.4',
      '2.2.6c',
    ]);
  });

  it('a dry run decides and writes nothing', async () => {
    const path = `/api/v1/cases/${id}/events?dryRun=true`;
    expect((await client.call('education', 'POST', path, { type: 'declare' })).status).toBe(422);
    const would = await client.call(
      'education',
      'POST',
      path,
      { type: 'withdraw', data: { reason: '试一试' } },
      { 'idempotency-key': 'dry' },
    );
    expect([would.status, would.body.status]).toEqual([200, 'terminated']);
    expect((await client.get('education', `/api/v1/cases/${id}`)).body).toMatchObject({ seq: 1, status: 'active' });
  });

  it('a dry run of a creation leaves no trace, and the next creation gets its number', async () => {
    const db = app.app.get(DataSource);
    const kept = async (): Promise<unknown> =>
      (
        await db.query(`select ${['cases', 'history', 'deadlines', 'outbox', 'answers', 'case_links'].map((t) => `(select count(*) from ${t}) as ${t}`).join(', ')},
        (select json_agg(n order by n) from case_numbers n) as numbers`)
      )[0];
    const tried = (who: string, procedure: string, data: unknown, headers?: Record<string, string>) =>
      client.call(who, 'POST', '/api/v1/cases?dryRun=true', { procedure, data }, headers);
    const data = declarationOf('先试一试', 100_000_000);
    const key = { 'idempotency-key': 'tried-first' };
    const before = await kept();
    const would = await tried('education', 'project', data, key);
    expect([would.status, would.body.id, would.body.seq, would.body.title]).toEqual([
      200,
      '00000000-0000-0000-0000-000000000000',
      1,
      '先试一试',
    ]);
    expect((await tried('education', 'project', data)).body.number).toBe(would.body.number);
    expect((await client.get('education', `/api/v1/cases/${would.body.id}`)).status).toBe(404);

    const refused = await tried('rongcheng-town', 'project', declarationOf('镇级平台', 1), {
      'idempotency-key': 'tried-refused',
    });
    expect([refused.status, refused.body.refusals[0].clause]).toEqual([422, '2.1.2d']);
    expect((await tried('education', 'project', { ...data, title: '' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/data/title' }],
    });
    expect((await tried('education', 'annual-plan', { year: 2095 })).status).toBe(403);
    expect((await tried('education', 'no-such-procedure', {})).status).toBe(400);
    expect((await tried('data-bureau', 'annual-plan', { year: 2096 })).status).toBe(200);
    expect((await tried('data-bureau', 'annual-plan', { year: 2096 })).status).toBe(200);
    expect(await kept()).toEqual(before);

    const done = await client.call(
      'education',
      'POST',
      '/api/v1/cases?dryRun=false',
      { procedure: 'project', data },
      key,
    );
    expect([done.status, done.body.number]).toEqual([201, would.body.number]);
    const { id: own, createdAt, movedAt, waitingOn, deadlines, ...same } = would.body;
    expect(done.body).toMatchObject({ ...same, id: expect.not.stringMatching(own), status: 'active' });
    expect(done.body.deadlines.map((d: { name: string }) => d.name)).toEqual(
      deadlines.map((d: { name: string }) => d.name),
    );
    expect([waitingOn.unit, createdAt.slice(0, 10), movedAt.slice(0, 10)]).toEqual([
      done.body.waitingOn.unit,
      done.body.createdAt.slice(0, 10),
      done.body.movedAt.slice(0, 10),
    ]);
  });

  it.each([
    'dryRun=1',
    'dryRun=yes',
    'dryRun=TRUE',
    'dryRun=',
    'dryRun=true&dryRun=true',
    'dryrun=true',
    'dry_run=true',
    'dryRun=true&x=1',
    'x',
  ])('a dry run asked for as %s does nothing', async (query) => {
    const before = (await client.get('education', '/api/v1/cases?limit=200')).body.items.length as number;
    for (const [path, body] of [
      [`/api/v1/cases/${id}/events`, { type: 'withdraw', data: { reason: '试一试' } }],
      ['/api/v1/cases', { procedure: 'project', data: declarationOf('误登', 1) }],
    ] as const) {
      const answer = await client.call('education', 'POST', `${path}?${query}`, body, {
        'idempotency-key': 'mistyped',
      });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-payload']);
      expect(answer.body.errors[0].message).toMatch(
        /^(网址中有不认识的参数：\S+；可以用的有：dryRun。|只能是以下之一：true、false。)$/,
      );
    }
    expect((await client.get('education', `/api/v1/cases/${id}`)).body).toMatchObject({ seq: 1, status: 'active' });
    expect((await client.get('education', '/api/v1/cases?limit=200')).body.items).toHaveLength(before);
  });

  it('an unknown parameter, wherever one can be given', async () => {
    for (const path of ['cases', 'tasks', 'supervision/stuck', 'notifications', 'absences', 'directory']) {
      const { status, body } = await client.get('education', `/api/v1/${path}?stauts=active`);
      expect([path, status]).toEqual([path, 400]);
      expect(body.errors[0].message).toMatch(/^网址中有不认识的参数：“stauts”；可以用的有：.*limit.*。$/);
    }
    const absence = { substitute: 'education-deputy', from: '2030-01-01', to: '2030-01-02', reason: '出差' };
    for (const [path, body] of [
      ['absences', absence],
      [`cases/${id}/documents`, undefined],
      ['notifications/1/read', undefined],
    ] as const) {
      const answer = await client.call('education', 'POST', `/api/v1/${path}?dryRun=true`, body);
      expect([path, answer.status, answer.body.errors]).toEqual([
        path,
        400,
        [{ pointer: '', message: '网址中有不认识的参数：“dryRun”；这里不带参数。' }],
      ]);
    }
    expect((await client.get('education', '/api/v1/absences')).body.items).toEqual([]);
  });

  it('a request without a session, and a decision by the administrator', async () => {
    expect((await fetch(`${app.url}/api/v1/cases/${id}`)).status).toBe(401);
    expect((await client.get('admin', `/api/v1/cases/${id}`)).status).toBe(404);
    expect((await client.create('admin', 'project', declarationOf('x', 1))).status).toBe(403);
    expect((await client.create('education', 'no-such-procedure', {})).status).toBe(400);
  });

  it('the history can be neither changed nor removed, not even by SQL', async () => {
    const db = app.app.get(DataSource);
    await expect(db.query(`update history set type = 'forged' where case_id = $1`, [id])).rejects.toThrow(
      'history is never changed',
    );
    await expect(db.query('delete from history where case_id = $1', [id])).rejects.toThrow('history is never changed');
    await expect(db.query('truncate history cascade')).rejects.toThrow('history is never changed');
  });

  it('nobody can move the clock of the real world', async () => {
    expect((await client.call('admin', 'POST', '/api/v1/clock', { to: '2030-01-01T00:00:00+08:00' })).status).toBe(409);
    expect((await client.call('education', 'POST', '/api/v1/clock', { to: '2030-01-01T00:00:00+08:00' })).status).toBe(
      403,
    );
  });
});
