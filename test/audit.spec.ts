import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AuditStore } from '#src/persistence/stores/audit.store.js';
import { Client } from './support/client.js';
import { noticeLike } from './support/notice-2027.js';
import { startApp, type RunningApp } from './support/start-app.js';

let app: RunningApp;
let client: Client;
const db = () => app.app.get(DataSource);

beforeAll(async () => {
  app = await startApp({ clock: 'simulated', clockStart: '2026-12-21', role: 'api' });
  client = new Client(app.url);
});
afterAll(() => app?.close());

describe('the audit log', () => {
  it('has a line for each of several imports at once, in the order of their editions, and its chain is whole', async () => {
    const year = (y: number) => ({ ...noticeLike(y), confirmed: true });
    const answers = await Promise.all(
      [2027, 2028, 2029, 2030, 2031].map((y) => client.call('admin', 'POST', `/api/v1/calendar/${y}`, year(y))),
    );
    expect(answers.map((a) => a.body.edition).sort()).toEqual([1, 2, 3, 4, 5]);
    const lines = (await client.get('admin', '/api/v1/audit?limit=3')).body;
    const rest = (await client.get('admin', `/api/v1/audit?limit=3&cursor=${lines.nextCursor}`)).body;
    const chain = [...lines.items, ...rest.items].reverse();
    expect([chain.map((l) => l.id), rest.nextCursor]).toEqual([[1, 2, 3, 4, 5], null]);
    expect(chain.map((l) => l.detail.edition)).toEqual([1, 2, 3, 4, 5]);
    let before = '0'.repeat(64);
    for (const { hash, ...line } of chain) {
      expect([line.prevHash, createHash('sha256').update(canonicalize(line)!).digest('hex')]).toEqual([before, hash]);
      before = hash;
    }
  });

  it('is read by the administrator and by those who supervise, and by nobody else', async () => {
    for (const who of ['admin', 'supervisor', 'audit'])
      expect([who, (await client.get(who, '/api/v1/audit')).status]).toEqual([who, 200]);
    for (const who of ['data-bureau', 'education', 'procurement-supervision', 'rongcheng-town'])
      expect([who, (await client.get(who, '/api/v1/audit')).status]).toEqual([who, 403]);
  });

  it('is one chain, however many write at once', async () => {
    const store = app.app.get(AuditStore, { strict: false });
    const [{ id: before }] = await db().query('select coalesce(max(id), 0)::int as id from audit');
    const line = {
      at: '2026-12-21T08:00:00.000+08:00',
      actor: { id: 'a', name: '甲', unit: null },
      action: 'test',
      subject: '1',
      detail: { n: 1 },
    };
    await Promise.all(Array.from({ length: 12 }, () => db().transaction((tx) => store.append(tx, line))));
    const lost = db().transaction(async (tx) => {
      await store.append(tx, line);
      throw new Error('taken back');
    });
    await expect(lost).rejects.toThrow('taken back');
    await db().transaction((tx) => store.append(tx, line));
    const chain = (await store.page({}, 100, null)).reverse();
    expect(chain.slice(before).map((l) => l.id)).toEqual(Array.from({ length: 13 }, (_, i) => before + i + 1));
    expect(chain.slice(1).map((l) => l.prevHash)).toEqual(chain.slice(0, -1).map((l) => l.hash));
  });

  it('is never changed or removed', async () => {
    for (const statement of [`update audit set action = 'x'`, 'delete from audit', 'truncate audit'])
      await expect(db().query(statement)).rejects.toThrow('never changed or removed');
  });
});
