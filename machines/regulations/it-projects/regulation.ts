import type { Regulation } from '#machines/kit/law/regulation.js';
import { cite } from './cite.js';
import { chapters } from './clauses/all.js';
import { ladders } from './ladders.js';
import { ISSUED, parameters } from './parameters.js';
import { AUDIT_READERS, parties } from './parties.js';
import { annualPlan } from './procedures/annual-plan/procedure.js';
import { changeRequest } from './procedures/change-request/procedure.js';
import { classifiedIndex } from './procedures/classified-index/procedure.js';
import { developmentPlan } from './procedures/development-plan/procedure.js';
import { need } from './procedures/need/procedure.js';
import { operationReview } from './procedures/operation-review/procedure.js';
import { project } from './procedures/project/procedure.js';
import { rectification } from './procedures/rectification/procedure.js';
import { schemeReview } from './procedures/scheme-review/procedure.js';

/** 《青阳县政务信息化项目管理实施方案》, in the county's gazette 2024 no. 3. */
export const itProjects: Regulation = {
  id: 'it-projects',
  title: '青阳县政务信息化项目管理实施方案',
  issued: ISSUED,
  chapters,
  cite,
  parameters,
  ladders,
  parties,
  auditReaders: AUDIT_READERS,
  procedures: [
    project,
    annualPlan,
    developmentPlan,
    changeRequest,
    rectification,
    operationReview,
    need,
    schemeReview,
    classifiedIndex,
  ],
};
