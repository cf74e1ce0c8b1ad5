import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#machines/kit/case/facts.js';
import { register } from '#machines/registry.js';
import { openCase } from '#src/engine/case-of.js';
import { AlreadyBegun, KeyTaken, type Answer, type Change, type KeyedRequest, type Loaded } from '#src/engine/ports.js';
import { lent, rung, sent, shelved, world, type Book } from '../support/books.js';
import { caseStores, type OpenStore } from '../support/case-stores.js';
import { tiny } from '../support/tiny-procedure.js';

register(tiny);

const MANY = 8;
const NOBODY = '00000000-0000-7000-8000-000000000000';
const written = (change: Change) => ({ change, answer: null, result: change });
const nothing = { change: null, answer: null, result: null };
const keyed = (key: string, request = 'asked', actorId = 'archives'): KeyedRequest => ({ actorId, key, request });
const said = (body: string): Answer => ({ status: 200, body });

describe.each(caseStores)('a case store %s', (_, open) => {
  let at: OpenStore;
  beforeEach(async () => void (at = await open()));
  afterEach(() => at.close());

  const begun = (book?: Book): Promise<Change> => at.store.create('JY', null, (fresh) => written(shelved(fresh, book)));
  const lend = (id: string): Promise<Change | null> => at.store.change(id, null, (loaded) => written(lent(loaded)));
  const loaded = async (id: string): Promise<Loaded> => (await at.store.load(id))!;

  describe('what is written', () => {
    it('is read back as it was: case, deadlines, present instant', async () => {
      const { record, state, deadlines } = await begun();
      const back = await loaded(record.id);
      expect(back.record).toEqual(record);
      expect(back.deadlines).toEqual(state.deadlines);
      expect(deadlines.map((d) => d.name)).toEqual(['stocktaking']);
      expect([back.documents, back.answered, back.now]).toEqual([[], null, '2026-01-05T09:00:00.000+08:00']);
    });

    it('is read back after a step, and what the step has closed is not', async () => {
      const { record } = await begun();
      await at.setNow('2026-01-06T10:30:00.000+08:00');
      const step = (await lend(record.id))!;
      const back = await loaded(record.id);
      expect(back.record).toEqual(step.record);
      expect(back.record.waitingSince).toBe('2026-01-06T10:30:00.000+08:00');
      expect(back.deadlines).toEqual(step.state.deadlines);
      expect(back.deadlines.map((d) => [d.name, d.status, d.dueOn !== null])).toEqual([['return', 'open', true]]);
      expect(await at.owed(record.id)).toEqual(['stocktaking done: role:archives', 'return open: unit:education']);
      expect(await at.history(record.id)).toEqual([1, 2]);
    });

    it('keeps who waited from when to when', async () => {
      const { record } = await begun();
      await at.setNow('2026-01-06T10:30:00.000+08:00');
      await lend(record.id);
      expect(await at.waits(record.id)).toEqual([
        {
          state: 'shelved',
          principal: 'role:archives',
          since: '2026-01-05T09:00:00.000+08:00',
          until: '2026-01-06T10:30:00.000+08:00',
        },
        { state: 'lent', principal: 'unit:education', since: '2026-01-06T10:30:00.000+08:00', until: null },
      ]);
    });

    it('keeps a clock that stands still, with its stretches', async () => {
      const { record } = await begun();
      const pauses = [
        { from: '2026-01-05', to: '2026-01-06', why: '补正' },
        { from: '2026-01-07', to: null, why: '暂停' },
      ];
      await at.store.change(record.id, null, (before) => {
        const change = lent(before);
        const stopped = { status: 'paused', pauses, nextRung: null, nextAt: null } as const;
        const deadlines = change.deadlines.map((d) => (d.name === 'return' ? { ...d, ...stopped } : d));
        return written({ ...change, deadlines, state: { ...change.state, deadlines } });
      });
      const [back] = (await loaded(record.id)).deadlines;
      expect(back).toMatchObject({ name: 'return', status: 'paused', pauses, nextRung: null, nextAt: null });
    });

    it('leaves its messages and signals in the outbox, in order and each with its source', async () => {
      const { record } = await begun();
      const closed = (await at.store.change(record.id, null, (before) => written(sent(before, 'close'))))!;
      const sources = [...closed.notices.map((n) => n.source), `${record.id}/2/signal/0`];
      expect((await at.outbox()).filter(({ source }) => source.startsWith(`${record.id}/2`))).toEqual([
        ...closed.notices.map(({ source }) => ({ kind: 'notice', source })),
        { kind: 'signal', source: sources.at(-1) },
      ]);
    });

    it('is shared with nobody: whoever changes what they were given changes no case', async () => {
      const { record } = await begun();
      const mine = await loaded(record.id);
      mine.record.title = '别的书';
      mine.deadlines.length = 0;
      expect((await loaded(record.id)).record.title).toBe('公报');
      expect((await loaded(record.id)).deadlines).toHaveLength(1);
    });

    it('shows the documents that were handed in', async () => {
      const { record } = await begun();
      const document = {
        id: '00000000-0000-4000-8000-000000000001',
        kind: 'photo',
        sha256: 'a'.repeat(64),
        name: '封面.pdf',
        size: 12,
        uploadedOn: '2026-01-05',
      };
      await at.addDocument(record.id, document);
      expect((await loaded(record.id)).documents).toEqual([document]);
    });
  });

  describe('changes at once', () => {
    it('of one case come one after the other: each sees what the one before has written', async () => {
      const { record } = await begun();
      const seen = await Promise.all(
        Array.from({ length: MANY }, () =>
          at.store.change(record.id, null, (before) => ({
            ...written(
              sent(
                before,
                before.record.stage === null && before.record.seq % 2 === 1 ? 'lend' : 'giveBack',
                before.record.seq % 2 === 1 ? { days: 3 } : {},
              ),
            ),
            result: before.record.seq,
          })),
        ),
      );
      expect([...seen].sort((a, b) => a! - b!)).toEqual(Array.from({ length: MANY }, (_, i) => i + 1));
      expect((await loaded(record.id)).record.seq).toBe(MANY + 1);
    });

    it('of several cases do not wait for each other', async () => {
      const books = await Promise.all(Array.from({ length: MANY }, () => begun()));
      await Promise.all(books.map(({ record }) => lend(record.id)));
      for (const { record } of books) expect((await loaded(record.id)).record.seq).toBe(2);
    });

    it('that are not the next event of the case are refused, and nothing of them is written', async () => {
      const { record } = await begun();
      const skipping = at.store.change(record.id, null, (before) =>
        written(lent({ ...before, record: { ...before.record, seq: before.record.seq + 1 } })),
      );
      await expect(skipping).rejects.toThrow('written by nobody');
      expect((await loaded(record.id)).record).toEqual(record);
      expect((await loaded(record.id)).deadlines.map((d) => d.name)).toEqual(['stocktaking']);
      expect(await at.history(record.id)).toEqual([1]);
    });
  });

  describe('a decision that fails', () => {
    it('changes nothing, and gives the case free', async () => {
      const { record } = await begun();
      const failing = at.store.change(record.id, keyed('a'), () => {
        throw new Error('the law fails');
      });
      await expect(failing).rejects.toThrow('the law fails');
      expect((await loaded(record.id)).record).toEqual(record);
      expect((await lend(record.id))!.record.seq).toBe(2);
    });

    it('uses up no number', async () => {
      const failing = at.store.create('JY', null, () => {
        throw new Error('the law fails');
      });
      await expect(failing).rejects.toThrow('the law fails');
      expect((await begun()).record.number).toBe('JY-2026-0001');
    });

    it('changes nothing either where only the writing fails: a message that was sent before', async () => {
      const { record } = await begun();
      const [{ source } = { source: '' }] = await at.outbox();
      const again = at.store.change(record.id, null, (before) => {
        const change = lent(before);
        const notice = { kind: '待阅', to: 'unit:education', title: '', text: '', urgent: false } as const;
        return written({ ...change, notices: [{ ...notice, source, plannedAt: before.now }] });
      });
      await expect(again).rejects.toThrow();
      expect((await loaded(record.id)).record).toEqual(record);
    });
  });

  describe('numbers', () => {
    it('are counted for each prefix and year of the county, without a gap', async () => {
      const numberOf = async (prefix: string): Promise<string> =>
        (await at.store.create(prefix, null, (fresh) => written(shelved(fresh)))).record.number;
      expect([await numberOf('JY'), await numberOf('JY'), await numberOf('XM')]).toEqual([
        'JY-2026-0001',
        'JY-2026-0002',
        'XM-2026-0001',
      ]);
      // It is the next year already, and not yet in Greenwich.
      await at.setNow('2027-01-01T00:30:00.000+08:00');
      expect([await numberOf('JY'), await numberOf('XM')]).toEqual(['JY-2027-0001', 'XM-2027-0001']);
    });

    it('are another one for each of many at once', async () => {
      const books = await Promise.all(Array.from({ length: MANY }, () => begun()));
      expect(books.map(({ record }) => Number(record.number.slice(-4))).sort((a, b) => a - b)).toEqual(
        Array.from({ length: MANY }, (_, i) => i + 1),
      );
    });

    it('are not used up by what is refused', async () => {
      const refused = await at.store.create('JY', null, ({ number }) => ({ ...nothing, result: number }));
      expect([refused, (await begun()).record.number]).toEqual(['JY-2026-0001', 'JY-2026-0001']);
    });
  });

  describe('answers', () => {
    it('are kept with a change, and found by the same person under the same key', async () => {
      const { record } = await begun();
      await at.store.change(record.id, keyed('a'), (before) => ({ ...written(lent(before)), answer: said('借出') }));
      const found = (key: KeyedRequest | null) =>
        at.store.change(record.id, key, ({ answered }) => ({ ...nothing, result: answered ?? 'none' }));
      expect(await found(keyed('a', 'asked otherwise'))).toEqual({ request: 'asked', answer: said('借出') });
      expect(await found(keyed('b'))).toBe('none');
      expect(await found(keyed('a', 'asked', 'education'))).toBe('none');
      expect(await found(null)).toBe('none');
    });

    it('are kept without a change, and not kept without a key', async () => {
      const { record } = await begun();
      const refuse = (key: KeyedRequest | null) =>
        at.store.change(record.id, key, ({ answered }) => ({ change: null, answer: said('不行'), result: answered }));
      expect([await refuse(keyed('a')), (await refuse(null)) as unknown]).toEqual([null, null]);
      expect(
        await at.store.change(record.id, keyed('a'), ({ answered }) => ({ ...nothing, result: answered })),
      ).toEqual({ request: 'asked', answer: said('不行') });
      expect((await loaded(record.id)).record).toEqual(record);
    });

    it('to a creation are found by one that is repeated, however many come at once', async () => {
      const create = () =>
        at.store.create<string>('JY', keyed('a'), (fresh) =>
          fresh.answered
            ? { ...nothing, result: fresh.answered.answer.body }
            : { change: shelved(fresh), answer: said(fresh.number), result: fresh.number },
        );
      expect(new Set(await Promise.all(Array.from({ length: MANY }, create)))).toEqual(new Set(['JY-2026-0001']));
    });

    it('under a key that another case takes in the same moment are refused with everything else', async () => {
      const books = await Promise.all([begun(), begun()]);
      const ended = await Promise.allSettled(
        books.map(({ record }) =>
          at.store.change(record.id, keyed('a'), (before) => ({ ...written(lent(before)), answer: said('借出') })),
        ),
      );
      const lost = ended.findIndex(({ status }) => status === 'rejected');
      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((ended[lost] as PromiseRejectedResult).reason).toBeInstanceOf(KeyTaken);
      expect((await loaded(books[lost]!.record.id)).record.seq).toBe(1);
      expect((await loaded(books[1 - lost]!.record.id)).record.seq).toBe(2);
    });
  });

  describe('the only one of its kind', () => {
    it('is not begun a second time, and the second uses up no number', async () => {
      await begun({ businessKey: '2026' });
      await expect(begun({ businessKey: '2026' })).rejects.toBeInstanceOf(AlreadyBegun);
      expect((await begun({ businessKey: '2027' })).record.number).toBe('JY-2026-0002');
    });

    it('is begun once of many at once', async () => {
      const ended = await Promise.allSettled(Array.from({ length: MANY }, () => begun({ businessKey: '2026' })));
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('may be begun again once it was broken off', async () => {
      const { record } = await begun({ businessKey: '2026' });
      await at.store.change(record.id, null, (before) => {
        const change = lent(before);
        const position = { ...change.state.position, status: 'terminated' as const };
        return written({ ...change, state: { ...change.state, position } });
      });
      expect((await begun({ businessKey: '2026' })).record.businessKey).toBe('2026');
    });
  });

  describe('looks', () => {
    it('find one that is named by its id or its number, of that procedure', async () => {
      const { record, state } = await begun();
      const one = { as: 'book', procedure: 'tiny' };
      const [found] = await at.store.related(null, { ...one, id: record.id });
      expect(found).toEqual({
        id: record.id,
        number: 'JY-2026-0001',
        procedure: 'tiny',
        title: '公报',
        status: 'active',
        stage: null,
        states: ['shelved'],
        label: '在架',
        context: state.snapshot.context,
        unit: record.unit,
        seq: 1,
      });
      expect(await at.store.related(null, { ...one, id: 'JY-2026-0001' })).toEqual([found]);
      expect(await at.store.related(null, { ...one, id: '没有' })).toEqual([]);
      expect(await at.store.related(null, { ...one, procedure: 'project', id: record.id })).toEqual([]);
    });

    it('find the only one of its kind, unless it was broken off', async () => {
      const { record } = await begun({ businessKey: '2026' });
      const key = (value: string) => at.store.related(null, { as: 'book', procedure: 'tiny', key: value });
      expect((await key('2026')).map(({ id, seq }) => [id, seq])).toEqual([[record.id, 1]]);
      expect(await key('2027')).toEqual([]);
      await at.store.change(record.id, null, (before) => {
        const change = lent(before);
        const position = { ...change.state.position, status: 'terminated' as const };
        return written({ ...change, state: { ...change.state, position } });
      });
      expect(await key('2026')).toEqual([]);
    });

    it('find those it is tied to, from both ends', async () => {
      const [first, second] = [await begun(), await begun({ title: '副本' })];
      await at.store.change(first.record.id, null, (before) =>
        written({ ...lent(before), links: [{ relation: 'copy', inverse: 'original', to: second.record.id }] }),
      );
      expect(await at.linked(first.record.id, 'copy')).toEqual([second.record.id]);
      const found = async (id: string, linked: string) =>
        (await at.store.related(id, { as: linked, linked })).map((r) => [r.id, r.seq]);
      expect(await found(first.record.id, 'copy')).toEqual([[second.record.id, 1]]);
      expect(await found(second.record.id, 'original')).toEqual([[first.record.id, 2]]);
      expect(await found(second.record.id, 'copy')).toEqual([]);
    });

    it('find all of some units, the newest first, without the case that looks and without a seq', async () => {
      const mine = await begun();
      await at.setNow('2026-01-06T09:00:00.000+08:00');
      const later = await begun({ title: '后来的' });
      const others = await begun({ unit: 'health' });
      const of = async (looker: string | null, units: string[], stage?: string) =>
        (await at.store.related(looker, { as: 'books', procedure: 'tiny', units, ...(stage ? { stage } : {}) })).map(
          (r) => r.id,
        );
      expect(await of(null, ['education'])).toEqual([later.record.id, mine.record.id]);
      expect(await of(later.record.id, ['education'])).toEqual([mine.record.id]);
      expect((await of(null, ['education', 'health'])).sort()).toEqual(
        [mine, later, others].map(({ record }) => record.id).sort(),
      );
      expect(await of(null, ['education'], 'approval')).toEqual([]);
      const [found] = await at.store.related(null, { as: 'books', procedure: 'tiny', units: ['health'] });
      expect(Object.hasOwn(found!, 'seq')).toBe(false);
    });
  });

  describe('deadlines', () => {
    it('lead to their case', async () => {
      const { record, deadlines } = await begun();
      expect(await at.store.caseOfDeadline(deadlines[0]!.id)).toBe(record.id);
      expect(await at.store.caseOfDeadline('nowhere')).toBeNull();
    });

    it('ring each rung once: the second is refused with everything else', async () => {
      const { record } = await begun();
      await lend(record.id);
      const { rung: first } = (await at.store.change(record.id, null, (before) => written(rung(before, 'return'))))!
        .reminder!;
      const twice = at.store.change(record.id, null, (before) => {
        const change = rung(before, 'return');
        return written({ ...change, reminder: { ...change.reminder!, rung: first } });
      });
      await expect(twice).rejects.toThrow();
      expect((await loaded(record.id)).deadlines.map((d) => d.rung)).toEqual([first]);
      expect((await loaded(record.id)).record.seq).toBe(2);
      expect(await at.history(record.id)).toEqual([1, 2]);
    });
  });

  describe('a recount', () => {
    it('knows when each deadline last rang, and nobody else does', async () => {
      const { record } = await begun();
      await lend(record.id);
      await at.setNow('2026-01-09T12:00:00.000+08:00');
      await at.store.change(record.id, null, (before) => written(rung(before, 'return')));
      const rangAt = (before: Loaded | null) => before!.deadlines.map((d) => d.rangAt);
      expect(await at.store.recount(record.id, (before) => ({ ...nothing, result: rangAt(before) }))).toEqual([
        '2026-01-09T12:00:00.000+08:00',
      ]);
      expect(rangAt(await loaded(record.id))).toEqual([undefined]);
    });

    it('moves days and adds no event', async () => {
      const { record } = await begun();
      await lend(record.id);
      await at.store.recount(record.id, (before) => {
        const { state } = openCase(before, SYSTEM, world);
        const deadlines = before.deadlines.map((d) => ({ ...d, dueOn: '2026-02-02', owedBy: ['unit:education'] }));
        return written({
          record: { ...before.record, countedWith: 7 },
          state: { ...state, deadlines },
          row: null,
          deadlines,
          waits: { begun: [], ended: [] },
          notices: [],
          signals: [],
          links: [],
          reminder: null,
        });
      });
      const back = await loaded(record.id);
      expect([back.record.seq, back.record.countedWith, back.deadlines[0]!.dueOn]).toEqual([2, 7, '2026-02-02']);
      expect(await at.history(record.id)).toEqual([1, 2]);
    });
  });

  describe('cases that are not there', () => {
    it.each([NOBODY, 'no id at all'])('are null: %s', async (id) => {
      expect(await at.store.load(id)).toBeNull();
      expect(await at.store.change(id, null, () => nothing)).toBeNull();
      expect(await at.store.recount(id, () => nothing)).toBeNull();
    });

    it('are left out of several, which come in the order of their ids', async () => {
      const ids = [(await begun()).record.id, (await begun()).record.id].sort();
      expect((await at.store.loadAll([ids[1]!, NOBODY, ids[0]!])).map(({ record }) => record.id)).toEqual(ids);
      expect(await at.store.loadAll([])).toEqual([]);
    });
  });
});
