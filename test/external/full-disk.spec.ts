import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { startEmbeddedPostgres } from '#src/embedded/embedded-postgres.js';
import { checkDatabase } from '../../chaos/checker/check.js';
import { Client } from '../support/client.js';
import { emptyDatabase, eventually, fleet, type Fleet } from '../support/external.js';
import { smallDisk } from '../support/small-disk.js';
import { ensureBuilt } from '../support/spawn-program.js';

beforeAll(ensureBuilt, 120_000);

const database = await smallDisk(320);
const papers = await smallDisk(24);
const itOn = (disk: unknown): typeof it => {
  if (typeof disk !== 'string') return it;
  console.log(`No file system of its own may be mounted here, so a full disk is not tried: ${disk}`);
  return it.skip as typeof it;
};

const readyOf = async (url: string): Promise<{ status: number; body: { detail?: string; checks: object } }> => {
  const answer = await fetch(`${url}/health/ready`);
  return { status: answer.status, body: (await answer.json()) as { detail?: string; checks: object } };
};

describe('while the disk of the database is full', () => {
  let processes: Fleet;
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  afterAll(async () => {
    await processes?.end();
    await server?.stop();
    if (typeof database !== 'string') await database.remove();
  });

  itOn(database)(
    'every answer is a success or 503 with what to do, nothing is half-written, and it goes on by itself',
    async () => {
      if (typeof database === 'string') return;
      server = await startEmbeddedPostgres({ dataDir: database.folder, durable: false, maxConnections: 100 });
      processes = await fleet({ DATABASE_URL: server.url });
      const { url, program } = await processes.start({ ROLE: 'all' });
      const client = new Client(url!);
      const create = (n: number) =>
        client.create('county-hospital', 'project', declarationOf(`影像云${n}`, 100_000_000));
      expect((await create(0)).status).toBe(201);

      await database.fill();
      await eventually(
        () => readyOf(url!),
        ({ status }) => status === 503,
      );
      expect((await readyOf(url!)).body).toMatchObject({
        detail: expect.stringContaining('磁盘已满'),
        checks: { database: 'failed', documents: 'ok' },
      });
      let made = 1;
      const refused: Awaited<ReturnType<typeof create>>[] = [];
      for (let n = 1; n <= 400 && refused.length < 40; n++) {
        const answer = await create(n);
        if (answer.status === 201) made++;
        else refused.push(answer);
      }
      expect(refused.length).toBeGreaterThan(0);
      for (const { status, body } of refused)
        expect([status, body]).toEqual([
          503,
          expect.objectContaining({ code: 'unavailable', detail: expect.stringMatching(/磁盘已满|连接不上/) }),
        ]);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      expect(program.stderr + program.stdout).toContain('数据库所在的磁盘已满，请腾出空间');

      await database.free();
      await eventually(
        () => readyOf(url!),
        ({ status }) => status === 200,
      );
      expect((await create(1_000)).status).toBe(201);
      const owner = new pg.Client({ connectionString: server.url });
      await owner.connect();
      const { rows } = await owner.query('select count(*)::int as n from cases');
      await owner.end();
      expect(rows).toEqual([{ n: made + 1 }]);
      expect((await checkDatabase(server.url, {})).findings.all).toEqual([]);
      console.log(`full disk: ${made} created, ${refused.length} refused with 503`);
    },
    180_000,
  );
});

describe('while the disk of the documents is full', () => {
  let processes: Fleet;
  let own: Awaited<ReturnType<typeof emptyDatabase>>;
  afterAll(async () => {
    await processes?.end();
    await own?.drop();
    if (typeof papers !== 'string') await papers.remove();
  });

  itOn(papers)(
    'an upload is 503 and leaves nothing, readiness is red, steps go on',
    async () => {
      if (typeof papers === 'string') return;
      own = await emptyDatabase();
      const folder = path.join(papers.folder, 'documents');
      processes = await fleet({ DATABASE_URL: own.url, DOCUMENTS_DIR: folder });
      const { url } = await processes.start({ ROLE: 'all' });
      const client = new Client(url!);
      const { body } = await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000));
      const files = async (): Promise<number> =>
        (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
      const upload = async (bytes: number): Promise<Response> => {
        const form = new FormData();
        form.set('kind', 'declarationForm');
        form.set('file', new Blob(['%PDF-1.4\n', new Uint8Array(bytes)]), '申报表.pdf');
        return fetch(`${url}/api/v1/cases/${body.id}/documents`, {
          method: 'POST',
          headers: { authorization: `Bearer ${await client.token('county-hospital')}` },
          body: form,
        });
      };
      // One that is larger than what is left fails in the middle.
      const large = await upload(40 * 1024 * 1024);
      expect([large.status, large.headers.get('retry-after')]).toEqual([503, '30']);
      expect(await large.json()).toMatchObject({ detail: '存放材料的磁盘已满，暂时不能上传，请稍后再试。' });
      expect(await files()).toBe(0);
      await eventually(
        () => readyOf(url!),
        ({ status }) => status === 200,
      );

      await papers.fill();
      await eventually(
        () => readyOf(url!),
        ({ status }) => status === 503,
      );
      expect((await readyOf(url!)).body.checks).toMatchObject({ database: 'ok', documents: 'failed' });
      expect((await upload(1_000)).status).toBe(503);
      expect((await client.create('county-hospital', 'project', declarationOf('病历云', 100_000_000))).status).toBe(
        201,
      );

      await papers.free();
      await eventually(
        () => readyOf(url!),
        ({ status }) => status === 200,
      );
      expect((await upload(1_000)).status).toBe(201);
      expect(await files()).toBe(1);
      expect((await client.send('county-hospital', body.id, 'declare')).status).toBe(200);
    },
    120_000,
  );
});
