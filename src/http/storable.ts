/**
 * Tells whether every text in a value can be stored. PostgreSQL can't store U+0000, and half a surrogate pair is no
 * character: it can be neither written as UTF-8 nor hashed.
 */
export function storable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([key, inner]) => storable(key) && storable(inner));
}

export const UNSTORABLE = '含有无法保存的字符(空字符或不完整的字符)。';
