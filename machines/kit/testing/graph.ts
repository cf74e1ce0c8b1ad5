import type { Law, StateMeta } from '../law/law.js';
import type { Procedure } from '../law/procedure.js';

/** A state as XState built it: what entering it enters, and where it leads. */
interface Node {
  path: string[];
  type: string;
  tags: readonly string[];
  meta?: StateMeta;
  parent?: Node;
  states: Record<string, Node>;
  initial?: { target: readonly Node[] };
  always?: readonly Edge[];
  transitions: Map<string, readonly Edge[]>;
}
interface Edge {
  eventType: string;
  target?: readonly Node[];
  meta?: { law?: Law };
}

/**
 * The states of a procedure and the ways between them, exactly as a case enters them: a compound state through its
 * initial one, a parallel state with all its regions. Rules are not judged; a barrier leads nowhere.
 */
export class Graph {
  readonly nodes: readonly Node[];
  private readonly root: Node;

  constructor(procedure: Procedure) {
    this.root = procedure.machine.root;
    const inside = (node: Node): Node[] => [node, ...Object.values(node.states).flatMap(inside)];
    this.nodes = inside(this.root).slice(1);
  }

  /** The states that have no states inside. */
  get leaves(): Node[] {
    return this.nodes.filter((n) => Object.keys(n.states).length === 0);
  }

  get ends(): Node[] {
    return this.leaves.filter((n) => n.type === 'final' && n.path.length === 1);
  }

  nameOf = (node: Node): string => node.path.join('.');

  fromStart(): Set<Node> {
    return this.follow(this.entered(this.root), () => true);
  }

  /** Returns everywhere a case that stands here may come. `takes` excludes ways. */
  from(node: Node, takes: (edge: Edge) => boolean = () => true): Set<Node> {
    const beside = around(node)
      .filter((n) => n.type === 'parallel')
      .flatMap((n) => this.entered(n));
    return this.follow([...around(node), ...beside], takes);
  }

  private follow(start: readonly Node[], takes: (edge: Edge) => boolean): Set<Node> {
    const seen = new Set<Node>();
    const queue = [...start];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const edge of this.waysOut(node))
        if (takes(edge)) for (const target of edge.target ?? []) queue.push(...around(target), ...this.entered(target));
    }
    return seen;
  }

  waysOut(node: Node): Edge[] {
    return [...[...node.transitions.values()].flat(), ...(node.always ?? [])].filter(
      (edge) => edge.meta?.law?.barrier !== true,
    );
  }

  private entered(node: Node): Node[] {
    if (node.type === 'parallel') return [node, ...Object.values(node.states).flatMap((n) => this.entered(n))];
    const first = Object.keys(node.states).length > 0 ? node.initial?.target[0] : undefined;
    return first ? [node, ...this.entered(first)] : [node];
  }
}

const around = (node: Node): Node[] => (node.parent === undefined ? [] : [node, ...around(node.parent)]);
