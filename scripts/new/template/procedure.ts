import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '#machines/regulations/it-projects/desk.js';
import { ladders } from '#machines/regulations/it-projects/ladders.js';
import { CLAUSE } from './clause.js';
import type { SampleRequestContext } from './context.js';
import { deadlines } from './deadlines.js';
import { declaration, type Declaration } from './declaration.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { sampleRequestMachine } from './machine.js';
import { parties } from './parties.js';
import { neededAhead } from './rules/request.js';

export const sampleRequest: Procedure<SampleRequestContext> = {
  id: 'sample-request',
  version: 1,
  title: '示例申请',
  numberPrefix: 'SAMPLE',
  machine: sampleRequestMachine,
  stages: [],
  parties,
  readers: ['dataBureau', 'supervisor'],
  contributors: ['applicant', 'dataBureau'],
  events,
  systemEvents: {},
  acts,
  relations: {},
  creation: {
    label: '登记示例申请',
    payload: declaration,
    clauses: [CLAUSE],
    rules: [neededAhead],
    begin: (data: Declaration): SampleRequestContext => ({ declaration: data, decided: null }),
    titleOf: ({ declaration }) => declaration.title,
  },
  deadlines,
  ladders,
  lists: {},
  documents,
};
