import type { CaseState } from './decide.js';
import type { Effect } from './effects.js';
import type { Facts } from './facts.js';
import { principalsOf, type Principal } from './party.js';
import type { Wait } from './position.js';
import type { Procedure } from './procedure.js';

/** A message to whoever holds a principal; who that is on the day is the directory's business. */
export interface Notice {
  /** `待办`: it is your turn. `待阅`: for your information. */
  kind: '待办' | '待阅';
  to: Principal;
  title: string;
  text: string;
}

const sameWait = (a: Wait) => (b: Wait): boolean => a.state === b.state && a.principal === b.principal;

/** Who is told what after an event: whoever it is now the turn of, the applicant of what others decided, and what the machine asks for. */
export function noticesOf(procedure: Procedure, before: CaseState, after: CaseState, type: string, effects: readonly Effect[], facts: Facts): Notice[] {
  const title = after.title;
  const said = procedure.events[type]?.label ?? procedure.systemEvents[type]?.label;
  const mine = (principal: Principal): boolean => facts.actor.principals.includes(principal);
  const applicant = `unit:${facts.unit.id}`;

  const turns = after.position.waits
    .filter((wait) => wait.principal !== null && !mine(wait.principal) && !before.position.waits.some(sameWait(wait)))
    .map((wait): Notice => ({ kind: '待办', to: wait.principal!, title: `待办：${wait.label}`, text: `「${title}」${wait.label}，请办理。` }));

  const outcome: Notice[] =
    said && !mine(applicant)
      ? [{ kind: '待阅', to: applicant, title: said, text: `「${title}」：${facts.actor.name}已办理“${said}”，现处于“${after.position.label}”。` }]
      : [];

  const asked = effects.flatMap((effect): Notice[] => {
    if (effect.do !== 'notify') return [];
    const to = effect.to === 'waitingOn' ? after.position.waits.map((w) => w.principal) : principalsOf(effect.to, procedure.parties, { unit: facts.unit, context: after.snapshot.context });
    return [...new Set(to)].filter((p) => p !== null).map((p) => ({ kind: effect.kind, to: p, title: effect.text, text: `「${title}」${effect.text}` }));
  });

  return [...turns, ...outcome, ...asked];
}
