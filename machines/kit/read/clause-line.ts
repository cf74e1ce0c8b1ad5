import type { ClauseId } from '../words/clause.js';

/**
 * A rule that stands for a clause in one procedure: what it demands, the sentence of its refusal, and what proves it.
 */
export interface ClauseRule {
  id: string;
  procedure: string;
  /** The statement that must be true. */
  holds: string;
  weight: 'must' | 'principle' | 'advice';
  /** What an official reads when the statement is not true: the sentence that its first failing example gives. */
  message: string | null;
  remedy: string;
  /** The steps, the acts or the beginning at which it is judged. */
  at: { event: string; label: string }[];
  /** The examples that tried it, by name, and their results. Each runs as a test. */
  examples: { name: string; holds: boolean }[];
}

export interface ClauseLine {
  /** The regulation whose clause it is. */
  regulation: string;
  id: ClauseId;
  cite: string;
  summary: string;
  section: string;
  rules: ClauseRule[];
  /** The steps that cite it. The beginning of a case and acts have an empty `from`. */
  transitions: { procedure: string; event: string; label: string; from: string }[];
  deadlines: { procedure: string; name: string; label: string }[];
  /** The stories that tell of it, on the pure machines and over HTTP. */
  stories: { procedure: string; title: string }[];
  encoded: boolean;
  /** Why nothing stands for it yet. */
  reason?: string;
}
