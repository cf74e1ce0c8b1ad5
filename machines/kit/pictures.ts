import { entranceOf, statesOf, type StateDescription } from './describe.js';
import { mermaid, overview, stagePaths } from './diagram.js';
import type { Procedure } from './procedure.js';

/** A stage with more states than this is drawn as an overview and one picture for each of its parts. */
const MOST_IN_A_PICTURE = 16;

export interface Picture {
  /** The stage it shows, or a part of it; null for the whole, and for what runs beside the stages. */
  stage: string | null;
  /** The path of the state it shows the inside of; empty for the whole. */
  path: string;
  label: string;
  mermaid: string;
}

export const isWithin = (path: string, around: string): boolean => around === '' || path === around || path.startsWith(`${around}.`);

/** The states that run beside the stages: outermost groups that neither hold a stage nor lie in one. */
export function besides(procedure: Procedure): StateDescription[] {
  const stages = [...stagePaths(procedure).values()];
  if (stages.length === 0) return [];
  const groups = statesOf(procedure).filter((s) => s.kind === 'group' && !stages.some((stage) => isWithin(s.path, stage) || isWithin(stage, s.path)));
  return groups.filter((g) => !groups.some((other) => other !== g && isWithin(g.path, other.path)));
}

/** A procedure in pictures: the whole, each stage with its parts, and what runs beside them. */
export function picturesOf(procedure: Procedure): Picture[] {
  const states = statesOf(procedure);
  const paths = stagePaths(procedure);
  const entrance = entranceOf(procedure);
  const nameOf = ({ path, label }: StateDescription): string =>
    label ?? states.find((s) => s.path === entrance(path))?.label ?? states.find((s) => isWithin(s.path, path) && s.label !== null)?.label ?? path;

  const ofStage = (id: string, label: string): Picture[] => {
    const path = paths.get(id);
    if (path === undefined) return [];
    const inside = states.filter((s) => s.kind !== 'group' && isWithin(s.path, path));
    if (inside.length <= MOST_IN_A_PICTURE) return [{ stage: id, path, label, mermaid: mermaid(procedure, path) }];
    const parts = states.filter((s) => s.kind === 'group' && s.path.startsWith(`${path}.`) && !s.path.slice(path.length + 1).includes('.'));
    return [
      { stage: id, path, label, mermaid: overview(procedure, path) },
      ...parts.map((part) => ({ stage: id, path: part.path, label: `${label}：${nameOf(part)}`, mermaid: mermaid(procedure, part.path) })),
    ];
  };

  return [
    { stage: null, path: '', label: '总图', mermaid: paths.size > 0 ? overview(procedure) : mermaid(procedure) },
    ...procedure.stages.flatMap(({ id, label }) => ofStage(id, label)),
    ...besides(procedure).map((group) => ({ stage: null, path: group.path, label: `同时进行：${nameOf(group)}`, mermaid: mermaid(procedure, group.path) })),
  ];
}
