/** The clauses of a regulation on which the desk is based, by subject. */
export interface DeskClauses<Clause extends string = string> {
  /** The one who decides is responsible: for what an office arranges about its step, and for every decision. */
  responsibility: Clause;
  /** Others are informed (抄送). */
  informing: Clause;
  /** Slow work is urged on (催办). A refusal cites the first clause. */
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
  /** The time within which missing papers must be named. */
  correctionNotice: Key;
  /** The least number of experts. From `largePanelFrom` (分) on it is the number of a large panel. */
  panel: Key;
  largePanel: Key;
  largePanelFrom: Key;
}
