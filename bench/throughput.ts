// Measures events a second over HTTP with the full law, beside the same durable write from bare `pg` without HTTP. Both
// use the same PostgreSQL and take turns in one run. Only their ratio means anything. See docs/benchmarks.md.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { startEmbeddedPostgres } from '#src/embedded/embedded-postgres.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.SECONDS ?? 4);
const CLIENTS = Number(process.env.CLIENTS ?? 32);

type Call = (
  method: string,
  url: string,
  token: string | null,
  body?: string,
  type?: string,
) => Promise<{ status: number | undefined; text: () => string }>;
/** Tokens by the user's name. */
type Tokens = Readonly<Record<string, string>>;
type Turn = 'returnForCorrection' | 'resubmit';
interface Case {
  id: string;
  next: Turn;
}

const STEPS: Readonly<Record<Turn, { who: string; data: object; then: Turn }>> = {
  returnForCorrection: { who: 'data-bureau', data: { items: '请补充' }, then: 'resubmit' },
  resubmit: { who: 'education', data: { reply: '已补充' }, then: 'returnForCorrection' },
};

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'bihuan-bench-'));
const database = await startEmbeddedPostgres({ dataDir });
const server = spawn(process.execPath, ['dist/src/main.js'], {
  env: {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: '0',
    DEMO_DIRECTORY: 'true',
    LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const port = await listening(server);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const call = caller(agent, port);
  const tokens = Object.fromEntries(
    await Promise.all(['education', 'data-bureau'].map(async (who) => [who, await login(call, who)])),
  );
  const cases = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => prepared(call, tokens, i)));
  const bare = await prepareBare(database.url);

  const results: { http: number[]; bare: number[] } = { http: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const one = { bare: await bareRound(bare, cases), http: await httpRound(call, tokens, cases) };
    if (round === 0) continue; // The first round only warms up.
    for (const key of ['http', 'bare'] as const) results[key].push(one[key]);
    console.log(
      `round ${round}: HTTP with the law ${one.http.toFixed(0)}/s, bare pg ${one.bare.toFixed(0)}/s, ratio ${(one.http / one.bare).toFixed(2)}`,
    );
  }
  const ratios = results.http.map((value, i) => value / results.bare[i]!).sort((a, b) => a - b);
  console.log(
    `\nmedian of ${ROUNDS} rounds of ${SECONDS} s, ${CLIENTS} clients, ${os.cpus().length} cores shared by client, server and database`,
  );
  console.log(`HTTP with the law  ${median(results.http).toFixed(0)} events/s`);
  console.log(`bare pg            ${median(results.bare).toFixed(0)} transactions/s`);
  console.log(
    `ratio              ${median(ratios).toFixed(2)} (${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)})`,
  );
  await bare.end();
  agent.destroy();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await database.stop();
  await rm(database.folder, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function listening(child: ChildProcessByStdio<null, Readable, null>): Promise<number> {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /http:\/\/localhost:(\d+)/.exec(out);
      if (found) resolve(Number(found[1]));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function caller(agent: Agent, port: number): Call {
  return (method, url, token, body, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': type, 'content-length': Buffer.byteLength(body) } : {}),
      };
      const sent = request({ agent, host: '127.0.0.1', port, method, path: url, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, text: () => Buffer.concat(chunks).toString() }),
        );
      });
      sent.once('error', reject);
      sent.end(body);
    });
}

async function login(call: Call, username: string): Promise<string> {
  const answer = await call(
    'POST',
    '/api/v1/auth/login',
    null,
    JSON.stringify({ username, password: `demo-${username}` }),
  );
  return (JSON.parse(answer.text()) as { accessToken: string }).accessToken;
}

/**
 * Prepares a case under pre-review. From there it goes back and forth between the bureau and its unit; every step has
 * rules, deadlines and messages.
 */
async function prepared(call: Call, tokens: Tokens, i: number): Promise<Case> {
  const data = {
    title: `性能测试${i}`,
    goal: '目标',
    content: '内容',
    technicalRoute: '路线',
    basis: '依据',
    estimateFen: 100_000_000,
    fundingSources: ['countyBudget'],
    projectType: 'newBuild',
    category: 'application',
  };
  const created = await call(
    'POST',
    '/api/v1/cases',
    tokens.education!,
    JSON.stringify({ procedure: 'project', data }),
  );
  const { id } = JSON.parse(created.text()) as { id: string };
  const form = [
    '--x',
    'content-disposition: form-data; name="kind"',
    '',
    'declarationForm',
    '--x',
    'content-disposition: form-data; name="file"; filename="a.pdf"',
    'content-type: application/pdf',
    '',
    '%PDF-1.4',
    '--x--',
    '',
  ].join('\r\n');
  const uploaded = await call(
    'POST',
    `/api/v1/cases/${id}/documents`,
    tokens.education!,
    form,
    'multipart/form-data; boundary=x',
  );
  if (uploaded.status !== 201) throw new Error(`upload: ${uploaded.status} ${uploaded.text()}`);
  const declared = await call(
    'POST',
    `/api/v1/cases/${id}/events`,
    tokens.education!,
    JSON.stringify({ type: 'declare', data: {} }),
  );
  if (declared.status !== 200) throw new Error(`declare: ${declared.status} ${declared.text()}`);
  return { id, next: 'returnForCorrection' };
}

async function httpRound(call: Call, tokens: Tokens, cases: readonly Case[]): Promise<number> {
  const until = performance.now() + SECONDS * 1000;
  let done = 0;
  await Promise.all(
    cases.map(async (one) => {
      while (performance.now() < until) {
        const step = STEPS[one.next];
        const answer = await call(
          'POST',
          `/api/v1/cases/${one.id}/events`,
          tokens[step.who]!,
          JSON.stringify({ type: one.next, data: step.data }),
        );
        if (answer.status !== 200) throw new Error(`${one.next}: ${answer.status} ${answer.text()}`);
        one.next = step.then;
        done++;
      }
    }),
  );
  return done / SECONDS;
}

/**
 * Prepares the same rows without the law. A case is locked, read and overwritten, and a history row is appended; each
 * in a round trip of its own, as a first version would do it.
 */
async function prepareBare(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS });
  pool.on('error', () => undefined);
  await pool.query(
    'create table if not exists bench_cases (id uuid primary key, seq int not null, snapshot json not null, state text not null, moved_at timestamptz not null)',
  );
  await pool.query(
    'create table if not exists bench_history (case_id uuid, seq int, at timestamptz not null, type text not null, data json not null, actor json not null, hash text not null, primary key (case_id, seq))',
  );
  return pool;
}

async function bareRound(pool: pg.Pool, cases: readonly Case[]): Promise<number> {
  const { rows } = await pool.query<{ snapshot: string }>(
    'select snapshot::text as snapshot from cases where id = $1',
    [cases[0]!.id],
  );
  const { snapshot } = rows[0]!;
  for (const { id } of cases)
    await pool.query('insert into bench_cases values ($1, 0, $2, $3, now()) on conflict do nothing', [
      id,
      snapshot,
      'a',
    ]);
  const until = performance.now() + SECONDS * 1000;
  let done = 0;
  await Promise.all(
    cases.map(async ({ id }) => {
      while (performance.now() < until) {
        const client = await pool.connect();
        await client.query('begin');
        const read = await client.query<{ seq: number; snapshot: object }>({
          name: 'bare-lock',
          text: 'select seq, snapshot, state from bench_cases where id = $1 for update',
          values: [id],
        });
        const before = read.rows[0]!;
        const seq = before.seq + 1;
        await client.query({
          name: 'bare-update',
          text: 'update bench_cases set seq = $2, snapshot = $3, state = $4, moved_at = now() where id = $1',
          values: [id, seq, JSON.stringify(before.snapshot), seq % 2 ? 'b' : 'a'],
        });
        await client.query({
          name: 'bare-history',
          text: 'insert into bench_history values ($1, $2, now(), $3, $4, $5, $6)',
          values: [
            id,
            seq,
            'returnForCorrection',
            '{"items":"请补充"}',
            '{"id":"data-bureau","name":"县数据资源管理局","unit":"data-bureau"}',
            '0'.repeat(64),
          ],
        });
        await client.query('commit');
        client.release();
        done++;
      }
    }),
  );
  return done / SECONDS;
}
