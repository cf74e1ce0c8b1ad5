import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { wan } from '#machines/kit/words/money.js';
import { units, world } from '../../../testing/world.js';
import type { Amount, AmountKind, OperationApproval, ProjectContext } from '../context.js';
import type { Declaration } from '../declaration.js';
import { CONTRACTOR, DESIGNER, panel } from './lines.js';

export const { proves, provesAt } = proofs<ProjectContext>();

export const TODAY = '2026-06-01';

export const declared: Declaration = {
  title: '义务教育入学一网通办',
  goal: '实现业务一网通办',
  content: '业务系统与数据接口',
  technicalRoute: '依托政务云的微服务架构',
  basis: '县政府工作部署',
  estimateFen: wan(300),
  fundingSources: ['countyBudget'],
  projectType: 'newBuild',
  deliveryMode: 'build',
  category: 'application',
  networkZone: 'extranet',
  onPlatform: true,
  classified: false,
  participants: [],
  newCivilWorks: false,
  highEnergy: false,
};

export const amount = (kind: AmountKind, amountFen: number, on = '2025-06-03'): Amount => ({ kind, amountFen, on, seq: 1 });

/** Returns the amounts of a project whose budget was approved at this amount, and the dossier of the approval. */
export const budgeted = (budgetFen: number): { amounts: Amount[]; dossiers: { combined: { amountFen: number } } } => ({
  amounts: [amount('estimate', budgetFen), amount('budget', budgetFen)],
  dossiers: { combined: { amountFen: budgetFen } },
});

export const dossierPart = {
  submittedOn: '2025-05-12',
  amountFen: wan(300),
  designer: DESIGNER,
  sharingChapter: true,
  securityChapter: true,
  cryptographyChapter: true,
  operationChapter: true,
  operationCostInBudget: false,
  catalogue: { number: 'ML-001' },
};

/** An approval of an operation. */
export const operationApproval: OperationApproval = {
  case: 'YW-2025-0001',
  number: '青财运〔2025〕1号',
  date: '2025-06-05',
  amountFen: wan(300),
  expertReview: { date: '2025-05-26', experts: panel(3), conclusion: 'passed' },
};

/**
 * A project on which nothing is wrong: it was built below the two-step threshold and accepted by the bureau, and its
 * archives are handed over.
 */
const context: ProjectContext = {
  declaration: declared,
  version: 1,
  papers: [],
  earlier: [],
  applicant: { id: 'education', name: '县教体局', kind: 'bureau', creditCode: '11341823000000000X', superior: null },
  amounts: [amount('estimate', wan(300), '2025-02-17'), amount('budget', wan(300)), amount('contract', wan(280), '2025-07-14')],
  endorsedOn: null,
  participation: {},
  returned: null,
  cityReportedOn: '2025-03-05',
  cityFiledOn: '2025-03-10',
  published: { approval: null, acceptance: null },
  platformFiledOn: null,
  operation: { securityTestedOn: null, sharingReportedOn: null },
  preReviewed: '2025-03-03',
  similarity: { decision: 'none' },
  plan: { year: 2025, issued: { number: '青数〔2025〕1号', date: '2025-04-29', item: '1' } },
  outOfPlan: null,
  dossier: 'combined',
  dossiers: {
    combined: {
      ...dossierPart,
      expertReview: { date: '2025-05-19', experts: panel(3), conclusion: 'passed' },
      approved: { number: '青数批〔2025〕3号', date: '2025-06-03', amountFen: wan(300) },
    },
  },
  operationApproval: null,
  intranetApproval: null,
  funds: { number: '青财〔2025〕1号', date: '2025-06-09', amountFen: wan(300) },
  tender: { method: 'openTender', publishedOn: '2025-06-16' },
  award: { on: '2025-07-07', supplier: CONTRACTOR, amountFen: wan(280) },
  contract: {
    signedOn: '2025-07-14',
    supplier: CONTRACTOR,
    amountFen: wan(280),
    ipOwnedByGovernment: true,
    interfaceFreeMonths: 36,
    filedOn: '2025-07-16',
    publishedOn: '2025-07-16',
    reportedOn: '2025-07-18',
  },
  started: { on: '2025-07-21', implementingBody: '信息中心', responsiblePerson: { name: '项目责任人', phone: '0566-5000000' } },
  progress: { on: '2025-10-09', percent: 80 },
  completedOn: '2025-11-03',
  preliminaryAcceptance: { on: '2025-11-10', passed: true },
  trial: { startedOn: '2025-11-17', extendedTo: null, extendedOn: null, requested: null, endedOn: '2026-02-24' },
  archiveAcceptance: { passed: true, on: '2026-03-02' },
  acceptance: {
    appliedOn: '2026-03-09',
    meetingOn: '2026-03-16',
    extendedTo: null,
    extendedOn: null,
    requested: null,
    passedOn: '2026-03-16',
    track: 'bureau',
  },
  handedOver: { on: '2026-03-30', listNumber: 'YJ-1' },
  evaluation: { submittedOn: null, financeAcknowledgedOn: null, grade: null },
  suspension: null,
  changes: [],
};

export const ground = groundOf(context, world, { today: TODAY, by: 'data-bureau', unit: units.education! });

/** Returns the dossier under examination with a change. */
export const dossier = (change: Partial<NonNullable<ProjectContext['dossiers']['combined']>>) => ({ dossiers: { combined: change } });
/** The same case before anything was handed in. */
export const noDossier = (usual: ProjectContext): ProjectContext => ({ ...usual, dossier: null, dossiers: {} });
