import { describe, expect, it } from '@jest/globals';
import { published, sealed, seenIn, type Inside, type Viewed } from './view.js';

interface First {
  budgetFen: number;
}
interface Second {
  budgets: readonly number[];
}

/** The second version keeps every budget it ever had; what others read of it has stayed the same. */
const budget = published<{ budgetFen: number; building: boolean }>({
  procedure: 'project',
  name: 'budget',
  versions: {
    1: ({ context, states }: Inside<First>) => ({ ...context, building: states.includes('building') }),
    2: ({ context, states }: Inside<Second>) => ({
      budgetFen: context.budgets.at(-1)!,
      building: states.includes('construction.building'),
    }),
  },
});

const of = (version: number, context: unknown, state: string, procedure = 'project'): Viewed => ({
  number: 'XM-2026-0001',
  procedure,
  version,
  inside: sealed({ context, states: [state] }),
});

describe('a published view', () => {
  it('shows the same of every version that has a reader', () => {
    expect(seenIn(budget, of(1, { budgetFen: 200 }, 'building'))).toEqual({ budgetFen: 200, building: true });
    expect(seenIn(budget, of(2, { budgets: [100, 200] }, 'construction.building'))).toEqual({
      budgetFen: 200,
      building: true,
    });
  });

  it('shows nothing of a version without a reader', () => {
    expect(() => seenIn(budget, of(3, { budgetFen: 200 }, 'building'))).toThrow(
      'view budget of project has no reader for version 3 (XM-2026-0001)',
    );
  });

  it('shows nothing of another procedure', () => {
    expect(() => seenIn(budget, of(1, { budgetFen: 200 }, 'building', 'need'))).toThrow(
      'view budget reads cases of project, and XM-2026-0001 is one of need',
    );
  });

  it('is the only way to the content: neither a name nor JSON shows what is inside', () => {
    const one = of(1, { budgetFen: 200 }, 'building');
    expect(Object.keys(one.inside)).toEqual([]);
    expect(JSON.stringify(one)).not.toContain('200');
    // What is copied with a change keeps its inside.
    expect(seenIn(budget, { ...one, number: 'XM-2026-0002' }).budgetFen).toBe(200);
  });
});
