/** How many of each kind are tried: few by `npm test`, so that people run it; all by `npm run test:deep`. */
export interface Depth {
  readonly deep: boolean;
  of<T>(few: T, all: T): T;
}

/**
 * Reads DEPTH. A spec that has two lengths imports this file; scripts/specs.cjs knows it by that.
 * @throws when DEPTH is set to anything but `deep`
 */
export function depthFrom(said: string | undefined): Depth {
  if (said !== undefined && said !== 'deep') throw new Error(`DEPTH=${said}: it is either not set or deep`);
  const deep = said === 'deep';
  return { deep, of: (few, all) => (deep ? all : few) };
}
