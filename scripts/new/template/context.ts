import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from './declaration.js';

export interface SampleRequestContext {
  declaration: Declaration;
  decided: { approved: boolean; on: IsoDate } | null;
}
