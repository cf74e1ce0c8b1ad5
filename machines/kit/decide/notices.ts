import type { CaseState } from '../case/case.js';
import type { Cause } from '../case/cause.js';
import { openQuestions, type Desk } from '../case/desk.js';
import { deciderNamed, speakerOf, SYSTEM, type Facts } from '../case/facts.js';
import type { Notice } from '../case/notice.js';
import type { Wait } from '../case/standing.js';
import type { Effect } from '../law/effects.js';
import type { Procedure } from '../law/procedure.js';
import { spokenIn } from '../words/fields.js';
import { principalsOf, type Principal } from '../words/party.js';

const sameWait =
  (a: Wait) =>
  (b: Wait): boolean =>
    a.state === b.state && a.principal === b.principal;

/** Returns those who are no longer asked or charged and have not answered. */
function released(before: Desk, after: Desk): Principal[] {
  const open = openQuestions(after).map((q) => q.principal);
  return openQuestions(before)
    .map((q) => q.principal)
    .filter((p) => !open.includes(p));
}

const explained = (words: string | undefined): string => (words === undefined ? '' : `，说明：“${words}”`);

/** Says who decided in which other case, why, and what this case has done in consequence. */
function inConsequence({ case: { number, title }, by, label, reason }: Cause, said: string | undefined): string {
  const there = `「${title}」（${number}）`;
  const who = by.id === SYSTEM.userId ? there : `${deciderNamed(by)}在${there}中`;
  const decided = label === undefined ? `${there}有了结果` : `${who}已办理“${label}”`;
  return `${decided}${explained(reason)}，本案随之“${said}”`;
}

/**
 * Works out who is told what after an event: those whose turn it is now, those whose turn somebody else has ended, the
 * applicant about what others decided, and the notices that the machine asks for.
 */
export function noticesOf(
  procedure: Procedure,
  before: CaseState,
  after: CaseState,
  event: { type: string; data: unknown },
  effects: readonly Effect[],
  facts: Facts,
): Notice[] {
  const { title, position, desk } = after;
  const said = procedure.events[event.type]?.label ?? procedure.systemEvents[event.type]?.label;
  const mine = (principal: Principal): boolean => facts.actor.principals.includes(principal);
  const applicant = `unit:${facts.unit.id}`;
  const words = spokenIn(procedure.events[event.type]?.payload, event.data);
  const done = facts.cause ? inConsequence(facts.cause, said) : `${speakerOf(facts)}已办理“${said}”${explained(words)}`;
  const happened = `「${title}」：${done}，现处于“${position.label}”`;

  const turns = position.waits
    .filter((wait) => wait.principal !== null && !mine(wait.principal) && !before.position.waits.some(sameWait(wait)))
    .map((wait): Notice => ({
      kind: '待办',
      to: wait.principal!,
      title: `待办：${wait.label}`,
      text: `「${title}」现处于“${wait.label}”，请办理。`,
      urgent: false,
    }));

  const outcome: Notice[] =
    said && !mine(applicant)
      ? [{ kind: '待阅', to: applicant, title: said, text: `${happened}。`, urgent: false }]
      : [];

  const waited = before.position.waits.flatMap((wait) =>
    position.waits.some(sameWait(wait)) ? [] : (wait.principal ?? []),
  );
  const over: Notice[] = [...new Set([...waited, ...released(before.desk, desk)])]
    .filter((p) => said && p !== applicant && !mine(p) && !position.waits.some((w) => w.principal === p))
    .map((to) => ({
      kind: '待阅',
      to,
      title: `不再需要办理：${said}`,
      text: `${happened}，您的待办已取消。`,
      urgent: false,
    }));

  const asked = effects.flatMap((effect): Notice[] => {
    if (effect.do !== 'notify') return [];
    const to =
      effect.to === 'waitingOn'
        ? position.waits.map((w) => w.principal)
        : principalsOf(effect.to, procedure.parties, { unit: facts.unit, context: after.snapshot.context });
    return [...new Set(to)]
      .filter((p) => p !== null)
      .map((p) => ({
        kind: effect.kind,
        to: p,
        title: effect.text,
        text: `「${title}」：${effect.text}。`,
        urgent: false,
      }));
  });

  return [...turns, ...outcome, ...over, ...asked];
}
