import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checksOfRules, storiesOf } from '#machines/kit/testing/regulation-proof.js';
import { tell } from '#machines/kit/testing/story.js';
import { clauseTable } from '#machines/proof/clause-table.js';
import { regulations } from '#machines/regulations.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { checkDatabase } from '../chaos/checker/check.js';
import { Client } from './support/client.js';
import { momentAgo } from './support/delivered.js';
import { lending } from './support/lending/procedure.js';
import { lendingProof } from './support/lending/proof.js';
import { lendingRules } from './support/lending/regulation.js';
import { startApp, type RunningApp } from './support/start-app.js';
import { tellOverHttp } from './support/tell-over-http.js';

const both = [...regulations, lendingRules];
const FIRST = 'it-projects';
const SECOND = 'lending-rules';

/** The second regulation's clauses, numbers and ladders have names of the first and mean something else. */
describe('a second regulation beside the first', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' }, both);
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  it('is cited in its own way, where it refuses and where it is followed', async () => {
    const { body: book } = await client.create('education', 'lending', { title: '公报' });
    expect(book.regulation).toBe(SECOND);
    const refused = await client.send('archives', book.id, 'lend', { days: 31 });
    expect(refused.body.refusals[0]).toMatchObject({ regulation: SECOND, clause: '2.4.4', cite: '第三条' });
    const { body: lent } = await client.send('archives', book.id, 'lend', { days: 30 });
    // Its own number says five working days. The first regulation's number of the same name says ten.
    expect(lent.deadlines[0]).toMatchObject({
      dueOn: '2026-01-12',
      regulation: SECOND,
      clause: '2.1.2d',
      cite: '第二条',
    });
    const history = (await client.get('education', `/api/v1/cases/${book.id}/history`)).body;
    expect(history.map((row: { regulation: string; clauses: string[] }) => [row.regulation, row.clauses])).toEqual([
      [SECOND, ['1.1']],
      [SECOND, ['2.4.4']],
    ]);
    const forecast = (await client.get('education', `/api/v1/cases/${book.id}/forecast`)).body.items;
    expect(forecast[0]).toMatchObject({ regulation: SECOND, cite: '第二条' });
  });

  it('leaves the first unchanged', async () => {
    const township = await client.create('rongcheng-town', 'project', declarationOf('乡镇平台', 100_000_000));
    expect(township.body.refusals[0]).toMatchObject({ regulation: FIRST, clause: '2.1.2d', cite: '二(一)2' });
    const { body: project } = await client.create('county-hospital', 'project', declarationOf('预约平台', 100_000_000));
    expect(project.regulation).toBe(FIRST);
    const [created] = (await client.get('county-hospital', `/api/v1/cases/${project.id}/history`)).body;
    expect(created).toMatchObject({ regulation: FIRST, clauses: ['2.1.2a', '1.2.1', '1.2.2'] });
  });

  it('is published beside it, with its numbers', async () => {
    const procedures = (await client.get('education', '/api/v1/procedures')).body;
    expect(procedures.find((p: { id: string }) => p.id === 'lending').regulation).toBe(SECOND);
    expect(procedures.find((p: { id: string }) => p.id === 'project').regulation).toBe(FIRST);
    const numbers = (await client.get('education', '/api/v1/parameters')).body;
    const endorsement = numbers.filter((p: { key: string }) => p.key === 'endorsement');
    expect(endorsement.map((p: { regulation: string; value: number }) => [p.regulation, p.value])).toEqual([
      [FIRST, 10],
      [SECOND, 5],
    ]);
    const hour = numbers.filter((p: { key: string }) => p.key === 'reminder.hour');
    expect(hour.map((p: { regulation: string | null }) => p.regulation)).toEqual([null]);
  });

  it('has its lists, its rows in the stuck list, and its own ladder', async () => {
    await client.passTo('2026-01-15');
    const lists = (await client.get('supervisor', '/api/v1/supervision/lists')).body;
    const list = lists.find((l: { id: string }) => l.id === 'lending.lentOut');
    expect(list).toMatchObject({ regulation: SECOND, clause: '2.1.2d', cite: '第二条', count: 1, late: 1 });
    const { items } = (await client.get('supervisor', '/api/v1/supervision/stuck?kind=overdue')).body;
    const late = items.find((i: { case: { procedure: string } }) => i.case.procedure === 'lending');
    expect(late).toMatchObject({ regulation: SECOND, cite: '第二条', dueOn: '2026-01-12', workingDays: 3 });
    expect(late.case.regulation).toBe(SECOND);
    expect(late.cause.message).toBe('县教体局应于2026-01-12前完成“归还”，已逾期3个工作日');
    const told = (await client.get('supervisor', '/api/v1/notifications')).body.items;
    expect(told.map((n: { title: string }) => n.title)).toContain('督办：归还');
    const text = told.find((n: { title: string }) => n.title === '督办：归还').text;
    expect(text).toContain('归还(第二条)');
  });

  it('stands in the clause table after the first, under ids that both have', async () => {
    const table = (await client.get('education', '/api/v1/clauses')).body as {
      regulation: string;
      id: string;
      cite: string;
    }[];
    const same = table.filter(({ id }) => id === '2.1.2d');
    expect(same.map(({ regulation, cite }) => [regulation, cite])).toEqual([
      [FIRST, '二(一)2'],
      [SECOND, '第二条'],
    ]);
  });

  it('names its own parties where the administrators are watched', async () => {
    expect((await client.get('archives', '/api/v1/audit')).status).toBe(200);
    expect((await client.get('audit', '/api/v1/audit')).status).toBe(200);
    expect((await client.get('finance', '/api/v1/audit')).status).toBe(403);
  });

  it('is replayed from its rows, like the first', async () => {
    const { findings } = await checkDatabase(app.config.databaseUrl, {
      until: await momentAgo(app),
      regulations: both,
    });
    expect(findings.all).toEqual([]);
  });
});

describe('the proofs of the second regulation', () => {
  it('run like those of the first: rules, and stories on the machines and over HTTP', async () => {
    for (const { checks } of checksOfRules(lendingProof))
      for (const { name, problems } of checks) expect([name, problems()]).toEqual([name, []]);
    for (const { story } of storiesOf(lendingProof)) {
      expect(tell(lending, story, lendingProof.world).state.position.status).toBe('closed');
      const app = await startApp({ clock: 'simulated', clockStart: story.on }, both);
      try {
        expect(await tellOverHttp(new Client(app.url), 'lending', story)).toMatch(/^[0-9a-f-]{36}$/);
      } finally {
        await app.close();
      }
    }
  });

  it('fill a clause table of their own', () => {
    const table = clauseTable(lendingProof);
    expect(table.map(({ regulation, id, cite, encoded }) => [regulation, id, cite, encoded])).toEqual([
      [SECOND, '1.1', '第一条', true],
      [SECOND, '2.1.2d', '第二条', true],
      [SECOND, '2.4.4', '第三条', true],
      [SECOND, '2.4.5', '第四条', false],
    ]);
    const [own, ...desks] = table[2]!.rules;
    expect(own).toMatchObject({ id: 'lending.not-too-long', message: '借期31日，超过30日' });
    // This regulation bases the desk on this clause, the first regulation on another one.
    expect(desks.length).toBeGreaterThan(5);
    expect(desks.every(({ id }) => id.startsWith('office.'))).toBe(true);
  });
});
