import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('a duty that was late when its clock was stopped', () => {
  let app: RunningApp;
  let client: Client;
  let [late, early] = ['', ''];

  const declared = async (title: string): Promise<string> => {
    const { body } = await client.create('education', 'project', declarationOf(title, 100_000_000));
    await client.upload('education', body.id, 'declarationForm');
    await client.send('education', body.id, 'declare');
    return body.id;
  };
  const preReview = async (id: string) =>
    (await client.get('data-bureau', `/api/v1/cases/${id}`)).body.deadlines.find(
      (d: { name: string }) => d.name === 'preReview',
    );
  const stuck = async (id: string) =>
    (await client.get('supervisor', '/api/v1/supervision/stuck?limit=200')).body.items.find(
      (item: { kind: string; deadline: string; case: { id: string } }) =>
        item.case.id === id && item.kind === 'overdue' && item.deadline === 'preReview',
    );

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
    late = await declared('退回前已经逾期');
    await client.passTo('2026-02-04');
    early = await declared('退回前没有逾期');
    for (const id of [late, early])
      await client.send('data-bureau', id, 'returnForCorrection', { items: '请补充说明', to: 'applicant' });
    await client.passTo('2026-04-01');
  });
  afterAll(() => app.close());

  it('stays late by as many days, in the case, in the lists and with its light', async () => {
    const { dueOn, overdueWorkingDays, status, light } = await preReview(late);
    expect([status, light]).toEqual(['paused', 'red']);
    expect(dueOn < '2026-02-04').toBe(true);
    expect(overdueWorkingDays).toBeGreaterThan(0);
    expect(await preReview(early)).toMatchObject({ status: 'paused', light: 'grey', overdueWorkingDays: 0 });
    expect(
      (await client.get('data-bureau', `/api/v1/cases?q=${encodeURIComponent('退回前已经逾期')}`)).body.items,
    ).toEqual([expect.objectContaining({ light: 'red', dueOn })]);
    expect(await stuck(late)).toMatchObject({ dueOn, workingDays: overdueWorkingDays, light: 'red' });
    expect((await stuck(late)).cause.message).toMatch(/已逾期\d+个工作日，现停止计时$/);
    expect(await stuck(early)).toBeUndefined();
  });

  it('stays late through a suspension, and counts in the statistics', async () => {
    const before = (await preReview(late)).overdueWorkingDays;
    await client.upload('data-bureau', late, 'standingDecision');
    const suspended = await client.send('data-bureau', late, 'suspend', {
      reason: '资金未落实',
      number: '青数〔2026〕9号',
      date: '2026-04-01',
    });
    expect([suspended.status, suspended.text]).toEqual([200, expect.any(String)]);
    await client.passTo('2026-05-06');
    expect(await preReview(late)).toMatchObject({ light: 'red', overdueWorkingDays: before });
    expect(await stuck(late)).toMatchObject({ workingDays: before });
    const { deadlines } = (await client.get('supervisor', '/api/v1/supervision/statistics')).body;
    const rows = deadlines.byDeadline.filter(
      (row: { deadline: { name: string } }) => row.deadline.name === 'preReview',
    );
    expect(rows).toEqual([expect.objectContaining({ openLate: 1 })]);
  });
});
