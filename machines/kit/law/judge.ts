import type { Exception } from '../case/desk.js';
import { outlook, refusal, type Outlook, type Refusal, type Rule, type Seen, type Situation } from './rule.js';

/** A rule that was judged, as history keeps it. */
export interface Judged {
  rule: string;
  seen: Seen;
  /** Present if the rule does not hold but was lifted for this case. */
  exception?: { reason: string; number: string };
  /** Present if the rule does not hold and only advises. */
  advice?: string;
}

export interface Judgement {
  judged: Judged[];
  refusals: Refusal[];
  /** Advice that is not followed. It is shown and never refuses. */
  advice: Refusal[];
  /** Rules whose answer is not known yet. */
  unknown: Outlook[];
}

const exceptionFor = (rule: Rule<unknown, unknown>, exceptions: readonly Exception[]): Exception | undefined =>
  rule.weight === 'principle' ? exceptions.find((e) => e.rule === rule.id) : undefined;

/** Judges every rule and never stops at the first that fails: an official learns all the reasons at once. */
export function judge(rules: readonly Rule<unknown, unknown>[], situation: Situation<unknown, unknown>): Judgement {
  const result: Judgement = { judged: [], refusals: [], advice: [], unknown: [] };
  const { desk, regulation } = situation.facts;
  for (const rule of rules) {
    const verdict = rule.judge(situation);
    const exception = exceptionFor(rule, desk.exceptions);
    if (verdict.holds) result.judged.push({ rule: rule.id, seen: verdict.seen });
    else if (verdict.unknown) result.unknown.push(outlook(rule, regulation));
    else if (rule.weight === 'advice') {
      const advice = refusal(rule, verdict, regulation);
      result.advice.push(advice);
      result.judged.push({ rule: rule.id, seen: verdict.seen, advice: advice.message });
    } else if (exception)
      result.judged.push({
        rule: rule.id,
        seen: verdict.seen,
        exception: { reason: exception.reason, number: exception.number },
      });
    else result.refusals.push(refusal(rule, verdict, regulation));
  }
  return result;
}
