import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testCalendar } from '#machines/kit/testing/calendar.js';
import { Chance, seedFrom } from '#machines/kit/testing/chance.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { addDays, dayOf, type IsoDate } from '#machines/kit/words/dates.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Json = any;

const depth = depthFrom(process.env.DEPTH);
const SEED = seedFrom(process.env.SEED, 20260105);
const PROJECTS = depth.of(5, 12);
const STEPS = depth.of(45, 120);
const FIRST = '2026-01-05';

/**
 * The state of a case in the morning of each day, and what was done to it. It is written from history alone, as a
 * person would read it.
 */
interface Diary {
  mornings: Map<IsoDate, { main: string; suspended: boolean }>;
  rows: { on: IsoDate; type: string; main: string; by: string; ended: boolean }[];
}

/** Returns the smallest value that at least `percent` percent of all values do not exceed. */
const rank = (values: number[], percent: number): number | null =>
  [...values].sort((a, b) => a - b).find((v) => values.filter((w) => w <= v).length * 100 >= percent * values.length) ??
  null;

describe(`statistics of a random set (SEED=${SEED})`, () => {
  let app: RunningApp;
  let client: Client;
  let today: IsoDate = FIRST;
  const diaries: Diary[] = [];

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: FIRST });
    client = new Client(app.url);
    const chance = new Chance(SEED);
    const projects: { id: string; unit: string }[] = [];
    for (let i = 0; i < PROJECTS; i++) {
      const unit = chance.pick(['education', 'county-hospital', 'health']);
      const { body } = await client.create(unit, 'project', declarationOf(`第${i + 1}项`, 100_000_000));
      await client.upload(unit, body.id, 'declarationForm');
      expect((await client.send(unit, body.id, 'declare')).status).toBe(200);
      await client.upload('data-bureau', body.id, 'standingDecision');
      projects.push({ id: body.id, unit });
    }
    let taken = 0;
    for (let i = 0; i < STEPS; i++) {
      if (chance.hit(0.5)) await client.passTo((today = addDays(today, chance.int(1, 4))));
      const { id, unit } = chance.pick(projects);
      const { body } = await client.get('supervisor', `/api/v1/cases/${id}`);
      if (body.status === 'terminated') continue;
      const examiner = body.states[0].includes('.endorsement.') ? 'health' : 'data-bureau';
      const [who, type, data]: [string, string, unknown] = chance.weighted<[number, [string, string, unknown]]>(
        body.status === 'suspended'
          ? [[1, ['data-bureau', 'resume', { reason: '可以继续' }]]]
          : body.states[0].endsWith('.correcting')
            ? [
                [3, [unit, 'resubmit', { reply: '已补充' }]],
                [2, [examiner, 'recall', { reason: '退回有误' }]],
              ]
            : [
                [4, [examiner, 'returnForCorrection', { items: '补充材料' }]],
                [1, [examiner, 'endorse', {}]],
                [1, [examiner, 'passPreReview', { similarity: 'none', similarityReason: '面向不同的服务对象' }]],
                [0.5, [examiner, 'rejectPreReview', { reason: '不予入库' }]],
                [1.5, ['data-bureau', 'suspend', { reason: '资金检查', number: '1', date: today }]],
              ],
        ([weight]) => weight,
      )[1];
      if (type === 'suspend' || type === 'resume') await client.upload('data-bureau', id, 'standingDecision');
      if ((await client.send(who, id, type, data)).status === 200) taken++;
    }
    expect(taken).toBeGreaterThan(STEPS / 4);
    await client.passTo((today = addDays(today, 9)));
    for (const { id } of projects) diaries.push(await diaryOf(id));
  }, 180_000);
  afterAll(() => app.close());

  async function diaryOf(id: string): Promise<Diary> {
    const history: Json[] = (await client.get('supervisor', `/api/v1/cases/${id}/history`)).body;
    const rows = history.map(({ at, type, to, actor }) => ({
      on: dayOf(at),
      type,
      main: to[0] as string,
      by: actor.unit as string,
      ended: !to[0].startsWith('underway'),
      suspended: to.some((s: string) => s.endsWith('standing.suspended')),
    }));
    const mornings: Diary['mornings'] = new Map();
    for (let day = addDays(rows[0]!.on, 1); day <= today; day = addDays(day, 1))
      mornings.set(
        day,
        rows.findLast((r) => r.on < day)!,
      );
    return { mornings, rows };
  }

  /** Counts the working days after one day up to another on whose morning something was true. */
  const lived = (
    { mornings }: Diary,
    from: IsoDate,
    to: IsoDate,
    counts: (morning: { main: string; suspended: boolean }) => boolean,
  ): number =>
    [...mornings].filter(([day, morning]) => day > from && day <= to && testCalendar.isWorkday(day) && counts(morning))
      .length;

  const asked = async (): Promise<Json> =>
    (await client.get('supervisor', '/api/v1/supervision/statistics?procedure=project')).body;

  it('agree with the days counted one by one', async () => {
    const moved = ({ main, suspended }: { main: string; suspended: boolean }): boolean =>
      !suspended && !main.endsWith('.correcting');
    const times = diaries.map((d) => ({
      ended: d.rows.some((r) => r.ended),
      days: lived(d, d.rows[0]!.on, d.rows.find((r) => r.ended)?.on ?? today, moved),
    }));
    const [past, present] = [
      times.filter((t) => t.ended).map((t) => t.days),
      times.filter((t) => !t.ended).map((t) => t.days),
    ];
    const [reserve] = (await asked()).stages;
    expect([
      reserve.passed,
      reserve.medianWorkingDays,
      reserve.p90WorkingDays,
      reserve.present,
      reserve.presentMedianWorkingDays,
    ]).toEqual([past.length, rank(past, 50), rank(past, 90), present.length, rank(present, 50)]);
    expect(present.length).toBeGreaterThan(2);
  });

  it('agree with the turns of the examining offices counted one by one', async () => {
    const { units } = await asked();
    for (const [unit, step] of [
      ['data-bureau', 'preReview'],
      ['health', 'endorsement'],
    ] as const) {
      const turns: number[] = [];
      for (const diary of diaries) {
        let since: IsoDate | null = null;
        for (const { main, on } of diary.rows) {
          const here = main.endsWith(`${step}.reviewing`);
          if (here && since === null) since = on;
          if (!here && since !== null) {
            turns.push(lived(diary, since, on, (m) => !m.suspended));
            since = null;
          }
        }
      }
      // A department above also has cases of its own: those it declares and corrects itself.
      const own = unit === 'health' ? await ownTurns() : [];
      const all = [...turns, ...own];
      const row = units.find((u: Json) => u.unit.id === unit);
      expect([unit, row?.finished ?? 0, row?.medianWorkingDays ?? null, row?.p90WorkingDays ?? null]).toEqual([
        unit,
        all.length,
        rank(all, 50),
        rank(all, 90),
      ]);
    }
  });

  /**
   * Returns what the unit did for its own projects: drafting and correcting. After the pool none of its turns has
   * ended.
   */
  async function ownTurns(): Promise<number[]> {
    const { body } = await client.get('supervisor', '/api/v1/cases?procedure=project&unit=health&limit=200');
    const turns: number[] = [];
    for (const { id } of body.items) {
      const diary = await diaryOf(id);
      let since: IsoDate | null = null;
      for (const { main, on } of diary.rows) {
        const here = main.endsWith('.drafting') || main.endsWith('.correcting') || main.endsWith('.pooled');
        if (here && since === null) since = on;
        if (!here && since !== null) {
          turns.push(lived(diary, since, on, (m) => !m.suspended));
          since = null;
        }
      }
    }
    return turns;
  }

  it('agree with the decisions counted one by one', async () => {
    const decisions = diaries.flatMap(({ rows }) =>
      rows.flatMap(({ type, by }, i) => {
        if (!['returnForCorrection', 'passPreReview', 'rejectPreReview', 'endorse'].includes(type)) return [];
        const next = rows.slice(i + 1).find((r) => r.type !== 'suspend' && r.type !== 'resume');
        return next?.type === 'recall' ? [] : [{ by, returned: type === 'returnForCorrection' }];
      }),
    );
    const { returns } = await asked();
    expect(returns.total).toMatchObject({
      decisions: decisions.length,
      returns: decisions.filter((d) => d.returned).length,
    });
    expect(returns.byOffice.map((o: Json) => [o.unit.id, o.decisions, o.returns])).toEqual(
      [...new Set(decisions.map((d) => d.by))]
        .sort()
        .map((unit) => [
          unit,
          decisions.filter((d) => d.by === unit).length,
          decisions.filter((d) => d.by === unit && d.returned).length,
        ]),
    );
    expect(decisions.length).toBeGreaterThan(PROJECTS);
  });
});
