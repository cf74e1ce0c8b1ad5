import { createHash } from 'node:crypto';
import type { Json } from './client.js';

/**
 * Verifies a case's history with nothing of the program, as an outsider would. Each row's hash is the SHA-256 of the
 * row without its hash, as JSON with sorted keys and no spaces, and each row names the hash of the one before.
 */
export function chainHolds(history: readonly Json[]): boolean {
  let prevHash = '0'.repeat(64);
  return (
    history.length > 0 &&
    history.every(({ hash, ...row }, i) => {
      const holds =
        row.seq === i + 1 &&
        row.prevHash === prevHash &&
        createHash('sha256').update(canonical(row)).digest('hex') === hash;
      prevHash = hash;
      return holds;
    })
  );
}

const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
};
