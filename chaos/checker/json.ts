// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever a column holds
export type Json = any;

/** Writes canonical JSON (RFC 8785) of the values that history keeps: sorted keys, no spaces, integers only. */
export const canonical = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return `{${Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
};

export const same = (a: Json, b: Json): boolean => canonical(a ?? null) === canonical(b ?? null);

export function grouped<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const known = groups.get(key(item));
    if (known) known.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
