/** What a procedure keeps of a case: its facts, and its states as that version of the machine names them. */
export interface Inside<Context> {
  context: Context;
  states: readonly string[];
}

const kept = Symbol('inside');

/** The inside of another case. Only the views that its own procedure publishes open it. */
export interface Sealed {
  readonly [kept]: Inside<unknown>;
}

export const sealed = (inside: Inside<unknown>): Sealed => ({ [kept]: inside });

/** A case that a view can read. */
export interface Viewed {
  number: string;
  procedure: string;
  /** The version of its procedure to which the case is pinned. */
  version: number;
  inside: Sealed;
}

/**
 * What a procedure publishes of its cases for others to read. The context may change with the version; what others read
 * does not change, because each version has a reader that gives the same.
 */
export interface View<Seen> {
  procedure: string;
  name: string;
  versions: Readonly<Record<number, (inside: Inside<never>) => Seen>>;
}

export const published = <Seen>(view: View<Seen>): View<Seen> => view;

/**
 * Returns what a view shows of a case.
 * @throws when the case is of another procedure, or of a version for which the view has no reader: a context is not
 * read by a guess.
 */
export function seenIn<Seen>({ procedure, name, versions }: View<Seen>, one: Viewed): Seen {
  if (one.procedure !== procedure)
    throw new Error(`view ${name} reads cases of ${procedure}, and ${one.number} is one of ${one.procedure}`);
  const read = versions[one.version];
  if (!read) throw new Error(`view ${name} of ${procedure} has no reader for version ${one.version} (${one.number})`);
  // The version of the case says which context `inside` holds.
  return read(one.inside[kept] as Inside<never>);
}
