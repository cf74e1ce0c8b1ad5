/**
 * Puts what somebody wrote between quotation marks, each part of an enumeration for itself: a name may be any text, and
 * a sentence must show where it ends.
 */
export const quoted = (names: unknown): string =>
  String(names)
    .split('、')
    .map((name) => `“${name}”`)
    .join('、');
