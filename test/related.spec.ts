import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declarationOf } from '#machines/project/testing/lines.js';
import { Client } from './support/client.js';
import { startApp, type RunningApp } from './support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer as the server sends it
type Answer = any;

describe('related cases', () => {
  let app: RunningApp;
  let client: Client;
  let plan: string;
  const projects: Record<string, string> = {};
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-03-02' });
    client = new Client(app.url);
    await client.passTo('2026-03-02');
    const begun = await client.create('data-bureau', 'annual-plan', { year: 2027, opensOn: '2026-03-02', closesOn: '2026-06-30' });
    expect([begun.status, begun.text]).toEqual([201, expect.any(String)]);
    plan = begun.body.id;
    for (const unit of ['education', 'health']) {
      const { body } = await client.create(unit, 'project', declarationOf(`${unit}的项目`, 100_000_000));
      projects[unit] = body.id;
      await client.upload(unit, body.id, 'declarationForm');
      for (const [who, type, data] of [[unit, 'declare', {}], ['data-bureau', 'passPreReview', { similarity: 'none' }], [unit, 'applyForPlan', { planYear: 2027 }]] as const) {
        const { status, text } = await client.send(who, body.id, type, data);
        expect([type, status, text]).toEqual([type, 200, text]);
      }
    }
  });
  afterAll(() => app.close());

  const related = async (who: string, id: string): Promise<Answer> => (await client.get(who, `/api/v1/cases/${id}/related`)).body;

  it('are listed by what the case calls them, newest first', async () => {
    expect(await related('data-bureau', plan)).toMatchObject([{ relation: 'projects', label: '计划项目', cases: [{ id: projects.health, title: 'health的项目' }, { id: projects.education }] }]);
    expect(await related('data-bureau', projects.education!)).toMatchObject([{ relation: 'annualPlan', label: '年度计划', cases: [{ id: plan, procedure: 'annual-plan' }] }]);
  });

  it('leave out what this person may not see, without a trace', async () => {
    expect((await client.get('development-zone', `/api/v1/cases/${plan}`)).status).toBe(404);
    expect((await client.get('development-zone', `/api/v1/cases/${plan}/related`)).status).toBe(404);
    expect(await related('education', projects.education!)).toMatchObject([{ relation: 'annualPlan', cases: [{ id: plan }] }]);
    expect(await related('education', plan)).toMatchObject([{ relation: 'projects', cases: [{ id: projects.education }] }]);
    expect((await client.get('health', `/api/v1/cases/${projects.education}/related`)).status).toBe(404);
  });

  it('of those one stands in for count as well', async () => {
    await client.call('data-bureau', 'POST', '/api/v1/absences', { substitute: 'health', from: '2026-03-02', to: '2026-03-03', reason: '出差' });
    expect(await related('health', projects.health!)).toMatchObject([{ relation: 'annualPlan', cases: [{ id: plan }] }]);
    expect((await related('health', plan))[0].cases).toHaveLength(2);
  });
});
