/**
 * What a text may consist of, wherever somebody hands one in: a field, a file name, a cell of a workbook, a search. It is
 * kept for years, shown in lists and mails, compared by rules and hashed. So it has one form, it can be seen, and nothing
 * in it changes how the text around it is read.
 */

/** How many lines may be written: one in a name or a number, several in a reason. */
export type Lines = 'one' | 'several';

/** Programs put these in by themselves, for breaking lines. They have no meaning, and nobody can see or find them. */
const DROPPED = /[\u00AD\u200B\u2060\uFEFF]/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/gu;

/** As many marks on one letter as any writing needs (UAX 15, stream-safe text). */
const MOST_MARKS = 30;
const TOO_MANY_MARKS = new RegExp(`\\p{Mark}{${MOST_MARKS + 1}}`, 'u');

/** Returns the one form of a text: NFC, `\n` between lines, nothing blank around it. It may still be unacceptable. */
export function tidied(text: string): string {
  const plain = text.replace(LINE_BREAKS, '\n').replace(DROPPED, '');
  // Marks are put in order, which takes time by the square of their number: a megabyte of them takes minutes.
  return (TOO_MANY_MARKS.test(plain) ? plain : plain.normalize('NFC')).trim();
}

interface Fault {
  found: RegExp;
  kind: string;
  remedy: string;
}

const DELETE = '请删去';
const ANEW = '请删去，或者重新输入这几个字';

const FAULTS: readonly Fault[] = [
  { found: /[^\P{Cc}\n]/u, kind: '控制字符', remedy: '请删去，需要间隔的请用空格' },
  { found: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u, kind: '改变文字方向的字符', remedy: ANEW },
  { found: /\p{Surrogate}/u, kind: '不完整的字符', remedy: ANEW },
  { found: /\p{Noncharacter_Code_Point}/u, kind: '不表示任何文字的编码', remedy: DELETE },
  { found: /\uFFFD/u, kind: '无法辨认的字符', remedy: '原来的字已经丢失，请改用UTF-8编码重新提交' },
  { found: TOO_MANY_MARKS, kind: '叠在一个字上的许多符号', remedy: `最多${MOST_MARKS}个，请删去多余的` },
  {
    // Joiners and variation selectors choose among the forms of the character before them, in rare names too.
    found: /(?![\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u,
    kind: '看不见的字符',
    remedy: ANEW,
  },
];

const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Mark}]/u;
/** How many characters before a fault are shown, so that it can be found although it can't be seen. */
const SHOWN = 6;

/**
 * Says what is wrong with a tidied text, in one sentence that names the kind of character and the remedy. Null for one
 * that is acceptable, the empty text included.
 */
export function faultIn(text: string, lines: Lines): string | null {
  for (const { found, kind, remedy } of FAULTS) {
    const match = found.exec(text);
    if (match) return `${placeOf(text.slice(0, match.index))}有${kind}(${codeOf(match[0])})，${remedy}。`;
  }
  if (lines === 'one' && text.includes('\n')) return '这里只能写一行，请去掉换行。';
  return text === '' || VISIBLE.test(text) ? null : '至少要有一个看得见的字。';
}

const REFUSED = new RegExp(FAULTS.map(({ found }) => found.source).join('|'), 'gu');

/**
 * Returns what is left of a text when everything unacceptable is taken out: for what leaves the house. A text may be
 * older than the rules here, or come from another program.
 */
export function harmless(text: string, lines: Lines): string {
  const form = tidied(text).replace(REFUSED, ' ');
  return lines === 'one' ? form.replaceAll('\n', ' ').trim() : form.trim();
}

const placeOf = (before: string): string => {
  const shown = [...before].slice(-SHOWN).join('').replaceAll('\n', ' ');
  return shown.trim() === '' ? '开头' : `“${shown}”后面`;
};

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
