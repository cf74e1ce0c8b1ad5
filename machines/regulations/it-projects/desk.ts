import { deskFor } from '#machines/desk/desk.js';
import type { ItProjectsClause } from './clauses/all.js';
import type { ParameterKey } from './parameters.js';
import { parties } from './parties.js';

/** The desk of every office in the procedures of this regulation. The bureau may lift principles. */
export const desk = deskFor<ItProjectsClause, 'dataBureau', ParameterKey>({
  clauses: {
    responsibility: '2.6.2',
    informing: '1.2.3',
    urging: ['2.6.1a', '3.1'],
    recusal: ['2.6.2', '3.1'],
    correction: '1.2.3',
    recall: '1.2.3',
    experts: '3.3a',
  },
  parameters: {
    correctionNotice: 'correction.notice',
    panel: 'experts.min',
    largePanel: 'experts.minLarge',
    largePanelFrom: 'experts.largeFrom',
  },
  lifts: { party: 'dataBureau', label: parties.dataBureau.label },
  readers: '督查、数据资源等部门',
});

export const {
  acts,
  attachmentsHere,
  attachedOf,
  countersignRules,
  decisions,
  decisionsWithoutActs,
  handedIn,
  inOwnName,
  lastStepOurs,
  notBefore,
  notInFuture,
  notOwnCase,
  noticedInTime,
  onlyToApplicant,
  panelRules,
  reviewedRule,
  paperOf,
  reviewIn,
  toStepPassed,
  waysBack,
} = desk;

/** The steps to which a paper can be sent back: the applicant for correction, or an earlier step of its own road. */
export const RETURN_TO = {
  applicant: '项目单位补正',
  superior: '主管部门重新审核',
  preparation: '项目单位重新编制',
} as const;
export type ReturnTo = keyof typeof RETURN_TO;
