import type { CaseState } from '../case/case.js';
import { holderOf, openQuestions } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Notice } from '../case/notice.js';
import type { Deadline } from '../case/occurrence.js';
import type { DeadlineDefinition } from '../law/deadline.js';
import { FIRES, nextRing, rungOf } from '../law/ladder.js';
import { oncePerProcedure } from '../law/once.js';
import type { Procedure } from '../law/procedure.js';
import { statesOf } from '../read/describe.js';
import { daysBetween, type IsoInstant } from '../words/dates.js';
import { isHeaded, nameOfPrincipal } from '../words/directory.js';
import { awaitedOf, takenBy, headOf, partiesOf, type PartyId, type Principal } from '../words/party.js';
import { workdaysOver } from '../words/period.js';

export interface Rung {
  deadlineId: string;
  rung: string;
  plannedAt: IsoInstant;
}

/** What follows from a ring of a deadline: its reminder, the next ring, or an event that moves the case. */
export interface Rang {
  reminder: Rung;
  deadline: Deadline;
  notices: Notice[];
  /** The system event of a timer whose day has passed. */
  event: string | null;
}

/**
 * Rings a deadline whose time has come, at its present rung. Pure; the caller has made sure under lock that it is due.
 */
export function ring(procedure: Procedure, current: CaseState, deadline: Deadline, facts: Facts): Rang {
  const definition = procedure.deadlines[deadline.name]!;
  const rung = deadline.nextRung!;
  const reached: Deadline = { ...deadline, rung };
  const next = rung === FIRES ? null : nextRing(definition, reached, procedure.ladders, facts);
  const over = definition.kind === 'reminder' && next === null;
  const after: Deadline = {
    ...reached,
    nextRung: next?.rung ?? null,
    nextAt: next?.at ?? null,
    ...(over ? { status: 'done', closedOn: facts.today } : {}),
  };
  const reminder = { deadlineId: deadline.id, rung, plannedAt: deadline.nextAt! };
  if (rung === FIRES && definition.kind === 'timer')
    return { reminder, deadline: after, notices: [], event: definition.fires };
  return { reminder, deadline: after, notices: remindersOf(procedure, current, deadline, facts), event: null };
}

function remindersOf(procedure: Procedure, current: CaseState, deadline: Deadline, facts: Facts): Notice[] {
  const definition = procedure.deadlines[deadline.name]!;
  const rung =
    definition.kind === 'tracking' ? undefined : rungOf(procedure.ladders[definition.ladder]!, deadline.nextRung!);
  const whose = partiesOf(definition.whose, current.snapshot.context);
  if (rung?.of !== undefined && !whose.includes(rung.of)) return [];
  const parties = rung && rung.to !== 'whose' ? [rung.to] : whose;
  const head = `「${current.title}」${definition.label}(${facts.regulation.cite(definition.clause)})`;
  const owers = [...new Set(whose.flatMap((id) => owing(procedure, current, id, deadline.name, facts)))];
  const holders = parties.flatMap((id) => owing(procedure, current, id, deadline.name, facts));
  const headed = (p: Principal): Principal[] => (isHeaded(p, facts.directory) ? [headOf(p)] : []);
  const to = new Set(
    rung?.heads
      ? holders.flatMap((p) => (rung.heads === 'too' || headed(p).length === 0 ? [p, ...headed(p)] : headed(p)))
      : holders,
  );
  const urgent = rung !== undefined && rung.tone !== 'remind';
  return [...to].flatMap((principal): Notice[] => {
    // Nobody is told to press themselves. If nobody stands above them, they are told that they are late.
    const own = rung?.tone === 'escalate' && owers.includes(principal);
    if (own && !rung.heads) return [];
    const tone = own ? 'due' : rung?.tone;
    const [kind, text] = wording(definition, deadline, { tone, owers }, facts);
    return [
      {
        kind,
        to: principal,
        title: `${tone === 'escalate' ? '督办' : '提醒'}：${definition.label}`,
        text: `${head}${text}`,
        urgent,
      },
    ];
  });
}

/** Returns who owes a deadline now, as which party: everybody who is reminded of it before it is late. */
export const owersOf = (
  procedure: Procedure,
  current: CaseState,
  { name }: Deadline,
  facts: Pick<Facts, 'unit'>,
): { party: PartyId; principal: Principal }[] =>
  partiesOf(procedure.deadlines[name]!.whose, current.snapshot.context).flatMap((party) =>
    owing(procedure, current, party, name, facts).map((principal) => ({ party, principal })),
  );

export const owedBy = (
  procedure: Procedure,
  current: CaseState,
  deadline: Deadline,
  facts: Pick<Facts, 'unit'>,
): Principal[] => owersOf(procedure, current, deadline, facts).map(({ principal }) => principal);

/** Tells whether a deadline runs for the step the case is at and the actor owes it. Any decision there fulfils it. */
export function answersFor(
  procedure: Procedure,
  current: CaseState,
  deadline: Deadline,
  { unit, actor }: Pick<Facts, 'unit' | 'actor'>,
): boolean {
  const step = current.position.waits[0]?.state ?? '';
  const ofStep = (openersOf(procedure).get(deadline.name) ?? []).some(
    (path) => step === path || step.startsWith(`${path}.`),
  );
  return ofStep && owedBy(procedure, current, deadline, { unit }).some((p) => actor.principals.includes(p));
}

/**
 * Returns those who hold the step for which the deadline was opened, apart from those they got it from, and those they
 * wait for themselves. A deadline that no step opened is owed by those who hold their part of the road.
 */
function owing(
  procedure: Procedure,
  { desk, position, snapshot }: CaseState,
  party: PartyId,
  deadline: string,
  { unit }: Pick<Facts, 'unit'>,
): Principal[] {
  const within = openersOf(procedure).get(deadline) ?? [];
  const theirs = position.waits.filter((w) => w.party === party);
  const opened = theirs.filter((w) => within.some((path) => w.state === path || w.state.startsWith(`${path}.`)));
  const steps = (opened.length > 0 ? opened : theirs.slice(0, 1)).map((w) => w.state);
  const by = takenBy(party, procedure.parties);
  const holders = awaitedOf(party, procedure.parties, { unit, context: snapshot.context }).flatMap((p) =>
    steps.length === 0 ? [p] : steps.map((state) => holderOf(desk, state, by, p)),
  );
  return [
    ...holders,
    ...openQuestions(desk)
      .filter((q) => q.party === by && (steps.length === 0 || steps.includes(q.state)))
      .map((q) => q.principal),
  ];
}

/** Returns the states that open each deadline. */
const openersOf = oncePerProcedure((procedure): ReadonlyMap<string, string[]> => {
  const states = statesOf(procedure);
  return new Map(
    Object.keys(procedure.deadlines).map((name) => [
      name,
      states.filter((s) => s.deadlines.includes(name)).map((s) => s.path),
    ]),
  );
});

function wording(
  definition: DeadlineDefinition,
  { kind, dueOn, provisional, pauses }: Deadline,
  { tone, owers }: { tone: 'remind' | 'due' | 'escalate' | undefined; owers: readonly Principal[] },
  { today, calendar, directory }: Facts,
): [Notice['kind'], string] {
  if (definition.kind === 'tracking' || dueOn === null)
    return ['待办', ('asks' in definition && definition.asks) || '尚在等待，请跟踪进展。'];
  const day = `${dueOn}${provisional ? '(暂定)' : ''}`;
  const left = daysBetween(today, dueOn);
  if (kind === 'reminder') return ['待阅', left > 0 ? `：${day}，还有${left}日，请早作安排。` : `：${day}，请知悉。`];
  if (tone === 'escalate')
    return [
      '待阅',
      `应由${owers.map((p) => nameOfPrincipal(p, directory)).join('、')}于${day}前办结，已逾期${workdaysOver(dueOn, today, calendar, pauses)}个工作日，请督促。`,
    ];
  if (left < 0) return ['待办', `已于${day}到期，请立即办理。`];
  return ['待办', left === 0 ? `今日(${day})到期，请办理。` : `将于${day}到期，还有${left}日，请办理。`];
}
