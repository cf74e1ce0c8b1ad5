import type { Parties } from '#machines/kit/words/party.js';
import { parties as offices } from '../../parties.js';
import { outstandingUnits, type PlanContext } from './context.js';

const {
  applicant,
  superior,
  dataBureau,
  cyberspace,
  developmentReform,
  finance,
  supervisor,
  audit,
  consultation,
  city,
  government,
  experts,
} = offices;

export const parties = {
  applicant: { ...applicant, label: '编制单位' },
  superior,
  dataBureau,
  cyberspace,
  developmentReform,
  finance,
  supervisor,
  audit,
  consultation,
  city,
  government,
  experts,
  /** The 有关部门 that the plan names beside the three. */
  departments: {
    label: '另行会签的部门',
    kind: 'units',
    of: (context: PlanContext) => context.declaration.departments,
    outstanding: outstandingUnits,
  },
} as const satisfies Parties;
