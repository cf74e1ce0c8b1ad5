import { describe, expect, it } from '@jest/globals';
import { ladders } from './ladders.js';

describe('the ladders of reminders', () => {
  it('of a duty: thirty, seven, three and one day before, the day itself, then up the hierarchy', () => {
    expect(ladders.standard.map((r) => [r.id, r.to])).toEqual([
      ['before-30', 'whose'],
      ['before-7', 'whose'],
      ['before-3', 'whose'],
      ['before-1', 'whose'],
      ['due', 'whose'],
      ['after-1wd', 'whose'],
      ['after-5wd', 'superior'],
      ['after-10wd', 'dataBureau'],
      ['after-20wd', 'consultation'],
    ]);
  });

  it('of a trial run: only its own unit, thirty and seven days before and on the last day', () => {
    expect(ladders.trial.map((r) => [r.when, r.to])).toEqual([
      [{ daysBefore: 30 }, 'whose'],
      [{ daysBefore: 7 }, 'whose'],
      [{ daysBefore: 0 }, 'whose'],
    ]);
  });

  it('of an evaluation: when it opens, in the 18th, 21st and 23rd month, on the last day, then up the hierarchy', () => {
    expect(ladders.evaluation.map((r) => r.id)).toEqual(['m12', 'm18', 'm21', 'm23', 'due', 'after-1wd', 'after-5wd', 'after-10wd', 'after-20wd']);
  });

  it.each(Object.entries(ladders))('%s names each rung once', (_, rungs) => {
    const ids = rungs.map((r) => r.id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
