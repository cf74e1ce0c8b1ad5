/** Money is an integer number of 分 everywhere; 元 and 万元 exist only in sentences. */
export type Fen = number;

/** 万元 to 分. Written so that 199.999999 万元 is exact. */
export function wan(amount: number): Fen {
  return Math.round(amount * 1_000_000);
}

/** `500万元`, `499.999999万元`: as officials write it, without losing a 分. */
export function inWan(fen: Fen): string {
  const amount = Math.abs(fen);
  const rest = String(amount % 1_000_000).padStart(6, '0').replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${Math.trunc(amount / 1_000_000)}${rest ? `.${rest}` : ''}万元`;
}

/**
 * Whether `part` is at most `percent` % of `whole`, exactly: no division, no floating point.
 * `percent` may carry two decimals (15.01).
 */
export function withinPercent(part: Fen, whole: Fen, percent: number): boolean {
  return BigInt(part) * 10_000n <= BigInt(whole) * BigInt(Math.round(percent * 100));
}

/** `15%`, `15.01%`: never shown smaller than it is, so that what is over a limit does not look like the limit. */
export function percentOf(part: Fen, whole: Fen): string {
  const hundredths = whole === 0 ? 0n : (BigInt(part) * 10_000n + BigInt(whole) - 1n) / BigInt(whole);
  const rest = String(hundredths % 100n).padStart(2, '0').replace(/0+$/, '');
  return `${hundredths / 100n}${rest && `.${rest}`}%`;
}
