import type { Procedure } from '#machines/kit/law/procedure.js';
import { acts } from '../../desk.js';
import { notTownship } from '../../common/creation.js';
import { projectOurs } from '../../common/named-project.js';
import { ladders } from '../../ladders.js';
import { decided, type SchemeContext } from './context.js';
import { deadlines } from './deadlines.js';
import { declaration, type Declaration } from './declaration.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { schemeReviewMachine } from './machine.js';
import { parties } from './parties.js';
import { declared } from './rules/creation.js';

export const schemeReview: Procedure<SchemeContext> = {
  id: 'scheme-review',
  version: 1,
  title: '参照执行项目方案审查',
  numberPrefix: 'FA',
  machine: schemeReviewMachine,
  stages: [],
  parties,
  readers: ['dataBureau', 'supervisor', 'audit'],
  contributors: ['applicant', 'superior', 'dataBureau'],
  events,
  systemEvents: {},
  acts,
  relations: { project: { label: '所属项目', procedure: 'project', inverse: 'schemeReviews' } },
  creation: {
    label: '登记方案',
    payload: declaration,
    clauses: ['1.2.4'],
    rules: [notTownship, ...declared, projectOurs],
    begin: (data: Declaration): SchemeContext => ({
      declaration: data,
      papers: [],
      earlier: [],
      endorsedOn: null,
      reviews: [],
      proceeded: null,
    }),
    titleOf: ({ declaration }) => declaration.title,
    links: [{ relation: 'project' }],
  },
  deadlines,
  decided,
  ladders,
  lists: {},
  documents,
};
