import { documents, type DocumentKind } from '../documents.js';
import { proves } from '../testing/ground.js';

/** Every document that a step asks for, whatever else has been uploaded. */
const asked: readonly DocumentKind[] = [
  'declarationForm', 'feasibilityReport', 'designScheme', 'budgetStatement', 'combinedReport', 'serviceRequirement', 'systemPlan', 'serviceBudget',
  'operationPlan', 'operationBudget', 'expertOpinion', 'contract', 'priceList', 'trialReport', 'preliminaryAcceptanceReport', 'acceptanceReport',
  'selfEvaluationReport',
];

export const documentExamples = asked.flatMap((kind) => {
  const { label } = documents[kind];
  return proves(`document.${kind}`,
    { passes: `已上传${label}`, facts: { documents: [kind] }, seen: { [label]: 1 } },
    { passes: `${label}有两份`, facts: { documents: [kind, 'other', kind] }, seen: { [label]: 2 } },
    { fails: `只上传了其他材料，缺${label}`, facts: { documents: ['other'] }, says: `缺少${label}`, seen: { [label]: 0 } },
  );
});
