import type { Facts } from '#machines/kit/case/facts.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '../../desk.js';
import { ladders } from '../../ladders.js';
import { parties } from '../../parties.js';
import { proposal, type Proposal } from './content.js';
import { decided, type ChangeContext } from './context.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { events, systemEvents } from './events.js';
import { changeMachine } from './machine.js';
import { basisOf } from './project.js';
import {
  beforeAcceptance,
  budgetApproved,
  noneInFiling,
  onlyOpenChange,
  projectKnown,
  projectNotSuspended,
  projectUnderWay,
} from './rules/project.js';

function begin({ project: _, ...content }: Proposal, facts: Facts): ChangeContext {
  const [project] = facts.related.project!;
  return {
    project: { id: project!.id, number: project!.number, title: project!.title },
    content,
    basis: basisOf(facts),
    decidedOn: null,
    submittedOn: null,
    endorsedOn: null,
    expertReview: null,
    city: null,
    province: null,
    government: null,
    allowed: null,
    implementedOn: null,
    papers: [],
    earlier: [],
  };
}

export const changeRequest: Procedure<ChangeContext> = {
  id: 'change-request',
  version: 1,
  title: '投资变更',
  numberPrefix: 'BG',
  machine: changeMachine,
  stages: [],
  parties,
  readers: ['dataBureau', 'supervisor', 'audit', 'procurementSupervision'],
  contributors: ['applicant', 'superior', 'dataBureau'],
  events,
  systemEvents,
  acts,
  relations: { project: { label: '项目', procedure: 'project', inverse: 'changes' } },
  creation: {
    label: '提出投资变更',
    payload: proposal,
    clauses: ['2.3.3a'],
    rules: [
      projectKnown,
      budgetApproved,
      projectUnderWay,
      projectNotSuspended,
      onlyOpenChange,
      noneInFiling,
      beforeAcceptance,
    ],
    begin,
    titleOf: ({ project }) => `${project.title}投资变更`,
    unitOf: ({ project }) => project?.[0]?.unit,
    links: [{ relation: 'project' }],
  },
  deadlines,
  decided,
  ladders,
  lists: {},
  documents,
};
