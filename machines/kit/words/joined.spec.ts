import { describe, expect, it } from '@jest/globals';
import { Chance } from '../testing/chance.js';
import { addDays } from './dates.js';
import { isEmpty, joined, stoodStill, type Pause } from './period.js';

const pause = (from: number, to: number | null, why = '补正'): Pause => ({
  from: addDays('2026-03-01', from),
  to: to === null ? null : addDays('2026-03-01', to),
  why,
});

describe('stretches in which a clock stood still', () => {
  it.each<[what: string, before: Pause[], after: Pause[]]>([
    ['one after another are one', [pause(1, 3), pause(3, 5)], [pause(1, 5)]],
    ['with a day between them stay two', [pause(1, 3), pause(4, 5)], [pause(1, 3), pause(4, 5)]],
    ['of two reasons stay two', [pause(1, 3), pause(3, 5, '评审')], [pause(1, 3), pause(3, 5, '评审')]],
    ['of no length leave nothing but the last', [pause(1, 1), pause(2, 2), pause(2, 2)], [pause(2, 2)]],
    ['of no length leave nothing before another that ended', [pause(1, 1), pause(1, 3)], [pause(1, 3)]],
    ['that still last stay as they are', [pause(1, 3), pause(3, null)], [pause(1, 3), pause(3, null)]],
  ])('%s', (_, before, after) => {
    expect(joined(before)).toEqual(after);
  });

  it('stay two where the second began after the day and the first did not: it was late then', () => {
    const two = [pause(1, 3), pause(3, 5)];
    const dueOn = (day: number) => addDays('2026-03-01', day);
    expect(joined(two, dueOn(1))).toEqual(two);
    expect(joined(two, dueOn(2))).toEqual(two);
    expect(joined(two, dueOn(0))).toEqual([pause(1, 5)]);
    expect(joined(two, dueOn(3))).toEqual([pause(1, 5)]);
  });

  it('give the same days back, and went on last on the same day, however they lie', () => {
    const chance = new Chance(7);
    const days = Array.from({ length: 40 }, (_, i) => addDays('2026-03-01', i));
    const wentOn = (pauses: readonly Pause[]) =>
      pauses
        .flatMap((p) => p.to ?? [])
        .sort()
        .at(-1);
    for (let run = 0; run < 500; run++) {
      const many = Array.from({ length: chance.int(0, 11) }, () => {
        const from = chance.int(0, 29);
        return pause(
          from,
          chance.int(0, 7) === 0 ? null : from + chance.int(0, 3),
          chance.int(0, 2) === 0 ? '评审' : '补正',
        );
      });
      const few = joined(many);
      expect(days.filter((d) => stoodStill(d, few))).toEqual(days.filter((d) => stoodStill(d, many)));
      expect(wentOn(few)).toBe(wentOn(many));
      expect(few.filter(isEmpty).length).toBeLessThanOrEqual(1);
      expect(few.filter((p) => p.to === null)).toEqual(many.filter((p) => p.to === null));
    }
  });
});
