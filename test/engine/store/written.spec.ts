import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#machines/kit/case/facts.js';
import { openCase } from '#src/engine/case-of.js';
import type { Loaded } from '#src/engine/ports.js';
import { lent, rung, sent, world } from '../../support/books.js';
import { eachStore, nothing, written } from '../../support/store-contract.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

eachStore((shelf) => {
  describe('what is written', () => {
    it('is read back unchanged: case, deadlines, present instant', async () => {
      const { record, state, deadlines } = await shelf.begun();
      const back = await shelf.loaded(record.id);
      expect(back.record).toEqual(record);
      expect(back.deadlines).toEqual(state.deadlines);
      expect(deadlines.map((d) => d.name)).toEqual(['stocktaking']);
      expect([back.documents, back.answered, back.now]).toEqual([[], null, '2026-01-05T09:00:00.000+08:00']);
    });

    it('is read back after a step, without what the step has closed', async () => {
      const { record } = await shelf.begun();
      await shelf.at.setNow('2026-01-06T10:30:00.000+08:00');
      const step = (await shelf.lend(record.id))!;
      const back = await shelf.loaded(record.id);
      expect(back.record).toEqual(step.record);
      expect(back.record.waitingSince).toBe('2026-01-06T10:30:00.000+08:00');
      expect(back.deadlines).toEqual(step.state.deadlines);
      expect(back.deadlines.map((d) => [d.name, d.status, d.dueOn !== null])).toEqual([['return', 'open', true]]);
      expect(await shelf.at.owed(record.id)).toEqual([
        'stocktaking done: role:archives',
        'return open: unit:education',
      ]);
      expect(await shelf.at.history(record.id)).toEqual([1, 2]);
    });

    it('keeps who waited, and from when to when', async () => {
      const { record } = await shelf.begun();
      await shelf.at.setNow('2026-01-06T10:30:00.000+08:00');
      await shelf.lend(record.id);
      expect(await shelf.at.waits(record.id)).toEqual([
        {
          state: 'shelved',
          principal: 'role:archives',
          since: '2026-01-05T09:00:00.000+08:00',
          until: '2026-01-06T10:30:00.000+08:00',
        },
        { state: 'lent', principal: 'unit:education', since: '2026-01-06T10:30:00.000+08:00', until: null },
      ]);
    });

    it('keeps a stopped clock with its stretches', async () => {
      const { record } = await shelf.begun();
      const pauses = [
        { from: '2026-01-05', to: '2026-01-06', why: '补正' },
        { from: '2026-01-07', to: null, why: '暂停' },
      ];
      await shelf.at.store.change(record.id, null, (before) => {
        const change = lent(before);
        const stopped = { status: 'paused', pauses, nextRung: null, nextAt: null } as const;
        const deadlines = change.deadlines.map((d) => (d.name === 'return' ? { ...d, ...stopped } : d));
        return written({ ...change, deadlines, state: { ...change.state, deadlines } });
      });
      const [back] = (await shelf.loaded(record.id)).deadlines;
      expect(back).toMatchObject({ name: 'return', status: 'paused', pauses, nextRung: null, nextAt: null });
    });

    it('leaves its messages and signals in the outbox, in order and each with its source', async () => {
      const { record } = await shelf.begun();
      const closed = (await shelf.at.store.change(record.id, null, (before) => written(sent(before, 'close'))))!;
      const sources = [...closed.notices.map((n) => n.source), `${record.id}/2/signal/0`];
      expect((await shelf.at.outbox()).filter(({ source }) => source.startsWith(`${record.id}/2`))).toEqual([
        ...closed.notices.map(({ source }) => ({ kind: 'notice', source })),
        { kind: 'signal', source: sources.at(-1) },
      ]);
    });

    it('is shared with nobody: a change of a returned value changes no case', async () => {
      const { record } = await shelf.begun();
      const mine = await shelf.loaded(record.id);
      mine.record.title = '别的书';
      mine.deadlines.length = 0;
      expect((await shelf.loaded(record.id)).record.title).toBe('公报');
      expect((await shelf.loaded(record.id)).deadlines).toHaveLength(1);
    });

    it('shows the uploaded documents', async () => {
      const { record } = await shelf.begun();
      const document = {
        id: '00000000-0000-4000-8000-000000000001',
        kind: 'photo',
        sha256: 'a'.repeat(64),
        name: '封面.pdf',
        size: 12,
        uploadedOn: '2026-01-05',
      };
      await shelf.at.addDocument(record.id, document);
      expect((await shelf.loaded(record.id)).documents).toEqual([document]);
    });
  });

  describe('deadlines', () => {
    it('lead to their case', async () => {
      const { record, deadlines } = await shelf.begun();
      expect(await shelf.at.store.caseOfDeadline(deadlines[0]!.id)).toBe(record.id);
      expect(await shelf.at.store.caseOfDeadline('nowhere')).toBeNull();
    });

    it('ring each rung once: the second is refused with everything else', async () => {
      const { record } = await shelf.begun();
      await shelf.lend(record.id);
      const { rung: first } = (await shelf.at.store.change(record.id, null, (before) =>
        written(rung(before, 'return')),
      ))!.reminder!;
      const twice = shelf.at.store.change(record.id, null, (before) => {
        const change = rung(before, 'return');
        return written({ ...change, reminder: { ...change.reminder!, rung: first } });
      });
      await expect(twice).rejects.toThrow();
      expect((await shelf.loaded(record.id)).deadlines.map((d) => d.rung)).toEqual([first]);
      expect((await shelf.loaded(record.id)).record.seq).toBe(2);
      expect(await shelf.at.history(record.id)).toEqual([1, 2]);
    });
  });

  describe('a recount', () => {
    it('knows when each deadline last rang; other reads do not', async () => {
      const { record } = await shelf.begun();
      await shelf.lend(record.id);
      await shelf.at.setNow('2026-01-09T12:00:00.000+08:00');
      await shelf.at.store.change(record.id, null, (before) => written(rung(before, 'return')));
      const rangAt = (before: Loaded | null) => before!.deadlines.map((d) => d.rangAt);
      expect(await shelf.at.store.recount(record.id, (before) => ({ ...nothing, result: rangAt(before) }))).toEqual([
        '2026-01-09T12:00:00.000+08:00',
      ]);
      expect(rangAt(await shelf.loaded(record.id))).toEqual([undefined]);
    });

    it('moves days and adds no event', async () => {
      const { record } = await shelf.begun();
      await shelf.lend(record.id);
      await shelf.at.store.recount(record.id, (before) => {
        const { state } = openCase(before, SYSTEM, world);
        const deadlines = before.deadlines.map((d) => ({ ...d, dueOn: '2026-02-02', owedBy: ['unit:education'] }));
        return written({
          record: { ...before.record, countedWith: 7 },
          state: { ...state, deadlines },
          lists: [],
          row: null,
          deadlines,
          waits: { begun: [], ended: [] },
          notices: [],
          signals: [],
          links: [],
          reminder: null,
        });
      });
      const back = await shelf.loaded(record.id);
      expect([back.record.seq, back.record.countedWith, back.deadlines[0]!.dueOn]).toEqual([2, 7, '2026-02-02']);
      expect(await shelf.at.history(record.id)).toEqual([1, 2]);
    });
  });

  describe('cases that do not exist', () => {
    it.each([NOBODY, 'no id at all'])('are null: %s', async (id) => {
      expect(await shelf.at.store.load(id)).toBeNull();
      expect(await shelf.at.store.change(id, null, () => nothing)).toBeNull();
      expect(await shelf.at.store.recount(id, () => nothing)).toBeNull();
    });

    it('are left out of several; the others come in the order of their ids', async () => {
      const ids = [(await shelf.begun()).record.id, (await shelf.begun()).record.id].sort();
      expect((await shelf.at.store.loadAll([ids[1]!, NOBODY, ids[0]!])).map(({ record }) => record.id)).toEqual(ids);
      expect(await shelf.at.store.loadAll([])).toEqual([]);
    });
  });
});
