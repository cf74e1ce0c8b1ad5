import type { Facts } from '#machines/kit/case/facts.js';
import type { Related } from '#machines/kit/case/relation.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '../../desk.js';
import { projectOurs } from '../../common/named-project.js';
import { ladders } from '../../ladders.js';
import { decided, type OperationContext } from './context.js';
import { deadlines } from './deadlines.js';
import { declaration, type Declaration } from './declaration.js';
import { documents } from './documents.js';
import { events, systemEvents } from './events.js';
import { operationReviewMachine } from './machine.js';
import { parties } from './parties.js';
import { declared } from './rules/budget.js';
import { onlyReview, ownProject, projectAwaits } from './rules/project.js';

const begin = (declaration: Declaration, { related }: Facts): OperationContext => ({
  declaration,
  project: tied(related.project?.[0]),
  papers: [],
  submittedOn: null,
  endorsedOn: null,
  opinions: {},
  earlier: [],
  expertReview: null,
  concluded: null,
});
const tied = (project: Related | undefined): OperationContext['project'] =>
  project ? { id: project.id, number: project.number, title: project.title } : null;

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
  systemEvents,
  acts,
  relations: {
    project: { label: '运维项目，或者建成该系统的项目', procedure: 'project', inverse: 'operationReviews' },
  },
  creation: {
    label: '登记年度运维',
    payload: declaration,
    clauses: ['2.5.4', '2.5.3'],
    rules: [...declared, projectOurs, ownProject, projectAwaits, onlyReview],
    begin,
    titleOf: ({ declaration: { year, system } }) => `${year}年度${system}运维`,
    links: [{ relation: 'project' }],
  },
  deadlines,
  decided,
  ladders,
  lists: {},
  documents,
};
