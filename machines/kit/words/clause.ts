/** A clause by its id inside its regulation, bare: `2.4.2b`. Outside it is always named together with the regulation. */
export type ClauseId = string;

export interface Clause {
  id: ClauseId;
  /** What it demands, in our own words. */
  summary: string;
  /** Why no rule, transition or deadline stands for it. Only clauses that none cites have it. */
  notEncoded?: string;
}

/** A part of a regulation under which an official looks for a clause. */
export interface Chapter {
  id: string;
  title: string;
  clauses: readonly Clause[];
}

/** What a decision needs of its regulation: the name, and how clauses are cited. */
export interface Citing {
  readonly id: string;
  /** Returns a clause as an official writes it: `2.4.2b` → `二(四)2`. */
  cite(clause: ClauseId): string;
}
