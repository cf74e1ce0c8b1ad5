import type { Procedure } from '../law/procedure.js';
import { entranceOf, roadOf, statesOf, type StateDescription } from './describe.js';
import { mermaid, overview, stagePaths } from './diagram.js';

/** A picture with more lines than this is drawn as an overview and one picture for each of its parts. */
const MOST_IN_A_PICTURE = 30;

export interface Picture {
  /** The stage it shows, or of which it shows a part. Null for the whole, and for what runs beside the stages. */
  stage: string | null;
  /** The path of the state whose inside it shows. Empty for the whole. */
  path: string;
  label: string;
  mermaid: string;
}

export const isWithin = (path: string, around: string): boolean =>
  around === '' || path === around || path.startsWith(`${around}.`);

/** Returns the states that run beside the road: outermost groups that neither hold it nor lie in it. */
export function besides(procedure: Procedure): StateDescription[] {
  const road = roadOf(procedure);
  const groups = statesOf(procedure).filter(
    (s) => s.kind === 'group' && !isWithin(s.path, road) && !isWithin(road, s.path),
  );
  return groups.filter((g) => !groups.some((other) => other !== g && isWithin(g.path, other.path)));
}

/** Draws a procedure in pictures: the whole, each stage or part with its own parts, and what runs beside them. */
export function picturesOf(procedure: Procedure): Picture[] {
  const states = statesOf(procedure);
  const paths = stagePaths(procedure);
  const entrance = entranceOf(procedure);
  const nameOf = ({ path, label }: StateDescription): string =>
    label ??
    states.find((s) => s.path === entrance(path))?.label ??
    states.find((s) => isWithin(s.path, path) && s.label !== null)?.label ??
    path;

  const partsOf = (path: string): StateDescription[] =>
    states.filter(
      (s) => s.kind === 'group' && s.path.startsWith(`${path}.`) && !s.path.slice(path.length + 1).includes('.'),
    );
  const besideIt = (): Picture[] =>
    besides(procedure).map((group) => ({
      stage: null,
      path: group.path,
      label: `同时进行：${nameOf(group)}`,
      mermaid: mermaid(procedure, group.path),
    }));
  const ofStage = (id: string, label: string): Picture[] => {
    const path = paths.get(id);
    if (path === undefined) return [];
    const whole = mermaid(procedure, path);
    if (isReadable(whole)) return [{ stage: id, path, label, mermaid: whole }];
    return [
      { stage: id, path, label, mermaid: overview(procedure, path) },
      ...partsOf(path).map((part) => ({
        stage: id,
        path: part.path,
        label: `${label}：${nameOf(part)}`,
        mermaid: mermaid(procedure, part.path),
      })),
    ];
  };

  const whole = { stage: null, path: '', label: '总图' };
  if (paths.size > 0)
    return [
      { ...whole, mermaid: overview(procedure) },
      ...procedure.stages.flatMap(({ id, label }) => ofStage(id, label)),
      ...besideIt(),
    ];
  const everything = mermaid(procedure);
  if (isReadable(everything)) return [{ ...whole, mermaid: everything }];
  const road = roadOf(procedure);
  return [
    { ...whole, mermaid: overview(procedure, road) },
    ...partsOf(road).map((part) => ({
      stage: null,
      path: part.path,
      label: nameOf(part),
      mermaid: mermaid(procedure, part.path),
    })),
    ...besideIt(),
  ];
}

const isReadable = (picture: string): boolean => picture.split(' --> ').length - 1 <= MOST_IN_A_PICTURE;
