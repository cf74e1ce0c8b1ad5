import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Step } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { overBudget } from '#machines/regulations/it-projects/procedures/change-request/scenarios/approval.js';
import { OutboxStore } from '#src/persistence/stores/outbox.store.js';
import { Sweeper } from '#src/timers/sweeper.js';
import { Client } from '../support/client.js';
import { freshDatabase } from '../support/fresh-database.js';
import { startApp, type RunningApp } from '../support/start-app.js';
import { tellOverHttp } from '../support/tell-over-http.js';

/** The story of a change up to its approval. The tests send the approval themselves. */
const approvedAt = overBudget.steps.findIndex((step) => step.send === 'approve' && step.state === 'implementing');
const approval = overBudget.steps[approvedAt] as Step;
const story = { ...overBudget, steps: overBudget.steps.slice(0, approvedAt) };

describe('a change that is approved just before the process dies', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  const running: RunningApp[] = [];
  const start = async (): Promise<{ app: RunningApp; client: Client }> => {
    const app = await startApp({ databaseUrl: database.url, clock: 'simulated', clockStart: story.on });
    running.push(app);
    return { app, client: new Client(app.url) };
  };
  const stop = (app: RunningApp): Promise<void> => running.splice(running.indexOf(app), 1)[0]!.close();

  let project: string;
  let change: string;
  const told = async (client: Client) => {
    const { body } = await client.get('education', `/api/v1/cases/${project}/history`);
    return (body as { type: string }[]).filter((row) => row.type === 'changeApproved').length;
  };
  const budgets = async (client: Client) => {
    const { body } = await client.get('education', `/api/v1/cases/${project}`);
    return (body.data.amounts as { kind: string; amountFen: number }[])
      .filter((a) => a.kind === 'budget')
      .map((a) => a.amountFen);
  };

  const waiting = async ({ app }: RunningApp): Promise<number> =>
    (
      await app
        .get(DataSource)
        .query<{ n: number }[]>(`select count(*)::int as n from outbox where kind = 'signal' and done_at is null`)
    )[0]!.n;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    for (const app of [...running]) await stop(app);
    await database.drop();
  });

  it('is not lost: the project stays as it was, frozen, until another process carries the signal', async () => {
    const { app, client } = await start();
    project = await tellOverHttp(client, 'project', story);
    change = (await client.get('education', '/api/v1/cases?procedure=change-request')).body.items[0].id;
    // Nobody carries what has left a case: neither the request itself nor a worker.
    const carrying = jest.spyOn(OutboxStore.prototype, 'next').mockResolvedValue(false);
    expect((await client.send('data-bureau', change, approval.send!, approval.data)).body.stateLabel).toBe(
      '变更实施中',
    );
    expect([await told(client), await budgets(client)]).toEqual([0, [wan(120)]]);
    await stop(app);
    carrying.mockRestore();

    // The next process dies as well. It has told the project, and dies before it can note that.
    const noting = jest.spyOn(OutboxStore.prototype, 'deliver').mockRejectedValue(new Error('the process ends'));
    const second = await start();
    await second.app.app.get(Sweeper).sweep();
    expect([noting.mock.calls.length > 0, await told(second.client), await waiting(second.app)]).toEqual([true, 1, 1]);
    await stop(second.app);
    noting.mockRestore();
  }, 60_000);

  it('is applied once: the third process carries it again, and tells the project nothing new', async () => {
    const { app, client } = await start();
    await app.app.get(Sweeper).sweep();
    await app.app.get(Sweeper).sweep();
    expect(await waiting(app)).toBe(0);
    expect([await told(client), await budgets(client)]).toEqual([1, [wan(120), wan(135)]]);
    expect(
      (
        await client.send('education', project, 'recordAward', {
          awardedOn: '2025-03-10',
          supplier: { name: '池州智云科技公司', creditCode: '91341700MA2FGHJK2Y' },
          amountFen: wan(130),
        })
      ).body.refusals,
    ).toMatchObject([{ rule: 'procurement.within-funds' }]);
  }, 60_000);
});
