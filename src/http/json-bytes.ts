import { isUtf8 } from 'node:buffer';
import { invalidPayload, type Problem } from './problem.js';

/** How deep lists and groups of fields may lie in each other. No form of ours needs half of it. */
export const MOST_DEPTH = 32;
/** How many values and names a body may hold. Checking each of them takes time, and a fault in each makes a long answer. */
export const MOST_PARTS = 20_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const LIST = 0x5b;
const LIST_END = 0x5d;
const GROUP = 0x7b;
const GROUP_END = 0x7d;

/**
 * Says what makes these bytes unfit to be parsed as JSON, null if nothing does. It looks at each byte once and calls
 * nothing again, so that everything that later walks through the value is bounded.
 */
export function unfitAsJson(bytes: Buffer): string | null {
  let depth = 0;
  let parts = 1;
  for (let i = 0; i < bytes.length; i++) {
    switch (bytes[i]) {
      case QUOTE:
        for (i++; i < bytes.length && bytes[i] !== QUOTE; i++) if (bytes[i] === BACKSLASH) i++;
        break;
      case LIST:
      case GROUP:
        if (++depth > MOST_DEPTH) return `内容嵌套太深，最多 ${MOST_DEPTH} 层。`;
        parts++;
        break;
      case LIST_END:
      case GROUP_END:
        depth--;
        break;
      case COMMA:
      case COLON:
        parts++;
        break;
    }
  }
  if (parts > MOST_PARTS) return `内容的项数太多，最多 ${MOST_PARTS} 项，请分几次提交。`;
  return isUtf8(bytes) ? null : '内容不是UTF-8编码，请改用UTF-8再提交。';
}

/**
 * Returns where in a parsed value a text stands that can't be stored, as a JSON pointer; null if nowhere. PostgreSQL
 * can't store U+0000, and half a surrogate pair is no character: it can be neither written as UTF-8 nor hashed. A name is
 * judged like a value; it is not repeated in the pointer.
 */
export function unstorableAt(value: unknown, pointer = ''): string | null {
  if (typeof value === 'string') return storable(value) ? null : pointer;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    if (!storable(key)) return pointer;
    const found = unstorableAt(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== null) return found;
  }
  return null;
}

const storable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

export const UNSTORABLE = '含有无法保存的字符(空字符或不完整的字符)，请删去后再提交。';

/** @throws Problem 400 for bytes that must not be parsed. `pointer` says where they were handed in. */
export function refuseUnfit(bytes: Buffer, pointer = ''): void {
  const unfit = unfitAsJson(bytes);
  if (unfit !== null) throw refusal(pointer, unfit);
}

/** Returns the refusal of a parsed value with a text that can't be stored, null if there is none. */
export function unstorable(value: unknown, pointer = ''): Problem | null {
  const at = unstorableAt(value);
  return at === null ? null : refusal(pointer + at, UNSTORABLE);
}

const refusal = (pointer: string, message: string): Problem => invalidPayload([{ pointer, message }], message);
