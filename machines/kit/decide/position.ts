import type { AnyMachineSnapshot } from 'xstate';
import { EMPTY_DESK, holderOf, type Desk } from '../case/desk.js';
import type { CaseStatus, Position, Wait } from '../case/standing.js';
import type { StateMeta } from '../law/law.js';
import type { Procedure } from '../law/procedure.js';
import { awaitedOf, partiesOf, takenBy, type CaseUnit } from '../words/party.js';

const leaves = (value: unknown, path: readonly string[] = []): string[] =>
  typeof value === 'string'
    ? [[...path, value].join('.')]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, child]) =>
        child !== null && typeof child === 'object' && Object.keys(child).length === 0
          ? [[...path, key].join('.')]
          : leaves(child, [...path, key]),
      );

const KIND = {
  applicant: 'unit',
  superior: 'unit',
  units: 'unit',
  role: 'role',
  outside: 'outside',
  time: 'time',
} as const;

/** Returns the metas of a leaf and of everything around it, innermost first. */
function metasAround(procedure: Procedure, metas: Record<string, StateMeta>, leaf: string): StateMeta[] {
  const keys = leaf.split('.');
  return keys
    .map((_, i) => metas[[procedure.machine.id, ...keys.slice(0, keys.length - i)].join('.')])
    .filter((meta): meta is StateMeta => meta !== undefined);
}

export function positionOf(
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  unit: CaseUnit,
  formerStage: string | null,
  desk: Desk = EMPTY_DESK,
): Position {
  const metas = snapshot.getMeta() as Record<string, StateMeta>;
  const around = leaves(snapshot.value).map((leaf) => ({ leaf, metas: metasAround(procedure, metas, leaf) }));
  const stageOf = (list: StateMeta[]): string | undefined => list.find((m) => m.stage)?.stage;
  around.sort((a, b) => Number(stageOf(b.metas) !== undefined) - Number(stageOf(a.metas) !== undefined));

  const [main] = around;
  const stage = (main && stageOf(main.metas)) ?? formerStage;
  const suffixes = around.flatMap(({ metas: m }) => m.filter((x) => x.suffix).map((x) => `(${x.suffix})`));
  const label = [main?.metas.find((m) => m.label && !m.stage)?.label ?? '', ...suffixes].join('');

  // A condition that overrides the rest (暂停) is the first thing the case waits on.
  const first = [...around].sort(
    (a, b) => Number(b.metas.some((m) => m.suffix)) - Number(a.metas.some((m) => m.suffix)),
  );
  const suspending = snapshot._nodes.filter((n) => n.tags.includes('suspended')).map((n) => n.path.join('.'));
  const isStopped = (leaf: string): boolean =>
    suspending.length > 0 && !suspending.some((path) => leaf === path || leaf.startsWith(`${path}.`));
  const waits = first.flatMap(({ leaf, metas: m }) => {
    const rest = m.find((x) => x.party !== undefined);
    if (!rest) return [];
    return partiesOf(rest.party!, snapshot.context).flatMap((id): Wait[] => {
      const party = procedure.parties[id]!;
      const wait = {
        state: leaf,
        label: rest.label ?? '',
        clause: rest.clause ?? null,
        stage: stageOf(m) ?? stage,
        kind: KIND[party.kind],
        party: id,
        partyLabel: party.label,
        ...(rest.begins ? { begins: rest.begins } : {}),
        ...(rest.through ? { through: rest.through } : {}),
        ...(isStopped(leaf) ? { stopped: true as const } : {}),
      };
      const awaited = awaitedOf(id, procedure.parties, { unit, context: snapshot.context });
      return awaited.length === 0
        ? [{ ...wait, principal: null }]
        : awaited.map((principal) => ({
            ...wait,
            principal: holderOf(desk, leaf, takenBy(id, procedure.parties), principal),
          }));
    });
  });

  return { states: around.map(({ leaf }) => leaf), stage, label, status: statusOf(snapshot), waits };
}

function statusOf(snapshot: AnyMachineSnapshot): CaseStatus {
  for (const status of ['closed', 'terminated', 'suspended'] as const) if (snapshot.hasTag(status)) return status;
  return 'active';
}
