import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('the day shown beside a task', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  it('is one’s own: a late duty of the bureau does not make the unit late', async () => {
    const { body } = await client.create('education', 'project', declarationOf('各有期限', 100_000_000));
    await client.upload('education', body.id, 'declarationForm');
    await client.send('education', body.id, 'declare');
    expect(
      (
        await client.send('data-bureau', body.id, 'passPreReview', {
          similarity: 'none',
          similarityReason: '面向不同的服务对象',
        })
      ).body.stateLabel,
    ).toBe('已入库');
    await client.passTo('2026-03-30');

    const task = async (who: string) =>
      (await client.get(who, '/api/v1/tasks')).body.find((t: { case: { id: string } }) => t.case.id === body.id);
    // The pool waits for the unit without a day. The filing with the city was the bureau's and is long past.
    expect(await task('education')).toMatchObject({ dueOn: null, light: 'green', case: { light: 'red' } });
    const bureaus = await task('data-bureau');
    expect(bureaus).toMatchObject({ light: 'red', case: { dueOn: bureaus.dueOn } });
    expect(bureaus.dueOn < '2026-03-30').toBe(true);
  });
});
