import type { AfterCommit, Caller, CaseStore, Change, World } from './ports.js';

/** What every verb of the engine works with. */
export interface Deps {
  readonly store: CaseStore;
  readonly world: World;
  /** The listeners that hear of every written change, one after the other. */
  readonly afterCommit: readonly AfterCommit[];
}

/**
 * Tells the listeners of a change once it is written. The caller is answered only after what a listener returns is
 * done.
 */
export async function committed({ afterCommit }: Deps, change: Change, caller: Caller): Promise<void> {
  for (const listener of afterCommit) await listener.committed(change, caller);
}
