import { afterEach, beforeEach, describe } from '@jest/globals';
import type { Answer, Change, KeyedRequest, Loaded, Verdict } from '#src/engine/ports.js';
import { lent, shelved, type Book } from './books.js';
import { caseStores, type OpenStore } from './case-stores.js';

export const MANY = 8;
export const written = (change: Change): Verdict<Change> => ({ change, answer: null, result: change });
export const nothing = { change: null, answer: null, result: null };
export const keyed = (key: string, request = 'asked', actorId = 'archives'): KeyedRequest => ({
  actorId,
  key,
  request,
});
export const said = (body: string): Answer => ({ status: 200, body });

/** A store with some books. */
export class Shelf {
  constructor(private readonly open: () => OpenStore) {}

  get at(): OpenStore {
    return this.open();
  }

  begun(book?: Book): Promise<Change> {
    return this.at.store.create('JY', null, (fresh) => written(shelved(fresh, book)));
  }

  lend(id: string): Promise<Change | null> {
    return this.at.store.change(id, null, (before) => written(lent(before)));
  }

  async loaded(id: string): Promise<Loaded> {
    return (await this.at.store.load(id))!;
  }

  /** Lends a book, and makes the case count as broken off. */
  async brokenOff(id: string): Promise<void> {
    await this.at.store.change(id, null, (before) => {
      const change = lent(before);
      const position = { ...change.state.position, status: 'terminated' as const };
      return written({ ...change, state: { ...change.state, position } });
    });
  }
}

/** Runs the same tests for every implementation of the store, each on an empty one. */
export function eachStore(tests: (shelf: Shelf) => void): void {
  describe.each(caseStores)('a case store %s', (_, open) => {
    let store: OpenStore;
    beforeEach(async () => void (store = await open()));
    afterEach(() => store.close());
    tests(new Shelf(() => store));
  });
}
