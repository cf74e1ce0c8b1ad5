import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';
import { tellOverHttp } from '../support/tell-over-http.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Json = any;

const by = 'education';
const fen = wan(120);

/** A project accepted in July. Neither the approval of February nor the acceptance has been published. */
const accepted: Story = {
  title: '批复和验收都应公开',
  clauses: ['2.6.3a'],
  by,
  on: '2025-01-06',
  declare: line.declarationOf('中考考务系统', fen),
  steps: [
    ...line.pooled(by, '2025-01-07'),
    ...line.planned(by, '2025-01-20', 2026),
    ...line.approvedInOneStep(by, '2025-02-10', fen),
    ...line.contracted(by, '2025-02-24', fen),
    ...line.built(by, '2025-03-03', '2025-04-07'),
    ...line.tried(by, '2025-04-08'),
    ...line.selfAccepted(by, '2025-07-14'),
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

  const counted = async (): Promise<Json> =>
    (await client.get('supervisor', '/api/v1/supervision/lists')).body.find(
      (l: Json) => l.id === 'project.undisclosed',
    );
  const listed = async (): Promise<Json[]> =>
    (await client.get('supervisor', '/api/v1/supervision/lists/project.undisclosed')).body.items.map((i: Json) => [
      i.case.id,
      i.dueOn,
      i.light,
      i.overdueWorkingDays,
    ]);
  const made = async (event: string, publishedOn: string): Promise<void> => {
    const { status, text } = await client.send('data-bureau', id, event, { publishedOn, where: '县政府门户网站' });
    expect([status, text]).toEqual([200, text]);
  };

  it('shows the nearest day of those that are open', async () => {
    expect(await counted()).toMatchObject({
      deadlines: [{ label: '批复信息公开' }, { label: '验收信息公开' }],
      count: 1,
      late: 1,
    });
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

  it('shows neither day nor colour of a duty that is not its own', async () => {
    const lists: Json[] = (await client.get('supervisor', '/api/v1/supervision/lists')).body;
    const other = lists.find((l) => l.id === 'project.archivesNotHandedOver');
    expect(other).toMatchObject({ count: 1 });
    await client.passTo('2026-01-05');
    const db = app.app.get(DataSource);
    await db.query(
      `update deadlines set status = 'done', closed_on = '2025-08-12', next_at = null, next_rung = null where case_id = $1 and name = 'archiveHandOver'`,
      [id],
    );
    const rows = async (): Promise<Json[]> =>
      (await client.get('supervisor', '/api/v1/supervision/lists/project.archivesNotHandedOver')).body.items.map(
        (i: Json) => [i.dueOn, i.light, i.case.light],
      );
    expect(await rows()).toEqual([[null, 'green', 'red']]);
    expect(
      (await client.get('supervisor', '/api/v1/supervision/lists')).body.find((l: Json) => l.id === other.id),
    ).toMatchObject({ count: 1, late: 0 });
  });

  it('counts no day on which the clock stood still as late', async () => {
    const before = (await listed())[0]![3];
    await app.app
      .get(DataSource)
      .query(
        `update deadlines set pauses = '[{"from":"2025-12-01","to":"2025-12-05","why":"停工"}]' where case_id = $1 and name = 'acceptancePublication'`,
        [id],
      );
    expect((await listed())[0]![3]).toBe(before - 4);
  });

  it('loses the case when all are met', async () => {
    await made('publishAcceptance', '2025-08-12');
    expect(await counted()).toMatchObject({ count: 0, late: 0 });
  });

  it('does not take an approved feasibility study for a project that could be built, nor for an approval to be published', async () => {
    const big = wan(600);
    const study = await tellOverHttp(client, 'project', {
      title: '只有可研批复',
      clauses: ['2.2.1'],
      by,
      on: '2026-01-06',
      declare: line.declarationOf('智慧教育平台', big),
      steps: [
        ...line.pooled(by),
        ...line.cityFiled('2026-01-07'),
        ...line.planned(by, '2026-01-20', 2027),
        ...line.approvedInTwoSteps(by, '2026-02-10', big).slice(0, 4),
      ],
    });
    const on = async (list: string): Promise<string[]> =>
      (await client.get('supervisor', `/api/v1/supervision/lists/project.${list}`)).body.items.map(
        (i: Json) => i.case.id,
      );
    expect(await on('plannedNotApproved')).toContain(study);
    expect(await on('approvedNotBuilt')).not.toContain(study);
    expect(await on('undisclosed')).not.toContain(study);
  });
});
