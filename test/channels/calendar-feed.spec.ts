import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { CalendarFeedStore } from '#src/persistence/stores/calendar-feed.store.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

describe("a person's calendar", () => {
  let app: RunningApp;
  let client: Client;
  let id: string;
  let url: string;
  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-03-02' });
    client = new Client(app.url);
    id = (await client.create('county-hospital', 'project', declarationOf('影像云；一期,"试点"', 100_000_000))).body.id;
    await client.upload('county-hospital', id, 'declarationForm');
    await client.send('county-hospital', id, 'declare');
  });
  afterAll(() => app.close());

  const subscribe = async (who: string): Promise<string> => {
    const { status, body } = await client.call(who, 'POST', '/api/v1/me/calendar-feed');
    expect(status).toBe(201);
    return body.url;
  };
  const read = async (address: string) => {
    const response = await fetch(address);
    const text = await response.text();
    return {
      response,
      text,
      events: response.ok
        ? new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((e) => new ICAL.Event(e))
        : [],
    };
  };

  it('lists the days that are their own, each for the whole day, with case, clause and an alarm the day before at nine', async () => {
    url = await subscribe('health');
    const { response, text, events } = await read(url);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('private');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(events).toHaveLength(1);
    const [event] = events as [ICAL.Event];
    const { number, deadlines } = (await client.get('health', `/api/v1/cases/${id}`)).body;
    expect(event.summary).toBe('主管部门审核到期：影像云；一期,"试点"');
    expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, deadlines[0].dueOn]);
    expect(event.uid).toBe(`${deadlines[0].id}@bihuan`);
    expect(event.description).toContain(`案件：${number}`);
    expect(event.description).toContain('依据：二(二)5');
    const alarm = event.component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger') as ICAL.Duration;
    expect(alarm.toSeconds()).toBe(-15 * 3600);
  });

  it("lists nobody else's days: not those of a case in which the applicant only waits", async () => {
    expect((await read(await subscribe('county-hospital'))).events).toEqual([]);
    expect((await read(await subscribe('supervisor'))).events).toEqual([]);
    expect((await read(await subscribe('education'))).events).toEqual([]);
  });

  it('lists them however many nearer days others have in cases that the person sees', async () => {
    const nearer = (await client.create('education', 'project', declarationOf('别人的', 100_000_000))).body.id;
    await client.upload('education', nearer, 'declarationForm');
    await client.send('education', nearer, 'declare');
    await app.app.get(DataSource).query(`update deadlines set due_on = '2026-03-03' where case_id = $1`, [nearer]);
    expect(
      await app.app.get(CalendarFeedStore).casesWithDays({ principals: [], reads: ['project'] }, ['unit:health'], 1),
    ).toEqual([id]);
    await client.send('education', nearer, 'withdraw', { reason: '不办了' });
  });

  it('keeps the entry of a day that moves, and says 暂定', async () => {
    const before = (await read(url)).events[0]!;
    await app.app
      .get(DataSource)
      .query(
        `update deadlines set due_on = '2027-01-08', provisional = true where case_id = $1 and name = 'endorsement'`,
        [id],
      );
    const [moved, ...more] = (await read(url)).events;
    expect(more).toEqual([]);
    expect([moved!.uid, moved!.startDate.toString()]).toEqual([before.uid, '2027-01-08']);
    expect(moved!.summary).toContain('(暂定)');
    expect(moved!.description).toContain('日期暂定');
  });

  it("loses a step that is done, and the next person's calendar has the next one", async () => {
    await client.send('health', id, 'endorse');
    expect((await read(url)).events).toEqual([]);
    expect((await read(await subscribe('data-bureau'))).events.map((e) => e.summary)).toEqual([
      expect.stringContaining('储备库预审到期'),
    ]);
  });

  it('has a secret address that is kept as a hash, that the next one replaces, and that ends', async () => {
    const token = /\/calendar\/(.{43})\.ics$/.exec(url)![1]!;
    const rows = await app.app.get(DataSource).query('select token_hash from calendar_feeds');
    expect(JSON.stringify(rows)).not.toContain(token);
    const next = await subscribe('health');
    expect((await read(url)).response.status).toBe(404);
    expect((await read(next)).response.status).toBe(200);
    expect((await client.call('health', 'DELETE', '/api/v1/me/calendar-feed')).status).toBe(204);
    expect((await read(next)).response.status).toBe(404);
    expect((await client.call('health', 'DELETE', '/api/v1/me/calendar-feed')).status).toBe(404);
    const nonsense = await read(`${app.url}/calendar/anything.ics`);
    expect([nonsense.response.status, nonsense.response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('is slow to guess', async () => {
    const statuses = await Promise.all(
      Array.from(
        { length: 80 },
        async (_, i) => (await fetch(`${app.url}/calendar/${'x'.repeat(41)}${i + 10}.ics`)).status,
      ),
    );
    expect(statuses).toContain(429);
  });
});
