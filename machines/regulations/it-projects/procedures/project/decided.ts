import { alsoEarlier } from '#machines/desk/countersign.js';
import { among, given, type Decided, type Decisions } from '#machines/kit/law/decided.js';
import { dossierUnderReview, type Dossier, type ProjectContext } from './context.js';
import type { DocumentKind } from './documents.js';

/** The papers on which others decide, by what is examined. */
export const PAPERS = {
  declaration: ['declarationForm', 'jointScheme'],
  dossier: [
    'feasibilityReport',
    'designScheme',
    'budgetStatement',
    'combinedReport',
    'serviceRequirement',
    'systemPlan',
    'serviceBudget',
  ],
  evaluation: ['selfEvaluationReport'],
} as const satisfies Readonly<Record<string, readonly DocumentKind[]>>;

const papersIn = ({ papers }: ProjectContext, examined: keyof typeof PAPERS) =>
  papers.filter(({ kind }) => (PAPERS[examined] as readonly string[]).includes(kind));

/** What units, the department above, the bureau and the city have before them until the project is in a plan. */
export const declaredNow = (context: ProjectContext) => ({
  declaration: context.declaration,
  papers: papersIn(context, 'declaration'),
});

/** Removes what was decided about a dossier, and that it was sent to those who decide. */
const unasked = ({
  endorsedOn,
  expertReview,
  specialReview,
  city,
  province,
  commissionedOn,
  sentOn,
  ...rest
}: Dossier): Dossier => rest;

/** The pool's decisions serve until the plan is issued or the government has approved. Then others take their place. */
const inPool = ({ plan, outOfPlan }: ProjectContext): boolean =>
  plan.issued === undefined && outOfPlan?.government === undefined;

const withoutEndorsement = <T extends { endorsedOn?: string }>({ endorsedOn, ...rest }: T): Omit<T, 'endorsedOn'> =>
  rest;

/** Asks the department above once more about what is under review, so that what it said before does not count. */
export const unendorsed = (context: ProjectContext): Partial<ProjectContext> => {
  const dossier = dossierUnderReview(context);
  return dossier
    ? { dossiers: { ...context.dossiers, [context.dossier!]: withoutEndorsement(dossier) } }
    : { endorsedOn: null };
};

const DOSSIER = 'dossier';

function aboutDossier(context: ProjectContext): Decided[] {
  const dossier = dossierUnderReview(context);
  if (!dossier) return [];
  const { submittedOn, ...content } = unasked(dossier);
  const about = { content, papers: papersIn(context, 'dossier') };
  return [
    ...given('superior', dossier.endorsedOn, about, DOSSIER),
    ...given('experts', dossier.expertReview, about, DOSSIER),
    ...given('experts', dossier.specialReview, about, `${DOSSIER} off the platform`),
    ...given('city', dossier.city, about, DOSSIER),
    ...given('province', dossier.province, about, DOSSIER),
  ];
}

/** What the office of the intranet approves (三2). */
const inIntranet = ({ declaration: { goal, content, technicalRoute, networkZone } }: ProjectContext) => ({
  goal,
  content,
  technicalRoute,
  networkZone,
});

function aboutDeclaration(context: ProjectContext): Decided[] {
  if (!inPool(context)) return [];
  const about = declaredNow(context);
  return [
    ...Object.entries(context.participation).flatMap(([unit, said]) => given(unit, said, about, 'participation')),
    ...given('superior', context.endorsedOn, about),
    ...given('superior', context.plan.endorsedOn, about, 'plan'),
    ...given('superior', context.outOfPlan?.endorsedOn, about, 'addition'),
    ...given('dataBureau', context.preReviewed, about, 'preReview'),
    ...given('dataBureau', context.cityReportedOn, about, 'cityReport'),
    ...given('city', context.cityFiledOn, about, 'filing'),
  ];
}

/** Whatever is decided about a project is decided on the declaration, the dossier or the report that was handed in. */
export const decided: Decisions<ProjectContext> = {
  standing: (context) => [
    ...aboutDeclaration(context),
    ...aboutDossier(context),
    ...given('countyOffice', context.intranetApproval, inIntranet(context)),
    ...given('finance', context.evaluation.financeAcknowledgedOn, papersIn(context, 'evaluation')),
  ],
  lapse: (context, lapsed) => {
    const { participation, evaluation, dossier, dossiers } = context;
    return {
      earlier: alsoEarlier(context.earlier, lapsed),
      participation: Object.fromEntries(
        Object.entries(participation).filter(([unit]) => !among(lapsed, unit, 'participation')),
      ),
      ...(among(lapsed, 'superior') ? { endorsedOn: null } : {}),
      ...(among(lapsed, 'superior', 'plan') ? { plan: withoutEndorsement(context.plan) } : {}),
      ...(among(lapsed, 'superior', 'addition') ? { outOfPlan: withoutEndorsement(context.outOfPlan!) } : {}),
      ...(among(lapsed, 'dataBureau', 'preReview') ? { preReviewed: null, similarity: null } : {}),
      ...(among(lapsed, 'dataBureau', 'cityReport') ? { cityReportedOn: null } : {}),
      ...(among(lapsed, 'city', 'filing') ? { cityFiledOn: null } : {}),
      // All that is decided about a dossier is decided about the same.
      ...(lapsed.some(({ of }) => of?.startsWith(DOSSIER))
        ? { dossiers: { ...dossiers, [dossier!]: unasked(dossiers[dossier!]!) } }
        : {}),
      ...(among(lapsed, 'countyOffice') ? { intranetApproval: null } : {}),
      ...(among(lapsed, 'finance') ? { evaluation: { ...evaluation, financeAcknowledgedOn: null } } : {}),
    };
  },
};
