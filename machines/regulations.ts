import type { Regulation } from '#machines/kit/law/regulation.js';
import { itProjects } from './regulations/it-projects/regulation.js';

/** Every regulation this program knows. Only the start and the tools read this list; the other modules receive it. */
export const regulations: readonly Regulation[] = [itProjects];
