import { describe, expect, it } from '@jest/globals';
import { sealed } from '#machines/kit/case/view.js';
import { lent } from '../../support/books.js';
import { eachStore, written } from '../../support/store-contract.js';

eachStore((shelf) => {
  describe('looks', () => {
    it('find a case that is named by its id or its number, of that procedure', async () => {
      const { record, state } = await shelf.begun();
      const one = { as: 'book', procedure: 'lending' };
      const [found] = await shelf.at.store.related(null, { ...one, id: record.id });
      expect(found).toEqual({
        id: record.id,
        number: 'JY-2026-0001',
        procedure: 'lending',
        title: '公报',
        status: 'active',
        stage: null,
        label: '在架',
        inside: sealed({ context: state.snapshot.context, states: state.position.states }),
        version: 1,
        unit: record.unit,
        seq: 1,
      });
      expect(await shelf.at.store.related(null, { ...one, id: 'JY-2026-0001' })).toEqual([found]);
      expect(await shelf.at.store.related(null, { ...one, id: '没有' })).toEqual([]);
      expect(await shelf.at.store.related(null, { ...one, procedure: 'project', id: record.id })).toEqual([]);
    });

    it('find the only one of its kind, unless it was broken off', async () => {
      const { record } = await shelf.begun({ businessKey: '2026' });
      const key = (value: string) => shelf.at.store.related(null, { as: 'book', procedure: 'lending', key: value });
      expect((await key('2026')).map(({ id, seq }) => [id, seq])).toEqual([[record.id, 1]]);
      expect(await key('2027')).toEqual([]);
      await shelf.brokenOff(record.id);
      expect(await key('2026')).toEqual([]);
    });

    it('find those it is tied to, from both ends', async () => {
      const [first, second] = [await shelf.begun(), await shelf.begun({ title: '副本' })];
      await shelf.at.store.change(first.record.id, null, (before) =>
        written({ ...lent(before), links: [{ relation: 'copy', inverse: 'original', to: second.record.id }] }),
      );
      expect(await shelf.at.linked(first.record.id, 'copy')).toEqual([second.record.id]);
      const found = async (id: string, linked: string) =>
        (await shelf.at.store.related(id, { as: linked, linked })).map((r) => [r.id, r.seq]);
      expect(await found(first.record.id, 'copy')).toEqual([[second.record.id, 1]]);
      expect(await found(second.record.id, 'original')).toEqual([[first.record.id, 2]]);
      expect(await found(second.record.id, 'copy')).toEqual([]);
    });

    it('find all cases of some units, the newest first, without the case that looks and without a seq', async () => {
      const mine = await shelf.begun();
      await shelf.at.setNow('2026-01-06T09:00:00.000+08:00');
      const later = await shelf.begun({ title: '后来的' });
      const others = await shelf.begun({ unit: 'health' });
      const of = async (looker: string | null, units: string[], stage?: string) =>
        (
          await shelf.at.store.related(looker, {
            as: 'books',
            procedure: 'lending',
            units,
            ...(stage ? { stage } : {}),
          })
        ).map((r) => r.id);
      expect(await of(null, ['education'])).toEqual([later.record.id, mine.record.id]);
      expect(await of(later.record.id, ['education'])).toEqual([mine.record.id]);
      expect((await of(null, ['education', 'health'])).sort()).toEqual(
        [mine, later, others].map(({ record }) => record.id).sort(),
      );
      expect(await of(null, ['education'], 'approval')).toEqual([]);
      const [found] = await shelf.at.store.related(null, { as: 'books', procedure: 'lending', units: ['health'] });
      expect(Object.hasOwn(found!, 'seq')).toBe(false);
    });
  });
});
