import type { IsoDate } from '../kit/dates.js';
import type { Fen } from '../kit/money.js';
import type { Declaration } from './declaration.js';
import type { JointReviewer } from '../regulation/parties.js';

/** How an amount was fixed: 估算, 可研批复, 概算批复, 合同. */
export type AmountKind = 'estimate' | 'feasibility' | 'budget' | 'contract';
export interface Amount {
  kind: AmountKind;
  amountFen: Fen;
  on: IsoDate;
  /** The seq of the event that fixed it. */
  seq: number;
}

export interface Reference {
  number: string;
  date: IsoDate;
}

export interface ExpertReview {
  date: IsoDate;
  experts: { number: string; unit: string }[];
  conclusion: 'passed' | 'passedAfterRevision' | 'failed';
}

/** What is submitted for approval: 可研, 初设与概算, 合并文本, 购买服务方案, 运维方案. */
export type DossierKey = 'feasibility' | 'design' | 'combined' | 'servicePlan' | 'operationPlan';

export interface Dossier {
  submittedOn: IsoDate;
  /** By the department above the applicant, where there is one. */
  endorsedOn?: IsoDate;
  amountFen: Fen;
  designer?: { name: string; creditCode: string };
  sharingChapter: boolean;
  securityChapter: boolean;
  cryptographyChapter: boolean;
  operationChapter: boolean;
  operationCostInBudget: boolean;
  /** Number of the data catalogue on the city's platform, or why none is needed. */
  catalogue?: { number: string } | { notApplicable: string };
  expertReview?: ExpertReview;
  city?: Reference;
  province?: Reference;
  financeOpinion?: { on: IsoDate };
  approved?: Reference & { amountFen: Fen };
}

export interface Company {
  name: string;
  creditCode: string;
}

/** What the case's own events have established; nothing the world says today. */
export interface ProjectContext {
  declaration: Declaration;
  applicant: { id: string; name: string; kind: string; creditCode: string; superior: string | null };
  amounts: Amount[];
  endorsed: boolean;
  preReviewed: IsoDate | null;
  similarity: { decision: 'none' | 'distinct'; reason?: string } | null;
  plan: {
    year?: number;
    sentOn?: IsoDate;
    opinions: Partial<Record<JointReviewer, { opinion: 'agree' | 'object'; comment?: string; on: IsoDate }>>;
    city?: Reference;
    province?: Reference;
    government?: Reference;
    issued?: Reference & { item: string };
  };
  outOfPlan: { reason: string; government?: Reference & { waivesProposal: boolean } } | null;
  dossier: DossierKey | null;
  dossiers: Partial<Record<DossierKey, Dossier>>;
  intranetApproval: Reference | null;
  funds: (Reference & { amountFen: Fen }) | null;
  tender: { method: string; publishedOn: IsoDate } | null;
  award: { on: IsoDate; supplier: Company; amountFen: Fen } | null;
  contract: {
    signedOn: IsoDate; supplier: Company; amountFen: Fen; ipOwnedByGovernment: boolean; interfaceFreeMonths: number; filedOn: IsoDate | null;
  } | null;
  started: { on: IsoDate; implementingBody: string; responsiblePerson: { name: string; phone: string } } | null;
  progress: { on: IsoDate; percent: number } | null;
  completedOn: IsoDate | null;
  preliminaryAcceptance: { on: IsoDate; passed: boolean } | null;
  trial: { startedOn: IsoDate; extendedTo: IsoDate | null; requested: { until: IsoDate; reason: string } | null; endedOn: IsoDate | null } | null;
  archiveAcceptance: { passed: boolean; on: IsoDate } | null;
  acceptance: {
    appliedOn: IsoDate | null; meetingOn: IsoDate | null; extendedTo: IsoDate | null;
    requested: { until: IsoDate; reason: string } | null; passedOn: IsoDate | null; track: 'self' | 'bureau' | null;
  };
  handedOver: { on: IsoDate; listNumber: string } | null;
  evaluation: { submittedOn: IsoDate | null; financeAcknowledgedOn: IsoDate | null; grade: string | null };
  suspension: { on: IsoDate; reason: string } | null;
}

/** The amount that counts now: the latest fixed one. */
export const presentAmount = (context: ProjectContext): Fen => context.amounts.at(-1)!.amountFen;

/** The latest amount of a kind; undefined before it was fixed. */
export const amountOf = (context: ProjectContext, kind: AmountKind): Fen | undefined => context.amounts.findLast((a) => a.kind === kind)?.amountFen;

/** 概算批复: what acceptance and changes are measured by. */
export const approvedBudget = (context: ProjectContext): Fen | undefined => amountOf(context, 'budget');

export const isOperation = (context: ProjectContext): boolean => context.declaration.projectType === 'operation';
export const isService = (context: ProjectContext): boolean => context.declaration.deliveryMode === 'purchaseService';

export const dossierOf = (context: ProjectContext): Dossier | undefined => (context.dossier ? context.dossiers[context.dossier] : undefined);

/** A change to the dossier under examination. */
export const withDossier = (context: ProjectContext, change: Partial<Dossier>): Partial<ProjectContext> => {
  const key = context.dossier!;
  return { dossiers: { ...context.dossiers, [key]: { ...context.dossiers[key]!, ...change } } };
};
