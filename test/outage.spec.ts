import { describe, expect, it } from '@jest/globals';
import { rename } from 'node:fs/promises';
import pg from 'pg';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from './support/client.js';
import { cuttableProxy } from './support/cuttable-proxy.js';
import { freshDatabase } from './support/fresh-database.js';
import { startApp } from './support/start-app.js';

/** Asks again until the answer is the one that is waited for, or until ten seconds have passed. Returns the last one. */
async function soon<Answer>(ask: () => Promise<Answer>, isIt: (answer: Answer) => boolean): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (isIt(answer) || tries === 100) return answer;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}

/**
 * Waits for the answer of /health/ready, whose looks at disks are kept for two seconds. A connection that was ended may
 * speak first, of itself; `detail` tells which answer is meant.
 */
async function readyIs(url: string, status: number, detail?: string) {
  const ask = async () => {
    const answer = await fetch(`${url}/health/ready`);
    return { status: answer.status, body: (await answer.json()) as { detail?: string } };
  };
  const last = await soon(ask, (answer) => answer.status === status && (!detail || answer.body.detail === detail));
  expect(last.status).toBe(status);
  return last.body;
}

describe('while the database cannot be reached', () => {
  it('the program stays alive, answers 503, and works again without a restart', async () => {
    const database = await freshDatabase();
    const proxy = await cuttableProxy(database.url);
    const { url, close } = await startApp({ databaseUrl: proxy.url });
    const ready = () => fetch(`${url}/health/ready`);
    expect((await ready()).status).toBe(200);

    await proxy.cut();
    const away = await ready();
    expect(away.status).toBe(503);
    expect(away.headers.get('content-type')).toContain('application/problem+json');
    expect(away.headers.get('retry-after')).toBe('5');
    expect(await away.json()).toMatchObject({ code: 'unavailable', checks: { database: 'failed' } });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);

    await proxy.restore();
    expect((await ready()).status).toBe(200);

    await close();
    await proxy.cut();
    await database.drop();
  }, 30_000);
});

describe('while the database is read-only', () => {
  it('what is read is answered, what writes is 503, readiness is red, and it works again by itself', async () => {
    const database = await freshDatabase();
    const name = new URL(database.url).pathname.slice(1);
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('set default_transaction_read_only = off');
    /** A setting counts for new sessions, so the old ones end. */
    const set = async (how: string): Promise<void> => {
      await owner.query(`alter database ${name} ${how}`);
      await owner.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
        [name],
      );
    };
    const { url, close } = await startApp({ databaseUrl: database.url, role: 'api' });
    const client = new Client(url);
    const create = () => client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000));
    expect((await create()).status).toBe(201);
    await set('set default_transaction_read_only = on');

    const detail = '数据库暂时只读，不能办理，请稍后再试。';
    expect(await readyIs(url, 503, detail)).toMatchObject({ detail, checks: { database: 'failed', documents: 'ok' } });
    const refused = await soon(create, ({ body }) => body.detail === detail);
    expect([refused.status, refused.body]).toEqual([503, expect.objectContaining({ code: 'unavailable', detail })]);
    expect((await client.get('county-hospital', '/api/v1/cases')).body.items).toHaveLength(1);

    await set('reset default_transaction_read_only');
    await readyIs(url, 200);
    expect((await create()).status).toBe(201);
    const { rows } = await owner.query(
      'select (select count(*)::int from cases) as cases, (select max(last) from case_numbers) as last',
    );
    expect(rows).toEqual([{ cases: 2, last: 2 }]);

    await close();
    await owner.end();
    await database.drop();
  }, 60_000);
});

describe('while the documents folder is away', () => {
  it('papers are 503 both ways, readiness is red, steps go on, and it works again by itself', async () => {
    const { url, config, close } = await startApp();
    const client = new Client(url);
    const { body } = await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000));
    const { id } = await client.upload('county-hospital', body.id, 'declarationForm');
    const download = async () =>
      fetch(`${url}/api/v1/cases/${body.id}/documents/${id}`, {
        headers: { authorization: `Bearer ${await client.token('county-hospital')}` },
      });
    expect((await download()).status).toBe(200);
    await rename(config.documentsDir, `${config.documentsDir}-away`);

    expect(await readyIs(url, 503)).toMatchObject({ checks: { database: 'ok', documents: 'failed' } });
    await expect(client.upload('county-hospital', body.id, 'contract')).rejects.toThrow(
      /503 .*存放材料的文件夹暂时读写不了/,
    );
    const lost = await download();
    expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '30']);
    expect((await client.get('county-hospital', `/api/v1/cases/${body.id}/documents`)).body).toHaveLength(1);

    await rename(`${config.documentsDir}-away`, config.documentsDir);
    await readyIs(url, 200);
    await client.upload('county-hospital', body.id, 'contract');
    expect((await download()).status).toBe(200);
    await close();
  }, 60_000);
});
