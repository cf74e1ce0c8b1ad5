import type { Parties } from '#machines/kit/words/party.js';

/** Who takes part in the life of a project (三1, 三2). */
export const parties = {
  applicant: { label: '项目单位', kind: 'applicant' },
  superior: { label: '主管部门', kind: 'superior' },
  dataBureau: { label: '县数据资源管理局', kind: 'role', role: 'data-bureau' },
  cyberspace: { label: '县委网信办', kind: 'role', role: 'cyberspace' },
  developmentReform: { label: '县发改委', kind: 'role', role: 'development-reform' },
  finance: { label: '县财政局', kind: 'role', role: 'finance' },
  archives: { label: '档案主管部门', kind: 'role', role: 'archives' },
  secrecy: { label: '县委办保密', kind: 'role', role: 'secrecy' },
  cryptography: { label: '县委办密码', kind: 'role', role: 'cryptography' },
  publicSecurity: { label: '县公安局', kind: 'role', role: 'public-security' },
  countyOffice: { label: '县委办公室', kind: 'role', role: 'county-office' },
  audit: { label: '县审计局', kind: 'role', role: 'audit' },
  procurementSupervision: { label: '公共资源交易监管', kind: 'role', role: 'procurement-supervision' },
  supervisor: { label: '县政府督查', kind: 'role', role: 'supervisor' },
  /** The consultation mechanism of 三1, the last rung of escalation; the supervisor convenes it. */
  consultation: { label: '协商机制', kind: 'role', role: 'supervisor' },
  city: { label: '市数据资源管理局', kind: 'outside', recordedBy: 'dataBureau' },
  province: { label: '省数据资源管理部门', kind: 'outside', recordedBy: 'dataBureau' },
  government: { label: '县人民政府', kind: 'outside', recordedBy: 'dataBureau' },
  thirdParty: { label: '第三方机构', kind: 'outside', recordedBy: 'dataBureau' },
  experts: { label: '评审专家', kind: 'outside', recordedBy: 'dataBureau' },
  time: { label: '期限届至', kind: 'time' },
} as const satisfies Parties;

/** The departments whose joint review the yearly plan needs (二(一)3: 网信、发改、财政等, and the bureau itself). */
export const JOINT_REVIEWERS = ['dataBureau', 'cyberspace', 'developmentReform', 'finance'] as const;
export type JointReviewer = (typeof JOINT_REVIEWERS)[number];

/** Offices that supervise any project without being asked (二(六)1). */
export const OVERSEERS = [
  'cyberspace',
  'finance',
  'archives',
  'secrecy',
  'cryptography',
  'publicSecurity',
  'countyOffice',
  'audit',
  'procurementSupervision',
  'supervisor',
  'dataBureau',
] as const;

/**
 * The roles that may read what administrators have changed: calendar, parameters, accounts. Those changes belong to no
 * case.
 */
export const AUDIT_READERS = ['supervisor', 'audit'] as const;
