import type { Facts } from '#machines/kit/case/facts.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '../../desk.js';
import { notClassified, notTownship } from '../../common/creation.js';
import { ladders } from '../../ladders.js';
import type { ProjectContext } from './context.js';
import { deadlines } from './deadlines.js';
import { decided } from './decided.js';
import { declaration, type Declaration } from './declaration.js';
import { documents } from './documents.js';
import { events, systemEvents } from './events.js';
import { lists } from './lists.js';
import { projectMachine } from './machine.js';
import { parties } from './parties.js';
import { parentNamed, publiclyFunded } from './rules/creation.js';
import { participantsKnown } from './rules/participation.js';

function begin(data: Declaration, { unit, today, seq }: Facts): ProjectContext {
  return {
    declaration: data,
    version: seq,
    papers: [],
    earlier: [],
    applicant: {
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      creditCode: unit.creditCode,
      superior: unit.supervisingUnitId,
    },
    amounts: [{ kind: 'estimate', amountFen: data.estimateFen, on: today, seq }],
    endorsedOn: null,
    preReviewed: null,
    participation: {},
    returned: null,
    cityReportedOn: null,
    cityFiledOn: null,
    published: { approval: null, acceptance: null },
    platformFiledOn: null,
    operation: { securityTestedOn: null, sharingReportedOn: null },
    similarity: null,
    plan: {},
    outOfPlan: null,
    dossier: null,
    dossiers: {},
    operationApproval: null,
    intranetApproval: null,
    funds: null,
    tender: null,
    award: null,
    contract: null,
    started: null,
    progress: null,
    completedOn: null,
    preliminaryAcceptance: null,
    trial: null,
    archiveAcceptance: null,
    acceptance: {
      appliedOn: null,
      meetingOn: null,
      extendedTo: null,
      extendedOn: null,
      requested: null,
      passedOn: null,
      track: null,
    },
    handedOver: null,
    evaluation: { submittedOn: null, financeAcknowledgedOn: null, grade: null },
    suspension: null,
    changes: [],
  };
}

export const project: Procedure<ProjectContext> = {
  id: 'project',
  version: 1,
  title: '政务信息化项目',
  numberPrefix: 'XM',
  machine: projectMachine,
  stages: [
    { id: 'reserve', label: '储备库' },
    { id: 'plan', label: '年度计划' },
    { id: 'approval', label: '申报审批' },
    { id: 'procurement', label: '采购' },
    { id: 'construction', label: '建设' },
    { id: 'trial', label: '试运行' },
    { id: 'acceptance', label: '竣工验收' },
    { id: 'archival', label: '归档' },
    { id: 'evaluation', label: '绩效评价' },
  ],
  parties,
  readers: ['dataBureau', 'supervisor', 'audit', 'procurementSupervision'],
  contributors: [
    'applicant',
    'superior',
    'participants',
    'dataBureau',
    'cyberspace',
    'developmentReform',
    'finance',
    'archives',
    'cryptography',
    'publicSecurity',
    'countyOffice',
    'audit',
  ],
  events,
  systemEvents,
  acts,
  relations: {
    annualPlan: { label: '年度计划', procedure: 'annual-plan', inverse: 'projects' },
    changes: { label: '投资变更', procedure: 'change-request', inverse: 'project' },
    operationReviews: { label: '运维方案和预算审查', procedure: 'operation-review', inverse: 'project' },
    schemeReviews: { label: '参照执行项目方案审查', procedure: 'scheme-review', inverse: 'project' },
    needs: { label: '纳入的乡镇需求', procedure: 'need', inverse: 'project' },
    rectifications: { label: '整改', procedure: 'rectification', inverse: 'project' },
  },
  creation: {
    label: '登记项目',
    payload: declaration,
    clauses: ['2.1.2a', '1.2.1', '1.2.2'],
    rules: [notTownship, publiclyFunded, notClassified, parentNamed, participantsKnown],
    begin,
    titleOf: ({ declaration }) => declaration.title,
  },
  contact: ({ started }) => started?.responsiblePerson,
  deadlines,
  decided,
  ladders,
  lists,
  documents,
};
