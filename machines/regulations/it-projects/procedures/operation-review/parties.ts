import type { Parties } from '#machines/kit/words/party.js';
import { parties as offices } from '../../parties.js';

const { applicant, superior, dataBureau, finance, supervisor, audit, consultation, experts } = offices;

export const parties = {
  applicant,
  superior,
  dataBureau,
  finance,
  supervisor,
  audit,
  consultation,
  experts,
} as const satisfies Parties;

/** 二(五)4: the finance department together with the bureau. */
export const REVIEWERS = ['finance', 'dataBureau'] as const;
export type Reviewer = (typeof REVIEWERS)[number];
