import { EMPTY_DESK, openQuestions, type Asked } from '#machines/kit/case/desk.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { RelatedCases } from '#machines/kit/case/relation.js';
import type { Wait } from '#machines/kit/case/standing.js';
import { lightOf, spentBy, workdaysLate, type Light } from '#machines/kit/decide/timekeeping.js';
import { oncePerProcedure } from '#machines/kit/law/once.js';
import { labelOf, type Procedure } from '#machines/kit/law/procedure.js';
import { excerptFor } from '#machines/kit/read/excerpt.js';
import { schemaOf } from '#machines/kit/read/describe.js';
import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import { nameOfPrincipal, unitBehind, type Directory } from '#machines/kit/words/directory.js';
import type { Parameters } from '#machines/kit/words/parameters.js';
import { isEmpty } from '#machines/kit/words/period.js';
import type { Spent } from '#machines/kit/words/spent.js';
import type { View } from '../engine/view.js';
import { deskView } from './desk-view.js';

/** Returns the last day that counts as close (yellow). */
export const yellowUntil = (today: IsoDate, parameters: Parameters): IsoDate =>
  addDays(today, parameters.number('lights.yellow', today));

const MOST_PAUSES = 20;

export interface DeadlineView {
  id: string;
  name: string;
  label: string;
  regulation: string;
  clause: string;
  cite: string;
  kind: Deadline['kind'];
  rule: string;
  openedOn: IsoDate;
  /** The day from which the count starts. The day itself is not counted. */
  startsOn: IsoDate;
  dueOn: IsoDate | null;
  provisional: boolean;
  light: Light;
  status: Deadline['status'];
  overdueWorkingDays: number;
  nextReminderAt: string | null;
  /** The last stretches in which its clock stood still. */
  pauses: Deadline['pauses'];
  /** How many there were before them. They count as the shown ones do. */
  earlierPauses: number;
  /** While the clock stands still: the days used up until then, and the days left when it goes on. */
  elapsed: number | null;
  remaining: number | null;
  /** The unit in which these two count. */
  countedIn: Spent['unit'] | null;
}

/** Says what a deadline is called, and by which clause it runs. */
function nameOf(procedure: Procedure, { id, name }: Deadline, { regulation }: Facts) {
  const { label, clause } = procedure.deadlines[name]!;
  return { id, name, label, regulation: regulation.id, clause, cite: regulation.cite(clause) };
}

export function deadlineView(procedure: Procedure, d: Deadline, context: unknown, now: Facts): DeadlineView {
  const spent = spentBy(procedure, d, context, now);
  const pauses = d.pauses.filter((p) => !isEmpty(p));
  return {
    ...nameOf(procedure, d, now),
    kind: d.kind,
    rule: d.rule,
    openedOn: d.openedOn,
    startsOn: d.startsOn,
    dueOn: d.dueOn,
    provisional: d.provisional,
    light: lightOf(d, now.today, yellowUntil(now.today, now.parameters)),
    status: d.status,
    overdueWorkingDays: workdaysLate(d, now.today, now.calendar),
    nextReminderAt: d.nextAt,
    pauses: pauses.slice(-MOST_PAUSES),
    earlierPauses: Math.max(0, pauses.length - MOST_PAUSES),
    elapsed: spent?.elapsed ?? null,
    remaining: spent?.remaining ?? null,
    countedIn: spent?.unit ?? null,
  };
}

/** Describes a duty that was done late: what is left of it is by how much. */
export const doneLateView = (procedure: Procedure, d: Deadline, now: Facts) => ({
  ...nameOf(procedure, d, now),
  dueOn: d.dueOn,
  doneOn: d.closedOn,
  overdueWorkingDays: workdaysLate(d, now.today, now.calendar),
});

const named = (kind: 'unit' | 'user', principal: string | null, directory: ReadonlyMap<string, { name: string }>) => {
  const id = principal?.startsWith(`${kind}:`) ? principal.slice(kind.length + 1) : null;
  return id === null ? null : { id, name: directory.get(id)?.name ?? id };
};

/** Describes whom a case waits on, with what is needed to reach them. */
export function waitView(
  procedure: Procedure,
  wait: Wait,
  unit: { id: string; name: string },
  since: string | null,
  { units, people }: Directory,
  awaited: RelatedCases | null = null,
) {
  const party = procedure.parties[wait.party]!;
  return {
    kind: wait.kind,
    unit: party.kind === 'applicant' ? { id: unit.id, name: unit.name } : named('unit', wait.principal, units),
    /** The person who has taken the step over. */
    person: named('user', wait.principal, people),
    role: party.kind === 'role' ? party.role : wait.party,
    label: wait.partyLabel,
    state: wait.state,
    clause: wait.clause,
    /** The procedure of which they must begin a case, if they can do nothing in this one. */
    begins: wait.begins ?? null,
    through: throughView(procedure, wait, awaited),
    since,
  };
}

/** Describes the cases in which the party acts, as far as somebody has looked for them: those under way. */
function throughView(procedure: Procedure, { through }: Wait, awaited: RelatedCases | null) {
  const relation = through === undefined ? undefined : procedure.relations[through];
  if (!relation) return null;
  const found = awaited?.[through!]?.filter(({ status }) => status === 'active' || status === 'suspended');
  return {
    relation: through!,
    label: relation.label,
    procedure: relation.procedure,
    cases: found?.map(({ id, number, title, label }) => ({ id, number, title, stateLabel: label })) ?? null,
  };
}

/** Describes somebody who was asked or charged by those the case waits on, and owes an answer. */
function askedView({ how, principal, state }: Asked, clause: Wait['clause'], { units, people }: Directory) {
  const role = principal.startsWith('role:') ? principal.slice('role:'.length) : null;
  const person = named('user', principal, people);
  const unitId = unitBehind(principal, { people });
  return {
    kind: role === null ? ('unit' as const) : ('role' as const),
    unit: unitId === undefined ? null : named('unit', `unit:${unitId}`, units),
    person,
    role,
    label: `${nameOfPrincipal(principal, { units, people })}(${how})`,
    state,
    clause,
    begins: null,
    through: null,
    since: null,
  };
}

/** Returns a case as a person sees it: where it stands, whom it waits on, what is due, and what the person could do. */
export function caseView({ procedure, state, facts, record, actions, advice, doneLate, awaited, seenBy }: View) {
  const excerpt = excerptFor(procedure, state, seenBy);
  const { position, deadlines } = state;
  const [main, ...beside] = position.waits.filter((wait) => !wait.stopped);
  return {
    id: record.id,
    number: record.number,
    procedure: record.procedure,
    procedureVersion: record.procedureVersion,
    regulation: facts.regulation.id,
    title: record.title,
    seq: record.seq,
    stage: position.stage,
    states: position.states,
    stateLabel: position.label,
    status: position.status,
    unit: { id: record.unit.id, name: record.unit.name },
    data: excerpt ? excerpt.context : state.snapshot.context,
    waitingOn: main ? waitView(procedure, main, record.unit, record.waitingSince, facts.directory, awaited) : null,
    alsoWaitingOn: [
      ...beside.map((wait) => waitView(procedure, wait, record.unit, null, facts.directory, awaited)),
      ...(excerpt ? [] : openQuestions(state.desk)).map((q) =>
        askedView(q, position.waits.find((w) => w.state === q.state)?.clause ?? null, facts.directory),
      ),
    ],
    deadlines: deadlines.map((d) => deadlineView(procedure, d, state.snapshot.context, facts)),
    doneLate: doneLate.map((d) => doneLateView(procedure, d, facts)),
    actions: actions.map((action) => ({ ...action, payloadSchema: payloadSchema(procedure, action.type) })),
    desk: deskView(excerpt ? EMPTY_DESK : state.desk, facts.directory),
    documents: facts.documents.filter(({ kind }) => excerpt?.reads(kind) ?? true),
    advice,
    heard:
      state.desk.heard && !excerpt ? { ...state.desk.heard, label: labelOf(procedure, state.desk.heard.type) } : null,
    createdAt: record.createdAt,
    movedAt: record.movedAt,
  };
}

export type CaseView = ReturnType<typeof caseView>;

const schemasOf = oncePerProcedure((procedure): ReadonlyMap<string, unknown> => {
  const forms = [...Object.entries(procedure.events), ...Object.entries(procedure.acts)];
  return new Map(forms.map(([name, { payload }]) => [name, schemaOf(payload)]));
});

/** Returns the JSON Schema of an event's payload. */
const payloadSchema = (procedure: Procedure, type: string): unknown => schemasOf(procedure).get(type);
