import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe('what is derived from a case', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  const found = async (q: string): Promise<string[]> =>
    (await client.get('education', `/api/v1/cases?q=${encodeURIComponent(q)}`)).body.items.map(
      (item: { title: string }) => item.title,
    );

  it('is derived again at every event: a new name is its name in the case, in lists, in search and in messages', async () => {
    const { body } = await client.create('education', 'project', declarationOf('旧名', 100_000_000));
    const revised = await client.send('education', body.id, 'revise', { changes: { title: '新名甲' } });
    expect(revised.body.title).toBe('新名甲');
    expect([await found('旧名'), await found('新名甲')]).toEqual([[], ['新名甲']]);

    await client.upload('education', body.id, 'declarationForm');
    await client.send('education', body.id, 'declare');
    await client.send('data-bureau', body.id, 'returnForCorrection', { items: '名称要写全', to: 'applicant' });
    await client.send('education', body.id, 'resubmit', { reply: '已改', declaration: { title: '新名乙' } });
    expect([await found('新名甲'), await found('新名乙')]).toEqual([[], ['新名乙']]);
    await client.send('data-bureau', body.id, 'returnForCorrection', { items: '再补一次', to: 'applicant' });
    await delivered(app);
    const told = (await client.get('education', '/api/v1/notifications?limit=50')).body.items;
    expect(JSON.stringify(told)).toContain('新名乙');
  });
});
