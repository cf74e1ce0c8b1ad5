import type { z } from 'zod';
import type { Refusal } from '../law/rule.js';
import type { Action } from './explain.js';
import type { Accepted } from './settle.js';

/** The law's answer to an event: all refusals, or everything that follows. */
export type Decision =
  /** `why` says in a sentence where the case stands, and where the event belongs. */
  | { kind: 'not-applicable'; why: string; actions: Action[] }
  | { kind: 'not-your-step'; by: string[] }
  | { kind: 'invalid'; issues: readonly z.core.$ZodIssue[] }
  | { kind: 'refused'; refusals: readonly Refusal[] }
  | Accepted;
