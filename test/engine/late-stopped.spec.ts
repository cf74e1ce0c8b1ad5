import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { caseSchema, deadlineHistorySchema } from '#src/cases/case.schema.js';
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
  const allOf = async (id: string) =>
    z.array(deadlineHistorySchema).parse((await client.get('education', `/api/v1/cases/${id}/deadlines`)).body);
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

  it('says by how much it was late once it is done, in every answer and among all deadlines of the case', async () => {
    const before = await preReview(late);
    const lifted = { reason: '资金已经落实' };
    expect(await client.send('data-bureau', late, 'resume', lifted)).toMatchObject({ status: 200 });
    for (const id of [late, early])
      expect((await client.send('education', id, 'resubmit', { reply: '已经补充' })).status).toBe(200);
    const passed = { similarity: 'none', similarityReason: '面向不同的服务对象' };
    const answer = await client.send('data-bureau', late, 'passPreReview', passed);
    const { doneLate } = caseSchema.parse(answer.body);
    const { dueOn, overdueWorkingDays } = before;
    const mark = { name: 'preReview', label: before.label, clause: before.clause, dueOn, doneOn: '2026-05-06' };
    expect(doneLate.find(({ name }) => name === 'preReview')).toMatchObject({ ...mark, overdueWorkingDays });
    const later = (await client.get('education', `/api/v1/cases/${late}`)).body;
    expect(caseSchema.parse(later).doneLate).toEqual(doneLate);
    const { deadline } = (await allOf(late)).find(({ deadline: { name } }) => name === 'preReview')!;
    expect(deadline).toMatchObject({ status: 'done', late: true, overdueWorkingDays, closedOn: '2026-05-06', dueOn });
  });

  it('leaves no mark if it was done in time, though another duty of the case was not', async () => {
    const { body } = await client.get('education', `/api/v1/cases/${early}`);
    expect(caseSchema.parse(body).doneLate.map(({ name }) => name)).toEqual(['correctionReply']);
    const passed = { similarity: 'none', similarityReason: '面向不同的服务对象' };
    expect(await client.send('data-bureau', early, 'passPreReview', passed)).toMatchObject({ status: 200 });
    const after = (await client.get('education', `/api/v1/cases/${early}`)).body;
    expect(after.doneLate).toEqual(body.doneLate);
    const { deadline } = (await allOf(early)).find(({ deadline: { name } }) => name === 'preReview')!;
    expect(deadline).toMatchObject({ status: 'done', late: false, overdueWorkingDays: 0 });
  });

  it('and every other deadline is told in one form: who owes it, and what was rung when and told to whom', async () => {
    const all = await allOf(late);
    const reply = all.find(({ deadline: { name } }) => name === 'correctionReply')!;
    expect(reply.deadline.owedBy).toEqual([{ principal: 'unit:education', name: '县教体局' }]);
    expect(reply.reminders.map(({ kind, label }) => `${kind} ${label}`)).toEqual(
      expect.arrayContaining(['remind 到期提醒', 'due 到期告知', 'escalate 逾期督办']),
    );
    const due = reply.reminders.find(({ kind }) => kind === 'due')!;
    expect(due.told).toEqual([{ kind: '待办', to: 'unit:education', name: '县教体局', title: '提醒：补正' }]);
    for (const { deadline } of all) {
      expect(deadline.opened_on).toBe(deadline.openedOn);
      expect(deadline.due_on).toBe(deadline.dueOn);
    }
  });
});
