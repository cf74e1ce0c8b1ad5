/**
 * The states of a procedure by name, nested as in the machine: `{ underway: { drafting: {}, reviewing: {} }, closed: {}
 * }`. They are written down beside the machine so that the compiler knows the targets of transitions; a machine with
 * other states can't be built.
 */
export type StateNames = object;

/** How deep states may be nested, counted down. Without a limit the compiler would follow them for ever. */
type Less = [never, 0, 1, 2, 3, 4, 5, 6];

/** The path of a state, from the outermost one: `underway.drafting`. */
export type PathIn<S, Depth extends number = 7> = Depth extends 0
  ? never
  : { [K in keyof S & string]: K | `${K}.${PathIn<S[K], Less[Depth]>}` }[keyof S & string];

type NameIn<S, Depth extends number = 7> = Depth extends 0
  ? never
  : { [K in keyof S & string]: K | NameIn<S[K], Less[Depth]> }[keyof S & string];

/** The path of a state within another one, from there on. */
export type PathWithin<S, Around extends string> =
  PathIn<S> extends infer P ? (P extends `${Around}.${infer Inner}` ? Inner : never) : never;

/** A state as a transition names it: by its path from anywhere, or by its name from a sibling. */
export type TargetIn<Id extends string, S> = NameIn<S> | `#${Id}.${PathIn<S>}`;

interface Written {
  readonly states?: Readonly<Record<string, Written>>;
  readonly on?: object;
}

const pathsOf = (states: StateNames, around = ''): string[] =>
  Object.entries(states).flatMap(([name, inner]: [string, StateNames]) => [
    around + name,
    ...pathsOf(inner, `${around}${name}.`),
  ]);

const namesOf = (states: Written['states'] = {}): StateNames =>
  Object.fromEntries(Object.entries(states).map(([name, state]) => [name, namesOf(state.states)]));

/** Returns where the names and the machine disagree, one sentence each. */
export function strayStates(declared: StateNames, written: Written): string[] {
  const [names, states] = [pathsOf(declared), pathsOf(namesOf(written.states))];
  return [
    ...names.filter((path) => !states.includes(path)).map((path) => `the state ${path} is named and not written`),
    ...states.filter((path) => !names.includes(path)).map((path) => `the state ${path} is written and not named`),
  ];
}

/**
 * When one set of transitions is spread over another, the later one of an event wins silently. So each set carries a
 * mark of its own, which a spread keeps: a mark without its transitions shows that they were replaced.
 */
export const marked = <Transitions>(type: string, transitions: Transitions): Record<string, Transitions> => ({
  [type]: transitions,
  [Symbol(type)]: transitions,
});

/** Returns the events whose transitions were replaced by others in the same state, one sentence each. */
export function replacedTransitions({ on = {}, states = {} }: Written, path = ''): string[] {
  const here = Object.getOwnPropertySymbols(on).flatMap((mark) => {
    const type = mark.description!;
    return Reflect.get(on, type) === Reflect.get(on, mark)
      ? []
      : [
          `${path || 'the machine'} has two on('${type}'), of which only the last counts: give one of them all the ways`,
        ];
  });
  return [
    ...here,
    ...Object.entries(states).flatMap(([name, state]) => replacedTransitions(state, path ? `${path}.${name}` : name)),
  ];
}
