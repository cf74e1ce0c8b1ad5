import type { Step } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Declaration } from '../declaration.js';

/** The usual lines of a project's story, each for a day. A story is made by putting them together. */

export const DESIGNER = { name: '江淮规划设计院', creditCode: '91340100MA2ABCDE1X' };
export const CONTRACTOR = { name: '池州智云科技公司', creditCode: '91341700MA2FGHJK2Y' };
export const SUPERVISOR = { name: '安徽监理公司', creditCode: '91340100MA2QRTUW4X' };

export const declarationOf = (title: string, estimateFen: number, more: Partial<Declaration> = {}): Partial<Declaration> => ({
  title,
  estimateFen,
  goal: '实现业务一网通办',
  content: '业务系统与数据接口',
  technicalRoute: '依托政务云的微服务架构',
  basis: '县政府工作部署',
  fundingSources: ['countyBudget'],
  projectType: 'newBuild',
  category: 'application',
  ...more,
});

export const panel = (n: number) => Array.from({ length: n }, (_, i) => ({ number: `ZJ-${String(i + 1).padStart(3, '0')}`, unit: '省市评审专家委员会' }));

/** The evidence for two of the five subjects. */
export const EVIDENCE = ['securityEvidence', 'cryptographyEvidence'];

const met = { result: 'met' as const };
export const checklist = { informationSecurity: met, funds: met, archives: met, dataSharing: met, cryptography: met };

export const design = (budgetFen: number) => ({
  budgetFen,
  designer: DESIGNER,
  sharingChapter: true,
  securityChapter: true,
  cryptographyChapter: true,
  operationChapter: true,
  catalogue: { number: 'ML-001' },
});

export const pooled = (unit: string, on?: IsoDate, superior?: string): Step[] => [
  { ...(on ? { on } : {}), upload: 'declarationForm', by: unit, send: 'declare' },
  ...(superior ? [{ by: superior, send: 'endorse', data: {}, state: 'reserve.preReview.reviewing' }] : []),
  { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none', similarityReason: '已与在库项目核对' }, state: 'reserve.pooled' },
];

export const JOINT = ['data-bureau', 'cyberspace', 'development-reform', 'finance'] as const;

/** Returns the name that a story gives to the plan of a year. */
export const planOf = (year: number): string => `plan-${year}`;

/**
 * The lines of a complete list: joint review, experts, city, province, the county government and issue, all on one day.
 */
export const decidedPlan = (year: number, on: IsoDate): Step[] => {
  const at = planOf(year);
  return [
    ...JOINT.map((by) => ({ by, at, send: 'giveJointOpinion', data: { opinion: 'agree' } })),
    { by: 'data-bureau', at, send: 'beginExpertReview', data: { meetingOn: on } },
    { by: 'data-bureau', at, upload: 'expertOpinion', send: 'recordExpertReview', data: { date: on, experts: panel(5), conclusion: 'passed' } },
    { by: 'data-bureau', at, upload: 'planList', send: 'submitPlanToCity', data: { date: on }, state: 'cityReview' },
    { by: 'data-bureau', at, upload: 'cityOpinion', send: 'recordPlanCityOpinion', data: { result: 'agreed', number: '市数函1号', date: on } },
    { by: 'data-bureau', at, upload: 'provinceOpinion', send: 'recordPlanProvinceOpinion', data: { result: 'agreed', number: '省数函1号', date: on } },
    { by: 'data-bureau', at, upload: 'governmentDecision', send: 'recordPlanDecision', data: { result: 'agreed', number: '县政府会议纪要1号', date: on } },
    { by: 'data-bureau', at, upload: 'planDocument', send: 'issuePlan', data: { number: `青数〔${year}〕1号`, date: on }, state: 'publishing' },
  ];
};

/** An application leaves a subordinate unit through the department above it. */
export const applied = (unit: string, planYear: number, superior?: string): Step[] => [
  { by: unit, send: 'applyForPlan', data: { planYear }, state: superior ? 'plan.endorsement' : 'plan.collected' },
  ...(superior ? [{ by: superior, send: 'endorse', data: {}, state: 'plan.collected' }] : []),
];

/** The plan of a year is announced for that day, takes this project in, and is issued with it. */
export const planned = (unit: string, on: IsoDate, year: number, superior?: string): Step[] => [
  { on, by: 'data-bureau', begin: 'annual-plan', at: planOf(year), data: { year, opensOn: on, closesOn: on } },
  ...applied(unit, year, superior),
  { by: 'data-bureau', at: planOf(year), send: 'closeWindow', data: { reason: '申报已齐' }, state: 'jointReview' },
  ...decidedPlan(year, on),
];

/** The bureau itself orders 暂停 or 终止, with the document of the decision. */
export const suspendedOn = (on: IsoDate, reason: string): Step => ({
  upload: 'standingDecision',
  uploader: 'data-bureau',
  by: 'data-bureau',
  send: 'suspend',
  data: { reason, number: '青数停〔2025〕1号', date: on },
});
export const terminatedOn = (on: IsoDate, reason = '政策调整'): Step => ({
  upload: 'standingDecision',
  uploader: 'data-bureau',
  by: 'data-bureau',
  send: 'terminate',
  data: { cause: 'objective', reason, number: '青数终〔2025〕1号', date: on },
});

/** A pooled project is reported to the city and filed there. */
export const cityFiled = (on: IsoDate): Step[] => [
  { on, by: 'data-bureau', send: 'reportToCity', data: { reportedOn: on }, state: 'cityFiling.reported' },
  {
    upload: 'cityFilingOpinion',
    by: 'data-bureau',
    send: 'recordCityFiling',
    data: { result: 'filed', number: '市备1号', date: on },
    state: 'cityFiling.filed',
  },
];

/** Announces what was approved or accepted. */
export const announced = (send: 'publishApproval' | 'publishAcceptance', on: IsoDate): Step => ({
  on,
  by: 'data-bureau',
  send,
  data: { publishedOn: on, where: '县政府门户网站' },
});

/** A feasibility study as it is handed in. */
export const study = (investmentFen: number) => ({ investmentFen, designer: DESIGNER });

export const expertsOn = (on: IsoDate, n: number): Step[] => [
  { by: 'data-bureau', send: 'beginExpertReview', data: { meetingOn: on } },
  { upload: 'expertOpinion', by: 'data-bureau', send: 'recordExpertReview', data: { date: on, experts: panel(n), conclusion: 'passed' } },
];

export const upperReviewed = (on: IsoDate): Step[] => [
  { by: 'data-bureau', send: 'sendToCity', data: { date: on } },
  { upload: 'cityOpinion', by: 'data-bureau', send: 'recordCityReview', data: { result: 'agreed', number: '市数审2号', date: on } },
  { upload: 'provinceOpinion', by: 'data-bureau', send: 'recordProvinceReview', data: { result: 'agreed', number: '省数审2号', date: on } },
];

export const approve = (on: IsoDate, fen: number): Step => ({
  by: 'data-bureau',
  send: 'approve',
  data: { number: '青数批〔2025〕3号', date: on, approvedFen: fen },
});

/** Below the two-step threshold there is one combined document. */
export const approvedInOneStep = (unit: string, on: IsoDate, fen: number): Step[] => [
  { on, upload: ['combinedReport', 'dataCatalogue'], by: unit, send: 'submitCombined', data: design(fen) },
  ...expertsOn(on, 3),
  { ...approve(on, fen), state: 'procurement.preparing' },
];

/** From the threshold on there is a feasibility study, then design and budget with city and province. */
export const approvedInTwoSteps = (unit: string, on: IsoDate, fen: number): Step[] => [
  { on, upload: 'feasibilityReport', by: unit, send: 'submitFeasibility', data: study(fen) },
  ...expertsOn(on, 5),
  { ...approve(on, fen), state: 'approval.design.preparing' },
  { upload: ['designScheme', 'budgetStatement', 'dataCatalogue'], by: unit, send: 'submitDesign', data: design(fen) },
  ...expertsOn(on, 5),
  ...upperReviewed(on),
  { ...approve(on, fen), state: 'procurement.preparing' },
];

export const contracted = (unit: string, on: IsoDate, fen: number): Step[] => [
  { on, by: 'finance', send: 'confirmFunds', data: { number: '青财〔2025〕1号', date: on, amountFen: fen } },
  { by: unit, send: 'publishTender', data: { method: 'openTender', publishedOn: on, quotes: 3, noExclusiveTerms: true, ipClause: true } },
  { by: unit, send: 'recordAward', data: { awardedOn: on, supplier: CONTRACTOR, amountFen: fen } },
  { by: unit, send: 'signContract', data: { signedOn: on, supplier: CONTRACTOR, amountFen: fen, ipOwnedByGovernment: true, interfaceFreeMonths: 36 } },
  { upload: ['contract', 'priceList'], by: unit, send: 'fileContract', state: 'contractFiling.filed' },
  { by: unit, send: 'publishContract', data: { publishedOn: on, where: '安徽省政府采购网' }, state: 'contractNotice.announced' },
  { by: unit, send: 'reportContract', data: { reportedOn: on }, state: 'contractReport.reported' },
];

export const built = (unit: string, from: IsoDate, until: IsoDate): Step[] => [
  {
    on: from,
    by: unit,
    send: 'startConstruction',
    data: { startedOn: from, implementingBody: '信息中心', responsiblePerson: { name: '项目责任人', phone: '0566-5000000' } },
  },
  { on: until, by: unit, send: 'completeConstruction', data: { completedOn: until } },
];

export const tried = (unit: string, on: IsoDate): Step[] => [{ on, by: unit, send: 'startTrial', data: { startedOn: on }, state: 'trial.period.running' }];

export const selfAccepted = (unit: string, on: IsoDate): Step[] => [
  { on, by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: on } },
  { upload: EVIDENCE, by: unit, send: 'selfAccept', data: { conclusion: 'passed', concludedOn: on, checklist }, state: 'acceptance.filing' },
  { upload: 'acceptanceReport', by: unit, send: 'fileAcceptance', state: 'archival.handingOver' },
];

export const bureauAccepted = (unit: string, on: IsoDate, experts = 5): Step[] => [
  { on, by: unit, send: 'recordPreliminaryAcceptance', data: { date: on, conclusion: 'passed' } },
  { by: 'archives', send: 'recordArchiveAcceptance', data: { result: 'passed', date: on } },
  { upload: 'preliminaryAcceptanceReport', by: unit, send: 'applyForAcceptance', data: { checklist } },
  { by: 'data-bureau', send: 'scheduleAcceptance', data: { meetingOn: on } },
  {
    upload: EVIDENCE,
    by: 'data-bureau',
    send: 'concludeAcceptance',
    data: { conclusion: 'passed', concludedOn: on, checklist, experts: panel(experts) },
    state: 'archival.handingOver',
  },
];

export const archived = (unit: string, on: IsoDate): Step[] => [
  { on, by: unit, send: 'handOverArchives', data: { date: on, listNumber: 'YJ-1' } },
  { by: 'archives', send: 'confirmHandOver', state: 'evaluation.awaitingWindow' },
];

/** The project ends closed, unless a duty beside the road is still open. */
export const evaluated = (unit: string, on: IsoDate, state = 'closed'): Step[] => [
  { on, upload: 'selfEvaluationReport', by: unit, send: 'submitSelfEvaluation', data: { summary: '运行正常，成效明显' }, state: 'evaluation.review.reviewing' },
  { by: 'finance', send: 'acknowledgeSelfEvaluation' },
  { by: 'data-bureau', send: 'concludeEvaluation', data: { grade: 'good' }, state },
];
