import type { Parties } from '#machines/kit/words/party.js';
import { parties as offices } from '../../parties.js';

const { applicant, superior, dataBureau, supervisor, audit, consultation } = offices;

export const parties = { applicant, superior, dataBureau, supervisor, audit, consultation } as const satisfies Parties;
