import { published, type Inside } from '#machines/kit/case/view.js';
import type { OperationContext } from '../procedures/operation-review/context.js';

/** What the review of an operation publishes of itself for other cases to read. */

/** The operation project it is held for; null where a running system is reviewed by itself. */
export const reviewedProject = published<string | null>({
  procedure: 'operation-review',
  name: 'project',
  versions: { 1: ({ context }: Inside<OperationContext>) => context.project?.id ?? null },
});
