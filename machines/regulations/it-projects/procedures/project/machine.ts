import { attachmentsHere, inOwnName } from '../../desk.js';
import { OVERSEERS } from '../../parties.js';
import { acceptancePublicity, approvalPublicity, cityFiling, platformFiling, standing } from './beside.js';
import { endsChanges, hearsOfChanges } from './changes.js';
import { contractFiling, contractNotice, contractReport, interfacePeriod } from './contract.js';
import { endsReview, hearsOfOperation } from './operation.js';
import { intranetProject } from './rules/approval.js';
import { windowOpen } from './rules/evaluation.js';
import { inPlan, notDetermined } from './rules/plan.js';
import { approvedFirst, contractedFirst } from './rules/procurement.js';
import { decidedOnPaper, withdrawable } from './rules/standing.js';
import { blocked, end, machine, on } from './setup.js';
import { acceptance, shutBeforeAcceptance } from './stages/acceptance.js';
import { approval } from './stages/approval.js';
import { archival } from './stages/archival.js';
import { construction } from './stages/construction.js';
import { evaluation, selfEvaluation } from './stages/evaluation.js';
import { leavesPlan, plan } from './stages/plan.js';
import { procurement } from './stages/procurement.js';
import { reserve } from './stages/reserve.js';
import { trial } from './stages/trial.js';

/**
 * The steps that the law forbids before their time, or to this project. They are refused with the clause wherever the
 * project stands, so that the official does not merely read "impossible".
 */
const shut = {
  ...blocked('approve', { by: 'dataBureau', clauses: ['2.1.4'], rules: [inPlan] }),
  ...blocked('recordIntranetApproval', { by: 'countyOffice', clauses: ['3.2f'], rules: [intranetProject] }),
  ...blocked('publishTender', { by: 'applicant', clauses: ['2.1.4'], rules: [approvedFirst] }),
  ...blocked('signContract', { by: 'applicant', clauses: ['2.1.4'], rules: [approvedFirst] }),
  ...blocked('startConstruction', { by: 'applicant', clauses: ['2.1.4'], rules: [approvedFirst, contractedFirst] }),
  ...shutBeforeAcceptance,
  ...blocked('submitSelfEvaluation', { by: 'applicant', clauses: ['2.4.6a'], rules: [windowOpen] }),
};

/** The plan may send these when the project has already left it. The project notes them and does nothing. */
const afterThePlan = {
  ...on('planRemoved', { by: 'system', clauses: ['2.1.3b'] }),
  ...on('planReturned', { by: 'system', clauses: ['2.1.3b'] }),
  ...on('planIssued', { by: 'system', clauses: ['2.1.4'] }),
};

/** When the project ends, its open changes and its review are told. */
const tellsItsEnd = { entry: [endsChanges, endsReview].map((params) => ({ type: 'effect' as const, params })) };

/** The life of a project: nine stages in a row, the regions beside them, and four ways to end. */
export const projectMachine = machine({
  initial: 'underway',
  states: {
    underway: {
      type: 'parallel',
      on: {
        ...on('withdraw', {
          to: end('withdrawn'),
          by: 'applicant',
          clauses: ['2.1.2a'],
          rules: [withdrawable, notDetermined],
          abandons: true,
          then: [leavesPlan],
        }),
        ...on('terminate', {
          to: end('terminated'),
          by: 'dataBureau',
          decides: true,
          clauses: ['2.6.3b', '2.6.4'],
          rules: decidedOnPaper,
          abandons: true,
          exempt: true,
          then: [leavesPlan],
        }),
        ...on('terminatedByRectification', {
          to: end('terminated'),
          by: 'system',
          clauses: ['2.6.3b', '2.6.4'],
          abandons: true,
          then: [leavesPlan],
        }),
        ...on('leaveOpinion', {
          by: OVERSEERS,
          clauses: ['2.6.1a', '2.6.1b', '3.2b', '3.2c', '3.2e', '3.2g'],
          rules: [inOwnName, attachmentsHere],
          exempt: true,
          widens: false,
        }),
        ...hearsOfChanges,
      },
      states: {
        path: {
          initial: 'reserve',
          on: { ...shut, ...afterThePlan, ...hearsOfOperation },
          states: { reserve, plan, approval, procurement, construction, trial, acceptance, archival, evaluation },
        },
        cityFiling,
        contractFiling,
        contractNotice,
        contractReport,
        interfacePeriod,
        platformFiling,
        approvalPublicity,
        acceptancePublicity,
        selfEvaluation,
        standing,
      },
    },
    closed: { type: 'final', tags: ['closed'], meta: { label: '已闭环' }, ...tellsItsEnd },
    terminated: { type: 'final', tags: ['terminated'], meta: { label: '已终止' }, ...tellsItsEnd },
    withdrawn: { type: 'final', tags: ['terminated'], meta: { label: '已撤回' }, ...tellsItsEnd },
    rejected: { type: 'final', tags: ['terminated'], meta: { label: '未通过' } },
  },
});
