import { published, type Inside } from '#machines/kit/case/view.js';
import type { OperationContext } from '../procedures/operation-review/context.js';

/** The views of an operation review for other cases. */

/** The operation project under review. Null if a running system is reviewed by itself. */
export const reviewedProject = published<string | null>({
  procedure: 'operation-review',
  name: 'project',
  versions: { 1: ({ context }: Inside<OperationContext>) => context.project?.id ?? null },
});
