import type { Parties } from '#machines/kit/words/party.js';
import { parties as offices } from '#machines/regulations/it-projects/parties.js';

const { applicant, superior, dataBureau, supervisor, consultation } = offices;

/** Whom nothing but the ladder of reminders calls stands here, too: `superior` and `consultation`. */
export const parties = { applicant, superior, dataBureau, supervisor, consultation } as const satisfies Parties;
