import type { Parties } from '../kit/party.js';
import { parties as offices } from '../regulation/parties.js';

const { applicant, superior, dataBureau, supervisor, audit, consultation } = offices;

export const parties = { applicant, superior, dataBureau, supervisor, audit, consultation } as const satisfies Parties;
