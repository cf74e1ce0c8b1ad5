import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '../../desk.js';
import { ladders } from '../../ladders.js';
import { decided, freshRound, type PlanContext } from './context.js';
import { deadlines } from './deadlines.js';
import { declaration, periodOf, type Declaration } from './declaration.js';
import { documents } from './documents.js';
import { events, systemEvents } from './events.js';
import { developmentPlanMachine } from './machine.js';
import { parties } from './parties.js';
import { departmentsKnown, onePerPeriod, periodAhead } from './rules/creation.js';

export const developmentPlan: Procedure<PlanContext> = {
  id: 'development-plan',
  version: 1,
  title: '政务信息化建设规划',
  numberPrefix: 'GH',
  machine: developmentPlanMachine,
  stages: [],
  parties,
  readers: ['dataBureau', 'supervisor', 'audit'],
  contributors: ['dataBureau', 'cyberspace', 'developmentReform', 'finance', 'departments'],
  events,
  systemEvents,
  acts,
  relations: {
    successor: { label: '接替的规划', procedure: 'development-plan', inverse: 'predecessors' },
    predecessors: { label: '被接替的规划', procedure: 'development-plan', inverse: 'successor' },
  },
  creation: {
    label: '启动规划编制',
    payload: declaration,
    clauses: ['2.1.1a'],
    by: ['dataBureau'],
    rules: [periodAhead, onePerPeriod, departmentsKnown],
    begin: (data: Declaration): PlanContext => ({
      declaration: data,
      papers: [],
      round: freshRound,
      earlier: [],
      versions: [],
      adjustment: null,
      implementedOn: null,
      filed: null,
    }),
    titleOf: ({ declaration }) => declaration.title,
    keyOf: periodOf,
  },
  deadlines,
  decided,
  ladders,
  lists: {},
  documents,
};
