import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../case/facts.js';
import { addDays, at, dayOf, type IsoDate } from '../words/dates.js';
import { Foretold, type Promising } from './foretold.js';

/** A case of which one step is refused up to a day, and which may move by itself on another. */
function caseOf(
  today: IsoDate,
  { says, holdsFrom, movesOn = '9999-12-31' }: { says: IsoDate; holdsFrom: IsoDate; movesOn?: IsoDate },
): Promising {
  const tale = {
    id: 'a',
    seq: 1,
    now: at(today, 8),
    state: { position: { states: ['waiting'], status: 'active' as const } },
    docket: { copy: () => ({ tale: () => caseOf(today, { says, holdsFrom, movesOn }) }), actor: () => SYSTEM },
    passTo(day: IsoDate) {
      if (day < dayOf(tale.now)) throw new Error('time does not run backwards');
      tale.now = at(day, 8);
      if (day >= movesOn) tale.seq = 2;
    },
    actions: () => [{ type: 'go', refusals: dayOf(tale.now) < holdsFrom ? [{ rule: 'wait', earliest: says }] : [] }],
    tried: () => ({ kind: 'invalid' as const, issues: [] }),
  };
  return tale;
}

describe('a day that a refusal names', () => {
  const TODAY = '2026-03-01';
  const said = (promise: { says: IsoDate; holdsFrom: IsoDate; movesOn?: IsoDate }): string[] => {
    const wrong: string[] = [];
    const tale = caseOf(TODAY, promise);
    const foretold = new Foretold(1, (what) => wrong.push(what));
    for (let again = 0; again < 2; again++) foretold.listed(tale, 'somebody', tale.actions('somebody'));
    return wrong;
  };

  it.each([
    ['the very day, long ahead', { says: '2026-05-01', holdsFrom: '2026-05-01' }],
    ['tomorrow', { says: addDays(TODAY, 1), holdsFrom: addDays(TODAY, 1) }],
    [
      'a day before which the case moves by itself',
      { says: '2026-05-01', holdsFrom: '2026-04-01', movesOn: '2026-04-01' },
    ],
  ])('is right: %s', (_, promise) => expect(said(promise)).toEqual([]));

  it.each([
    [
      'a day too late',
      { says: '2026-05-02', holdsFrom: '2026-05-01' },
      'says 2026-05-02 on 2026-03-01 and refuses no longer on 2026-05-01',
    ],
    [
      'a day too early',
      { says: '2026-05-01', holdsFrom: '2026-05-02' },
      'says 2026-05-01 on 2026-03-01 and refuses on that day in waiting, active',
    ],
    ['today', { says: TODAY, holdsFrom: '2026-05-01' }, 'says 2026-03-01 and it is 2026-03-01'],
    ['a day that is over', { says: '2026-02-01', holdsFrom: '2026-05-01' }, 'says 2026-02-01 and it is 2026-03-01'],
  ])('is wrong, which is reported once: %s', (_, promise, what) =>
    expect(said(promise)).toEqual([`wait promises go a day, ${what}; stood in waiting, active`]),
  );
});
