import type { Evidence } from '#machines/kit/testing/example.js';
import { noticedExamples } from '#machines/desk/corrections.examples.js';
import { handedInExamples } from '#machines/desk/handed-in.examples.js';
import { decisionExamples, opinionExamples, opinionInOwnNameExamples, recallExamples } from '../../desk.examples.js';
import type { ProjectContext } from './context.js';
import { deadlines } from './deadlines.js';
import { acceptanceExamples } from './rules/acceptance.examples.js';
import { alterationExamples } from './rules/alterations.examples.js';
import { approvalExamples } from './rules/approval.examples.js';
import { changeExamples } from './rules/changes.examples.js';
import { continuationExamples } from './rules/continuation.examples.js';
import { correctionExamples } from './rules/corrections.examples.js';
import { creationExamples } from './rules/creation.examples.js';
import { dateExamples } from './rules/dates.examples.js';
import { designExamples } from './rules/design.examples.js';
import { designerExamples } from './rules/designer.examples.js';
import { documentExamples } from './rules/documents.examples.js';
import { driftExamples } from './rules/drift.examples.js';
import { evaluationExamples } from './rules/evaluation.examples.js';
import { expertsExamples } from './rules/experts.examples.js';
import { participationExamples } from './rules/participation.examples.js';
import { planExamples } from './rules/plan.examples.js';
import { procurementExamples } from './rules/procurement.examples.js';
import { reserveExamples } from './rules/reserve.examples.js';
import { similarExamples } from './rules/similar.examples.js';
import { standingExamples } from './rules/standing.examples.js';
import { trialExamples } from './rules/trial.examples.js';
import { recordExamples, unitRecordExamples } from '../../common/rules/unit-record.examples.js';
import { ground, proves, provesAt } from './testing/ground.js';

/** The evidence for the rules of a project. */
export const evidence: Evidence<ProjectContext> = {
  ground,
  examples: [
    ...creationExamples,
    ...alterationExamples,
    ...continuationExamples,
    ...driftExamples,
    ...correctionExamples,
    ...reserveExamples,
    ...planExamples,
    ...approvalExamples,
    ...designExamples,
    ...designerExamples,
    ...expertsExamples,
    ...procurementExamples,
    ...trialExamples,
    ...acceptanceExamples,
    ...evaluationExamples,
    ...standingExamples,
    ...documentExamples,
    ...dateExamples,
    ...participationExamples,
    ...similarExamples,
    ...unitRecordExamples,
    ...recordExamples({ proves, provesAt }),
    ...changeExamples,
    ...handedInExamples({ proves, provesAt }, { declarationForm: '入库申报表', jointScheme: '跨部门建设方案' }, ['passPreReview']),
    ...handedInExamples({ proves, provesAt }, { designScheme: '初步设计方案', budgetStatement: '投资概算书' }, ['approve']),
    ...handedInExamples({ proves, provesAt }, { selfEvaluationReport: '绩效自评价报告' }, ['concludeEvaluation', 'orderEvaluationRectification']),
    ...decisionExamples({ proves, provesAt }),
    ...recallExamples({ proves, provesAt }),
    ...opinionExamples({ proves, provesAt }),
    ...opinionInOwnNameExamples({ proves, provesAt }),
    ...noticedExamples({ proves, provesAt }, Object.keys(deadlines)),
  ],
};
