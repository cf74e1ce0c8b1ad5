import { openQuestions } from '#machines/kit/case/desk.js';
import { owersOf } from '#machines/kit/decide/ring.js';
import { nameOfPrincipal } from '#machines/kit/words/directory.js';
import type { PartyId, Principal } from '#machines/kit/words/party.js';
import type { Pause } from '#machines/kit/words/period.js';
import type { OpenedCase } from '../engine/case-of.js';
import type { StuckRow } from '../persistence/stores/stuck.store.js';

/** What one row of the stuck list is about, as the law reads it from the case. */
export interface Matter {
  /** Whom the case waits on, in words. */
  who: string;
  what: string;
  clause: string | null;
  party: PartyId | undefined;
  principal: Principal | undefined;
  /** The states in which the case waits for them. */
  states: readonly string[];
  dueOn: string | null;
  /** The stretches in which the clock of that day stood still. They do not count as lateness. */
  pauses: readonly Pause[];
  /** The name of the deadline. Null if nobody owes anything by a day. */
  deadline: string | null;
  provisional: boolean;
}

const NOTHING = {
  clause: null,
  party: undefined,
  states: [],
  dueOn: null,
  pauses: [],
  deadline: null,
  provisional: false,
} as const;

export function matterOf(
  opened: OpenedCase,
  { kind, deadline, principal, state }: Pick<StuckRow, 'kind' | 'deadline' | 'principal' | 'state'>,
  stateLabel: string,
): Matter {
  if (kind === 'faulted') return { ...NOTHING, who: '管理员', what: stateLabel, principal: principal ?? undefined };
  const { procedure, state: now, facts } = opened;
  const owed = now.deadlines.find((d) => d.id === deadline);
  if (owed) {
    const definition = procedure.deadlines[owed.name]!;
    const owers = owersOf(procedure, now, owed, facts);
    const party = (owers.find((o) => o.principal === principal) ?? owers[0])?.party;
    return {
      who: party === undefined ? '—' : nameOf(opened, party, principal),
      what: definition.label,
      clause: definition.clause,
      party,
      principal: principal ?? undefined,
      states: now.position.waits.filter((w) => w.party === party && w.principal === principal).map((w) => w.state),
      dueOn: owed.dueOn,
      pauses: owed.pauses,
      deadline: owed.name,
      provisional: owed.provisional,
    };
  }
  const waits = now.position.waits;
  const wait =
    (state === null ? undefined : waits.find((w) => w.state === state && (w.principal ?? '') === (principal ?? ''))) ??
    waits[0];
  return {
    who: wait ? nameOf(opened, wait.party, wait.principal) : '—',
    what: wait && state !== null ? wait.label : stateLabel,
    clause: wait?.clause ?? null,
    party: wait?.party,
    principal: wait?.principal ?? undefined,
    states: wait ? [wait.state] : [],
    dueOn: null,
    pauses: [],
    deadline: null,
    provisional: false,
  };
}

/**
 * Names a unit by its own name, an office or a body outside by its label in the procedure, and anybody else who has the
 * step by their own name.
 */
function nameOf(opened: OpenedCase, id: PartyId, principal: Principal | null): string {
  const { procedure, facts, state } = opened;
  const party = procedure.parties[id]!;
  const asked = openQuestions(state.desk).find((q) => q.party === id && q.principal === principal);
  if (asked) return `${nameOfPrincipal(asked.principal, facts.directory)}(${asked.how})`;
  return `${holderName(opened, party, principal)}${awaiting(opened, id)}`;
}

function holderName(
  { facts }: OpenedCase,
  party: { kind: string; label: string },
  principal: Principal | null,
): string {
  if (party.kind === 'outside' || party.kind === 'time' || principal === null) return party.label;
  if (principal.startsWith('role:')) return party.label;
  return nameOfPrincipal(principal, facts.directory);
}

/** Says whose answer a party itself waits for. */
function awaiting({ state, facts }: OpenedCase, party: PartyId): string {
  const names = openQuestions(state.desk)
    .filter((q) => q.party === party)
    .map((q) => `${nameOfPrincipal(q.principal, facts.directory)}${q.how}`);
  return names.length === 0 ? '' : `(尚待${names.join('、')}答复)`;
}
