import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import readSheet from 'read-excel-file/node';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Json = any;

const URL = '/api/v1/supervision/statistics';

/**
 * January 2026, without a holiday: Monday is the 5th, 12th, 19th and 26th. Everything is asked on Monday, 9 February.
 * 影像云: returned on the 7th, corrected on the 12th, suspended from the 14th to the 21st, passed on the 23rd, on a
 * plan from the 26th. 智慧校园: returned by mistake on the 8th, which is taken back on the 9th; passed on the 12th.
 * 教研平台: handed to a colleague on the 8th, passed on the 20th, a day late. 校车监管: passed on the 26th, late.
 * 电子病历: the department above endorses on the 21st, two days late; the bureau has not decided yet, and is late.
 */
describe('statistics of times, deadlines, ways and returns', () => {
  let app: RunningApp;
  let client: Client;
  const cases = new Map<string, string>();

  const send = async (who: string, title: string, type: string, data: unknown = {}): Promise<void> => {
    const { status, text } = await client.send(who, cases.get(title)!, type, data);
    if (status !== 200) throw new Error(`${title}: ${type}: ${status} ${text}`);
  };
  const declared = async (unit: string, title: string): Promise<void> => {
    const { body } = await client.create(unit, 'project', declarationOf(title, 100_000_000));
    cases.set(title, body.id);
    await client.upload(unit, body.id, 'declarationForm');
    await send(unit, title, 'declare');
  };
  const asked = async (query = '', who = 'supervisor'): Promise<Json> =>
    (await client.get(who, `${URL}?${query}`)).body;

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  it('are empty for an empty database', async () => {
    const nothing = { onTime: 0, late: 0, openLate: 0, onTimePercent: null };
    expect(await asked()).toMatchObject({
      asOf: '2026-01-05',
      from: null,
      to: null,
      cases: 0,
      stages: [],
      units: [],
      outside: [],
      deadlines: { total: nothing, byDeadline: [], byUnit: [] },
      funnel: [],
      returns: { total: { decisions: 0, returns: 0, returnPercent: null }, byOffice: [], byStage: [] },
    });
  });

  it('count days as they passed', async () => {
    const pass = { similarity: 'none', similarityReason: '面向不同的服务对象' };
    for (const title of ['影像云', '智慧校园', '教研平台', '校车监管']) await declared('education', title);
    await declared('county-hospital', '电子病历');
    await client.passTo('2026-01-07');
    await send('data-bureau', '影像云', 'returnForCorrection', { items: '补充材料' });
    await client.passTo('2026-01-08');
    await send('data-bureau', '智慧校园', 'returnForCorrection', { items: '补充材料' });
    await send('data-bureau', '教研平台', 'transfer', { to: 'data-bureau-deputy', reason: '外出' });
    await client.passTo('2026-01-09');
    await send('data-bureau', '智慧校园', 'recall', { reason: '材料已经齐全' });
    await client.passTo('2026-01-12');
    await send('education', '影像云', 'resubmit', { reply: '已补充' });
    await send('data-bureau', '智慧校园', 'passPreReview', pass);
    await client.passTo('2026-01-14');
    await client.upload('data-bureau', cases.get('影像云')!, 'standingDecision');
    await send('data-bureau', '影像云', 'suspend', { reason: '资金检查', number: '1', date: '2026-01-14' });
    await client.passTo('2026-01-20');
    await send('data-bureau-deputy', '教研平台', 'passPreReview', pass);
    await client.passTo('2026-01-21');
    await client.upload('data-bureau', cases.get('影像云')!, 'standingDecision');
    await send('data-bureau', '影像云', 'resume', { reason: '检查结束' });
    await send('health', '电子病历', 'endorse');
    await client.passTo('2026-01-23');
    await send('data-bureau', '影像云', 'passPreReview', pass);
    await send('data-bureau', '影像云', 'reportToCity', { reportedOn: '2026-01-23' });
    await client.passTo('2026-01-26');
    await send('data-bureau', '校车监管', 'passPreReview', pass);
    await client.upload('data-bureau', cases.get('影像云')!, 'cityFilingOpinion');
    await send('data-bureau', '影像云', 'recordCityFiling', { result: 'filed', number: '1', date: '2026-01-26' });
    cases.set(
      '计划',
      (await client.create('data-bureau', 'annual-plan', { year: 2027, opensOn: '2026-01-26', closesOn: '2026-02-27' }))
        .body.id,
    );
    await send('education', '影像云', 'applyForPlan', { planYear: 2027 });
    await client.passTo('2026-02-09');

    const { stages, units, outside, deadlines, funnel, returns } = await asked('procedure=project');
    const of = (rows: Json[], key: string, id: string): Json =>
      rows.find((r) => r[key].id === id || r[key].name === id);
    // 影像云: 15 working days from the 5th to the 26th, less 3 for the correction and 5 for the suspension. The others: 25, of which the mistaken return took one.
    expect(
      stages
        .slice(0, 3)
        .map((s: Json) => [
          s.stage.id,
          s.passed,
          s.medianWorkingDays,
          s.p90WorkingDays,
          s.present,
          s.presentMedianWorkingDays,
        ]),
    ).toEqual([
      ['reserve', 1, 7, 7, 4, 25],
      ['plan', 0, null, null, 1, 10],
      ['approval', 0, null, null, 0, null],
    ]);
    // 影像云 2, then 9 less 5, and 0 until it was reported to the city; 智慧校园 3 and 1; 教研平台 11, in one piece; 校车监管 15.
    expect(of(units, 'unit', 'data-bureau')).toMatchObject({
      finished: 7,
      medianWorkingDays: 3,
      p90WorkingDays: 15,
      oldest: { case: { title: '智慧校园' }, since: '2026-01-12', workingDays: 20 },
    });
    // Three reports to the city, a pre-review, and the plan that 影像云 waits for.
    expect(of(units, 'unit', 'data-bureau').open).toBe(5);
    // Four declarations on the day, two corrections of 3 and 1, and a day in the pool.
    expect(of(units, 'unit', 'education')).toMatchObject({
      finished: 7,
      medianWorkingDays: 0,
      p90WorkingDays: 3,
      open: 3,
    });
    expect(of(units, 'unit', 'health')).toEqual({
      unit: { id: 'health', name: '县卫健委' },
      finished: 1,
      medianWorkingDays: 12,
      p90WorkingDays: 12,
      open: 0,
      oldest: null,
    });
    expect(outside).toEqual([
      { body: '市数据资源管理局', finished: 1, medianWorkingDays: 1, p90WorkingDays: 1, open: 0, oldest: null },
    ]);
    // 影像云 was due on the 19th. The clock stood still for eight days, so it was due on the 29th.
    expect(of(deadlines.byDeadline, 'deadline', 'preReview')).toMatchObject({
      onTime: 2,
      late: 2,
      openLate: 1,
      onTimePercent: 40,
    });
    expect(of(deadlines.byDeadline, 'deadline', 'endorsement')).toMatchObject({
      deadline: { label: '主管部门审核' },
      onTime: 0,
      late: 1,
      openLate: 0,
      onTimePercent: 0,
    });
    expect(deadlines.byUnit.map((u: Json) => [u.unit.id, u.onTime, u.late, u.openLate, u.onTimePercent])).toEqual([
      ['data-bureau', 3, 2, 3, 37.5],
      ['education', 1, 0, 0, 100],
      ['health', 0, 1, 0, 0],
    ]);
    expect(deadlines.total).toEqual({ onTime: 4, late: 3, openLate: 3, onTimePercent: 40 });
    expect(
      funnel.map((f: Json) => [
        f.begun,
        f.stages.slice(0, 3).map((s: Json) => s.reached),
        f.closed,
        f.terminated,
        f.open,
      ]),
    ).toEqual([[5, [5, 1, 0], 0, 0, 5]]);
    // Four passed, one was returned, one was endorsed. The return that was taken back does not count.
    expect(returns.byOffice.map((o: Json) => [o.unit.id, o.decisions, o.returns, o.returnPercent])).toEqual([
      ['data-bureau', 5, 1, 20],
      ['health', 1, 0, 0],
    ]);
    expect(
      returns.byStage.map((o: Json) => [o.procedure.id, o.stage.id, o.decisions, o.returns, o.returnPercent]),
    ).toEqual([['project', 'reserve', 6, 1, 16.7]]);
  });

  it('of a period contain what ended or happened in it; what is open is as of today', async () => {
    const { stages, units, deadlines, funnel, returns } = await asked(
      'procedure=project&from=2026-01-12&to=2026-01-20',
    );
    expect(stages.slice(0, 2).map((s: Json) => [s.passed, s.present])).toEqual([
      [0, 4],
      [0, 1],
    ]);
    const { finished, medianWorkingDays, p90WorkingDays, open } = units.find((u: Json) => u.unit.id === 'data-bureau');
    expect([finished, medianWorkingDays, p90WorkingDays, open]).toEqual([2, 1, 11, 5]);
    expect(deadlines.byDeadline.map((d: Json) => [d.deadline.name, d.onTime, d.late, d.openLate])).toEqual([
      ['preReview', 1, 1, 0],
      ['correctionReply', 1, 0, 0],
    ]);
    expect(funnel).toEqual([]);
    expect(returns.total).toEqual({ decisions: 2, returns: 0, returnPercent: 0 });
    // Since February nothing was done, and two became late: the pre-review due on the 4th, and the report to the city
    // due on the 3rd.
    const february = await asked('procedure=project&from=2026-02-01');
    expect(february.deadlines.byDeadline.map((d: Json) => [d.deadline.name, d.onTime, d.late, d.openLate])).toEqual([
      ['preReview', 0, 0, 1],
      ['cityFilingReport', 0, 0, 1],
    ]);
    expect((await asked('from=2026-01-05&to=2026-01-05')).funnel.map((f: Json) => [f.procedure.id, f.begun])).toEqual([
      ['project', 5],
    ]);
  });

  it('can be narrowed to a unit, a procedure and a stage', async () => {
    const hospital = await asked('unit=county-hospital');
    expect([hospital.cases, hospital.units.map((u: Json) => [u.unit.id, u.finished, u.open])]).toEqual([
      1,
      [
        ['county-hospital', 1, 0],
        ['data-bureau', 0, 1],
        ['health', 1, 0],
      ],
    ]);
    const plan = await asked('stage=plan');
    expect(plan.stages.map((s: Json) => [s.procedure.id, s.stage.id, s.present])).toEqual([['project', 'plan', 1]]);
    expect([plan.returns.total.decisions, plan.deadlines.total.onTime, plan.outside]).toEqual([0, 0, []]);
    expect(plan.funnel[0].stages).toEqual([{ stage: { id: 'plan', label: '年度计划' }, reached: 1 }]);
    expect((await asked('procedure=annual-plan')).stages.map((s: Json) => [s.stage.id, s.present])).toEqual([
      [null, 1],
    ]);
    const status = async (query: string): Promise<number> => (await client.get('supervisor', `${URL}?${query}`)).status;
    expect([
      await status('from=2026-02-30'),
      await status('form=2026-02-01'),
      await status('from=2026-02-02&to=2026-02-01'),
      await status('from=2026-02-01&to=2026-02-01'),
    ]).toEqual([400, 400, 400, 200]);
  });

  it('show nobody more than they may see', async () => {
    const seen = async (who: string): Promise<number> => (await asked('procedure=project', who)).cases;
    expect([
      await seen('supervisor'),
      await seen('data-bureau'),
      await seen('education'),
      await seen('county-hospital'),
      await seen('health'),
      await seen('development-zone'),
    ]).toEqual([5, 5, 4, 1, 1, 0]);
    expect((await asked('', 'health')).units.map((u: Json) => u.unit.id)).toEqual([
      'county-hospital',
      'data-bureau',
      'health',
    ]);
    expect((await asked('', 'development-zone')).units).toEqual([]);
  });

  it('are exported as they are answered', async () => {
    const query = 'from=2026-01-06&to=2026-02-06';
    const response = await fetch(`${app.url}${URL}/export?${query}`, {
      headers: { authorization: `Bearer ${await client.token('supervisor')}` },
    });
    expect(response.status).toBe(200);
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain(
      '督办统计2026-02-09-2026-01-06至2026-02-06.xlsx',
    );
    const sheets = (await readSheet(Buffer.from(await response.arrayBuffer()))) as unknown as {
      sheet: string;
      data: Json[][];
    }[];
    const s = await asked(query);
    const turns = (kind: string, name: string, t: Json) => [
      kind,
      name,
      t.finished,
      t.medianWorkingDays,
      t.p90WorkingDays,
      t.open,
      ...(t.oldest
        ? [t.oldest.case.number, t.oldest.case.title, t.oldest.since, t.oldest.workingDays]
        : [null, null, null, null]),
    ];
    const duty = (kind: string, name: string, d: Json) => [kind, name, d.onTime, d.late, d.openLate, d.onTimePercent];
    const back = (kind: string, name: string, r: Json) => [kind, name, r.decisions, r.returns, r.returnPercent];
    const expected: Record<string, Json[][]> = {
      阶段用时: s.stages.map((t: Json) => [
        t.procedure.title,
        t.stage.label,
        t.passed,
        t.medianWorkingDays,
        t.p90WorkingDays,
        t.present,
        t.presentMedianWorkingDays,
      ]),
      单位用时: [
        ...s.units.map((t: Json) => turns('单位', t.unit.name, t)),
        ...s.outside.map((t: Json) => turns('外部机构', t.body, t)),
      ],
      期限按期率: [
        duty('合计', '合计', s.deadlines.total),
        ...s.deadlines.byDeadline.map((d: Json) => duty(d.procedure.title, d.deadline.label, d)),
        ...s.deadlines.byUnit.map((d: Json) => duty('单位', d.unit.name, d)),
      ],
      漏斗: s.funnel.flatMap((f: Json) =>
        [
          ['已登记', f.begun],
          ...f.stages.map((t: Json) => [t.stage.label, t.reached]),
          ['已办结', f.closed],
          ['已终止', f.terminated],
          ['在办', f.open],
        ].map((line) => [f.procedure.title, ...line]),
      ),
      退回率: [
        back('合计', '合计', s.returns.total),
        ...s.returns.byOffice.map((r: Json) => back('单位', r.unit.name, r)),
        ...s.returns.byStage.map((r: Json) => back(r.procedure.title, r.stage.label, r)),
      ],
      口径说明: s.method.map((text: string) => [text]),
    };
    expect(sheets.map(({ sheet }) => sheet)).toEqual(Object.keys(expected));
    for (const { sheet, data } of sheets) {
      expect(data[0]![0]).toBe(`${sheet}(2026-01-06至2026-02-06；2026-02-09统计，案件6件)`);
      expect([sheet, data.slice(2)]).toEqual([sheet, expected[sheet]]);
    }
  });

  it('count a duty that was done while its clock stood still as in time, unless it was late before', async () => {
    const database = app.app.get(DataSource);
    const late = async (from: string): Promise<number> => {
      await database.query(`update deadlines set pauses = $2 where case_id = $1 and closed_on = '2026-01-20'`, [
        cases.get('教研平台'),
        JSON.stringify([{ from, to: '2026-01-20', why: '暂停' }]),
      ]);
      return (await asked('procedure=project')).deadlines.total.late;
    };
    expect([await late('2026-01-19'), await late('2026-01-20')]).toEqual([2, 3]);
  });
});
