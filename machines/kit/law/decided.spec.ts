import { describe, expect, it } from '@jest/globals';
import { staleDecision } from '#machines/kit/testing/decided-on.js';
import { among, given, lapsedBetween, withoutLapsed, type Decisions } from './decided.js';

interface Context {
  amount: number;
  note?: string | undefined;
  finance: { agrees: boolean } | null;
  city: { number: string } | null;
}

const decided: Decisions<Context> = {
  standing: ({ amount, note, finance, city }) => [
    ...given('finance', finance, { amount, note }),
    ...given('city', city, { amount }),
  ],
  lapse: (_, lapsed) => Object.fromEntries(lapsed.map(({ by }) => [by, null])),
};
const agreed: Context = { amount: 100, finance: { agrees: true }, city: { number: '1' } };

describe('a decision', () => {
  it('lapses with a change of what it is about, and only that one', () => {
    expect(withoutLapsed(decided, agreed, { note: '注' })).toEqual({ note: '注', finance: null });
    expect(withoutLapsed(decided, agreed, { amount: 101 })).toEqual({ amount: 101, finance: null, city: null });
  });

  it('stands when nothing that it is about changes, however it is written', () => {
    expect(withoutLapsed(decided, agreed, { amount: 100, note: undefined })).toEqual({ amount: 100, note: undefined });
    const [before, after] = [
      [{ by: 'finance', decision: { a: 1, b: [2] }, about: { x: 1, y: { z: null } } }],
      [{ by: 'finance', decision: { b: [2], a: 1 }, about: { y: { z: null }, x: 1 } }],
    ];
    expect(lapsedBetween(before, after)).toEqual([]);
  });

  it('is another than one that the same office gave of something else', () => {
    const [plan, dossier] = ['plan', 'dossier'].map((of) => given('superior', '2025-03-03', of, of));
    expect(lapsedBetween(plan!, dossier!)).toEqual([]);
    expect([among(plan!, 'superior', 'plan'), among(plan!, 'superior', 'dossier'), among(plan!, 'superior')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('counts when it is given anew about the change itself', () => {
    const change = { amount: 101, finance: { agrees: false }, city: { number: '2' } };
    expect(withoutLapsed(decided, agreed, change)).toEqual(change);
  });

  it.each([
    [[1, 2], [1]],
    [[], {}],
    [{ a: 1 }, { a: '1' }],
    [{ a: 1 }, null],
  ])('%j is another thing than %j', (one, other) => {
    const about = (what: unknown) => [{ by: 'finance', decision: 1, about: what }];
    expect(lapsedBetween(about(one), about(other))).toEqual(about(other));
    expect(lapsedBetween(about(other), about(one))).toEqual(about(one));
  });
});

it('a decision that an event leaves standing about another content is found', () => {
  const told = (next: Context) =>
    staleDecision({
      tale: { procedure: { decided } },
      before: { snapshot: { context: agreed } },
      accepted: { type: 'resubmit', next: { snapshot: { context: next } } },
    });
  expect(told({ ...agreed, amount: 101 })).toBe(
    'resubmit: the decision of finance, city counts for what they never saw',
  );
  expect(told({ ...agreed, amount: 101, finance: null, city: null })).toBeNull();
});
