/** The clauses of a regulation on which the desk rests, by what they are about. */
export interface DeskClauses<Clause extends string = string> {
  /** Who decides answers for it: what an office arranges about its step, and what holds for every decision. */
  responsibility: Clause;
  /** Others are informed (抄送). */
  informing: Clause;
  /** Slow work is urged on (催办); the first is cited with a refusal. */
  urging: readonly [Clause, ...Clause[]];
  /** Nobody decides on their own matter (回避). */
  recusal: readonly Clause[];
  /** A paper comes back to be corrected (补正). */
  correction: Clause;
  /** The last step is taken back (撤回). */
  recall: Clause;
  /** Experts review what is to be decided. */
  experts: Clause;
}

/** Keys of the dated parameters that the desk reads. */
export interface DeskParameters<Key extends string = string> {
  /** Within how long what is missing must be said. */
  correctionNotice: Key;
  /** The least number of experts; from `largePanelFrom` (分) on that of a large panel. */
  panel: Key;
  largePanel: Key;
  largePanelFrom: Key;
}
