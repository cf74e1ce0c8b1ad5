import { initialTransition } from 'xstate';
import type { CaseState } from '../case/case.js';
import { EMPTY_DESK } from '../case/desk.js';
import type { Facts } from '../case/facts.js';
import type { Look } from '../case/relation.js';
import type { Position } from '../case/standing.js';
import type { Effect } from '../law/effects.js';
import { judge, type Judgement } from '../law/judge.js';
import { CREATED, type Procedure } from '../law/procedure.js';
import { principalsOf } from '../words/party.js';
import type { Decision } from './decision.js';
import { distinctLooks } from './explain.js';
import { settled, type Accepted } from './settle.js';
import { effectsOf, keep } from './snapshot.js';

/** Judges the first event of a case by the rules of creation alone. Pure. */
export function begin(procedure: Procedure, id: string, data: unknown, facts: Facts): Decision {
  const { creation } = procedure;
  if (
    creation.by &&
    !creation.by.some((party) =>
      principalsOf(party, procedure.parties, { unit: facts.unit, context: null }).some((p) =>
        facts.actor.principals.includes(p),
      ),
    )
  ) {
    return { kind: 'not-your-step', by: creation.by.map((party) => procedure.parties[party]!.label) };
  }
  const checked = creation.payload.safeParse(data ?? {});
  if (!checked.success) return { kind: 'invalid', issues: checked.error.issues };
  const { judged, refusals, advice } = judge(creation.rules, { context: undefined, data: checked.data, facts });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  return begun(procedure, id, { data: checked.data, judged, advice }, facts);
}

/** Works out what follows from a beginning that was judged. */
export function begun(
  procedure: Procedure,
  id: string,
  { data, judged, advice }: { data: unknown } & Pick<Judgement, 'judged' | 'advice'>,
  facts: Facts,
): Accepted {
  const { creation } = procedure;
  const [snapshot, actions] = initialTransition(procedure.machine, { context: creation.begin(data, facts), facts });
  const nowhere: Position = { states: [], stage: null, label: '', status: 'active', waits: [] };
  const empty: CaseState = {
    id,
    title: creation.titleOf(snapshot.context),
    snapshot: keep(snapshot),
    position: nowhere,
    deadlines: [],
    audience: [`unit:${facts.unit.id}`],
    desk: EMPTY_DESK,
  };
  const ties = (creation.links ?? []).map((link): Effect => ({ do: 'link', ...link }));
  return settled(procedure, empty, snapshot, [...effectsOf(actions), ...ties], facts, {
    type: CREATED,
    data,
    judged,
    advice,
    clauses: creation.clauses,
    abandons: false,
    takesBack: false,
    decides: false,
  });
}

/** Does the same before a case is begun. */
export function looksToBegin(
  procedure: Procedure,
  data: unknown,
  unit: Facts['unit'],
  directory: Facts['directory'],
): Look[] {
  const parsed = procedure.creation.payload.safeParse(data ?? {});
  const said = parsed.success ? parsed.data : undefined;
  return distinctLooks(
    procedure.creation.rules.flatMap((r) => [
      ...(r.looks?.({ context: undefined, data: said, unit, caseId: '', directory }) ?? []),
    ]),
  );
}
