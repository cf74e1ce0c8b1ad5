import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#machines/kit/case/facts.js';
import { actors, units } from '#machines/regulations/it-projects/testing/world.js';
import { Engine } from '#src/engine/engine.js';
import type { Outcome, Render } from '#src/engine/outcome.js';
import type { Answer, Caller, Change } from '#src/engine/ports.js';
import { SignalRefused } from '#src/engine/signal.js';
import { MemoryCaseStore } from '#src/engine/testing/memory-store.js';
import { world } from '../support/books.js';
import { lending } from '../support/lending/procedure.js';

/** The verbs of the engine on a store in memory, without database, HTTP or queue. */
const MANY = 16;
const [librarian, reader, stranger] = [actors.archives!, actors.education!, actors.health!];
const bodyOf = (outcome: Outcome): unknown =>
  outcome.kind === 'accepted'
    ? { id: outcome.view.record.id, seq: outcome.view.record.seq, label: outcome.view.state.position.label }
    : outcome;
const render: Render = (outcome) => ({
  status: outcome.kind === 'accepted' ? 200 : 400,
  body: JSON.stringify(bodyOf(outcome)),
});
const read = ({ body }: Answer) => JSON.parse(body) as { id: string; kind: string; seq: number; label: string };

let now: string;
let store: MemoryCaseStore;
let edition: number;
let told: { change: Change; caller: Caller }[];
let engine: Engine;
beforeEach(() => {
  now = '2026-01-05T09:00:00.000+08:00';
  edition = 0;
  told = [];
  store = new MemoryCaseStore(() => now);
  const calendar = Object.create(world.calendar, { edition: { get: () => edition } }) as typeof world.calendar;
  engine = new Engine(store, { current: async () => ({ ...world, calendar }), standsInFor: async () => [] }, [
    { committed: (change, caller) => void told.push({ change, caller }) },
  ]);
});

const book = async (): Promise<string> =>
  read(
    await engine.create(
      { procedure: 'lending', data: { title: '公报' }, actor: reader, unit: units.education! },
      render,
    ),
  ).id;
const send = (
  caseId: string,
  type: string,
  more: { data?: unknown; actor?: Actor; expectedSeq?: number; key?: string; dryRun?: boolean } = {},
) => engine.send({ caseId, type, data: type === 'lend' ? { days: 5 } : {}, actor: librarian, ...more }, render);
const types = (id: string): string[] => store.historyOf(id).map(({ type }) => type);

describe('a step', () => {
  it('is written with its history, and listeners are told of the change afterwards', async () => {
    const id = await book();
    expect(read(await send(id, 'lend'))).toEqual({ id, seq: 2, label: '借出' });
    expect(types(id)).toEqual(['created', 'lend']);
    expect(store.historyOf(id)[1]!.prevHash).toBe(store.historyOf(id)[0]!.hash);
    expect(told.map(({ change, caller }) => [change.row!.type, caller])).toEqual([
      ['created', 'doorway'],
      ['lend', 'doorway'],
    ]);
  });

  it('that is refused, or only a dry run, changes nothing, and nobody is told', async () => {
    const id = await book();
    expect(read(await send(id, 'lend', { data: { days: 31 } })).kind).toBe('refused');
    expect(read(await send(id, 'giveBack')).kind).toBe('not-applicable');
    expect(read(await send(id, 'lend', { actor: stranger })).kind).toBe('not-found');
    expect(read(await send(id, 'lend', { dryRun: true })).label).toBe('借出');
    expect([types(id), told.length]).toEqual([['created'], 1]);
  });

  it('sent by many who have seen the same seq is taken once; the others learn where the case stands', async () => {
    const id = await book();
    const answers = await Promise.all(Array.from({ length: MANY }, () => send(id, 'lend', { expectedSeq: 1 })));
    const said = answers.map(read);
    expect(said.filter(({ label }) => label === '借出')).toHaveLength(1);
    expect(said.filter(({ kind, seq }) => kind === 'stale' && seq === 2)).toHaveLength(MANY - 1);
  });

  it('repeated under its key gets the same answer, and another step under that key gets none', async () => {
    const id = await book();
    const answers = await Promise.all(Array.from({ length: MANY }, () => send(id, 'lend', { key: 'once' })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(types(id)).toEqual(['created', 'lend']);
    expect(read(await send(id, 'giveBack', { key: 'once' })).kind).toBe('key-reused');
  });

  it('refused under its key stays refused under it, even when the reason is gone', async () => {
    const id = await book();
    const first = await send(id, 'giveBack', { key: 'early' });
    await send(id, 'lend');
    expect(await send(id, 'giveBack', { key: 'early' })).toEqual(first);
    expect(read(await send(id, 'giveBack')).label).toBe('在架');
  });
});

describe('a creation', () => {
  it('as a dry run shows the next number and leaves it free', async () => {
    const command = { procedure: 'lending', data: { title: '公报' }, actor: reader, unit: units.education! };
    const numbers = (outcome: Outcome): Answer => ({
      status: 200,
      body: outcome.kind === 'accepted' ? outcome.view.record.number : outcome.kind,
    });
    expect((await engine.create({ ...command, dryRun: true }, numbers)).body).toBe('JY-2026-0001');
    expect((await engine.create(command, numbers)).body).toBe('JY-2026-0001');
    expect(told).toHaveLength(1);
  });
});

describe('a deadline', () => {
  const lentLongAgo = async (): Promise<{ id: string; deadline: string }> => {
    const id = await book();
    await send(id, 'lend');
    now = '2026-01-30T12:00:00.000+08:00';
    return { id, deadline: store.deadlinesOf(id).find(({ name }) => name === 'return')!.id };
  };

  it('that is due rings once for each rung, however many processes ring it', async () => {
    const { id, deadline } = await lentLongAgo();
    for (let rang = true; rang;)
      rang = (await Promise.all(Array.from({ length: MANY }, () => engine.ring(deadline)))).some(Boolean);
    const rungs = store.remindersOf(id);
    expect(rungs.length).toBeGreaterThan(2);
    expect(new Set(rungs).size).toBe(rungs.length);
    expect(await engine.ring('nowhere')).toBe(false);
  });

  it('that is due rings before the step that would overtake it', async () => {
    const { id } = await lentLongAgo();
    told = [];
    expect(read(await send(id, 'giveBack')).label).toBe('在架');
    expect(told.at(-1)!.change.row!.type).toBe('giveBack');
    expect(told.slice(0, -1).every(({ change }) => change.reminder !== null && change.row === null)).toBe(true);
    expect(told.length).toBeGreaterThan(2);
  });

  it('on which the law fails holds up no step', async () => {
    const { id } = await lentLongAgo();
    const definition = lending.deadlines.return as { ladder: string };
    const { ladder } = definition;
    try {
      definition.ladder = 'nowhere';
      expect(read(await send(id, 'giveBack')).label).toBe('在架');
    } finally {
      definition.ladder = ladder;
    }
    expect(store.remindersOf(id)).toEqual([]);
  });

  it('of a case with an older calendar is recounted before it rings', async () => {
    const { id, deadline } = await lentLongAgo();
    edition = 3;
    told = [];
    expect(await engine.ring(deadline)).toBe(true);
    expect(told.map(({ change }) => [change.record.countedWith, change.reminder !== null])).toEqual([
      [3, false],
      [3, true],
    ]);
    expect(await engine.recount(id)).toBe(false);
  });
});

describe('a signal', () => {
  it('is applied once under its key, however often it is carried', async () => {
    const id = await book();
    await send(id, 'lend');
    for (let i = 0; i < 3; i++) await engine.signal(id, 'recalled', {}, 'outbox-1');
    expect(types(id)).toEqual(['created', 'lend', 'recalled']);
    expect(told.at(-1)!.caller).toBe('relay');
  });

  it('refused now may be taken later under the same key', async () => {
    const id = await book();
    await expect(engine.signal(id, 'recalled', {}, 'outbox-1')).rejects.toThrow(SignalRefused);
    await send(id, 'lend');
    await engine.signal(id, 'recalled', {}, 'outbox-1');
    expect(types(id)).toEqual(['created', 'lend', 'recalled']);
  });

  it('to a case that has ended, or does not exist, is no fault', async () => {
    const id = await book();
    await send(id, 'close');
    await engine.signal(id, 'recalled', {}, 'outbox-1');
    await engine.signal('nowhere', 'recalled', {}, 'outbox-2');
    expect(types(id)).toEqual(['created', 'close']);
  });
});

describe('a view', () => {
  it('shows what each person may do, and no case to those who may not see it', async () => {
    const id = await book();
    const offered = async (actor: Actor) =>
      (await engine.view(id, actor))?.actions.flatMap(({ kind, type }) => (kind === 'step' ? [type] : [])) ?? null;
    expect(await offered(librarian)).toEqual(['lend', 'close']);
    expect(await offered(reader)).toEqual([]);
    expect(await offered(stranger)).toBeNull();
  });
});
