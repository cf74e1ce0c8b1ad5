import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultIn, harmless, tidied } from './acceptable-text.js';
import { prose, text, textIfAny } from './fields.js';

const judged = (said: string, lines: 'one' | 'several' = 'one') => faultIn(tidied(said), lines);

describe('a text', () => {
  it.each([
    ['项目名称', 'Chinese'],
    ['AI平台(一期) №1 “甲”', 'with signs'],
    ['𠮷野', 'with a character beyond the first plane'],
    ['\uE000甲', 'with a character of the office’s own'],
    ['葛\u{E0100}', 'with a chosen form of a rare character'],
    ['辻\uFE00', 'with another one'],
    ['👨\u200D👩\u200D👧 ❤️', 'with signs that are joined'],
    ['नमस्\u200Cते', 'with letters that are kept apart'],
    ['。', 'of one sign'],
    [`क${'\u0324\u0301'.repeat(15)}`, 'with as many marks as may be'],
    ['', 'that is empty'],
  ])('%j is acceptable: %s', (said) => expect(judged(said)).toBeNull());

  it.each([
    ['e\u0301', 'é'],
    ['ｶﾞ', 'ｶﾞ'],
    ['\uF900', '\u8C48'],
    ['  甲\u3000', '甲'],
    ['甲\u200B乙\uFEFF丙\u00AD丁\u2060', '甲乙丙丁'],
    ['甲\r\n乙\r丙\u0085丁\u2028戊\u2029己\n', '甲\n乙\n丙\n丁\n戊\n己'],
    ['\u200B', ''],
    ['\u00AD\u2060\uFEFF \u3000', ''],
  ])('%j has the form %j', (said, form) => {
    expect(tidied(said)).toBe(form);
    expect(tidied(form)).toBe(form);
  });

  it.each([
    ['甲\u0000', '“甲”后面有控制字符(U+0000)，请删去，需要间隔的请用空格。'],
    ['甲\t乙', '“甲”后面有控制字符(U+0009)，请删去，需要间隔的请用空格。'],
    ['甲\u000B乙', '“甲”后面有控制字符(U+000B)，请删去，需要间隔的请用空格。'],
    ['\u001F', '开头有控制字符(U+001F)，请删去，需要间隔的请用空格。'],
    ['\u007F甲', '开头有控制字符(U+007F)，请删去，需要间隔的请用空格。'],
    ['甲\u009F', '“甲”后面有控制字符(U+009F)，请删去，需要间隔的请用空格。'],
    ['合同\u202Efdp.exe', '“合同”后面有改变文字方向的字符(U+202E)，请删去，或者重新输入这几个字。'],
    ...['\u061C', '\u200E', '\u200F', '\u202A', '\u2066', '\u2069'].map((c) => [
      `甲${c}乙`,
      `改变文字方向的字符(U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})，请删去，或者重新输入这几个字。`,
    ]),
    ['甲\uD800', '“甲”后面有不完整的字符(U+D800)，请删去，或者重新输入这几个字。'],
    ['\uDC00甲', '开头有不完整的字符(U+DC00)，请删去，或者重新输入这几个字。'],
    ['甲\uFFFE', '“甲”后面有不表示任何文字的编码(U+FFFE)，请删去。'],
    ['甲\uFDD0', '“甲”后面有不表示任何文字的编码(U+FDD0)，请删去。'],
    ['甲\u{10FFFF}', '“甲”后面有不表示任何文字的编码(U+10FFFF)，请删去。'],
    [`甲${'\u0301\u0327'.repeat(16)}`, '“甲”后面有叠在一个字上的许多符号(U+0301)，最多30个，请删去多余的。'],
    ['项目\uFFFD', '“项目”后面有无法辨认的字符(U+FFFD)，原来的字已经丢失，请改用UTF-8编码重新提交。'],
    ...['\u3164', '\u115F', '\uFFA0', '\u2800', '\u180E', '\u{E0041}', '\uFFF9', '\uFFFB', '\u2064', '\u034F'].map(
      (c) => [
        `甲${c}乙`,
        `看不见的字符(U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})，请删去，或者重新输入这几个字。`,
      ],
    ),
    ['\u3164', '开头有看不见的字符(U+3164)，请删去，或者重新输入这几个字。'],
    ['\uFE0F', '至少要有一个看得见的字。'],
    ['\u{E0100}\u200D', '至少要有一个看得见的字。'],
    ['\u0301', '至少要有一个看得见的字。'],
    ['甲\n乙', '这里只能写一行，请去掉换行。'],
    ['甲\u2028乙', '这里只能写一行，请去掉换行。'],
  ])('%j is refused: %s', (said, says) => expect(judged(said)).toContain(says));

  it('may have several lines where several are meant, and nothing else more', () => {
    expect(judged('甲\r\n\r\n乙', 'several')).toBeNull();
    expect(judged('甲\n\t乙', 'several')).toBe('“甲 ”后面有控制字符(U+0009)，请删去，需要间隔的请用空格。');
    expect(judged('\u0301\n\uFE0F', 'several')).toBe('至少要有一个看得见的字。');
  });

  it('shows a few characters before what is wrong, and never half of one', () => {
    expect(judged('一二三四五六\t七')).toContain('“一二三四五六”后面');
    expect(judged('一二三四五六七\t八')).toContain('“二三四五六七”后面');
    expect(judged('𠮷𠮷𠮷𠮷𠮷𠮷𠮷\t八')).toContain(`“${'𠮷'.repeat(6)}”后面`);
    expect(judged('甲\n\n\n\n\n\n\n\t八', 'several')).toContain('开头有');
  });

  it('made to keep the program busy does not', () => {
    const began = performance.now();
    for (const unit of ['\u0301\u0327', '\u0327\u0301\u0316', '\u200B', 'a\u0301', '\n', ' \u0301']) {
      const said = `甲${unit.repeat(500_000)}`;
      judged(said);
      harmless(said, 'one');
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('keeps its form and its verdict when it is handed in again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const form = tidied(said);
        expect(tidied(form)).toBe(form);
      }),
    );
  });
});

describe('a text that leaves the house', () => {
  it('has lost what is unacceptable, and nothing else', () => {
    expect(harmless('甲\r\nBcc: 乙\u0000丙\u202E丁\uFFFF', 'one')).toBe('甲 Bcc: 乙 丙 丁');
    expect(harmless(' 甲\r\n乙\t丙 ', 'several')).toBe('甲\n乙 丙');
    expect(harmless('AI平台(一期) №1 𠮷 葛\u{E0100}', 'one')).toBe('AI平台(一期) №1 𠮷 葛\u{E0100}');
    expect([harmless('\u3164', 'one'), harmless('\u0000', 'several')]).toEqual(['', '']);
  });

  it('can be handed in again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        for (const lines of ['one', 'several'] as const)
          expect([null, '至少要有一个看得见的字。']).toContain(faultIn(harmless(said, lines), lines));
      }),
    );
  });
});

describe('a field for a text', () => {
  const issues = (field: ReturnType<typeof text>, said: unknown) =>
    field.safeParse(said).error?.issues.map(({ message }) => message) ?? [];

  it('takes one line or several, and keeps the one form of it', () => {
    expect(text(10).parse(' e\u0301\u200B ')).toBe('é');
    expect(prose().parse('甲\r\n乙')).toBe('甲\n乙');
    expect(issues(text(10), '甲\n乙')).toEqual(['这里只能写一行，请去掉换行。']);
    expect(issues(prose(10), '甲\t乙')).toEqual([expect.stringContaining('控制字符')]);
  });

  it('may be left empty where nothing need be written', () => {
    expect(textIfAny(2).parse(' \u200B')).toBe('');
    expect(issues(textIfAny(2), '甲\n乙')).toContain('这里只能写一行，请去掉换行。');
    expect(issues(textIfAny(2), '甲乙丙')).toHaveLength(1);
    expect(issues(text(2), '\u200B')).toHaveLength(1);
  });

  it('has a length in its one form', () => {
    expect(issues(text(2), '甲乙')).toEqual([]);
    expect(issues(text(2), '甲\u200B乙 ')).toEqual([]);
    expect(issues(text(2), '甲乙丙')).toHaveLength(1);
    expect(issues(prose(), '甲'.repeat(2000))).toEqual([]);
    expect(issues(prose(), '甲'.repeat(2001))).toHaveLength(1);
    for (const said of ['', ' ', '\u200B', 1, undefined])
      expect([said, issues(text(2), said).length]).toEqual([said, 1]);
  });
});
