import type { EarlierOpinion } from '#machines/desk/countersign.js';
import type { ExpertReview } from '#machines/desk/experts.js';
import type { HandedIn } from '#machines/desk/handed-in.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import type { Declaration } from './declaration.js';

/** How an amount was fixed: 估算, 可研批复, 概算批复, 合同. */
export type AmountKind = 'estimate' | 'feasibility' | 'budget' | 'contract';
export interface Amount {
  kind: AmountKind;
  amountFen: Fen;
  on: IsoDate;
  /** The seq of the event that fixed the amount. */
  seq: number;
}

export interface Reference {
  number: string;
  date: IsoDate;
}

/** 批复: its number, its day, and the approved amount. */
export interface Approval extends Reference {
  amountFen: Fen;
}

/**
 * The conclusion of 运维方案和预算审查, as its case told it to the project. It stands in place of the approved dossier
 * of other projects (二(五)4).
 */
export interface OperationApproval extends Approval {
  /** The number by which people call that case. */
  case: string;
  expertReview: ExpertReview;
}

/** The papers submitted for approval: 可研, 初设与概算, 合并文本, 购买服务方案. */
export type DossierKey = 'feasibility' | 'design' | 'combined' | 'servicePlan';

export interface Dossier {
  submittedOn: IsoDate;
  /** The day on which the department above the applicant endorsed it, if there is one. */
  endorsedOn?: IsoDate;
  amountFen: Fen;
  designer?: { name: string; creditCode: string };
  sharingChapter: boolean;
  securityChapter: boolean;
  cryptographyChapter: boolean;
  operationChapter: boolean;
  operationCostInBudget: boolean;
  /** The number of the data catalogue on the city's platform, or the reason why none is needed. */
  catalogue?: { number: string } | { notApplicable: string };
  expertReview?: ExpertReview;
  /** The review of a project that does not build on the shared platform (三4). */
  specialReview?: ExpertReview;
  /** The days on which it was given to a third party and sent to the city. */
  commissionedOn?: IsoDate;
  sentOn?: IsoDate;
  /** The lines of the budget that were given. */
  budgetLines?: { name: string; amountFen: Fen }[];
  city?: Reference;
  province?: Reference;
  approved?: Approval;
}

/** A change request as its project knows it: what it last told the project, and its standing then (二(三)3). */
export interface ChangeRecord {
  /** The id of the case, and the number by which people call it. */
  change: string;
  number: string;
  /** The seq of the change's own event that told it. */
  told: number;
  /** Begun; handed in for approval, which freezes it; made by the unit itself; approved; ended without effect. */
  standing: 'open' | 'pending' | 'made' | 'approved' | 'closed';
  increaseFen: Fen;
  decreaseFen: Fen;
  scheduleDays: number;
  on: IsoDate;
  /** The seq of the project from which the change counts. */
  seq: number;
}

export interface Company {
  name: string;
  creditCode: string;
}

/** 延期申请: the day asked for, and the day of the request. A suspension after the request moves the day asked for. */
export interface ExtensionRequest {
  until: IsoDate;
  reason: string;
  on: IsoDate;
}

/** What the case's own events have established. What the world says today is not part of it. */
export interface ProjectContext extends HandedIn {
  declaration: Declaration;
  /** The seq of the event that last changed what is declared, or the papers of the declaration. */
  version: number;
  /** Confirmations, endorsements and reviews that no longer count: they were given on something else. */
  earlier: readonly EarlierOpinion[];
  applicant: { id: string; name: string; kind: string; creditCode: string; superior: string | null };
  amounts: Amount[];
  /** The day on which the department above the applicant endorsed the declaration. */
  endorsedOn: IsoDate | null;
  preReviewed: IsoDate | null;
  /** The participating units that have confirmed (二(一)5). */
  participation: Record<string, { on: IsoDate; opinion?: string }>;
  /** Why the paper came back. Null once it is handed in again. */
  returned: { items: string; to: string; on: IsoDate } | null;
  /** 上报市局. Null again when the city has sent it back. */
  cityReportedOn: IsoDate | null;
  cityFiledOn: IsoDate | null;
  similarity: { decision: 'none' | 'distinct'; reason?: string } | null;
  plan: {
    year?: number;
    /** The id of the plan it has applied to. */
    case?: string;
    /** The reason of the plan for sending it back or taking it out, the last time. */
    returned?: string;
    /** The day on which the department above the unit endorsed the application. */
    endorsedOn?: IsoDate;
    /** `amountFen`: the amount with which it stands in the plan. */
    issued?: Reference & { item: string; amountFen?: Fen };
  };
  outOfPlan: {
    reason: string;
    on?: IsoDate;
    /** The day on which the department above the unit endorsed the addition. */
    endorsedOn?: IsoDate;
    government?: Reference & { waivesProposal: boolean; amountFen?: Fen };
  } | null;
  /** 县政府 has adjusted the plan: from then on this is the amount in the plan (二(一)4). */
  planAdjusted?: Reference & { amountFen: Fen };
  dossier: DossierKey | null;
  dossiers: Partial<Record<DossierKey, Dossier>>;
  operationApproval: OperationApproval | null;
  intranetApproval: Reference | null;
  funds: (Reference & { amountFen: Fen }) | null;
  tender: { method: string; publishedOn: IsoDate } | null;
  award: { on: IsoDate; supplier: Company; amountFen: Fen } | null;
  contract: {
    signedOn: IsoDate;
    supplier: Company;
    amountFen: Fen;
    ipOwnedByGovernment: boolean;
    interfaceFreeMonths: number;
    filedOn: IsoDate | null;
    publishedOn: IsoDate | null;
    reportedOn: IsoDate | null;
  } | null;
  /** `supervisor`: 监理单位, if there is one. */
  started: {
    on: IsoDate;
    implementingBody: string;
    supervisor?: Company | undefined;
    responsiblePerson: { name: string; phone: string };
  } | null;
  progress: { on: IsoDate; percent: number } | null;
  completedOn: IsoDate | null;
  preliminaryAcceptance: { on: IsoDate; passed: boolean } | null;
  trial: {
    startedOn: IsoDate;
    extendedTo: IsoDate | null;
    extendedOn: IsoDate | null;
    requested: ExtensionRequest | null;
    endedOn: IsoDate | null;
  } | null;
  archiveAcceptance: { passed: boolean; on: IsoDate } | null;
  acceptance: {
    appliedOn: IsoDate | null;
    meetingOn: IsoDate | null;
    extendedTo: IsoDate | null;
    extendedOn: IsoDate | null;
    requested: ExtensionRequest | null;
    passedOn: IsoDate | null;
    track: 'self' | 'bureau' | null;
  };
  handedOver: { on: IsoDate; listNumber: string } | null;
  published: { approval: IsoDate | null; acceptance: IsoDate | null };
  platformFiledOn: IsoDate | null;
  operation: { securityTestedOn: IsoDate | null; sharingReportedOn: IsoDate | null };
  evaluation: { submittedOn: IsoDate | null; financeAcknowledgedOn: IsoDate | null; grade: string | null };
  changes: ChangeRecord[];
  /** The day since which it stands still, and every ground that still holds. */
  suspension: { on: IsoDate; grounds: readonly SuspensionGround[] } | null;
}

/** `case`: the number of the rectification that stops the project. Null if the bureau decided it directly. */
export interface SuspensionGround {
  case: string | null;
  on: IsoDate;
  reason: string;
  /** 文号. */
  number: string | null;
}

/**
 * Adds an amount. Of each kind the first and the last count; one between them that was only followed by another of its
 * kind stays in history alone.
 */
export function withAmount(amounts: readonly Amount[], next: Amount): Amount[] {
  const before = amounts.slice(0, -1);
  const replaced = amounts.at(-1)?.kind === next.kind && before.some(({ kind }) => kind === next.kind);
  return [...(replaced ? before : amounts), next];
}

/** Returns the day on which the project was registered. Nothing that concerns it was decided before. */
export const registeredOn = ({ amounts }: ProjectContext): IsoDate => amounts[0]!.on;

/** Returns the amount that counts now: the one fixed last. */
export const presentAmount = (context: ProjectContext): Fen => context.amounts.at(-1)!.amountFen;

/** Returns the latest amount of a kind. Undefined before it is fixed. */
export const amountOf = (context: ProjectContext, kind: AmountKind): Fen | undefined =>
  context.amounts.findLast((a) => a.kind === kind)?.amountFen;

/** 概算批复 with approved changes. Contract, acceptance and changes are measured by it. */
export const approvedBudget = (context: ProjectContext): Fen | undefined => amountOf(context, 'budget');

/** Returns the amount the county government has planned or added. Undefined before that. */
export const plannedAmount = ({ plan, outOfPlan, planAdjusted }: ProjectContext): Fen | undefined =>
  (planAdjusted ?? plan.issued ?? outOfPlan?.government)?.amountFen;

export const isOperation = (context: ProjectContext): boolean => context.declaration.projectType === 'operation';
export const isService = (context: ProjectContext): boolean => context.declaration.deliveryMode === 'purchaseService';

export const dossierOf = (context: ProjectContext): Dossier | undefined =>
  context.dossier ? context.dossiers[context.dossier] : undefined;

/**
 * Returns the dossier that is being prepared or examined. Undefined once it is approved, and where another paper is
 * examined.
 */
export const dossierUnderReview = (context: ProjectContext): Dossier | undefined => {
  const dossier = dossierOf(context);
  return dossier?.approved ? undefined : dossier;
};

/** Returns the approval on which the budget is based. Undefined before the approval. */
export const approvalOf = (context: ProjectContext): Approval | undefined =>
  context.operationApproval ?? dossierOf(context)?.approved;

/** Returns the expert review on which approval and funds are based (三3). */
export const expertReviewOf = (context: ProjectContext): ExpertReview | undefined =>
  (context.operationApproval ?? dossierOf(context))?.expertReview;

/**
 * Returns the companies that propose, design, build or supervise the project. Their people sit on none of its panels
 * (三3).
 */
export const unitsInvolved = (context: ProjectContext): readonly (string | undefined)[] => [
  context.applicant.name,
  dossierOf(context)?.designer?.name,
  context.contract?.supplier.name,
  context.award?.supplier.name,
  context.started?.supervisor?.name,
];

/** Returns the participating units that have not confirmed yet. */
export const outstandingParticipants = ({ declaration, participation }: ProjectContext): string[] =>
  declaration.participants.filter((unit) => !participation[unit]);

/**
 * Returns who evaluates. The report of a finished project goes to the bureau and to finance; both have it until finance
 * has taken note (二(四)6).
 */
export const evaluators = ({ evaluation: { financeAcknowledgedOn } }: ProjectContext): ('dataBureau' | 'finance')[] =>
  financeAcknowledgedOn === null ? ['dataBureau', 'finance'] : ['dataBureau'];

/** Changes the dossier under examination. */
export const withDossier = (context: ProjectContext, change: Partial<Dossier>): Partial<ProjectContext> => {
  const key = context.dossier!;
  return { dossiers: { ...context.dossiers, [key]: { ...context.dossiers[key]!, ...change } } };
};
