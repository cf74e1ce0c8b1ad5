/** A mutant that no example can notice, and why. */
export interface Survivor {
  file: string;
  was: string;
  became: string;
  because: string;
}

// First try to write the example, then to write
// the rule without what nobody needs; a mutant that means the same for every case there can be belongs here.
export const survivors: readonly Survivor[] = [];
