import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchForm } from './search-form.js';

describe('the form in which texts are searched', () => {
  it.each([
    ['AI平台(一期)', 'ＡＩ平台（一期）'],
    ['AI平台(一期)', 'ai平台【一期】'],
    ['AI平台(一期)', 'Ai 平台〔一期〕'],
    ['AI平台(一期)', 'AI\u200B平台\u3000(一期)'],
    ['Café', 'CAFE\u0301'],
    ['ガ', 'ｶﾞ'],
    ['№1', 'no1'],
    ['①', '1'],
    ['“智慧”', '"智慧"'],
    ['‘智慧’', `'智慧'`],
    ['2025-1', '2025－1'],
    ['2025-1', '2025—1'],
    ['2025-1', '2025\u22121'],
    ['豈', '\uF900'],
    ['辻', '辻\uFE00'],
  ])('%j is the same as %j', (one, other) => expect(searchForm(one)).toBe(searchForm(other)));

  it.each([
    ['(一期)', ')一期('],
    ['(一期)', '一期'],
    ['“一期”', '(一期)'],
    ['一-期', '一期'],
    ['AI', 'BI'],
    ['一期', '二期'],
  ])('%j is not the same as %j', (one, other) => expect(searchForm(one)).not.toBe(searchForm(other)));

  it('stays what it is, and finds a part where the whole is found', () => {
    expect(searchForm('ＡＩ平台（一期）')).toContain(searchForm('台（一'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        expect(searchForm(searchForm(text))).toBe(searchForm(text)),
      ),
    );
  });
});
