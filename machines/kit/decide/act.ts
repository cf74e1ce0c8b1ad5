import type { CaseState } from '../case/case.js';
import type { Desk } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Judgement } from '../law/judge.js';
import type { Procedure } from '../law/procedure.js';
import { audienceWith, substituteIn } from './audience.js';
import { touched } from './last-step.js';
import type { Accepted } from './settle.js';
import { situationOf, standsAt } from './snapshot.js';

/** Works out what follows from an act that was judged. */
export function arranged(
  procedure: Procedure,
  current: CaseState,
  { type, data, judged, advice }: { type: string; data: unknown } & Pick<Judgement, 'judged' | 'advice'>,
  facts: Facts,
): Accepted {
  const act = procedure.acts[type]!;
  const situation = situationOf(procedure, current);
  const applied = act.apply(current.desk, data, situation, facts);
  const { audience, guests } = audienceWith(current, applied, substituteIn(facts), facts.actor.principals);
  const desk: Desk = { ...applied, guests, ...(act.informs ? {} : { last: touched(current, facts) }) };
  const position = standsAt(procedure, current.snapshot, facts.unit, current.position.stage, desk);
  const next: CaseState = { ...current, desk, position, audience };
  const notices = (act.notices?.(data, situation, facts) ?? []).map((n) => ({
    ...n,
    title: `${act.label}：${current.title}`,
    text: `「${current.title}」：${n.text}`,
  }));
  return {
    kind: 'accepted',
    type,
    data,
    from: current.position.states,
    clauses: act.clauses,
    judged,
    advice,
    next,
    changedDeadlines: [],
    notices,
    signals: [],
    links: [],
  };
}
