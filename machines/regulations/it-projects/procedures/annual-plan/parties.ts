import { parties as offices } from '../../parties.js';
import { unitsOf } from './context.js';

const {
  dataBureau,
  cyberspace,
  developmentReform,
  finance,
  supervisor,
  audit,
  consultation,
  city,
  province,
  government,
  experts,
  superior,
  time,
} = offices;

/** The plan is the bureau's own case. The units whose projects are on it see it, and act on their projects. */
export const parties = {
  applicant: { label: '编制单位', kind: 'applicant' },
  superior,
  dataBureau,
  cyberspace,
  developmentReform,
  finance,
  supervisor,
  audit,
  consultation,
  city,
  province,
  government,
  experts,
  time,
  listedUnits: { label: '计划项目的申报单位和主管部门', kind: 'units', of: unitsOf },
} as const;
