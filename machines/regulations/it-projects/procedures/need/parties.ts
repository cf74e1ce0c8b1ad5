import type { Parties } from '#machines/kit/words/party.js';
import { parties as offices } from '../../parties.js';
import type { NeedContext } from './context.js';

const { applicant, superior, dataBureau, supervisor, consultation } = offices;

export const parties = {
  applicant: { ...applicant, label: '登记单位' },
  superior,
  dataBureau,
  supervisor,
  consultation,
  /** 县直部门: the one that the township asks, or to which the bureau has redirected the need. */
  targetDepartment: { label: '统筹部门', kind: 'units', of: (context: NeedContext) => [context.target] },
} as const satisfies Parties;
