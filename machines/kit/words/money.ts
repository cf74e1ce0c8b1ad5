/** Money is an integer number of 分 everywhere. 元 and 万元 exist only in sentences. */
export type Fen = number;

/** Converts 万元 to 分. 199.999999 万元 is exact. */
export function wan(amount: number): Fen {
  return Math.round(amount * 1_000_000);
}

/** Writes an amount as officials do, without losing a 分: `500万元`, `499.999999万元`. */
export function inWan(fen: Fen): string {
  const amount = Math.abs(fen);
  const rest = String(amount % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${Math.trunc(amount / 1_000_000)}${rest ? `.${rest}` : ''}万元`;
}

/**
 * Tells whether `part` is at most `percent` % of `whole`. The result is exact: no division, no floating point.
 * `percent` may carry two decimals (15.01).
 */
export function withinPercent(part: Fen, whole: Fen, percent: number): boolean {
  return BigInt(part) * 10_000n <= BigInt(whole) * BigInt(Math.round(percent * 100));
}

/** The number of decimals up to which a share is written out. A share with more is written as a little above. */
const DECIMALS = 8;
const ROUGHLY = 2;

/**
 * Writes a share: `15%`, `15.0000002%`, `略高于33.33%`. It is exact, or a little above what is shown. A share over a limit
 * neither looks like the limit nor further over it than it is.
 */
export function percentOf(part: Fen, whole: Fen): string {
  if (whole === 0) return '0%';
  const [scaled, parts] = [BigInt(part) * 100n * 10n ** BigInt(DECIMALS), BigInt(whole)];
  const exact = scaled % parts === 0n;
  const decimals = exact ? DECIMALS : ROUGHLY;
  const shown = scaled / parts / 10n ** BigInt(DECIMALS - decimals);
  const unit = 10n ** BigInt(decimals);
  const rest = String(shown % unit)
    .padStart(decimals, '0')
    .replace(/0+$/, '');
  return `${exact ? '' : '略高于'}${shown / unit}${rest && `.${rest}`}%`;
}
