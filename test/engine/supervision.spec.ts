import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import readSheet from 'read-excel-file/node';
import { SelectQueryBuilder } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Json = any;

describe('what supervisors ask for', () => {
  let app: RunningApp;
  let client: Client;
  let plan: string;
  let declared: string;
  let pooled: string;

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
    const begun = async (unit: string, title: string): Promise<string> => {
      const { body } = await client.create(unit, 'project', declarationOf(title, 100_000_000));
      await client.upload(unit, body.id, 'declarationForm');
      expect((await client.send(unit, body.id, 'declare')).status).toBe(200);
      return body.id;
    };
    declared = await begun('county-hospital', '影像云');
    pooled = await begun('education', '智慧校园');
    for (const [who, type, data] of [
      ['data-bureau', 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' }],
      ['data-bureau', 'reportToCity', { reportedOn: '2026-01-05' }],
    ] as const)
      expect((await client.send(who, pooled, type, data)).status).toBe(200);
    await client.upload('data-bureau', pooled, 'cityFilingOpinion');
    expect(
      (
        await client.send('data-bureau', pooled, 'recordCityFiling', {
          result: 'filed',
          number: '1',
          date: '2026-01-05',
        })
      ).status,
    ).toBe(200);
    plan = (
      await client.create('data-bureau', 'annual-plan', { year: 2027, opensOn: '2026-01-05', closesOn: '2026-01-05' })
    ).body.id;
    expect((await client.send('education', pooled, 'applyForPlan', { planYear: 2027 })).status).toBe(200);
    expect((await client.send('data-bureau', plan, 'closeWindow', { reason: '申报已齐' })).status).toBe(200);
    expect((await client.send('finance', plan, 'giveJointOpinion', { opinion: 'agree' })).status).toBe(200);
    await client.passTo('2026-01-20');
  });
  afterAll(() => app.close());

  const stuck = async (query = '', who = 'supervisor'): Promise<Json[]> =>
    (await client.get(who, `/api/v1/supervision/stuck?${query}`)).body.items;

  it('shows each office that owes an opinion in a row of its own, and no office that has given its opinion', async () => {
    const items = (await stuck('procedure=annual-plan')).filter((i) => i.kind === 'overdue');
    expect(items.map((i) => [i.chase.unit.id, i.cause.message, i.cite, i.workingDays, i.light])).toEqual([
      ['cyberspace', '县委网信办应于2026-01-12前完成“年度计划联审”，已逾期6个工作日', '二(一)3', 6, 'red'],
      ['data-bureau', '县数据资源管理局应于2026-01-12前完成“年度计划联审”，已逾期6个工作日', '二(一)3', 6, 'red'],
      ['development-reform', '县发改委应于2026-01-12前完成“年度计划联审”，已逾期6个工作日', '二(一)3', 6, 'red'],
    ]);
    expect(items[0]).toMatchObject({
      chase: { person: '县委网信办经办人', contact: '内线801' },
      lastReminder: { state: 'delivered' },
      nextSteps: [{ type: 'giveJointOpinion', label: '出具联审意见' }, { type: 'returnItem' }],
    });
    expect(await stuck('chased=finance')).toEqual([]);
    expect((await stuck('chased=cyberspace')).map((i) => i.case.id)).toEqual([plan]);
  });

  it('shows a step that was handed on with its present holder', async () => {
    expect(
      (await client.send('data-bureau', plan, 'transfer', { to: 'data-bureau-deputy', reason: '外出' })).status,
    ).toBe(200);
    const [item] = await stuck('chased=data-bureau&procedure=annual-plan');
    expect(item.cause.message).toContain('县数据资源管理局第二经办人应于');
    expect(item.chase).toMatchObject({ unit: { id: 'data-bureau' }, person: '县数据资源管理局第二经办人' });
    expect((await client.send('data-bureau', plan, 'reclaim', { reason: '已返回' })).status).toBe(200);
    expect((await stuck('chased=data-bureau&procedure=annual-plan'))[0].cause.message).toContain(
      '县数据资源管理局应于',
    );
  });

  it('is counted by kind, colour, stage, unit and those who must act, with the filters of the list', async () => {
    const { body } = await client.get('supervisor', '/api/v1/supervision/stuck/counts');
    const items = await stuck('limit=200');
    expect(body.total).toBe(items.length);
    const by = (key: (i: Json) => string): Record<string, number> =>
      items.reduce((n, i) => ({ ...n, [key(i)]: (n[key(i)] ?? 0) + 1 }), {});
    expect(body.byKind.concat(body.byLight, body.byStage).map((r: Json) => r.label)).toEqual(
      expect.arrayContaining(['逾期', '红', '储备库']),
    );
    expect(Object.fromEntries(body.byKind.map((k: Json) => [k.kind, k.count]))).toEqual(by((i) => i.kind));
    expect(Object.fromEntries(body.byLight.map((k: Json) => [k.light, k.count]))).toEqual(by((i) => i.light));
    expect(Object.fromEntries(body.byStage.map((k: Json) => [`${k.stage}`, k.count]))).toEqual(
      by((i) => `${i.case.stage}`),
    );
    expect(Object.fromEntries(body.byUnit.map((k: Json) => [k.unit.id, k.count]))).toEqual(by((i) => i.case.unit.id));
    expect(body.byChased).toContainEqual({ unit: { id: 'cyberspace', name: '县委网信办' }, count: 1 });
    expect(
      (await client.get('supervisor', '/api/v1/supervision/stuck/counts?kind=overdue&procedure=annual-plan')).body
        .total,
    ).toBe(3);
  });

  it('is exported as it is listed', async () => {
    const token = await client.token('supervisor');
    const response = await fetch(`${app.url}/api/v1/supervision/stuck/export?kind=overdue`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('督办台账2026-01-20-逾期.xlsx');
    const [{ data: rows }] = (await readSheet(Buffer.from(await response.arrayBuffer()))) as unknown as [
      { data: Json[][] },
    ];
    const items = await stuck('kind=overdue&limit=200');
    expect(rows[0]![0]).toBe(`督办台账(情形：逾期；2026-01-20，共${items.length}项)`);
    expect(rows[1]!.slice(0, 3)).toEqual(['案号', '名称', '单位']);
    expect(rows.slice(2).map((r) => [r[0], r[6], r[10]])).toEqual(
      items.map((i) => [i.case.number, i.cause.message, i.workingDays]),
    );
  });

  it('says in the export of a unit whose cases it contains, and the filters', async () => {
    const response = await fetch(`${app.url}/api/v1/supervision/stuck/export?unit=education&stage=reserve`, {
      headers: { authorization: `Bearer ${await client.token('education')}` },
    });
    const [{ data: rows }] = (await readSheet(Buffer.from(await response.arrayBuffer()))) as unknown as [
      { data: Json[][] },
    ];
    expect(rows[0]![0]).toMatch(
      /^督办台账\(仅限县教体局可见的案件；阶段：储备库；案件所属单位：县教体局；2026-01-20，共/,
    );
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain(
      '督办台账2026-01-20-县教体局-储备库-县教体局.xlsx',
    );
  });

  it.each([
    ['stuck?unit=nowhere', 'unit', 'education(县教体局)'],
    ['stuck/counts?chased=nowhere', 'chased', 'education(县教体局)'],
    ['lists/project.underChange?stage=nowhere', 'stage', 'reserve('],
    ['statistics?procedure=nowhere', 'procedure', 'project('],
    ['stuck/export?stage=nowhere', 'stage', 'reserve('],
  ])('refuses an unknown filter and lists the known ones: %s', async (path, name, known) => {
    const { status, body } = await client.get('supervisor', `/api/v1/supervision/${path}`);
    expect([status, body.errors[0].pointer]).toEqual([400, `/${name}`]);
    expect(body.errors[0].message).toContain(known);
  });

  it("counts the lists one after the other: one person's overview takes one connection", async () => {
    const counting = SelectQueryBuilder.prototype.getRawMany;
    let [atOnce, most, times] = [0, 0, 0];
    const counted = jest.spyOn(SelectQueryBuilder.prototype, 'getRawMany').mockImplementation(async function (
      this: SelectQueryBuilder<object>,
    ) {
      times += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      return counting.call(this).finally(() => (atOnce -= 1));
    } as typeof counting);
    const { body } = await client.get('supervisor', '/api/v1/supervision/lists');
    counted.mockRestore();
    expect([times, most]).toEqual([body.length, 1]);
    expect(times).toBeGreaterThan(4);
  });

  it('has the lists that officials keep, and the cases on them', async () => {
    const { body } = await client.get('supervisor', '/api/v1/supervision/lists');
    const of = (id: string): Json => body.find((l: Json) => l.id === id);
    expect(of('project.contractUnfiled')).toMatchObject({
      label: '合同未备案',
      cite: '二(三)2',
      procedure: { title: '政务信息化项目' },
      deadlines: [{ label: '合同备案' }],
      count: 0,
      late: 0,
    });
    expect(of('project.pooledNotPlanned')).toMatchObject({ label: '入库未列计划', count: 1 });
    const { body: list } = await client.get('supervisor', '/api/v1/supervision/lists/project.pooledNotPlanned');
    expect(list.items.map((i: Json) => [i.case.id, i.dueOn, i.overdueWorkingDays])).toEqual([[pooled, null, 0]]);
    expect(
      (await client.get('supervisor', '/api/v1/supervision/lists/project.pooledNotPlanned?unit=health')).body.items,
    ).toEqual([]);
    expect((await client.get('health', '/api/v1/supervision/lists/project.pooledNotPlanned')).body.items).toEqual([]);
    expect((await client.get('supervisor', '/api/v1/supervision/lists/project.nothing')).status).toBe(404);
    const exported = await fetch(`${app.url}/api/v1/supervision/lists/project.pooledNotPlanned/export`, {
      headers: { authorization: `Bearer ${await client.token('supervisor')}` },
    });
    const [{ data: rows }] = (await readSheet(Buffer.from(await exported.arrayBuffer()))) as unknown as [
      { data: Json[][] },
    ];
    expect(rows.slice(2).map((r) => r[1])).toEqual(['智慧校园']);
  });

  it('has a forecast of a case on which nobody acts', async () => {
    const { body } = await client.get('supervisor', `/api/v1/cases/${declared}/forecast`);
    expect(body.from).toBe('2026-01-20');
    const endorsement = body.items.filter((i: Json) => i.deadline === 'endorsement');
    expect(endorsement.map((i: Json) => [i.on, i.kind, i.to.map((t: Json) => t.name).join()])).toEqual([
      ['2026-01-20', 'escalate', '县卫健委负责人'],
      ['2026-02-02', 'escalate', '县数据资源管理局负责人'],
      ['2026-02-14', 'escalate', '县政府督查室'],
      ['2026-03-20', 'escalate', '县卫健委,县卫健委负责人'],
    ]);
    await client.passTo('2026-02-15');
    const sent = (await client.get('data-bureau-head', `/api/v1/notifications?case=${declared}`)).body.items;
    expect(sent.map((n: Json) => [n.sentAt.slice(0, 10), n.title])).toContainEqual([
      '2026-02-02',
      '督办：主管部门审核',
    ]);
    expect((await client.get('education', `/api/v1/cases/${declared}/forecast`)).status).toBe(404);
  });
});
