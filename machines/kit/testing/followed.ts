import type { Actor } from '../case/facts.js';
import type { Action } from '../decide/explain.js';
import type { Cure } from '../law/cure.js';
import { oncePerProcedure } from '../law/once.js';
import type { Refusal } from '../law/rule.js';
import type { Tale } from './docket.js';
import { Graph } from './graph.js';

type StepCure = Extract<Cure, { kind: 'step' }>;

/** What one person was refused, and how to ask the same again. */
interface Pending {
  key: string;
  rule: string;
  tale: Tale;
  cure: StepCure;
  /** Returns the rules that refuse it now. Null where the step is not offered any more. */
  again: () => readonly string[] | null;
  /** The step was taken since. */
  taken: boolean;
}

interface Listed {
  actor: Actor;
  actions: readonly Action[];
}

/** The events that a case may still meet, from each of its states. */
const aheadOf = oncePerProcedure((procedure): ReadonlyMap<string, ReadonlySet<string>> => {
  const graph = new Graph(procedure);
  return new Map(
    graph.nodes.map((node) => [
      graph.nameOf(node),
      new Set([...graph.from(node)].flatMap((n) => graph.waysOut(n)).map((edge) => edge.eventType)),
    ]),
  );
});

/** Returns whether this cure is open to somebody from where the case stands. */
function isOpen(cure: Cure, { procedure, state, docket }: Tale, actor: Actor, listed: readonly Listed[]): boolean {
  if (cure.kind === 'outside') return !isOffice(actor, cure.who, docket.directory.units.get(actor.unitId ?? '')?.name);
  if (cure.kind !== 'step' || (cure.procedure !== undefined && cure.procedure !== procedure.id)) return true;
  if (Object.hasOwn(procedure.acts, cure.event))
    return listed.some(({ actions }) => actions.some((a) => a.type === cure.event));
  const ahead = aheadOf(procedure);
  return state.position.states.some((path) => ahead.get(path)?.has(cure.event));
}

/** Nobody is sent to themselves. */
const isOffice = ({ name }: Actor, who: string, unit: string | undefined): boolean => who === unit || who === name;

/**
 * A remedy is a promise like a day: what it names lies ahead of where the case stands and is not the work of the one who
 * is sent there, and once it is done the rule refuses no longer.
 */
export class Followed {
  /** Every rule with a step that cures it, as far as a refusal has named it: `project approval.reviewed recordReview`. */
  readonly named = new Set<string>();
  /** Those of them that were followed. */
  readonly taken = new Set<string>();
  /** Those of them that were followed and took the refusal away. */
  readonly shown = new Set<string>();
  private readonly pending = new Map<string, Pending>();
  private readonly broken = new Set<string>();

  constructor(private readonly wrong: (what: string) => void) {}

  /** Notes what people are refused where a case stands. */
  listed(tale: Tale, listed: readonly Listed[]): void {
    for (const { actor, actions } of listed)
      for (const { type, refusals } of actions)
        this.hold(tale, actor, type, refusals, listed, () => {
          const now = tale.actions(actor.userId).find((a) => a.type === type);
          return now === undefined ? null : now.refusals.map((r) => r.rule);
        });
  }

  /** Notes what was refused for a filled-in form, too. */
  said(
    tale: Tale,
    actor: Actor,
    type: string,
    data: unknown,
    refusals: readonly Refusal[],
    listed: readonly Listed[],
  ): void {
    this.hold(tale, actor, type, refusals, listed, () => {
      const decision = tale.tried(actor, type, data);
      if (decision.kind === 'refused') return decision.refusals.map((r) => r.rule);
      return decision.kind === 'accepted' ? [] : null;
    });
  }

  /**
   * Looks again at what this event was said to cure. A step that only begins the cure (退回补正) takes the refusal away when
   * the others have done theirs, and one that leads elsewhere leaves nothing to refuse.
   */
  happened(tale: Tale, type: string): void {
    for (const [id, one] of this.pending) {
      if (one.tale.docket !== tale.docket) continue;
      one.taken ||= one.cure.event === type && (one.cure.procedure ?? one.tale.procedure.id) === tale.procedure.id;
      if (one.taken) this.taken.add(one.key);
      if (!one.taken || one.again()?.includes(one.rule)) continue;
      this.pending.delete(id);
      this.shown.add(one.key);
    }
  }

  private hold(
    tale: Tale,
    actor: Actor,
    type: string,
    refusals: readonly Refusal[],
    listed: readonly Listed[],
    again: Pending['again'],
  ): void {
    const { procedure } = tale;
    for (const { rule, curedBy, remedy } of refusals) {
      if (!curedBy.some((cure) => isOpen(cure, tale, actor, listed)))
        this.breaks(
          `${rule} ${type}`,
          `${rule} sends ${actor.userId} who wants ${type} nowhere from ${tale.state.position.states[0]}: 「${remedy}」`,
        );
      for (const cure of curedBy) {
        if (cure.kind !== 'step') continue;
        const key = `${procedure.id} ${rule} ${cure.event}`;
        this.named.add(key);
        if (!this.shown.has(key))
          this.wait(`${key} ${tale.id} ${actor.userId} ${type}`, { key, rule, tale, cure, again, taken: false });
      }
    }
  }

  /** Keeps that the step was taken, as long as it is the same case that waits. */
  private wait(id: string, one: Pending): void {
    const known = this.pending.get(id);
    this.pending.set(id, { ...one, taken: known?.tale === one.tale && known.taken });
  }

  private breaks(key: string, what: string): void {
    if (this.broken.has(key)) return;
    this.broken.add(key);
    this.wrong(what);
  }
}
