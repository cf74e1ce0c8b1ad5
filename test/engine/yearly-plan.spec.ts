import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { declarationOf, JOINT, panel } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { caseSchema, historyRowSchema } from '#src/cases/case.schema.js';
import { fingerprint } from '#src/engine/chain.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { startApp, type RunningApp } from '../support/start-app.js';

const TODAY = '2026-09-01';
const AGREED = { result: 'agreed', number: '意见1号', date: TODAY };

describe('the plan of a year, from its beginning to its publication', () => {
  let app: RunningApp;
  let client: Client;
  let plan: string;
  const projects: Record<string, string> = {};
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: TODAY });
    client = new Client(app.url);
    await client.passTo(TODAY);
    plan = (await client.create('data-bureau', 'annual-plan', { year: 2027, opensOn: TODAY, closesOn: TODAY })).body.id;
  }, 60_000);
  afterAll(() => app.close());

  const send = async (who: string, id: string, type: string, data: unknown = {}): Promise<void> => {
    const { status, text } = await client.send(who, id, type, data);
    if (status !== 200) throw new Error(`${type}: ${status} ${text}`);
  };
  const refusedBy = async (type: string, data: unknown): Promise<string[]> => {
    const { status, body } = await client.send('data-bureau', plan, type, data);
    expect(status).toBe(422);
    return body.refusals.map((r: { rule: string }) => r.rule);
  };
  /** Returns what a person sees of the plan: the case, its papers, and its row in a list. */
  const seenBy = async (who: string): Promise<unknown[]> => {
    const [one, papers, list] = await Promise.all(
      [`/${plan}`, `/${plan}/documents`, '?procedure=annual-plan'].map((path) =>
        client.get(who, `/api/v1/cases${path}`),
      ),
    );
    return [one!.status, papers!.status, list!.body.items.map((c: { id: string }) => c.id)];
  };
  const NOTHING = [404, 404, []];
  const applied = async (unit: string, superior?: string): Promise<void> => {
    const { id } = (await client.create(unit, 'project', declarationOf(`${unit}的项目`, 100_000_000))).body;
    projects[unit] = id;
    await client.upload(unit, id, 'declarationForm');
    await send(unit, id, 'declare');
    if (superior) await send(superior, id, 'endorse');
    await send('data-bureau', id, 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' });
    await send(unit, id, 'applyForPlan', { planYear: 2027 });
    if (superior) await send(superior, id, 'endorse', { opinion: '请优先安排' });
  };

  it('is seen by a unit from the day it applies, and by the department above it, but by no other unit', async () => {
    for (const who of ['education', 'county-hospital', 'health', 'development-zone'])
      expect(await seenBy(who)).toEqual(NOTHING);
    await applied('education');
    await applied('county-hospital', 'health');
    for (const who of ['education', 'county-hospital', 'health']) expect(await seenBy(who)).toEqual([200, 200, [plan]]);
    expect(await seenBy('development-zone')).toEqual(NOTHING);
    // A person who may see it may still not act on it.
    expect(
      (await client.send('education', plan, 'removeItem', { project: projects['county-hospital'], reason: '不需要' }))
        .status,
    ).toBe(403);
  });

  /** Returns whose projects a person reads in the plan, what history tells them, and the papers they get. */
  const readBy = async (who: string) => {
    const [one, history, papers] = await Promise.all(
      ['', '/history', '/documents'].map((path) => client.get(who, `/api/v1/cases/${plan}${path}`)),
    );
    return {
      units: one!.body.data.items.map((item: { unit: { id: string } }) => item.unit.id),
      told: history!.body.filter((row: { withheld?: true }) => !row.withheld).map((row: { type: string }) => row.type),
      papers: [one!.body.documents, papers!.body].map((all) => all.map((d: { kind: string }) => d.kind)),
    };
  };

  it('shows a unit its own project, and its department that of the unit below', async () => {
    expect(await readBy('education')).toEqual({ units: ['education'], told: ['created', 'applied'], papers: [[], []] });
    expect((await readBy('health')).units).toEqual(['county-hospital']);
    expect((await readBy('finance')).units).toEqual(['education', 'county-hospital']);
  });

  it('goes up after the experts have seen it, and each decision above is recorded with its document', async () => {
    await send('data-bureau', plan, 'closeWindow', { reason: '申报已齐' });
    for (const who of JOINT) await send(who, plan, 'giveJointOpinion', { opinion: 'agree' });
    expect(await refusedBy('submitPlanToCity', { date: TODAY })).toEqual(['experts.reviewed', 'document.planList']);
    await send('data-bureau', plan, 'beginExpertReview', { meetingOn: TODAY });
    await client.upload('data-bureau', plan, 'expertOpinion');
    await send('data-bureau', plan, 'recordExpertReview', { date: TODAY, experts: panel(5), conclusion: 'passed' });
    await send('data-bureau', plan, 'removeItem', { project: projects['county-hospital'], reason: '资金没有落实' });
    expect(await refusedBy('submitPlanToCity', { date: TODAY })).toEqual(['document.planList']);
    await client.upload('data-bureau', plan, 'planList');
    await send('data-bureau', plan, 'submitPlanToCity', { date: TODAY });
    for (const [type, paper] of [
      ['recordPlanCityOpinion', 'cityOpinion'],
      ['recordPlanProvinceOpinion', 'provinceOpinion'],
      ['recordPlanDecision', 'governmentDecision'],
    ] as const) {
      expect(await refusedBy(type, AGREED)).toEqual([`document.${paper}`]);
      await client.upload('data-bureau', plan, paper);
      await send('data-bureau', plan, type, AGREED);
    }
    expect(await refusedBy('issuePlan', { number: '青数〔2027〕1号', date: TODAY })).toEqual(['document.planDocument']);
    await client.upload('data-bureau', plan, 'planDocument');
    await send('data-bureau', plan, 'issuePlan', { number: '青数〔2027〕1号', date: TODAY });
    expect((await client.get('education', `/api/v1/cases/${projects['education']}`)).body.stage).toBe('approval');
    // What was uploaded on the way is for the offices; the document that issues the plan is for everybody on it.
    expect((await readBy('education')).papers).toEqual([['planDocument'], ['planDocument']]);
    const [opinion] = (await client.get('finance', `/api/v1/cases/${plan}/documents`)).body;
    const fetched = async (who: string): Promise<number> => {
      const headers = { authorization: `Bearer ${await client.token(who)}` };
      return (await fetch(`${app.url}/api/v1/cases/${plan}/documents/${opinion.id}`, { headers })).status;
    };
    expect([await fetched('education'), await fetched('finance')]).toEqual([404, 200]);
    // A unit whose project was taken out still sees the plan.
    for (const who of ['education', 'county-hospital', 'health']) expect((await seenBy(who))[0]).toBe(200);
    expect(await seenBy('development-zone')).toEqual(NOTHING);
  });

  it('tells a project that was taken out who decided it, in which case, by which step and why', async () => {
    const id = projects['county-hospital']!;
    const { body: one } = await client.get('county-hospital', `/api/v1/cases/${id}`);
    const { number, title } = (await client.get('data-bureau', `/api/v1/cases/${plan}`)).body;
    const cause = {
      case: { id: plan, number, title },
      type: 'removeItem',
      label: '从计划清单剔除',
      by: { name: '县数据资源管理局经办人', unit: { id: 'data-bureau', name: '县数据资源管理局' } },
      reason: '资金没有落实',
    };
    expect(caseSchema.parse(one).heard).toMatchObject({ type: 'planRemoved', label: '从计划清单剔除', cause });
    const rows = z
      .array(historyRowSchema)
      .parse((await client.get('county-hospital', `/api/v1/cases/${id}/history`)).body);
    const told = rows.find(({ type }) => type === 'planRemoved')!;
    expect(told).toMatchObject({ actor: { id: 'system' }, cause });
    expect(rows.filter(({ type }) => type !== 'planRemoved').some((row) => 'cause' in row)).toBe(false);
    for (const { hash, ...row } of rows) expect(hash).toBe(fingerprint(row));
    await delivered(app);
    const { items } = (await client.get('county-hospital', `/api/v1/notifications?case=${id}`)).body;
    expect(items.map(({ text }: { text: string }) => text)).toContainEqual(
      expect.stringContaining(
        `县数据资源管理局经办人在「${title}」（${number}）中已办理“从计划清单剔除”，说明：“资金没有落实”，本案随之`,
      ),
    );
  });

  it('hears of an application who made it, but nothing that was written in the project', async () => {
    const { body: rows } = await client.get('finance', `/api/v1/cases/${plan}/history`);
    const applications = rows.filter(({ type }: { type: string }) => type === 'applied');
    expect(applications.map(({ cause }: { cause: unknown }) => cause)).toEqual([
      expect.objectContaining({ label: '申请列入年度计划' }),
      expect.objectContaining({ label: '主管部门审核同意', by: expect.objectContaining({ id: 'health' }) }),
    ]);
    for (const { cause } of applications) expect(cause).not.toHaveProperty('reason');
    // What another unit did in its own project is none of a listed unit's business.
    const read = (await client.get('education', `/api/v1/cases/${plan}/history`)).body;
    expect(read.filter((row: { type: string; cause?: unknown }) => row.type === 'applied' && row.cause)).toHaveLength(
      1,
    );
  });

  it('stays open when it is issued and not yet published, and the bureau is called when the day has passed', async () => {
    const { body: deadlines } = await client.get('supervisor', `/api/v1/cases/${plan}/deadlines`);
    const duty = deadlines.find(
      ({ deadline }: { deadline: { status: string } }) => deadline.status === 'open',
    ).deadline;
    expect(duty).toMatchObject({ name: 'planPublication', opened_on: TODAY, due_on: '2026-09-29' });
    expect((await client.get('supervisor', `/api/v1/cases/${plan}`)).body).toMatchObject({
      status: 'active',
      stateLabel: '待公开计划',
    });
    await client.passTo('2026-11-02');
    const stuck = (await client.get('supervisor', '/api/v1/supervision/stuck?kind=overdue')).body.items.find(
      (i: { case: { id: string } }) => i.case.id === plan,
    );
    expect(stuck).toMatchObject({ kind: 'overdue', clause: '2.6.3a', chase: { role: 'data-bureau' } });
    expect(stuck.lastReminder).not.toBeNull();
    await send('data-bureau', plan, 'publishPlan', { publishedOn: '2026-11-02', where: '县政府网站' });
    expect((await client.get('education', `/api/v1/cases/${plan}`)).body).toMatchObject({ status: 'closed' });
  });
});
