import { attachmentExamples, paperExamples } from '#machines/desk/papers.examples.js';
import { documents, type DocumentKind } from '../documents.js';
import { proves, provesAt } from '../testing/ground.js';

/** Every document that a step asks for, whatever else has been uploaded. */
const asked: readonly DocumentKind[] = [
  'declarationForm',
  'feasibilityReport',
  'designScheme',
  'budgetStatement',
  'combinedReport',
  'serviceRequirement',
  'systemPlan',
  'serviceBudget',
  'expertOpinion',
  'contract',
  'priceList',
  'trialReport',
  'preliminaryAcceptanceReport',
  'acceptanceReport',
  'selfEvaluationReport',
  'specialReviewOpinion',
  'thirdPartyReport',
  'governmentDecision',
  'cityFilingOpinion',
  'cityOpinion',
  'provinceOpinion',
  'platformFilingReceipt',
  'intranetApproval',
  'standingDecision',
];

/** Those of others' decisions, which tell of one round alone. */
const papers: readonly DocumentKind[] = [
  'expertOpinion',
  'specialReviewOpinion',
  'thirdPartyReport',
  'governmentDecision',
  'cityFilingOpinion',
  'cityOpinion',
  'provinceOpinion',
  'platformFilingReceipt',
  'intranetApproval',
  'standingDecision',
];

export const documentExamples = [...attachmentExamples({ proves, provesAt }, documents, asked), ...paperExamples({ proves, provesAt }, documents, papers)];
