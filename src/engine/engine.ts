import type { Sender } from '#machines/kit/case/cause.js';
import type { Actor } from '#machines/kit/case/facts.js';
import { create, type CreateCommand } from './create.js';
import type { Deps } from './deps.js';
import type { Render } from './outcome.js';
import type { AfterCommit, Answer, CaseStore, World } from './ports.js';
import { recount } from './recount.js';
import { ring } from './ring.js';
import { send, type SendCommand } from './send.js';
import { signal } from './signal.js';
import { view, type View } from './view.js';

/**
 * What doorways may ask of the engine. Each verb has a file of its own. One event is one transaction: lock, facts,
 * decide, write. The engine knows procedures, and not one of them by name.
 */
export class Engine {
  private readonly deps: Deps;

  constructor(store: CaseStore, world: World, afterCommit: readonly AfterCommit[]) {
    this.deps = { store, world, afterCommit };
  }

  /** Takes a person's event on a case. */
  send(command: SendCommand, render: Render): Promise<Answer> {
    return send(this.deps, command, render, 'doorway');
  }

  create(command: CreateCommand, render: Render): Promise<Answer> {
    return create(this.deps, command, render);
  }

  /** Returns a case as this person sees it now. Null when there is none, or none for them. */
  view(caseId: string, actor: Actor): Promise<View | null> {
    return view(this.deps, caseId, actor);
  }

  /** Answers a deadline's alarm. Returns whether it rang. @throws RingFailed */
  ring(deadlineId: string): Promise<boolean> {
    return ring(this.deps, deadlineId, 'doorway');
  }

  /** Counts the deadlines of a case again by the newest calendar. Returns whether it was behind. @throws RingFailed */
  recount(caseId: string): Promise<boolean> {
    return recount(this.deps, caseId, 'doorway');
  }

  /** Applies an event from another case, at most once for each `key`. @throws SignalRefused */
  signal(caseId: string, type: string, data: unknown, key: string, sender?: Sender): Promise<void> {
    return signal(this.deps, { caseId, type, data, key, sender });
  }
}
