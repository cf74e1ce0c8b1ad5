import type { Procedure } from '../kit/procedure.js';
import { acts } from '../office/acts.js';
import { projectOurs } from '../office/rules/projects.js';
import { ladders } from '../regulation/ladders.js';
import type { OperationContext } from './context.js';
import { deadlines } from './deadlines.js';
import { declaration, type Declaration } from './declaration.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { operationReviewMachine } from './machine.js';
import { parties } from './parties.js';
import { declared } from './rules/budget.js';

export const operationReview: Procedure<OperationContext> = {
  id: 'operation-review',
  version: 1,
  title: '年度运维方案和预算审核',
  numberPrefix: 'YW',
  machine: operationReviewMachine,
  stages: [],
  parties,
  readers: ['dataBureau', 'supervisor', 'audit'],
  contributors: ['applicant', 'superior', 'dataBureau', 'finance'],
  events,
  systemEvents: {},
  acts,
  relations: { project: { label: '建成该系统的项目', procedure: 'project', inverse: 'operationReviews' } },
  creation: {
    label: '登记年度运维',
    payload: declaration,
    clauses: ['2.5.4', '2.5.3'],
    rules: [...declared, projectOurs],
    begin: (data: Declaration): OperationContext => ({ declaration: data, submittedOn: null, endorsedOn: null, opinions: {}, expertReview: null, concluded: null }),
    titleOf: ({ year, system }: Declaration) => `${year}年度${system}运维`,
    links: [{ relation: 'project' }],
  },
  deadlines,
  ladders,
  documents,
};
