import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { cases } from '../demo/cases.js';
import type { Api, Json } from '../demo/client.js';
import { outcomes } from '../demo/report.js';
import { runDemo, type DemoRun, type Progress } from '../demo/run.js';
import { startOwnServer, type OwnServer } from '../demo/server.js';
import { agendaLater, agendaOf, yearsBehind } from '../demo/step.js';
import { ensureBuilt, TYPESCRIPT } from './support/spawn-program.js';

const describeDeep = depthFrom(process.env.DEPTH).of(describe.skip, describe);
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const CLOCK_START = '2024-12-02';
const USERS = [...new Set(cases.flatMap((c) => [c.by, ...c.steps.map((s) => s.by!)])), 'supervisor'];

/**
 * Every plan, every review of an operation, and one of each kind of ending. The projects: closed after two steps;
 * closed by itself with the contract filed last; closed by operation; in a plan that the province keeps, and in one
 * without finance; sent back from a plan and overdue later; taken out of it; suspended; withdrawn.
 */
const CHOSEN = [
  '智慧教育云平台',
  '理化生实验操作考试系统',
  '医院信息系统年度运行维护',
  '教育大数据分析平台',
  '慢性病管理信息系统',
  '智慧病房系统',
  '招商引资数据平台',
  '园区智慧停车系统',
  '录播教室建设',
];
const chosen = cases.filter((c) => c.procedure !== 'project' || CHOSEN.includes(c.name));

/** The servers of a test that runs out of time must be ended too. */
const running = new Set<OwnServer>();
afterAll(async () => {
  await Promise.all([...running].map((server) => server.stop()));
}, 30_000);

function demo(env: Record<string, string>): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [...TYPESCRIPT, 'demo/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    timeout: 170_000,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describeDeep('npm run demo', () => {
  beforeAll(ensureBuilt, 120_000);

  it('takes 24 projects and five yearly plans through four years and tells from the API where each stands', async () => {
    const { code, stdout, stderr } = await demo({});
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => /^XM-\d{4}-\d{4} /.test(line))).toHaveLength(24);
    expect(lines.filter((line) => /^JH-\d{4}-\d{4} /.test(line))).toHaveLength(5);
    expect(lines.at(-1)).toMatch(
      /^合计24个项目：闭环12个，.*5个年度计划：已下达并公开3个，编制中2个；.*哈希链全部核对无误.*用时[\d.]+秒$/,
    );
    expect(stdout).toMatch(/2028年度政务信息化建设计划.*【等上级】等待省数据资源管理部门/);
    expect(stdout).toMatch(/2029年度政务信息化建设计划.*【逾期】县财政局/);
    for (const kind of ['逾期', '停顿过久', '将到期', '等上级', '停滞']) expect(stdout).toContain(`【${kind}】`);
  }, 180_000);
});

describe('the demonstration on a server that was used before', () => {
  const agenda = agendaOf(chosen);
  const demonstration = { first: agenda[0]!.on, plans: [2025, 2026, 2027, 2028, 2029] };

  it("begins after the server's clock, and after its plans: a year has only one plan", () => {
    expect(yearsBehind(demonstration, { today: '2024-12-01', taken: [] })).toBe(0);
    expect(yearsBehind(demonstration, { today: '2024-12-01', taken: [2025] })).toBe(4);
    expect(yearsBehind(demonstration, { today: '2028-12-01', taken: [] })).toBe(4);
    expect(yearsBehind(demonstration, { today: '2029-01-05', taken: demonstration.plans })).toBe(4 * 2);
  });

  it('moves every year it names, and still knows which plan a project means', () => {
    const later = agendaLater(agenda, 8);
    expect(JSON.stringify(later)).not.toMatch(
      /20(2[4-9]|3[01])-\d\d-\d\d|〔20(2[5-9]|3[01])〕|[yY]ear":20(2[5-9]|3[012])\D/,
    );
    expect(later.flatMap((e) => (e.naming ? [JSON.stringify(e.naming((name) => name))] : []))).toEqual(
      agenda.flatMap((e) => (e.naming ? [JSON.stringify(e.naming((name) => name))] : [])),
    );
  });
});

interface Story {
  run: DemoRun;
  server: OwnServer;
  restarts: number;
  reminders: string[];
  messages: string[];
  histories: string[][];
}

/** Runs the chosen cases on a server of their own, and returns everything HTTP shows of them afterwards. */
async function live(disturb?: (server: OwnServer, progress: Progress, what: 'step' | 'day') => void): Promise<Story> {
  const server = await startOwnServer({ root: ROOT, clockStart: CLOCK_START, say: () => undefined });
  running.add(server);
  try {
    const run = await runDemo({
      url: server.url,
      cases: chosen,
      onStep: (_, progress) => disturb?.(server, progress, 'step'),
      onDay: async (_, progress) => disturb?.(server, progress, 'day'),
    });
    const ends = await outcomes(run.api, run.caseIds);
    for (const [i, end] of ends.entries()) {
      expect([end.title, end.verified]).toEqual([end.title, true]);
      expectHistory(end.history, run, i);
      expectUploads(await run.api.read('supervisor', `/api/v1/cases/${end.id}/documents`), run, i);
    }
    return {
      run,
      server,
      restarts: server.restarts,
      histories: ends.map((end) => end.history.map((row) => `${row.at} ${row.type}`)),
      reminders: (await Promise.all(run.caseIds.map((id, i) => remindersOf(run.api, id, i)))).flat().sort(),
      messages: (await Promise.all(USERS.map((user) => messagesOf(run.api, user)))).flat().sort(),
    };
  } finally {
    running.delete(server);
    await server.stop();
  }
}

/**
 * Checks that every event answered with success is there once, and that everything else comes from time or from other
 * cases.
 */
function expectHistory(history: Json[], { told }: DemoRun, of: number): void {
  const accepted = told.filter((t) => t.entry.of === of && t.seq !== null);
  const byPeople = history.filter((row) => row.actor.id !== 'system');
  expect(byPeople.map((row) => [row.seq, row.type])).toEqual(
    accepted.map((t) => [t.seq, t.entry.send ?? byPeople[0].type]),
  );
}

function expectUploads(documents: Json[], { told }: DemoRun, of: number): void {
  const uploaded = told
    .filter((t) => t.entry.of === of)
    .flatMap((t) => (t.entry.upload ? [t.entry.upload].flat() : []));
  expect(documents.map((d) => d.kind).sort()).toEqual(uploaded.sort());
}

async function remindersOf(api: Api, caseId: string, of: number): Promise<string[]> {
  const deadlines: Json[] = await api.read('supervisor', `/api/v1/cases/${caseId}/deadlines`);
  return deadlines.flatMap(({ deadline, reminders }) =>
    reminders.map((r: Json) => `${of} ${deadline.name} ${deadline.occurrence} ${r.rung} ${Date.parse(r.firedAt)}`),
  );
}

async function messagesOf(api: Api, user: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, nextCursor }: Json = await api.read(
      user,
      `/api/v1/notifications?limit=200${cursor && `&cursor=${cursor}`}`,
    );
    found.push(...items.map((m: Json) => [user, m.case.title, m.kind, m.title, m.text, m.plannedAt].join('|')));
    cursor = nextCursor;
  }
  return found;
}

describeDeep('a server killed in the middle of the demonstration', () => {
  beforeAll(ensureBuilt, 120_000);

  it('loses no event, no reminder and no message, and doubles none', async () => {
    const undisturbed = await live();
    expect(new Set(undisturbed.reminders).size).toBe(undisturbed.reminders.length);
    expect(undisturbed.reminders.length).toBeGreaterThan(50);

    const kills = new Set<string>();
    const kill = (server: OwnServer, when: string, afterMs: number): void => {
      if (kills.has(when)) return;
      kills.add(when);
      setTimeout(() => process.kill(server.pid!, 'SIGKILL'), afterMs);
    };
    const disturbed = await live((server, { done, total }, what) => {
      // The server is killed during a request, while the clock moves, and on the clock's last and longest way.
      if (what === 'step' && done >= total / 3) kill(server, 'request', 4);
      if (what === 'day' && done >= total / 2) kill(server, 'clock', 4);
      if (what === 'day' && done === total) kill(server, 'last', 150);
    });

    expect([...kills].sort()).toEqual(['clock', 'last', 'request']);
    expect(disturbed.restarts).toBe(3);
    expect(disturbed.histories).toEqual(undisturbed.histories);
    expect(disturbed.reminders).toEqual(undisturbed.reminders);
    expect(disturbed.messages).toEqual(undisturbed.messages);
  }, 300_000);
});
