import type { CaseState } from '../case/case.js';
import { lapsedBetween } from '../law/decided.js';
import type { Procedure } from '../law/procedure.js';

interface At {
  snapshot: Pick<CaseState['snapshot'], 'context'>;
}
interface Step {
  before: At | undefined;
  tale: { procedure: Pick<Procedure, 'decided'> };
  accepted: { type: string; next: At };
}

/**
 * Decisions belong to versions: no opinion, endorsement, consent or review counts for a content that its giver has not
 * had before them. Returns whose decision an event left standing although it is about something else now, or null.
 */
export function staleDecision({ tale: { procedure }, before, accepted }: Step): string | null {
  const { decided } = procedure;
  if (!decided || !before) return null;
  const stale = lapsedBetween(
    decided.standing(before.snapshot.context),
    decided.standing(accepted.next.snapshot.context),
  );
  return stale.length === 0
    ? null
    : `${accepted.type}: the decision of ${stale.map(({ by, of }) => [by, of].filter(Boolean).join(' ')).join(', ')} counts for what they never saw`;
}
