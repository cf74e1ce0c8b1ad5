import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/** The hash before the first row of every case. */
export const GENESIS = '0'.repeat(64);

/** Returns the SHA-256, in lower-case hex, of the canonical JSON (RFC 8785) of a value. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(canonicalize(value)!).digest('hex');
}
