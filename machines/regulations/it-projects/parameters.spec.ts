import { describe, expect, it } from '@jest/globals';
import { inWan, wan } from '#machines/kit/words/money.js';
import { Parameters } from '#machines/kit/words/parameters.js';
import { parameters } from './parameters.js';

const ISSUED = '2024-08-09';
const known = new Parameters(parameters);

describe('the numbers of the regulation', () => {
  it('have one line for each key', () => {
    const keys = parameters.map((p) => p.key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(parameters.map((p) => [p.key, p] as const))(
    '%s says in Chinese what it is and where it comes from',
    (key, p) => {
      expect(key).toMatch(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)*$/);
      expect(p.label).toMatch(/\p{Script=Han}/u);
      expect(p.source).toMatch(/\p{Script=Han}/u);
      expect(Number.isSafeInteger(p.value) && p.value > 0).toBe(true);
      expect(p.from).toBe(ISSUED);
    },
  );

  it('that are law cite their clause, and are the ones the regulation fixes', () => {
    const fixed = parameters.filter((p) => p.grade === 'law');
    for (const p of fixed) expect(p.source).toMatch(/^二\([一二三四五六]\)\d/);
    expect(
      Object.fromEntries(fixed.map((p) => [p.key, p.unit === 'fen' ? inWan(p.value) : `${p.value} ${p.unit}`])),
    ).toEqual({
      'threshold.twoStepApproval': '500万元',
      'threshold.upperReview': '500万元',
      'threshold.bureauAcceptance': '200万元',
      'change.maxShare': '15 percent',
      'change.maxAmount': '100万元',
      'trial.normal': '3 months',
      'trial.max': '6 months',
      'evaluation.open': '12 months',
      'evaluation.due': '24 months',
    });
  });

  it('are in force from the day of issue, and not before', () => {
    expect(known.inForce(ISSUED)).toHaveLength(parameters.length);
    expect(known.inForce('2024-08-08')).toEqual([]);
    expect(known.number('threshold.bureauAcceptance', ISSUED)).toBe(wan(200));
    expect(() => known.number('threshold.bureauAcceptance', '2024-08-08')).toThrow('threshold.bureauAcceptance');
  });

  it('give a period its unit', () => {
    expect(known.period('pool.preReview', ISSUED)).toEqual({ n: 10, unit: 'workingDays' });
    expect(known.period('acceptance.apply', ISSUED)).toEqual({ n: 30, unit: 'days' });
    expect(known.period('evaluation.due', ISSUED)).toEqual({ n: 24, unit: 'months' });
  });
});
