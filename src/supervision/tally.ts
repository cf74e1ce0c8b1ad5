import type { Light } from '#machines/kit/decide/timekeeping.js';
import { STUCK_KINDS, type StuckKind } from '#machines/kit/read/stuck.js';
import type { Directory } from '#machines/kit/words/directory.js';
import type { StuckCount } from '../persistence/stores/stuck.store.js';
import { holdersIn } from './holders.js';
import { KIND_LABELS, LIGHT_LABELS } from './labels.js';

/** The number of rows of the stuck list, by each division that supervisors use. */
export interface Tally {
  total: number;
  byKind: { kind: StuckKind; label: string; count: number }[];
  byLight: { light: Light; label: string; count: number }[];
  byStage: { stage: string | null; label: string; count: number }[];
  /** By the unit that owns the case. */
  byUnit: { unit: { id: string; name: string }; count: number }[];
  /** By those who must act. An office counts under each unit that holds it. */
  byChased: { unit: { id: string; name: string }; count: number }[];
}

export function tallied(
  rows: readonly StuckCount[],
  directory: Directory,
  stageLabel: (stage: string) => string,
): Tally {
  const { units } = directory;
  const unit = (id: string) => ({ id, name: units.get(id)?.name ?? id });
  const holders = holdersIn(directory);
  const byLight = counted(rows, (r) => [r.light]);
  const byKind = counted(rows, (r) => [r.kind]);
  return {
    total: rows.reduce((sum, r) => sum + r.count, 0),
    byKind: STUCK_KINDS.filter((kind) => byKind.has(kind)).map((kind) => ({
      kind,
      label: KIND_LABELS[kind],
      count: byKind.get(kind)!,
    })),
    byLight: [...byLight].map(([light, count]) => ({ light, label: LIGHT_LABELS[light], count })),
    byStage: [...counted(rows, (r) => [r.stage])].map(([stage, count]) => ({
      stage,
      label: stage === null ? '不分阶段' : stageLabel(stage),
      count,
    })),
    byUnit: most([...counted(rows, (r) => [r.unit])].map(([id, count]) => ({ unit: unit(id), count }))),
    byChased: most([...counted(rows, (r) => holders(r.principal))].map(([id, count]) => ({ unit: unit(id), count }))),
  };
}

function counted<Key>(rows: readonly StuckCount[], keysOf: (row: StuckCount) => readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const row of rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + row.count);
  return counts;
}

const most = <Row extends { count: number; unit: { id: string } }>(rows: Row[]): Row[] =>
  rows.sort((a, b) => b.count - a.count || (a.unit.id < b.unit.id ? -1 : 1));
