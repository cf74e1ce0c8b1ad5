import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '../../desk.js';
import { needNotClassified } from '../../common/creation.js';
import { ladders } from '../../ladders.js';
import { decided, type NeedContext } from './context.js';
import { deadlines } from './deadlines.js';
import { declaration, type Declaration } from './declaration.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { lists } from './lists.js';
import { needMachine } from './machine.js';
import { parties } from './parties.js';
import { targetIsDepartment, townshipOnly } from './rules/creation.js';

export const need: Procedure<NeedContext> = {
  id: 'need',
  version: 1,
  title: '乡镇需求登记',
  numberPrefix: 'XQ',
  machine: needMachine,
  stages: [],
  parties,
  readers: ['dataBureau', 'supervisor'],
  contributors: ['applicant', 'targetDepartment', 'dataBureau'],
  events,
  systemEvents: {},
  acts,
  relations: { project: { label: '纳入的项目', procedure: 'project', inverse: 'needs' } },
  creation: {
    label: '登记需求',
    payload: declaration,
    clauses: ['2.1.2d'],
    rules: [townshipOnly, targetIsDepartment, needNotClassified],
    begin: (data: Declaration): NeedContext => ({
      declaration: data,
      papers: [],
      target: data.target,
      answer: null,
      earlier: [],
      takenUp: null,
    }),
    titleOf: ({ declaration }) => declaration.title,
  },
  deadlines,
  decided,
  ladders,
  lists,
  documents,
};
