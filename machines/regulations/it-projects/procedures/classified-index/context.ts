import type { IsoDate } from '#machines/kit/words/dates.js';
import type { OfflineStage } from './events.js';

interface Reference {
  number: string;
  date: IsoDate;
}

/** Yes or no, a number and a day: the opinions themselves are kept where they may be. */
export interface IndexContext {
  registryNumber: string;
  responsible: string;
  stage: OfflineStage;
  consent: Reference | null;
  assessment: Reference | null;
  review: (Reference & { passed: boolean }) | null;
  inUseOn: IsoDate | null;
}
