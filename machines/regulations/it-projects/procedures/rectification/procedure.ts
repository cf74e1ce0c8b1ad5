import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '../../desk.js';
import { ladders } from '../../ladders.js';
import { OVERSEERS, parties } from '../../parties.js';
import type { RectificationContext } from './context.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { lists } from './lists.js';
import { rectificationMachine } from './machine.js';
import { begin, order } from './order.js';
import { clausesKnown, limitAhead, limitWithinMax, notOwnProject, projectKnown } from './rules/order.js';

/** 整改 (二(六)3): a case of the project's unit. The orderer begins it. */
export const rectification: Procedure<RectificationContext> = {
  id: 'rectification',
  version: 1,
  title: '限期整改',
  numberPrefix: 'ZG',
  machine: rectificationMachine,
  stages: [],
  parties,
  // 二(六)1: the supervising offices see what is being put right.
  readers: OVERSEERS,
  contributors: ['applicant', 'dataBureau', 'supervisor'],
  events,
  systemEvents: {},
  acts,
  relations: { project: { label: '项目', procedure: 'project', inverse: 'rectifications' } },
  creation: {
    label: '责令限期整改',
    payload: order,
    clauses: ['2.6.3b', '2.6.1a'],
    by: ['dataBureau', 'supervisor'],
    rules: [projectKnown, notOwnProject, clausesKnown, limitAhead, limitWithinMax],
    begin,
    titleOf: ({ project }) => `限期整改：${project.title}`,
    unitOf: ({ project }) => project?.[0]?.unit,
    links: [{ relation: 'project' }],
  },
  deadlines,
  ladders,
  lists,
  documents,
};
