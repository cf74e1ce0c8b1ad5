import type { MachineContext } from 'xstate';
import type { Facts } from '#machines/kit/case/facts.js';
import type { DeadlineDefinition } from '#machines/kit/law/deadline.js';
import { grammar } from '#machines/kit/law/machine.js';
import { papersOf } from '#machines/kit/law/papers.js';
import { ruleOf, type Rule } from '#machines/kit/law/rule.js';
import type { Period } from '#machines/kit/words/period.js';
import type { ItProjectsClause } from './clauses/all.js';
import type { LadderFor } from './ladders.js';
import type { ParameterKey } from './parameters.js';

/** Builds the grammar of the kit for this regulation: an unknown clause, parameter or ladder does not compile. */

export const grammarOf = <Context extends MachineContext>() => grammar<Context, ItProjectsClause>();

export const rule = ruleOf<ItProjectsClause>();

export type RuleOf<Context, Data = unknown> = Rule<Context, Data, ItProjectsClause>;

export const papers = papersOf<ItProjectsClause>();

/** A deadline of a procedure with these parties. `Signal` names the system events that a timer can send. */
export type DeadlineOf<Context, Party extends string, Signal extends string = never> = DeadlineDefinition<
  Context,
  { clause: ItProjectsClause; party: Party; parameter: ParameterKey; ladder: LadderFor<Party>; signal: Signal }
>;

type OnDay = Pick<Facts, 'parameters' | 'today'>;

/** Returns a number of the regulation or of our parameters, as it is on the day of the event. */
export const parameter = ({ parameters, today }: OnDay, key: ParameterKey): number => parameters.number(key, today);

/** A length of the regulation or of our parameters, as it stands on the day of the event. */
export const period = ({ parameters, today }: OnDay, key: ParameterKey): Period => parameters.period(key, today);
