/** What a procedure publishes of its states and transitions. Planning a way needs no more. */
export interface Published {
  states: readonly { path: string; kind: string }[];
  transitions: readonly {
    from: string;
    event: string;
    to: readonly string[];
    by: readonly string[];
    barrier: boolean;
    remark: boolean;
    abandons: boolean;
    revokes: boolean;
  }[];
}

const around = (path: string): string[] =>
  path.split('.').map((_, i, keys) => keys.slice(0, keys.length - i).join('.'));

/** Finds the way from where a case stands to where no case has been yet. */
export class Routes {
  private readonly inside = new Map<string, string[]>();
  private readonly known = new Map<string, string[]>();

  constructor(private readonly procedure: Published) {
    for (const { path } of procedure.states) {
      const parent = path.split('.').slice(0, -1).join('.');
      this.inside.set(parent, [...(this.inside.get(parent) ?? []), path]);
    }
  }

  /** Returns the events that begin a shortest way from `states` to one of `goals`. Empty when there is none. */
  firstSteps(states: readonly string[], goals: ReadonlySet<string>): string[] {
    const key = `${states.join()}→${[...goals].join()}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.search(states, goals);
    this.known.set(key, found);
    return found;
  }

  /** Returns the events that lead from here to the end and nowhere else. */
  endings(states: readonly string[]): Set<string> {
    const finals = new Set(this.procedure.states.filter((s) => s.kind === 'final').map((s) => s.path));
    const ways = states.flatMap((path) => this.edgesFrom(path)).filter((t) => t.event !== '');
    return new Set(
      ways
        .map((t) => t.event)
        .filter((event) =>
          ways.every((t) => t.event !== event || (t.to.length > 0 && t.to.every((to) => finals.has(to)))),
        ),
    );
  }

  /** Returns the events that may lead somewhere else from here. */
  leading(states: readonly string[]): Set<string> {
    return new Set(
      states
        .flatMap((path) => this.edgesFrom(path))
        .filter((t) => t.to.length > 0)
        .map((t) => t.event),
    );
  }

  /** Returns the states one step away. */
  nextTo(states: readonly string[]): string[] {
    return states.flatMap((path) => this.edgesFrom(path)).flatMap((t) => t.to.flatMap((to) => this.within(to)));
  }

  private search(states: readonly string[], goals: ReadonlySet<string>): string[] {
    const seen = new Set<string>(states);
    let front: { path: string; first: string | null }[] = states.map((path) => ({ path, first: null }));
    while (front.length > 0) {
      const next: { path: string; first: string | null }[] = [];
      const arrived = new Set<string>();
      for (const { path, first } of front) {
        for (const edge of this.edgesFrom(path)) {
          // A step that the procedure takes by itself costs nobody a step.
          const step = first ?? (edge.event === '' ? null : edge.event);
          for (const target of edge.to.flatMap((to) => this.within(to))) {
            if (seen.has(target)) continue;
            seen.add(target);
            if (goals.has(target) && step !== null) arrived.add(step);
            next.push({ path: target, first: step });
          }
        }
      }
      if (arrived.size > 0) return [...arrived];
      front = next;
    }
    return [];
  }

  private edgesFrom(path: string) {
    const here = new Set(around(path));
    return this.procedure.transitions.filter((t) => !t.barrier && here.has(t.from));
  }

  /** Returns the states inside a group. It is not published which of them is entered, so any may be. */
  private within(path: string): string[] {
    return [path, ...(this.inside.get(path) ?? []).flatMap((child) => this.within(child))];
  }
}
