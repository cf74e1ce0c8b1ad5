import type { Procedure } from '../law/procedure.js';
import {
  entranceOf,
  roadOf,
  statesOf,
  transitionsOf,
  type StateDescription,
  type TransitionDescription,
} from './describe.js';

/** Downwards: the names of the steps are long, and side by side they would make the picture too wide for a page. */
const HEAD = ['stateDiagram-v2', '  direction TB'];
const OUTSIDE = '[*]';
/**
 * If a group has so many states, a step out of it is drawn as one line from the box of the group. A line from each
 * state would hide the road.
 */
const MANY = 5;

/** Words that mean something to Mermaid where the name of a state stands. */
const RESERVED = new Set([
  'as',
  'class',
  'classdef',
  'click',
  'default',
  'direction',
  'end',
  'hide',
  'note',
  'scale',
  'state',
  'style',
]);
const nodeId = (path: string): string => (RESERVED.has(path.toLowerCase()) ? `${path}_` : path.replaceAll('.', '_'));
const isWithin = (path: string, around: string): boolean =>
  around === '' || path === around || path.startsWith(`${around}.`);

const WIDE: Readonly<Record<string, string>> = {
  ':': '：',
  ';': '；',
  '#': '＃',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '{': '｛',
  '}': '｝',
  '%': '％',
  '\n': ' ',
};

/**
 * Mermaid ends a label at a colon, a semicolon or the end of a line. It takes `#` for the start of a character's
 * number, `%%` for a comment, braces for a box, and text between angles for HTML.
 */
export const safe = (text: string): string => text.replace(/[:;#"<>{}%\n]/g, (sign) => WIDE[sign]!);

/** Returns the state that stands for each stage. */
export function stagePaths(procedure: Procedure): ReadonlyMap<string, string> {
  const states = statesOf(procedure);
  return new Map(
    procedure.stages.flatMap(({ id }) =>
      states
        .filter((s) => s.stage === id && s.kind === 'group')
        .slice(0, 1)
        .map((s) => [id, s.path]),
    ),
  );
}

/**
 * Draws a Mermaid state diagram of what lies below `within` (the path of a state; empty for the whole procedure). It
 * shows the states in which a case waits and the steps between them. It leaves out steps that lead nowhere else, and
 * steps that may be taken far beyond it: the picture shows the road, not every gate beside it.
 */
export function mermaid(procedure: Procedure, within = ''): string {
  const drawing = new Drawing(procedure);
  const stages = [...stagePaths(procedure).values()];
  // Mermaid can't draw a line between the insides of two boxes. In the picture of everything a line runs from box to
  // box.
  const boxes = within === '' ? stages : [];
  const box = (path: string): string | undefined => boxes.find((b) => isWithin(path, b));
  const holdsStages = (path: string): boolean => stages.some((stage) => stage !== path && isWithin(stage, path));

  for (const b of boxes)
    drawing.box(
      b,
      drawing.leaves.filter((s) => isWithin(s.path, b)),
    );
  for (const leaf of drawing.leaves) if (isWithin(leaf.path, within) && !box(leaf.path)) drawing.state(leaf);

  const entrance = drawing.entrance(within);
  drawing.edge(OUTSIDE, boxes[0] ? nodeId(boxes[0]) : drawing.idOf(entrance));
  for (const t of drawing.steps) {
    const target = drawing.entrance(t.to[0]!);
    const [inside, leads] = [isWithin(t.from, within), isWithin(target, within)];
    if (!inside && !leads) continue;
    const many = inside ? drawing.manyIn(t.from, within) : undefined;
    if (many && !holdsStages(target)) {
      drawing.edge(many, leads ? nodeId(box(target) ?? target) : drawing.exit(target), drawing.labelOf(t));
      continue;
    }
    if (inside && leads) {
      if (holdsStages(t.from)) continue;
      const [a, b] = [box(t.from), box(target)];
      if (a !== b) drawing.edge(nodeId(a ?? t.from), nodeId(b ?? target), drawing.labelOf(t));
      else
        for (const from of drawing.standsFor(t.from))
          drawing.edge(drawing.idOf(from), drawing.idOf(target), drawing.labelOf(t));
      continue;
    }
    if (inside)
      for (const from of drawing.standsFor(t.from))
        drawing.edge(drawing.idOf(from), drawing.exit(target), drawing.labelOf(t));
    else if (target !== entrance && !isWithin(within, t.from))
      drawing.edge(drawing.origin(t.from), drawing.idOf(target));
  }
  return drawing.text();
}

/**
 * Draws what lies directly below `within`, one box each and nothing inside: for the whole procedure, its stages and the
 * ends they lead to. The overview of everything, or of the road through it, also shows how a case ends wherever it
 * stands.
 */
export function overview(procedure: Procedure, within = ''): string {
  const drawing = new Drawing(procedure);
  const stages = [...stagePaths(procedure).values()];
  const children = drawing.states.filter(
    (s) => s.path !== within && isWithin(s.path, within) && !s.path.slice(within.length + 1).includes('.'),
  );
  const shown =
    within === '' && stages.length > 0
      ? drawing.states.filter((s) => stages.includes(s.path) || s.kind === 'final')
      : children;
  const box = (path: string): StateDescription | undefined => shown.find((s) => isWithin(path, s.path));

  const everything = within === '' || within === roadOf(procedure);
  const first = shown[0];
  for (const s of shown) if (s.kind !== 'final') drawing.state(s);
  if (first)
    drawing.edge(OUTSIDE, drawing.idOf(box(drawing.entrance(within === '' ? first.path : within))?.path ?? first.path));
  for (const t of drawing.steps) {
    const target = drawing.entrance(t.to[0]!);
    const from = box(t.from);
    const to = box(target);
    const many = !from && everything && drawing.isEnd(target) ? drawing.manyIn(t.from, within) : undefined;
    if (many) drawing.edge(many, drawing.exit(target), drawing.labelOf(t));
    if (!from || from === to) continue;
    if (to) {
      drawing.state(to);
      drawing.edge(drawing.idOf(from.path), drawing.idOf(to.path), drawing.labelOf(t));
    } else if (within !== '') drawing.edge(drawing.idOf(from.path), drawing.exit(target), drawing.labelOf(t));
  }
  return drawing.text();
}

/** A picture in the making. It has each state, and each line between two of them, once. */
class Drawing {
  readonly states: readonly StateDescription[];
  /** The states in which a case can stand, and the forks on its way. */
  readonly leaves: readonly StateDescription[];
  readonly steps: readonly TransitionDescription[];
  readonly entrance: (path: string) => string;
  private readonly forks: ReadonlySet<string>;
  private readonly drawn = new Map<string, string[]>();
  private readonly edges = new Map<string, { from: string; to: string; labels: Set<string> }>();

  constructor(private readonly procedure: Procedure) {
    this.states = statesOf(procedure);
    this.leaves = this.states.filter((s) => s.kind !== 'group');
    const transitions = transitionsOf(procedure);
    // A state where somebody is awaited may also be left by itself, once a condition holds. That makes it no fork.
    const passing = new Set(this.states.filter((s) => s.kind === 'passing').map((s) => s.path));
    this.forks = new Set(transitions.filter((t) => t.event === '' && passing.has(t.from)).map((t) => t.from));
    this.steps = transitions.filter((t) => !t.barrier && t.to.length > 0);
    this.entrance = entranceOf(procedure);
  }

  /** Returns the box of a state. A state without a name, in which no case waits, is where a road begins or ends. */
  idOf(path: string): string {
    const state = this.leaves.find((s) => s.path === path);
    return state && state.label === null && !this.forks.has(path) ? OUTSIDE : nodeId(path);
  }

  standsFor(path: string): string[] {
    const inside = this.leaves.filter((s) => isWithin(s.path, path) && !this.forks.has(s.path));
    return inside.length > 0 ? inside.map((s) => s.path) : [path];
  }

  isEnd(path: string): boolean {
    return this.states.some((s) => s.path === path && s.kind === 'final');
  }

  /** Returns what stands for all the states of a group that the picture shows, if there are many. */
  manyIn(group: string, within: string): string | undefined {
    const shown = this.leaves.filter((s) => s.kind === 'resting' && isWithin(s.path, within));
    const meant = shown.filter((s) => isWithin(s.path, group));
    if (meant.length < MANY) return undefined;
    const all = meant.length === shown.length;
    const id = all ? 'anywhere' : `anywhere_in_${nodeId(group)}`;
    this.drawn.set(id, [
      `state "${all ? '任何环节' : `从“${safe(meant[0]!.label!)}”到“${safe(meant.at(-1)!.label!)}”的各环节`}" as ${id}`,
    ]);
    return id;
  }

  labelOf({ event, when }: TransitionDescription): string {
    const label = this.procedure.events[event]?.label ?? this.procedure.systemEvents[event]?.label ?? event;
    return label === '' ? (when ?? '其他') : `${label}${when ? `(${when})` : ''}`;
  }

  state({ path }: StateDescription): void {
    const id = this.idOf(path);
    if (id === OUTSIDE || this.drawn.has(id)) return;
    this.drawn.set(id, [this.line(path)]);
  }

  box(path: string, inside: readonly StateDescription[]): void {
    const lines = inside.filter((s) => this.idOf(s.path) !== OUTSIDE).map((s) => `  ${this.line(s.path)}`);
    this.drawn.set(nodeId(path), [`${this.line(path)} {`, ...lines, '}']);
  }

  /** Returns where a road leads that leaves the picture: an end, or another stage. */
  exit(path: string): string {
    const state = this.states.find((s) => s.path === path);
    const id = state?.kind === 'final' ? nodeId(path) : `to_${state?.stage ?? nodeId(path)}`;
    const name = state?.kind === 'final' ? this.nameOf(path) : `→ ${this.stageLabel(state) ?? this.nameOf(path)}`;
    this.drawn.set(id, [`state "${safe(name)}" as ${id}`]);
    return id;
  }

  /** Returns where a road comes from that enters the picture half-way. */
  origin(path: string): string {
    const state = this.states.find((s) => s.path === path);
    const id = `from_${state?.stage ?? nodeId(path)}`;
    this.drawn.set(id, [`state "${safe(this.stageLabel(state) ?? this.nameOf(path))} →" as ${id}`]);
    return id;
  }

  edge(from: string, to: string, label = ''): void {
    if (from === OUTSIDE && to === OUTSIDE) return;
    const key = `${from} ${to}`;
    const known = this.edges.get(key) ?? { from, to, labels: new Set<string>() };
    if (label !== '') known.labels.add(safe(label));
    this.edges.set(key, known);
  }

  text(): string {
    const edges = [...this.edges.values()].map(
      ({ from, to, labels }) => `${from} --> ${to}${labels.size > 0 ? `: ${[...labels].join('<br/>')}` : ''}`,
    );
    return `${[...HEAD, ...[...this.drawn.values()].flat().map((line) => `  ${line}`), ...edges.map((line) => `  ${line}`)].join('\n')}\n`;
  }

  private line(path: string): string {
    return this.forks.has(path)
      ? `state ${nodeId(path)} <<choice>>`
      : `state "${safe(this.nameOf(path))}" as ${nodeId(path)}`;
  }

  private stageLabel(state: StateDescription | undefined): string | undefined {
    return this.procedure.stages.find((s) => s.id === state?.stage)?.label;
  }

  private nameOf(path: string): string {
    const state = this.states.find((s) => s.path === path);
    return state?.label ?? this.states.find((s) => s.path === this.entrance(path))?.label ?? path.split('.').at(-1)!;
  }
}
