import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Story } from '#machines/kit/testing/story.js';
import * as operation from '#machines/regulations/it-projects/procedures/operation-review/testing/lines.js';
import * as project from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { ordered } from '#machines/regulations/it-projects/procedures/rectification/testing/lines.js';
import { declared as scheme } from '#machines/regulations/it-projects/procedures/scheme-review/testing/ground.js';
import { Client } from './support/client.js';
import { startApp, type RunningApp } from './support/start-app.js';
import { tellOverHttp } from './support/tell-over-http.js';

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
    const begun = await client.create('data-bureau', 'annual-plan', {
      year: 2027,
      opensOn: '2026-03-02',
      closesOn: '2026-06-30',
    });
    expect([begun.status, begun.text]).toEqual([201, expect.any(String)]);
    plan = begun.body.id;
    for (const unit of ['education', 'health']) {
      const { body } = await client.create(unit, 'project', project.declarationOf(`${unit}的项目`, 100_000_000));
      projects[unit] = body.id;
      await client.upload(unit, body.id, 'declarationForm');
      for (const [who, type, data] of [
        [unit, 'declare', {}],
        ['data-bureau', 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' }],
        [unit, 'applyForPlan', { planYear: 2027 }],
      ] as const) {
        const { status, text } = await client.send(who, body.id, type, data);
        expect([type, status, text]).toEqual([type, 200, text]);
      }
    }
  });
  afterAll(() => app.close());

  const related = async (who: string, id: string): Promise<Answer> =>
    (await client.get(who, `/api/v1/cases/${id}/related`)).body;

  it('are listed by the name that the case has for them, newest first', async () => {
    expect(await related('data-bureau', plan)).toMatchObject([
      {
        relation: 'projects',
        label: '计划项目',
        cases: [{ id: projects.health, title: 'health的项目' }, { id: projects.education }],
      },
    ]);
    expect(await related('data-bureau', projects.education!)).toMatchObject([
      { relation: 'annualPlan', label: '年度计划', cases: [{ id: plan, procedure: 'annual-plan' }] },
    ]);
  });

  it('leave out what this person may not see, without a trace', async () => {
    expect((await client.get('development-zone', `/api/v1/cases/${plan}`)).status).toBe(404);
    expect((await client.get('development-zone', `/api/v1/cases/${plan}/related`)).status).toBe(404);
    expect(await related('education', projects.education!)).toMatchObject([
      { relation: 'annualPlan', cases: [{ id: plan }] },
    ]);
    expect(await related('education', plan)).toMatchObject([
      { relation: 'projects', cases: [{ id: projects.education }] },
    ]);
    expect((await client.get('health', `/api/v1/cases/${projects.education}/related`)).status).toBe(404);
  });

  it('also include those of the person one stands in for', async () => {
    await client.call('data-bureau', 'POST', '/api/v1/absences', {
      substitute: 'health',
      from: '2026-03-02',
      to: '2026-03-03',
      reason: '出差',
    });
    expect(await related('health', projects.health!)).toMatchObject([
      { relation: 'annualPlan', cases: [{ id: plan }] },
    ]);
    expect((await related('health', plan))[0].cases).toHaveLength(2);
  });
});

/** An operation project that waits for its review, and one case of every kind that may concern it. */
const concerned: Story = {
  title: '运维项目和与它有关的案件',
  clauses: ['2.5.4'],
  procedure: 'project',
  by: 'county-hospital',
  on: '2025-01-06',
  declare: project.declarationOf('医院信息系统运维', 12_000_000, { projectType: 'operation' }),
  steps: [
    ...project.pooled('county-hospital', '2025-01-07', 'health'),
    ...project.planned('county-hospital', '2025-01-20', 2025, 'health'),
    {
      by: 'county-hospital',
      begin: 'scheme-review',
      at: '方案',
      naming: ({ id }) => ({ ...scheme, projectId: id() }),
      state: 'drafting',
    },
    {
      by: 'rongcheng-town',
      begin: 'need',
      at: '需求',
      data: { title: '挂号终端', target: 'health', content: '群众就近挂号', classified: false },
    },
    { at: '需求', upload: 'needStatement', by: 'rongcheng-town', send: 'submitNeed' },
    { at: '需求', by: 'health', send: 'agreeToTakeUp', data: { arrangement: '由医院系统提供' } },
    {
      at: '需求',
      by: 'data-bureau',
      send: 'takeUp',
      naming: ({ id }) => ({ arrangement: '由医院系统提供', projectId: id() }),
      state: 'takenUp',
    },
    ordered('整改', { days: 30 }),
  ],
};

describe('an operation project', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: concerned.on });
    client = new Client(app.url);
    id = await tellOverHttp(client, 'project', concerned);
  });
  afterAll(() => app.close());

  const related = async (who: string, of: string): Promise<Answer> =>
    (await client.get(who, `/api/v1/cases/${of}/related`)).body;
  const review = (who: string) =>
    client.create(who, 'operation-review', {
      ...operation.operationOf('医院信息系统', 12_000_000, 2025),
      projectId: id,
    });

  it('says of which procedure its unit begins a case', async () => {
    const { body } = await client.get('county-hospital', `/api/v1/cases/${id}`);
    expect(body.waitingOn).toMatchObject({
      unit: { id: 'county-hospital' },
      clause: '2.5.4',
      begins: 'operation-review',
    });
    expect(body.stateLabel).toBe('待运维方案和预算审查');
  });

  it('shows the one review under way, and every other case about it, from both ends', async () => {
    expect((await review('county-hospital')).status).toBe(201);
    const again = await review('county-hospital');
    expect([again.status, again.body.refusals.map((r: Answer) => r.rule)]).toEqual([422, ['operation.only-review']]);
    const ties: Answer[] = await related('data-bureau', id);
    expect(ties.map((tie) => tie.relation).sort()).toEqual([
      'annualPlan',
      'needs',
      'operationReviews',
      'rectifications',
      'schemeReviews',
    ]);
    for (const { relation, label, cases } of ties) {
      expect([relation, label, cases.length]).toEqual([relation, expect.stringMatching(/./), 1]);
      const back: Answer[] = await related('data-bureau', cases[0].id);
      expect([relation, back.flatMap((tie) => tie.cases.map((one: Answer) => one.id))]).toEqual([relation, [id]]);
    }
  });
});
