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

/** Accepted in July; neither the approval of February nor the acceptance has been made public. */
const accepted: Story = {
  title: '批复和验收都应公开', clauses: ['2.6.3a'], by, on: '2025-01-06', declare: line.declarationOf('中考考务系统', fen),
  steps: [
    ...line.pooled(by, '2025-01-07'), ...line.planned(by, '2025-01-20', 2026), ...line.approvedInOneStep(by, '2025-02-10', fen), ...line.contracted(by, '2025-02-24', fen),
    ...line.built(by, '2025-03-03', '2025-04-07'), ...line.tried(by, '2025-04-08'), ...line.selfAccepted(by, '2025-07-14'),
  ],
};

describe('a list that several deadlines belong to', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: accepted.on });
    client = new Client(app.url);
    id = await tellOverHttp(client, 'project', accepted);
  });
  afterAll(() => app.close());

  const counted = async (): Promise<Json> => (await client.get('supervisor', '/api/v1/supervision/lists')).body.find((l: Json) => l.id === 'project.undisclosed');
  const listed = async (): Promise<Json[]> =>
    (await client.get('supervisor', '/api/v1/supervision/lists/project.undisclosed')).body.items.map((i: Json) => [i.case.id, i.dueOn, i.light, i.overdueWorkingDays]);
  const made = async (event: string, publishedOn: string): Promise<void> => {
    const { status, text } = await client.send('data-bureau', id, event, { publishedOn, where: '县政府门户网站' });
    expect([status, text]).toEqual([200, text]);
  };

  it('shows the nearest day of those that are open', async () => {
    expect(await counted()).toMatchObject({ deadlines: [{ label: '批复信息公开' }, { label: '验收信息公开' }], count: 1, late: 1 });
    expect(await listed()).toEqual([[id, '2025-03-10', 'red', 86]]);
  });

  it('shows the next day once the first is met, and counts it late when it has passed', async () => {
    await made('publishApproval', '2025-07-14');
    expect(await counted()).toMatchObject({ count: 1, late: 0 });
    expect(await listed()).toEqual([[id, '2025-08-11', 'green', 0]]);
    await client.passTo('2025-08-12');
    expect(await counted()).toMatchObject({ count: 1, late: 1 });
    expect(await listed()).toEqual([[id, '2025-08-11', 'red', 1]]);
  });

  it('leaves it when all are met', async () => {
    await made('publishAcceptance', '2025-08-12');
    expect(await counted()).toMatchObject({ count: 0, late: 0 });
  });
});
