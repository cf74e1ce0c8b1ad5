import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { wan } from '#machines/kit/words/money.js';
import { adjustedInAll, totalAfter } from './content.js';

const sum = fc.integer({ min: 0, max: wan(10_000) });
const change = fc.record({ increaseFen: sum, decreaseFen: sum });
const basis = (earlier: { increaseFen: number; decreaseFen: number }) => ({
  originalFen: wan(400),
  budgetFen: wan(400),
  presentFen: wan(400),
  earlier,
});

describe('what a change is measured by', () => {
  it('is the same however a change is split, and in whatever order', () => {
    fc.assert(
      fc.property(change, change, (a, b) => {
        const together = { increaseFen: a.increaseFen + b.increaseFen, decreaseFen: a.decreaseFen + b.decreaseFen };
        const whole = adjustedInAll(basis({ increaseFen: 0, decreaseFen: 0 }), together);
        return adjustedInAll(basis(a), b) === whole && adjustedInAll(basis(b), a) === whole;
      }),
    );
  });

  it('never grows smaller by a later change', () => {
    fc.assert(
      fc.property(change, change, (a, b) => adjustedInAll(basis(a), b) >= Math.max(a.increaseFen, a.decreaseFen)),
    );
  });

  it('leaves the total where it is when increases and decreases are equal', () => {
    fc.assert(
      fc.property(
        sum,
        (fen) =>
          totalAfter(basis({ increaseFen: 0, decreaseFen: 0 }), { increaseFen: fen, decreaseFen: fen }) === wan(400),
      ),
    );
  });
});
