import { type CaseState } from '../case/case.js';
import { SYSTEM, type Facts } from '../case/facts.js';
import type { Deadline } from '../case/occurrence.js';
import { comesAgain, rungOf } from '../law/ladder.js';
import { labelOf, type Procedure } from '../law/procedure.js';
import type { ClauseId } from '../words/clause.js';
import { addMonths, at, dayOf, type IsoDate, type IsoInstant } from '../words/dates.js';
import type { Principal } from '../words/party.js';
import { periodLabel } from '../words/period.js';
import { decide } from './decide.js';
import { owedBy, ring } from './ring.js';

/**
 * - `remind`, `due`, `escalate`: a rung of a ladder. `track`: a reminder owed by no day. Only the first of a repeated
 * rung.
 * - `overdue`: nobody has done it by its day; from here on the light is red. `event`: a day that moves the case by
 * itself.
 */
export type Foreseen = 'remind' | 'due' | 'escalate' | 'track' | 'overdue' | 'event';

export interface Prospect {
  kind: Foreseen;
  at: IsoInstant;
  on: IsoDate;
  deadline: string;
  occurrence: number;
  label: string;
  clause: ClauseId;
  /** The rung that rings; null for `overdue`. */
  rung: string | null;
  /** Who is told. For `overdue`: who owes it. */
  to: readonly Principal[];
  text: string;
  /** The day crosses a year without an official calendar. */
  provisional: boolean;
}

/** Nobody plans further ahead than this: a project lasts two to four years. */
const MONTHS_AHEAD = 36;
const MOST = 200;

/**
 * Lists what happens on which day if nobody acts from now on. Pure: it runs the same rings that would ring, one after
 * the other.
 */
export function forecast(procedure: Procedure, start: CaseState, facts: Facts): Prospect[] {
  const until = at(addMonths(facts.today, MONTHS_AHEAD), 24);
  const found: Prospect[] = [];
  const late = new Set<string>();
  let state = start;
  while (found.length < MOST) {
    const next = earliest(state.deadlines, late);
    if (!next || Date.parse(next.at) > Date.parse(until)) break;
    const now = Date.parse(next.at) > Date.parse(facts.now) ? next.at : facts.now;
    const then: Facts = {
      ...facts,
      now,
      today: dayOf(now),
      actor: SYSTEM,
      deadlines: state.deadlines,
      desk: state.desk,
      stood: state.snapshot.stood ?? [],
    };
    if (next.overdue) {
      late.add(next.deadline.id);
      // What is late already is no prospect.
      if (next.deadline.dueOn! >= facts.today) found.push(overdue(procedure, state, next.deadline, then));
      continue;
    }
    const [prospect, after] = rung(procedure, state, next.deadline, then);
    // A rung with nobody to tell is left out.
    if (prospect.kind === 'event' || prospect.to.length > 0) found.push(prospect);
    state = after;
  }
  return found;
}

interface Next {
  deadline: Deadline;
  at: IsoInstant;
  overdue: boolean;
}

function earliest(deadlines: readonly Deadline[], late: ReadonlySet<string>): Next | undefined {
  return deadlines
    .flatMap((deadline): Next[] => [
      ...(deadline.nextAt === null ? [] : [{ deadline, at: deadline.nextAt, overdue: false }]),
      ...(deadline.kind === 'duty' && deadline.status === 'open' && deadline.dueOn !== null && !late.has(deadline.id)
        ? [{ deadline, at: at(deadline.dueOn, 24), overdue: true }]
        : []),
    ])
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
}

function overdue(procedure: Procedure, state: CaseState, deadline: Deadline, facts: Facts): Prospect {
  const { label, clause } = procedure.deadlines[deadline.name]!;
  return {
    ...placed(deadline, facts),
    kind: 'overdue',
    label,
    clause,
    rung: null,
    to: [...new Set(owedBy(procedure, state, deadline, facts))],
    text: `“${label}”逾期，亮红灯`,
  };
}

/** Works out what follows from one ring, and the case after it. */
function rung(procedure: Procedure, state: CaseState, deadline: Deadline, facts: Facts): [Prospect, CaseState] {
  const definition = procedure.deadlines[deadline.name]!;
  const rang = ring(procedure, state, deadline, facts);
  const again = comesAgain(definition, procedure.ladders, rang.reminder.rung);
  const reached: Deadline = again ? { ...rang.deadline, nextRung: null, nextAt: null } : rang.deadline;
  const after: CaseState = { ...state, deadlines: state.deadlines.map((d) => (d.id === deadline.id ? reached : d)) };
  const { label, clause } = definition;
  const base = { ...placed(deadline, facts), label, clause, rung: rang.reminder.rung };
  if (rang.event !== null) {
    const decision = decide(
      procedure,
      after,
      { type: rang.event, data: null },
      { ...facts, deadlines: after.deadlines },
    );
    const next = decision.kind === 'accepted' ? decision.next : after;
    return [
      { ...base, kind: 'event', to: [], text: `${labelOf(procedure, rang.event)}，转为“${next.position.label}”` },
      next,
    ];
  }
  const to = [...new Set(rang.notices.map((n) => n.to))];
  if (definition.kind === 'tracking')
    return [{ ...base, kind: 'track', to, text: `${label}：${deadline.rule}` }, after];
  const { tone, when } = rungOf(procedure.ladders[definition.ladder]!, rang.reminder.rung);
  const further =
    when !== 'due' && 'every' in when
      ? `此后每${periodLabel(facts.parameters.period(when.every, facts.today))}再催一次。`
      : '';
  return [{ ...base, kind: tone, to, text: `${rang.notices[0]?.text ?? label}${further}` }, after];
}

const placed = ({ name, occurrence, provisional }: Deadline, { now, today }: Facts) => ({
  at: now,
  on: today,
  deadline: name,
  occurrence,
  provisional,
});
