import { attachmentExamples, paperExamples } from '#machines/desk/papers.examples.js';
import { documents, type DocumentKind } from '../documents.js';
import { proves, provesAt } from '../testing/ground.js';

/** The documents that the steps ask for. */
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
  'planAdjustment',
  'governmentDecision',
  'cityFilingOpinion',
  'cityOpinion',
  'provinceOpinion',
  'platformFilingReceipt',
  'intranetApproval',
  'standingDecision',
];

/** The documents of other bodies' decisions. Each belongs to one round only. */
const papers: readonly DocumentKind[] = [
  'expertOpinion',
  'specialReviewOpinion',
  'thirdPartyReport',
  'planAdjustment',
  'governmentDecision',
  'cityFilingOpinion',
  'cityOpinion',
  'provinceOpinion',
  'platformFilingReceipt',
  'intranetApproval',
  'standingDecision',
];

export const documentExamples = [...attachmentExamples({ proves, provesAt }, documents, asked), ...paperExamples({ proves, provesAt }, documents, papers)];
