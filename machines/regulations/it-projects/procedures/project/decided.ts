import type { EarlierOpinion } from '#machines/desk/countersign.js';
import { laidAside } from '#machines/desk/handed-in.js';
import { given, type Decided, type Decisions } from '#machines/kit/law/decided.js';
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

/** An application without the endorsement of the department above. */
const unendorsed = <T extends { endorsedOn?: string }>({ endorsedOn, ...application }: T): Omit<T, 'endorsedOn'> =>
  application;

function aboutDossier(context: ProjectContext): Decided[] {
  const dossier = dossierUnderReview(context);
  if (!dossier) return [];
  const { submittedOn, ...content } = unasked(dossier);
  const about = { content, papers: papersIn(context, 'dossier') };
  return (['endorsedOn', 'expertReview', 'specialReview', 'city', 'province'] as const).flatMap((key) =>
    given(`dossier ${key}`, dossier[key], about),
  );
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
    ...Object.entries(context.participation).map(([unit, decision]) => ({ by: `unit ${unit}`, decision, about })),
    ...given('superior', context.endorsed, about),
    ...given('superior, plan', context.plan.endorsedOn, about),
    ...given('superior, addition', context.outOfPlan?.endorsedOn, about),
    ...given('preReview', context.preReviewed, about),
    ...given('cityReport', context.cityReportedOn, about),
    ...given('cityFiling', context.cityFiledOn, about),
  ];
}

const laid = (context: ProjectContext, by: readonly string[]): EarlierOpinion[] => [
  ...Object.entries(context.participation)
    .filter(([unit]) => by.includes(`unit ${unit}`))
    .map(([unit, { on, opinion }]) => ({ by: unit, agrees: true, text: opinion ?? null, on })),
  ...(by.includes('preReview') && context.preReviewed
    ? [{ by: 'dataBureau', agrees: true, text: context.similarity?.reason ?? null, on: context.preReviewed }]
    : []),
  ...laidAside(
    [
      ...(by.includes('dossier endorsedOn') ? ['superior'] : []),
      ...(by.includes('dossier expertReview') ? ['experts'] : []),
    ],
    dossierUnderReview(context) ?? {},
  ),
];

/** Whatever is decided about a project is decided on the declaration, the dossier or the report that was handed in. */
export const decided: Decisions<ProjectContext> = {
  standing: (context) => [
    ...aboutDeclaration(context),
    ...aboutDossier(context),
    ...given('intranet', context.intranetApproval, inIntranet(context)),
    ...given('finance', context.evaluation.financeAcknowledgedOn, papersIn(context, 'evaluation')),
  ],
  lapse: (context, by) => {
    const { participation, evaluation, dossier, dossiers } = context;
    return {
      earlier: [...context.earlier, ...laid(context, by)],
      participation: Object.fromEntries(Object.entries(participation).filter(([unit]) => !by.includes(`unit ${unit}`))),
      ...(by.includes('superior') ? { endorsed: false } : {}),
      ...(by.includes('superior, plan') ? { plan: unendorsed(context.plan) } : {}),
      ...(by.includes('superior, addition') ? { outOfPlan: unendorsed(context.outOfPlan!) } : {}),
      ...(by.includes('preReview') ? { preReviewed: null, similarity: null } : {}),
      ...(by.includes('cityReport') ? { cityReportedOn: null } : {}),
      ...(by.includes('cityFiling') ? { cityFiledOn: null } : {}),
      ...(by.some((name) => name.startsWith('dossier '))
        ? { dossiers: { ...dossiers, [dossier!]: unasked(dossiers[dossier!]!) } }
        : {}),
      ...(by.includes('intranet') ? { intranetApproval: null } : {}),
      ...(by.includes('finance') ? { evaluation: { ...evaluation, financeAcknowledgedOn: null } } : {}),
    };
  },
};
