import type { z } from 'zod';
import type { ClauseId } from './clause.js';
import type { Desk } from './desk.js';
import type { Facts } from './facts.js';
import type { Notice } from './notices.js';
import type { Wait } from './position.js';
import type { Procedure } from './procedure.js';
import type { Rule } from './rule.js';

/** What an act looks at: the desk, and whom the case waits on. */
export interface ActSituation {
  desk: Desk;
  waits: readonly Wait[];
  procedure: Procedure;
  context: unknown;
}

/**
 * Something an office does about a step without taking it: hands it over, asks for an opinion, informs somebody. It is an event of
 * the case like any other, but moves none of its states.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Act<Data = any> {
  label: string;
  payload: z.ZodType<Data>;
  clauses: readonly ClauseId[];
  /** Who may, in words. */
  by: string;
  may(situation: ActSituation, facts: Facts): boolean;
  rules: readonly Rule<ActSituation, Data>[];
  apply(desk: Desk, data: Data, situation: ActSituation, facts: Facts): Desk;
  /** Only tells somebody something: the case counts as untouched. */
  informs?: true;
  /** Who is told what; the desk is the one before the act. */
  notices?(data: Data, situation: ActSituation, facts: Facts): Omit<Notice, 'title'>[];
}

export type Acts = Readonly<Record<string, Act>>;

/** An act with its data's type worked out from its schema. */
export const act = <Schema extends z.ZodType>(
  definition: Omit<Act<z.infer<Schema>>, 'payload'> & { payload: Schema },
): Act<z.infer<Schema>> => definition as never;
