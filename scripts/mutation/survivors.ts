/** A mutant that no example can notice, and the reason. */
export interface Survivor {
  file: string;
  was: string;
  became: string;
  because: string;
}

// First try to write the example, then to write the rule without the part that nobody needs. A mutant belongs here if
// it means the same in every possible case.
export const survivors: readonly Survivor[] = [];
