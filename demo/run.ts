import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf } from '#machines/kit/words/dates.js';
import { Api, DemoError, type Answer, type Json } from './client.js';
import { agendaLater, agendaOf, END, planYears, yearsBehind, yearsLater, type Case, type Entry } from './step.js';

/** The number of cases served side by side if they have something to do on the same day. */
const LANES = 4;
/**
 * How long to wait until another case has moved a case. What a killed server did not carry comes with the next sweep.
 */
const CARRIED_WITHIN_MS = 40_000;
const LOOK_AFTER_MS = 100;
/** Offices open after the day's reminders have gone out at nine. */
const OFFICE_HOUR = 'T10:00:00+08:00';

/** An answer, with the request it answered. */
export interface Told {
  entry: Entry;
  caseId: string;
  user: string;
  key: string;
  status: number;
  /** The seq of the case after an accepted event. */
  seq: number | null;
}

export interface Progress {
  day: string;
  done: number;
  total: number;
}

export interface DemoOptions {
  url: string;
  cases: readonly Case[];
  onStep?: (told: Told, progress: Progress) => void;
  onDay?: (api: Api, progress: Progress, caseIds: readonly string[]) => Promise<void>;
}

export interface DemoRun {
  api: Api;
  /** In the order of the cases. */
  caseIds: string[];
  told: Told[];
}

/**
 * Sends the steps of all cases, in order of date, over HTTP only.
 * @throws at the step whose result is not the scripted one
 */
export async function runDemo({ url, cases, onStep, onDay }: DemoOptions): Promise<DemoRun> {
  const api = new Api(url);
  const { agenda, end } = await onTheServersTime(api, cases);
  const run = randomBytes(4).toString('hex');
  const caseIds: string[] = cases.map(() => '');
  const idOf = (name: string): string => caseIds[cases.findIndex((c) => c.name === name)]!;
  const told: Told[] = [];
  const progress = { day: '', done: 0, total: agenda.length };

  const perform = async (entry: Entry): Promise<void> => {
    const { procedure, name } = cases[entry.of]!;
    const step = entry.naming ? withNames(entry, entry.naming(idOf)) : entry;
    const answered = await performed(
      api,
      step,
      { procedure, name, id: caseIds[entry.of]! },
      `demo-${run}-${entry.of}-${entry.step}`,
    );
    if (entry.create && answered.status === 201) caseIds[entry.of] = answered.caseId;
    told.push(answered);
    progress.done++;
    onStep?.(answered, { ...progress });
  };

  for (const today of byDay(agenda)) {
    progress.day = today[0]!.on;
    await api.moveClock(`${progress.day}${OFFICE_HOUR}`);
    // Numbers are given in the order of registration.
    for (const entry of today.filter((e) => e.create)) await perform(entry);
    const isPlan = ({ of }: Entry): boolean => cases[of]!.procedure === 'annual-plan';
    const others = today.filter((e) => !e.create);
    // The decision of a plan comes before the steps of its projects on the same day.
    for (const some of [others.filter(isPlan), others.filter((e) => !isPlan(e))]) {
      await inLanes(byCase(some), async (entries) => {
        for (const entry of entries) await perform(entry);
      });
    }
    await onDay?.(api, progress, caseIds.filter(Boolean));
  }
  await api.moveClock(`${end}${OFFICE_HOUR}`);
  return { api, caseIds, told };
}

/** Adds the data that name other cases. They stand beside the rest if the step begins a case. */
const withNames = (entry: Entry, named: unknown): Entry =>
  entry.create
    ? { ...entry, create: { ...(entry.create as object), ...(named as object) } }
    : { ...entry, data: named };

async function onTheServersTime(api: Api, cases: readonly Case[]): Promise<{ agenda: Entry[]; end: string }> {
  const { now } = await api.read('admin', '/api/v1/clock');
  // The clock is moved to the instant it has already. Only real time refuses that.
  if (!(await api.moveClock(now)))
    throw new DemoError(`${api.url} 用的是真实时钟；请以 CLOCK=simulated 启动服务后再演示。`);
  const agenda = agendaOf(cases);
  const years = yearsBehind(
    { first: agenda[0]!.on, plans: planYears(cases) },
    { today: dayOf(now), taken: await plansOf(api) },
  );
  return { agenda: agendaLater(agenda, years), end: yearsLater(END, years) };
}

/** Returns the years for which the server has a plan. There can be only one for each. */
async function plansOf(api: Api): Promise<number[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, nextCursor }: Json = await api.read(
      'supervisor',
      `/api/v1/cases?procedure=annual-plan&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    found.push(...items.map((item: Json) => item.id));
    cursor = nextCursor;
  }
  return Promise.all(
    found.map(async (id) => (await api.read('supervisor', `/api/v1/cases/${id}`)).data.year as number),
  );
}

async function performed(
  api: Api,
  entry: Entry,
  { procedure, name, id }: Pick<Case, 'procedure' | 'name'> & { id: string },
  key: string,
): Promise<Told> {
  const { by, upload, create, send, data, state } = entry;
  for (const kind of upload ? [upload].flat() : []) await api.upload(by!, id, kind, `${key} ${kind}`);
  if (!create && !send) {
    if (state) await found(api, entry, name, id);
    return { entry, caseId: id, user: by!, key, status: state ? 200 : 201, seq: null };
  }
  const answer = create
    ? await api.post(by!, '/api/v1/cases', { procedure, data: create }, key)
    : await api.post(by!, `/api/v1/cases/${id}/events`, { type: send, data: data ?? {} }, key);
  check(entry, name, answer);
  return {
    entry,
    caseId: answer.status === 201 ? answer.body.id : id,
    user: by!,
    key,
    status: answer.status,
    seq: answer.status < 300 ? answer.body.seq : null,
  };
}

const standsIn = (states: readonly string[], state: string): boolean =>
  states.some((s) => s === state || s.endsWith(`.${state}`));

/** @throws DemoError when a case is not where another one should have moved it. */
async function found(api: Api, entry: Entry, name: string, id: string): Promise<void> {
  for (const since = performance.now(); ; await sleep(LOOK_AFTER_MS)) {
    const { states } = await api.read(entry.by!, `/api/v1/cases/${id}`);
    if (standsIn(states, entry.state!)) return;
    if (performance.now() - since > CARRIED_WITHIN_MS)
      throw new DemoError(`${lineOf(entry, name)}：应处于 ${entry.state}，实为 ${states.join('、')}`);
  }
}

const lineOf = ({ on, step, by, send }: Entry, name: string): string =>
  `${on} ${name}第${step + 1}步 ${by} ${send ?? ''}`;

/** @throws DemoError when an answer is not the scripted one. */
function check(entry: Entry, name: string, { status, body, text }: Answer): void {
  const line = lineOf(entry, name);
  const expected = entry.clause ? 422 : entry.create ? 201 : 200;
  if (status !== expected) throw new DemoError(`${line}：应为 ${expected}，实为 ${status} ${text.slice(0, 800)}`);
  if (entry.clause && !body.refusals.some((r: Json) => r.clause === entry.clause)) {
    throw new DemoError(
      `${line}：应依据 ${entry.clause} 拒绝，实为 ${body.refusals.map((r: Json) => r.clause).join('、')}`,
    );
  }
  if (entry.state && !standsIn(body.states, entry.state))
    throw new DemoError(`${line}：应处于 ${entry.state}，实为 ${body.states.join('、')}`);
}

const groups = <T>(items: readonly T[], key: (item: T) => unknown): T[][] => {
  const found = new Map<unknown, T[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return [...found.values()];
};
const byDay = (agenda: readonly Entry[]): Entry[][] => groups(agenda, (e) => e.on);
const byCase = (entries: readonly Entry[]): Entry[][] => groups(entries, (e) => e.of);

/** Works through all items, a few at a time. The first failure is thrown when every worker has finished. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lanes = Array.from({ length: LANES }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
}
