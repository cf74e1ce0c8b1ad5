import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { badWorkbooks, slowWorkbook } from '../support/bad-workbooks.js';
import { Client } from '../support/client.js';
import { emptyDatabase, fleet, type Fleet } from '../support/external.js';
import { ensureBuilt } from '../support/spawn-program.js';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let processes: Fleet;
let client: Client;

beforeAll(async () => {
  ensureBuilt();
  database = await emptyDatabase();
  processes = await fleet({ DATABASE_URL: database.url });
  client = new Client((await processes.start({ ROLE: 'all' })).url!);
  await client.token('admin');
}, 120_000);
afterAll(async () => {
  await processes?.end();
  await database?.drop();
});

const send = async (workbook: Buffer): Promise<{ status: number; text: string }> => {
  const form = new FormData();
  form.set('source', '通知');
  form.set('file', new Blob([new Uint8Array(workbook)]), '2027.xlsx');
  const answer = await fetch(`${client.url}/api/v1/calendar/2027/file?dryRun=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await client.token('admin')}` },
    body: form,
  });
  return { status: answer.status, text: await answer.text() };
};

describe('the built program, given a workbook that is made to stop it', () => {
  it.each([...badWorkbooks, ['what takes the parser for ever', slowWorkbook, '时间太长'] as const])(
    'with %s: 400, and everything else is served meanwhile',
    async (what, workbook, says) => {
      const bytes = workbook();
      let reading = true;
      const waits: number[] = [];
      const served = async (): Promise<void> => {
        // Its own haste would slow down what it measures.
        for (; reading; await sleep(20)) {
          const asked = performance.now();
          expect((await fetch(`${client.url}/health/live`)).status).toBe(200);
          waits.push(performance.now() - asked);
        }
      };
      const refused = send(bytes).finally(() => {
        reading = false;
      });
      const [{ status, text }] = await Promise.all([refused, served()]);
      expect([status, text]).toEqual([400, expect.stringContaining(says)]);
      expect(waits.length).toBeGreaterThan(3);
      console.log(`${what}: ${waits.length} answers, the slowest after ${Math.max(...waits).toFixed(0)} ms`);
    },
    60_000,
  );
});
