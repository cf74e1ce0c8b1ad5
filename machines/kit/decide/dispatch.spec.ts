import { describe, expect, it } from '@jest/globals';
import { houseParameters } from '../words/house-parameters.js';
import { Parameters } from '../words/parameters.js';
import { dispatchAt } from './dispatch.js';

const usual = houseParameters('2024-08-09');
const house = new Parameters(usual);
const with_ = (values: Record<string, number>) =>
  new Parameters(usual.map((p) => ({ ...p, value: values[p.key] ?? p.value })));
const day = (time: string, date = '2026-03-02') => `${date}T${time}.000+08:00`;

describe('when a message leaves the house', () => {
  it.each([
    ['in the morning, with the digest of the day', day('09:00:00'), day('10:00:00')],
    ['at the very hour of the digest, with the next one', day('10:00:00'), day('10:00:00', '2026-03-03')],
    ['in the afternoon, with the digest of the next day', day('15:30:00'), day('10:00:00', '2026-03-03')],
    [
      'on the eve of a Sunday, on the Sunday: the digest keeps no weekends',
      day('15:30:00', '2026-03-07'),
      day('10:00:00', '2026-03-08'),
    ],
  ])('what is not urgent: %s', (_, now, then) => {
    expect(dispatchAt({ urgent: false }, now, house)).toBe(then);
  });

  it.each([
    ['in the daytime, at once', day('09:00:00'), day('09:00:00')],
    ['the moment before the quiet hours, at once', day('20:59:59'), day('20:59:59')],
    ['from 21:00 on, when they end the next morning', day('21:00:00'), day('08:00:00', '2026-03-03')],
    ['after midnight, when they end the same morning', day('02:10:00'), day('08:00:00')],
    ['at their end, at once', day('08:00:00'), day('08:00:00')],
  ])('what is urgent: %s', (_, now, then) => {
    expect(dispatchAt({ urgent: true }, now, house)).toBe(then);
  });

  it('quiet hours may lie within one day, and there are none from an hour to the same hour', () => {
    const noon = with_({ 'quiet.from': 12, 'quiet.until': 14 });
    expect(dispatchAt({ urgent: true }, day('12:30:00'), noon)).toBe(day('14:00:00'));
    expect(dispatchAt({ urgent: true }, day('23:00:00'), noon)).toBe(day('23:00:00'));
    expect(dispatchAt({ urgent: true }, day('14:00:00'), noon)).toBe(day('14:00:00'));
    expect(dispatchAt({ urgent: true }, day('23:00:00'), with_({ 'quiet.from': 9, 'quiet.until': 9 }))).toBe(
      day('23:00:00'),
    );
  });
});
