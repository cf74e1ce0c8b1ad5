import type { ClauseId } from '../words/clause.js';

/** A rule that stands for a clause in one procedure: what it demands, what whoever is refused reads, and what proves it. */
export interface ClauseRule {
  id: string;
  procedure: string;
  /** The statement that must be true. */
  holds: string;
  weight: 'must' | 'principle' | 'advice';
  /** What an official reads when it is not: the sentence its first failing example brings about. */
  message: string | null;
  remedy: string;
  /** The steps, acts or the beginning at which it is judged. */
  at: { event: string; label: string }[];
  /** What has been tried on it, by name, and how it came out: each runs as a test. */
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
  /** Steps; the beginning of a case and acts with an empty `from`. */
  transitions: { procedure: string; event: string; label: string; from: string }[];
  deadlines: { procedure: string; name: string; label: string }[];
  /** Stories that tell of it, on the pure machines and over HTTP. */
  stories: { procedure: string; title: string }[];
  encoded: boolean;
  /** Why nothing stands for it yet. */
  reason?: string;
}
