import type { AfterCommit, Caller, CaseStore, Change, World } from './ports.js';

/** What every verb of the engine works with. */
export interface Deps {
  readonly store: CaseStore;
  readonly world: World;
  /** Told of every change that was written, one after the other. */
  readonly afterCommit: readonly AfterCommit[];
}

/** Tells of a change once it is written; what a listener returns is waited for before whoever called is answered. */
export async function committed({ afterCommit }: Deps, change: Change, caller: Caller): Promise<void> {
  for (const listener of afterCommit) await listener.committed(change, caller);
}
