import path from 'node:path';
import { cases } from './cases.js';
import { DemoError } from './client.js';
import { ProgressBar } from './progress.js';
import { HEAD, NUMBERS, outcomes, rowOf, type Outcome } from './report.js';
import { runDemo, type DemoRun } from './run.js';
import { startOwnServer, type OwnServer } from './server.js';
import { table } from './table.js';

/** The folder that holds `dist`, the built program. */
const ROOT = path.resolve(import.meta.dirname, '..');
const CLOCK_START = '2024-12-02';

const bar = new ProgressBar(process.stdout);
let server: OwnServer | undefined;

async function main(): Promise<void> {
  const since = performance.now();
  const given = process.env['BIHUAN_URL']?.replace(/\/+$/, '');
  if (!given) {
    bar.say('启动一个使用模拟时钟的服务……');
    server = await startOwnServer({
      root: ROOT,
      clockStart: CLOCK_START,
      dataDir: process.env['DATA_DIR'] || undefined,
      say: (line) => bar.say(line),
    });
  }
  const url = given ?? server!.url;
  if (!(await fetch(`${url}/health/live`).catch(() => null)))
    throw new DemoError(`连接不上 ${url}，请检查 BIHUAN_URL。`);
  const [projects, plans, operations] = (['project', 'annual-plan', 'operation-review'] as const).map(
    (kind) => ofKind(cases, kind).length,
  );
  bar.say(`${projects}个项目、${plans}个年度计划、${operations}件运维审核在 ${url} 上走过四年，全部经由 HTTP 接口。`);
  const run = await runDemo({
    url,
    cases,
    onStep: (_, progress) => bar.step(progress),
    onDay: (api, progress, caseIds) => bar.day(api, progress, caseIds),
  });
  const ends = await outcomes(run.api, run.caseIds);
  bar.end();
  const refused = cases.map((_, i) => run.told.filter((t) => t.entry.of === i && t.status === 422).length);
  const rows = ends.map((o, i) => rowOf(o, refused[i]!)).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  for (const line of table(HEAD, rows, NUMBERS)) bar.say(line);
  bar.say(summary(run, ends, (performance.now() - since) / 1000));
  if (!ends.every((o) => o.verified)) throw new DemoError('有案件的办理记录与其哈希链不符。');
}

const ofKind = <T extends { procedure: string }>(all: readonly T[], procedure: T['procedure']): T[] =>
  all.filter((c) => c.procedure === procedure);

function summary({ told }: DemoRun, ends: readonly Outcome[], seconds: number): string {
  const [projects, plans, operations] = [
    ofKind(ends, 'project'),
    ofKind(ends, 'annual-plan'),
    ofKind(ends, 'operation-review'),
  ];
  const count = (all: readonly Outcome[], status: string): number => all.filter((o) => o.status === status).length;
  const stuck = (all: readonly Outcome[]): number => all.filter((o) => o.stuck !== null).length;
  const sum = (of: (o: Outcome) => number): number => ends.reduce((total, o) => total + of(o), 0);
  const verified = ends.filter((o) => o.verified).length;
  return [
    `合计${projects.length}个项目：闭环${count(projects, 'closed')}个，在办${count(projects, 'active')}个，暂停${count(projects, 'suspended')}个，` +
      `撤回、未通过、终止${count(projects, 'terminated')}个；其中卡住${stuck(projects)}个`,
    `${plans.length}个年度计划：已下达并公开${count(plans, 'closed')}个，编制中${count(plans, 'active')}个；其中卡住${stuck(plans)}个`,
    `${operations.length}件运维审核：已作出结论${count(operations, 'closed')}件`,
    `提醒${sum((o) => o.reminders.length)}次；办理记录${sum((o) => o.history.length)}条，哈希链${verified === ends.length ? '全部核对无误' : `只有${verified}个案件核对无误`}`,
    `按规定拒绝${told.filter((t) => t.status === 422).length}次(拒绝不进入办理记录，按收到的答复计)；用时${seconds.toFixed(1)}秒${server?.restarts ? `，其间服务重启${server.restarts}次` : ''}`,
  ].join('；');
}

async function finish(code: number): Promise<never> {
  await server?.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void finish(signal === 'SIGINT' ? 130 : 143));

try {
  await main();
  await finish(0);
} catch (error) {
  bar.end();
  process.stderr.write(`${error instanceof DemoError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  await finish(1);
}
