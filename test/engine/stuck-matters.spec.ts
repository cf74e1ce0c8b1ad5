import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wan } from '#machines/kit/money.js';
import type { Story } from '#machines/kit/testing/story.js';
import * as line from '#machines/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';
import { tellOverHttp } from '../support/tell-over-http.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Json = any;

const by = 'education';
const fen = wan(120);

/** Approved in February; then finance does not provide the money, and the bureau does not publish the approval. */
const approved: Story = {
  title: '资金迟迟不落实', clauses: ['3.2d'], by, on: '2025-01-06', declare: line.declarationOf('中考考务系统', fen),
  steps: [...line.pooled(by, '2025-01-07'), ...line.cityFiled('2025-01-08'), ...line.planned(by, '2025-01-20', 2026), ...line.approvedInOneStep(by, '2025-02-10', fen)],
};

describe('the matters of a case that waits for several', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: approved.on });
    client = new Client(app.url);
    id = await tellOverHttp(client, 'project', approved);
  });
  afterAll(() => app.close());

  const matters = async (query = ''): Promise<Json[]> =>
    (await client.get('supervisor', `/api/v1/supervision/stuck?limit=200${query}`)).body.items.filter((i: Json) => i.case.id === id);
  const told = (items: Json[]): string[] => items.map((i) => `${i.kind} ${i.chase.unit.id}`).sort();

  it('whoever is waited for is idle although somebody else is late', async () => {
    await client.passTo('2025-06-02');
    expect(told(await matters())).toEqual(['idle education', 'idle finance', 'overdue data-bureau']);
    expect(told(await matters('&chased=finance'))).toEqual(['idle finance']);
  });

  it('whoever is late is not idle as well', async () => {
    await client.passTo('2026-06-01');
    expect(told(await matters('&chased=education'))).toEqual(['overdue education']);
    expect(told(await matters('&chased=finance'))).toEqual(['idle finance']);
  });
});
