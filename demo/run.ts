import { randomBytes } from 'node:crypto';
import { dayOf } from '#machines/kit/dates.js';
import { Api, DemoError, type Answer, type Json } from './client.js';
import { agendaOf, END, yearsBehind, yearsLater, type Entry, type Project } from './step.js';

/** Projects that have something to do on the same day are served side by side. */
const LANES = 4;
/** Offices open after the day's reminders have gone out at nine. */
const OFFICE_HOUR = 'T10:00:00+08:00';

/** An answer as it came, beside what it answered. */
export interface Told {
  entry: Entry;
  caseId: string;
  user: string;
  key: string;
  status: number;
  /** Of the case after an accepted event. */
  seq: number | null;
}

export interface Progress {
  day: string;
  done: number;
  total: number;
}

export interface DemoOptions {
  url: string;
  projects: readonly Project[];
  onStep?: (told: Told, progress: Progress) => void;
  onDay?: (api: Api, progress: Progress, caseIds: readonly string[]) => Promise<void>;
}

export interface DemoRun {
  api: Api;
  /** In the order of the projects. */
  caseIds: string[];
  told: Told[];
}

/** Lives all projects through, in order of date, over HTTP and nothing else. @throws at the step that came out other than scripted */
export async function runDemo({ url, projects, onStep, onDay }: DemoOptions): Promise<DemoRun> {
  const api = new Api(url);
  const { agenda, end } = await onTheServersTime(api, projects);
  const run = randomBytes(4).toString('hex');
  const caseIds: string[] = projects.map(() => '');
  const told: Told[] = [];
  const progress = { day: '', done: 0, total: agenda.length };

  const perform = async (entry: Entry): Promise<void> => {
    const answered = await performed(api, entry, caseIds[entry.project]!, `demo-${run}-${entry.project}-${entry.step}`);
    if (entry.create && answered.status === 201) caseIds[entry.project] = answered.caseId;
    told.push(answered);
    progress.done++;
    onStep?.(answered, { ...progress });
  };

  for (const today of byDay(agenda)) {
    progress.day = today[0]!.on;
    await api.moveClock(`${progress.day}${OFFICE_HOUR}`);
    // Numbers are given in the order of registration.
    for (const entry of today.filter((e) => e.create)) await perform(entry);
    await inLanes(byProject(today.filter((e) => !e.create)), async (entries) => {
      for (const entry of entries) await perform(entry);
    });
    await onDay?.(api, progress, caseIds.filter(Boolean));
  }
  await api.moveClock(`${end}${OFFICE_HOUR}`);
  return { api, caseIds, told };
}

async function onTheServersTime(api: Api, projects: readonly Project[]): Promise<{ agenda: Entry[]; end: string }> {
  const { now } = await api.read('admin', '/api/v1/clock');
  // To where it stands: real time alone refuses that.
  if (!(await api.moveClock(now))) throw new DemoError(`${api.url} 用的是真实时钟；请以 CLOCK=simulated 启动服务后再演示。`);
  const agenda = agendaOf(projects);
  const years = yearsBehind(agenda[0]!.on, dayOf(now));
  return { agenda: yearsLater(agenda, years), end: yearsLater(END, years) };
}

async function performed(api: Api, entry: Entry, caseId: string, key: string): Promise<Told> {
  const { by, upload, create, send, data } = entry;
  for (const kind of upload ? [upload].flat() : []) await api.upload(by!, caseId, kind, `${key} ${kind}`);
  if (!create && !send) return { entry, caseId, user: by!, key, status: 201, seq: null };
  const answer = create
    ? await api.post(by!, '/api/v1/cases', { procedure: 'project', data: create }, key)
    : await api.post(by!, `/api/v1/cases/${caseId}/events`, { type: send, data: data ?? {} }, key);
  check(entry, answer);
  return { entry, caseId: answer.status === 201 ? answer.body.id : caseId, user: by!, key, status: answer.status, seq: answer.status < 300 ? answer.body.seq : null };
}

/** @throws DemoError when an answer is not the scripted one. */
function check(entry: Entry, { status, body, text }: Answer): void {
  const line = `${entry.on} 项目${entry.project + 1}第${entry.step + 1}步 ${entry.by} ${entry.send ?? '登记'}`;
  const expected = entry.clause ? 422 : entry.create ? 201 : 200;
  if (status !== expected) throw new DemoError(`${line}：应为 ${expected}，实为 ${status} ${text.slice(0, 800)}`);
  if (entry.clause && !body.refusals.some((r: Json) => r.clause === entry.clause)) {
    throw new DemoError(`${line}：应依据 ${entry.clause} 拒绝，实为 ${body.refusals.map((r: Json) => r.clause).join('、')}`);
  }
  if (entry.state && !body.states.some((s: string) => s === entry.state || s.endsWith(`.${entry.state}`))) {
    throw new DemoError(`${line}：应处于 ${entry.state}，实为 ${body.states.join('、')}`);
  }
}

const groups = <T>(items: readonly T[], key: (item: T) => unknown): T[][] => {
  const found = new Map<unknown, T[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return [...found.values()];
};
const byDay = (agenda: readonly Entry[]): Entry[][] => groups(agenda, (e) => e.on);
const byProject = (entries: readonly Entry[]): Entry[][] => groups(entries, (e) => e.project);

/** All of them, a few at a time; the first failure is thrown when every lane has come to rest. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lanes = Array.from({ length: LANES }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
}
