import { describe, expect, it } from '@jest/globals';
import { AlreadyBegun, KeyTaken, type KeyedRequest } from '#src/engine/ports.js';
import { lent, sent, shelved } from '../../support/books.js';
import { eachStore, MANY, keyed, nothing, said, written } from '../../support/store-contract.js';

eachStore((shelf) => {
  describe('changes at once', () => {
    it('of one case come one after the other: each sees what the one before has written', async () => {
      const { record } = await shelf.begun();
      const seen = await Promise.all(
        Array.from({ length: MANY }, () =>
          shelf.at.store.change(record.id, null, (before) => ({
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
      expect((await shelf.loaded(record.id)).record.seq).toBe(MANY + 1);
    });

    it('of several cases do not wait for each other', async () => {
      const books = await Promise.all(Array.from({ length: MANY }, () => shelf.begun()));
      await Promise.all(books.map(({ record }) => shelf.lend(record.id)));
      for (const { record } of books) expect((await shelf.loaded(record.id)).record.seq).toBe(2);
    });

    it('that are not the next event of the case are refused, and nothing of them is written', async () => {
      const { record } = await shelf.begun();
      const skipping = shelf.at.store.change(record.id, null, (before) =>
        written(lent({ ...before, record: { ...before.record, seq: before.record.seq + 1 } })),
      );
      await expect(skipping).rejects.toThrow('written by nobody');
      expect((await shelf.loaded(record.id)).record).toEqual(record);
      expect((await shelf.loaded(record.id)).deadlines.map((d) => d.name)).toEqual(['stocktaking']);
      expect(await shelf.at.history(record.id)).toEqual([1]);
    });
  });

  describe('a decision that fails', () => {
    it('changes nothing, and releases the case', async () => {
      const { record } = await shelf.begun();
      const failing = shelf.at.store.change(record.id, keyed('a'), () => {
        throw new Error('the law fails');
      });
      await expect(failing).rejects.toThrow('the law fails');
      expect((await shelf.loaded(record.id)).record).toEqual(record);
      expect((await shelf.lend(record.id))!.record.seq).toBe(2);
    });

    it('uses up no number', async () => {
      const failing = shelf.at.store.create('JY', null, () => {
        throw new Error('the law fails');
      });
      await expect(failing).rejects.toThrow('the law fails');
      expect((await shelf.begun()).record.number).toBe('JY-2026-0001');
    });

    it('changes nothing, even if only the write fails: a message that was sent before', async () => {
      const { record } = await shelf.begun();
      const [{ source } = { source: '' }] = await shelf.at.outbox();
      const again = shelf.at.store.change(record.id, null, (before) => {
        const change = lent(before);
        const notice = { kind: '待阅', to: 'unit:education', title: '', text: '', urgent: false } as const;
        return written({ ...change, notices: [{ ...notice, source, plannedAt: before.now }] });
      });
      await expect(again).rejects.toThrow();
      expect((await shelf.loaded(record.id)).record).toEqual(record);
    });
  });

  describe('numbers', () => {
    it('are counted for each prefix and year of the county, without a gap', async () => {
      const numberOf = async (prefix: string): Promise<string> =>
        (await shelf.at.store.create(prefix, null, (fresh) => written(shelved(fresh)))).record.number;
      expect([await numberOf('JY'), await numberOf('JY'), await numberOf('XM')]).toEqual([
        'JY-2026-0001',
        'JY-2026-0002',
        'XM-2026-0001',
      ]);
      // It is the next year in Shanghai, and not yet in Greenwich.
      await shelf.at.setNow('2027-01-01T00:30:00.000+08:00');
      expect([await numberOf('JY'), await numberOf('XM')]).toEqual(['JY-2027-0001', 'XM-2027-0001']);
    });

    it('differ for many at once', async () => {
      const books = await Promise.all(Array.from({ length: MANY }, () => shelf.begun()));
      expect(books.map(({ record }) => Number(record.number.slice(-4))).sort((a, b) => a - b)).toEqual(
        Array.from({ length: MANY }, (_, i) => i + 1),
      );
    });

    it('are not used up by what is refused', async () => {
      const refused = await shelf.at.store.create('JY', null, ({ number }) => ({ ...nothing, result: number }));
      expect([refused, (await shelf.begun()).record.number]).toEqual(['JY-2026-0001', 'JY-2026-0001']);
    });
  });

  describe('answers', () => {
    it('are kept with a change, and found by the same person under the same key', async () => {
      const { record } = await shelf.begun();
      await shelf.at.store.change(record.id, keyed('a'), (before) => ({
        ...written(lent(before)),
        answer: said('借出'),
      }));
      const found = (key: KeyedRequest | null) =>
        shelf.at.store.change(record.id, key, ({ answered }) => ({ ...nothing, result: answered ?? 'none' }));
      expect(await found(keyed('a', 'asked otherwise'))).toEqual({ request: 'asked', answer: said('借出') });
      expect(await found(keyed('b'))).toBe('none');
      expect(await found(keyed('a', 'asked', 'education'))).toBe('none');
      expect(await found(null)).toBe('none');
    });

    it('are kept without a change, and not kept without a key', async () => {
      const { record } = await shelf.begun();
      const refuse = (key: KeyedRequest | null) =>
        shelf.at.store.change(record.id, key, ({ answered }) => ({
          change: null,
          answer: said('不行'),
          result: answered,
        }));
      expect([await refuse(keyed('a')), (await refuse(null)) as unknown]).toEqual([null, null]);
      expect(
        await shelf.at.store.change(record.id, keyed('a'), ({ answered }) => ({ ...nothing, result: answered })),
      ).toEqual({ request: 'asked', answer: said('不行') });
      expect((await shelf.loaded(record.id)).record).toEqual(record);
    });

    it('to a creation are found by its repetition, however many come at once', async () => {
      const create = () =>
        shelf.at.store.create<string>('JY', keyed('a'), (fresh) =>
          fresh.answered
            ? { ...nothing, result: fresh.answered.answer.body }
            : { change: shelved(fresh), answer: said(fresh.number), result: fresh.number },
        );
      expect(new Set(await Promise.all(Array.from({ length: MANY }, create)))).toEqual(new Set(['JY-2026-0001']));
    });

    it('under a key that another case takes in the same moment are refused with everything else', async () => {
      const books = await Promise.all([shelf.begun(), shelf.begun()]);
      const ended = await Promise.allSettled(
        books.map(({ record }) =>
          shelf.at.store.change(record.id, keyed('a'), (before) => ({
            ...written(lent(before)),
            answer: said('借出'),
          })),
        ),
      );
      const lost = ended.findIndex(({ status }) => status === 'rejected');
      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((ended[lost] as PromiseRejectedResult).reason).toBeInstanceOf(KeyTaken);
      expect((await shelf.loaded(books[lost]!.record.id)).record.seq).toBe(1);
      expect((await shelf.loaded(books[1 - lost]!.record.id)).record.seq).toBe(2);
    });
  });

  describe('the only case of its kind', () => {
    it('is not begun a second time, and the second uses up no number', async () => {
      await shelf.begun({ businessKey: '2026' });
      await expect(shelf.begun({ businessKey: '2026' })).rejects.toBeInstanceOf(AlreadyBegun);
      expect((await shelf.begun({ businessKey: '2027' })).record.number).toBe('JY-2026-0002');
    });

    it('is begun once if many try at once', async () => {
      const ended = await Promise.allSettled(Array.from({ length: MANY }, () => shelf.begun({ businessKey: '2026' })));
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('may be begun again once it was broken off', async () => {
      const { record } = await shelf.begun({ businessKey: '2026' });
      await shelf.brokenOff(record.id);
      expect((await shelf.begun({ businessKey: '2026' })).record.businessKey).toBe('2026');
    });
  });
});
