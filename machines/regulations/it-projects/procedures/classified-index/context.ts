import type { IsoDate } from '#machines/kit/words/dates.js';
import type { OfflineStage } from './events.js';

interface Reference {
  number: string;
  date: IsoDate;
}

/**
 * What the index knows: yes or no, a number and a day. The opinions themselves are kept where the rules on secrets
 * allow it.
 */
export interface IndexContext {
  registryNumber: string;
  responsible: string;
  stage: OfflineStage;
  consent: Reference | null;
  assessment: Reference | null;
  review: (Reference & { passed: boolean }) | null;
  inUseOn: IsoDate | null;
}
