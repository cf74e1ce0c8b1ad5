import { describe, expect, it } from '@jest/globals';
import type { Rung } from '#machines/kit/law/ladder.js';
import { Parameters } from '#machines/kit/words/parameters.js';
import { ladders } from './ladders.js';
import { parameters } from './parameters.js';

const numbers = new Parameters(parameters);

function said({ id, when, to, heads }: Rung): string {
  const length = (key: string): string =>
    `${numbers.at(key, '2026-01-05').value} ${numbers.at(key, '2026-01-05').unit}`;
  const day =
    when === 'due'
      ? 'on the day'
      : 'before' in when
        ? `${length(when.before)} before`
        : 'after' in when
          ? `${length(when.after)} after`
          : 'every' in when
            ? `every ${length(when.every)} from then on`
            : `${length(when.afterStart)} after the start`;
  return `${id}: ${day}, ${heads === 'too' ? `${to} and head of ` : heads ? 'head of ' : ''}${to}`;
}

describe('the ladders of reminders', () => {
  it('of a duty ring thirty, seven, three and one day before, on the day itself, then up the hierarchy, and again without end', () => {
    expect(ladders.standard.map(said)).toEqual([
      'first: 30 days before, whose',
      'second: 7 days before, whose',
      'third: 3 days before, whose',
      'last: 1 days before, whose',
      'due: on the day, whose',
      'head: 1 workingDays after, head of whose',
      'superior: 5 workingDays after, superior',
      'bureau: 10 workingDays after, head of dataBureau',
      'consultation: 20 workingDays after, consultation',
      'again: every 20 workingDays from then on, whose and head of whose',
    ]);
  });

  it('of a trial run ring only for its own unit, thirty and seven days before and on the last day', () => {
    expect(ladders.trial.map(said)).toEqual([
      'first: 30 days before, whose',
      'second: 7 days before, whose',
      'due: on the day, whose',
    ]);
  });

  it('of an evaluation ring when it opens, in the 18th, 21st and 23rd month, on the last day, then up the hierarchy', () => {
    expect(ladders.evaluation.slice(0, 5).map(said)).toEqual([
      'first: 12 months after the start, whose',
      'second: 18 months after the start, whose',
      'third: 21 months after the start, whose',
      'last: 23 months after the start, whose',
      'due: on the day, whose',
    ]);
    expect(ladders.evaluation.slice(5)).toEqual(ladders.standard.slice(5));
  });

  it.each(Object.entries(ladders))('%s names each rung once', (_, rungs) => {
    const ids = rungs.map((r) => r.id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
