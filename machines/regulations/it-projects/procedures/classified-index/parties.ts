import { parties as offices } from '../../parties.js';

const { applicant, superior, secrecy, dataBureau, supervisor, consultation } = offices;
export const parties = { applicant, superior, secrecy, dataBureau, supervisor, consultation } as const;
