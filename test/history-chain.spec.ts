import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { addDays, dayOf } from '#machines/kit/words/dates.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from './support/client.js';
import { startApp } from './support/start-app.js';

const PAGE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'history-chain.md');

const FIRST_SHAPE = path.resolve(path.dirname(PAGE), '..', 'test', 'fixtures', 'history-of-the-first-shape.json');

type Row = Record<string, unknown> & { seq: number; hash: string; prevHash: string };

/** Characters that a careless canonical form gets wrong, of those that a text may have. */
const AWKWARD = '引号"反斜杠\\换行\n斜杠/ <&> 表情😀 ﬁ é';

function program(language: 'js' | 'py'): string {
  const [, code] =
    new RegExp(`<!-- verifier:${language} -->\\n\`\`\`\\w+\\n([\\s\\S]*?\\n)\`\`\``).exec(readFileSync(PAGE, 'utf8')) ??
    [];
  if (!code) throw new Error(`docs/history-chain.md shows no verifier in ${language}`);
  return code;
}

const depth = depthFrom(process.env.DEPTH);
const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import sys; assert sys.version_info >= (3, 7)']).status === 0,
);
if (!python) console.warn('跳过 Python 的核对程序：本机没有 Python 3。');

describe.each([
  ['js', process.execPath, 'verify.mjs'],
  ['py', python, 'verify.py'],
] as const)('the verifier of docs/history-chain.md in %s', (language, command, file) => {
  // The second language is for the deep run: the program starts once for each test.
  const run = command && (language === 'js' || depth.deep) ? it : it.skip;
  let folder: string;
  let history: Row[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'bihuan-chain-'));
    writeFileSync(path.join(folder, file), program(language));
    history = await somebodysHistory();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const verify = (rows: readonly unknown[]) => {
    const { status, stdout, stderr } = spawnSync(command!, [path.join(folder, file)], {
      input: JSON.stringify(rows),
      encoding: 'utf8',
    });
    return { status, text: stdout + stderr };
  };
  const changed = (seq: number, change: Record<string, unknown>): Row[] =>
    history.map((row) => (row.seq === seq ? { ...row, ...change } : row));

  run('passes over a row whose words are withheld from the reader, but not over one that is missing', () => {
    const withheld = changed(2, { data: {}, judged: [], withheld: true });
    expect(verify(withheld).status).toBe(0);
    expect(verify(changed(2, { data: {} })).status).toBe(1);
    expect(verify(withheld.filter(({ seq }) => seq !== 2)).status).toBe(1);
  });

  run('has about twenty lines', () => {
    expect(program(language).trim().split('\n').length).toBeLessThanOrEqual(22);
  });

  run('finds a history as the server delivers it genuine', () => {
    expect(verify(history)).toEqual({
      status: 0,
      text: expect.stringContaining(`6 rows are genuine; the last hash is ${history.at(-1)!.hash}`),
    });
  });

  run('finds a history from before there were several regulations genuine, in the form it was written in', () => {
    const first = JSON.parse(readFileSync(FIRST_SHAPE, 'utf8')) as Row[];
    expect(first.some((row) => 'regulation' in row)).toBe(false);
    expect(verify(first)).toMatchObject({
      status: 0,
      text: expect.stringContaining(`${first.length} rows are genuine`),
    });
    expect(history.every((row) => row.regulation === 'it-projects')).toBe(true);
  });

  run('does not depend on the order in which the keys happen to come', () => {
    expect(verify(history.map((row) => Object.fromEntries(Object.entries(row).reverse()))).status).toBe(0);
  });

  run.each<[what: string, rows: () => readonly unknown[], at: number]>([
    ['a changed payload', () => changed(2, { data: { changes: { goal: '另一个目标' } } }), 2],
    ['another actor', () => changed(3, { actor: { id: 'admin', name: '系统管理员', unit: null } }), 3],
    ['a substitute who is left out', () => history.map(({ actingFor: _, ...row }) => row), 6],
    [
      'another whom somebody stood in for',
      () => changed(6, { actingFor: { id: 'finance', name: '县财政局经办人', unit: 'finance' } }),
      6,
    ],
    ['an act that is changed', () => changed(5, { data: { to: ['unit:finance'] } }), 5],
    ['a changed day', () => changed(4, { at: '2020-01-01T00:00:00.000+08:00' }), 4],
    ['what a rule looked at', () => changed(4, { judged: [] }), 4],
    ['a field that was added', () => changed(2, { note: '' }), 2],
    ['a row that is missing', () => history.filter((row) => row.seq !== 2), 2],
    ['rows in another order', () => [history[0], history[2], history[1], ...history.slice(3)], 2],
    ['a first row that is not the first', () => history.slice(1), 1],
    ['a hash that is not its own', () => changed(3, { hash: history[0]!.hash }), 3],
  ])('finds %s', (_, rows, at) => {
    expect(verify(rows())).toEqual({ status: 1, text: expect.stringContaining(`row ${at} is not genuine`) });
  });
});

let told: Promise<Row[]> | undefined;

/** Fetches one history over HTTP, for both programs. */
function somebodysHistory(): Promise<Row[]> {
  told ??= (async () => {
    const app = await startApp();
    try {
      const client = new Client(app.url);
      const { body } = await client.create(
        'education',
        'project',
        declarationOf('哈希链', 620_000_000, { goal: AWKWARD }),
      );
      await client.upload('education', body.id, 'declarationForm');
      const steps = [
        await client.send('education', body.id, 'revise', {
          changes: { basis: AWKWARD, content: `${AWKWARD}${AWKWARD}` },
        }),
        await client.send('education', body.id, 'declare'),
        await client.send('data-bureau', body.id, 'passPreReview', {
          similarity: 'distinct',
          similarityReason: '与另一项目"相似",但不属拆分',
        }),
      ];
      expect(steps.map((s) => s.status)).toEqual([200, 200, 200]);
      // The last two rows are an act, and a step by a substitute.
      const today = dayOf(new Date().toISOString());
      const absent = await client.call('education', 'POST', '/api/v1/absences', {
        substitute: 'health',
        from: today,
        to: addDays(today, 1),
        reason: '出差',
      });
      const later = [
        await client.send('education', body.id, 'copyTo', { to: ['unit:audit'], note: AWKWARD }),
        await client.send('health', body.id, 'withdraw', { reason: AWKWARD }),
      ];
      expect([absent.status, ...later.map((s) => s.status)]).toEqual([201, 200, 200]);
      const rows: Row[] = (await client.get('education', `/api/v1/cases/${body.id}/history`)).body;
      expect(rows.map((row) => [row.actingFor !== undefined, row.actor])).toMatchObject([
        ...Array(5).fill([false, {}]),
        [true, { id: 'health' }],
      ]);
      return rows;
    } finally {
      await app.close();
    }
  })();
  return told;
}
