import { z } from 'zod';
import type { CaseStatus } from '../case/standing.js';
import type { Effect } from '../law/effects.js';
import { SYSTEM_PARTY, type Law, type StateMeta } from '../law/law.js';
import { oncePerProcedure } from '../law/once.js';
import type { Procedure } from '../law/procedure.js';
import type { ClauseId } from '../words/clause.js';
import type { Whom } from '../words/party.js';

export interface TransitionDescription {
  from: string;
  event: string;
  to: string[];
  by: string[];
  clauses: ClauseId[];
  rules: { id: string; clause: ClauseId; holds: string; weight: 'must' | 'principle' | 'advice' }[];
  when: string | null;
  barrier: boolean;
  /** The deadlines it closes were not met. */
  abandons: boolean;
  decides: boolean;
  returns: boolean;
  revokes: boolean;
  /** It neither leads anywhere nor establishes anything: it is a remark. */
  remark: boolean;
  /** What it does to every clock of the case. */
  clocks: 'stop' | 'resume' | null;
}

export interface StateDescription {
  path: string;
  label: string | null;
  stage: string | null;
  clause: ClauseId | null;
  /** Whom the case waits on here. Null where nobody is waited for. */
  party: string | null;
  /** The procedure whose case that party has to begin to move this one on. */
  begins: string | null;
  /** The deadlines that entering it opens. */
  deadlines: string[];
  /** The deadlines whose clock stands still here. */
  stops: string[];
  /** The status of the case while it stands here, unless it is under way. */
  status: Exclude<CaseStatus, 'active'> | null;
  kind: 'resting' | 'passing' | 'group' | 'final';
}

interface Node {
  id: string;
  path: string[];
  type: string;
  meta?: StateMeta;
  tags: readonly string[];
  entry: readonly unknown[];
  states: Record<string, Node>;
  always?: readonly Definition[];
  initial?: { target: readonly { path: string[] }[] };
  transitions: Map<string, readonly Definition[]>;
}
interface Definition {
  eventType: string;
  target?: readonly { path: string[] }[];
  actions: readonly unknown[];
  meta?: { law?: Law; whenLabel?: string };
}

function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node.states)) yield* nodes(child);
}

const rootOf = (procedure: Procedure): Node => procedure.machine.root;
/** Returns the effects among the actions of a state or a transition. */
export const effectsIn = (actions: readonly unknown[]): Effect[] =>
  actions.filter((a) => (a as { type?: string }).type === 'effect').map((a) => (a as { params: Effect }).params);
const onEntry = (node: Node, what: 'open' | 'pause'): string[] =>
  effectsIn(node.entry).flatMap((effect) => (effect.do === what ? [effect.deadline] : []));

const clocksOf = (t: Definition): TransitionDescription['clocks'] => {
  const done = effectsIn(t.actions).map((effect) => effect.do);
  return done.includes('pauseAll') ? 'stop' : done.includes('resumeAll') ? 'resume' : null;
};

const STATUSES = ['closed', 'terminated', 'suspended'] as const;

/** Returns a party by name. A wait that moves from one party to the next is called so. */
const nameOf = (whom: Whom | undefined): string | null =>
  whom === undefined ? null : typeof whom === 'string' ? whom : 'several';

const isWithin = (path: readonly string[], around: readonly string[]): boolean =>
  around.every((key, i) => path[i] === key);

export const statesOf = oncePerProcedure((procedure): readonly StateDescription[] => {
  const all = [...nodes(rootOf(procedure))];
  const stages = all.filter((n) => n.meta?.stage);
  return all
    .filter((n) => n.path.length > 0)
    .map((node) => ({
      path: node.path.join('.'),
      label: node.meta?.label ?? node.meta?.suffix ?? null,
      stage: stages.findLast((n) => isWithin(node.path, n.path))?.meta?.stage ?? null,
      clause: node.meta?.clause ?? null,
      party: nameOf(node.meta?.party),
      begins: node.meta?.begins ?? null,
      deadlines: onEntry(node, 'open'),
      stops: onEntry(node, 'pause'),
      status: STATUSES.find((status) => node.tags.includes(status)) ?? null,
      kind:
        node.type === 'final'
          ? 'final'
          : node.meta?.party !== undefined
            ? 'resting'
            : Object.keys(node.states).length > 0
              ? 'group'
              : 'passing',
    }));
});

/** Returns every law that the transitions of a procedure carry. */
export const lawsOf = oncePerProcedure((procedure): readonly { from: string; event: string; law: Law }[] =>
  [...nodes(rootOf(procedure))].flatMap((node) =>
    [...node.transitions.values()]
      .flat()
      .flatMap((t) => (t.meta?.law ? [{ from: node.path.join('.'), event: t.eventType, law: t.meta.law }] : [])),
  ),
);

export const transitionsOf = oncePerProcedure((procedure): readonly TransitionDescription[] =>
  [...nodes(rootOf(procedure))].flatMap((node) =>
    [...[...node.transitions.values()].flat(), ...(node.always ?? [])].map((t): TransitionDescription => {
      const law = t.meta?.law;
      return {
        from: node.path.join('.'),
        event: t.eventType,
        to: (t.target ?? []).map((target) => target.path.join('.')),
        by: [...(law?.by ?? [SYSTEM_PARTY])],
        clauses: [...(law?.clauses ?? [])],
        rules: (law?.rules ?? []).map(({ id, clause, holds, weight = 'must' }) => ({ id, clause, holds, weight })),
        when: law?.whenLabel ?? t.meta?.whenLabel ?? null,
        barrier: law?.barrier ?? false,
        abandons: law?.abandons ?? false,
        decides: law?.decides ?? false,
        returns: law?.returns ?? false,
        revokes: law?.revokes ?? false,
        remark: (t.target ?? []).length === 0 && t.actions.length === 0,
        clocks: clocksOf(t),
      };
    }),
  ),
);

/** Returns where a case stands after it enters a state: the state itself, or its innermost initial one. */
export function entranceOf(procedure: Procedure): (path: string) => string {
  // Of parallel regions the first is the main road.
  const first = (n: Node): readonly string[] | undefined =>
    n.type === 'parallel' ? Object.values(n.states)[0]?.path : n.initial?.target?.[0]?.path;
  const initial = new Map([...nodes(rootOf(procedure))].map((n) => [n.path.join('.'), first(n)?.join('.')]));
  return (path) => {
    let at = path;
    for (let next = initial.get(at); next !== undefined; next = initial.get(at)) at = next;
    return at;
  };
}

/** Returns the main road through a procedure: the state that a case begins in; of parallel regions the first. */
export function roadOf(procedure: Procedure): string {
  const initial = rootOf(procedure).initial?.target[0]?.path.join('.') ?? '';
  const begun = [...nodes(rootOf(procedure))].find((n) => n.path.join('.') === initial);
  const road = begun?.type === 'parallel' ? Object.values(begun.states)[0] : begun;
  return road && Object.keys(road.states).length > 0 ? road.path.join('.') : '';
}

export const schemaOf = (payload: z.ZodType): unknown =>
  z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' });

/** Returns everything about a procedure that others may build on, as data. */
export function describe(procedure: Procedure) {
  const transitions = transitionsOf(procedure);
  const people = transitions.filter((t) => !t.barrier);
  const labelOf = (party: string): string => procedure.parties[party]?.label ?? party;
  return {
    id: procedure.id,
    version: procedure.version,
    title: procedure.title,
    stages: procedure.stages,
    states: statesOf(procedure),
    creation: {
      label: procedure.creation.label,
      clauses: procedure.creation.clauses,
      payloadSchema: schemaOf(procedure.creation.payload),
    },
    events: Object.entries(procedure.events).map(([type, { label, payload }]) => ({
      type,
      label,
      roles: [...new Set(people.filter((t) => t.event === type).flatMap((t) => t.by))],
      clauses: [
        ...new Set(
          transitions.filter((t) => t.event === type).flatMap((t) => [...t.clauses, ...t.rules.map((r) => r.clause)]),
        ),
      ].sort(),
      from: [...new Set(people.filter((t) => t.event === type).map((t) => t.from))],
      payloadSchema: schemaOf(payload),
    })),
    systemEvents: Object.entries(procedure.systemEvents).map(([type, { label }]) => ({ type, label })),
    acts: Object.entries(procedure.acts).map(([type, { label, by, clauses, payload }]) => ({
      type,
      label,
      roles: [by],
      clauses,
      payloadSchema: schemaOf(payload),
    })),
    relations: Object.entries(procedure.relations).map(([name, { label, procedure: other, inverse }]) => ({
      name,
      label,
      procedure: other,
      inverse,
    })),
    deadlines: Object.entries(procedure.deadlines).map(([name, d]) => ({
      name,
      label: d.label,
      clause: d.clause,
      kind: d.kind,
      parameter: d.period,
      whose: typeof d.whose === 'string' ? labelOf(d.whose) : '尚未办理的各方',
    })),
    documents: Object.entries(procedure.documents).map(([kind, { label, clause }]) => ({ kind, label, clause })),
    parties: Object.entries(procedure.parties).map(([id, party]) => ({
      id,
      label: party.label,
      kind: party.kind,
      ...(party.kind === 'role' ? { role: party.role } : {}),
      ...(party.kind === 'outside' ? { recordedBy: party.recordedBy } : {}),
    })),
    transitions,
  };
}

export type ProcedureDescription = ReturnType<typeof describe>;

/**
 * Returns what a pinned case relies on: the shape, not the sentences. Two definitions with equal shapes can take over
 * each other's cases.
 */
export function shapeOf(procedure: Procedure) {
  return {
    id: procedure.id,
    version: procedure.version,
    states: statesOf(procedure).map(({ path, party, deadlines, kind }) => ({ path, party, deadlines, kind })),
    transitions: transitionsOf(procedure).map(({ from, event, to, by, barrier }) => ({ from, event, to, by, barrier })),
    deadlines: Object.keys(procedure.deadlines),
    documents: Object.keys(procedure.documents),
  };
}
