import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import { design, panel } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { BUREAU, daysAfter, officeDay, outside, year } from '../office-days.js';
import type { Step } from '../step.js';
import { endorsedBy, LARGE, published, type Subject } from './subject.js';

export type DossierKey = 'feasibility' | 'design' | 'combined' | 'servicePlan';

/** The planned mistakes on the way. */
export interface Trouble {
  /** The bureau tries to approve while the province still has the design. */
  hasty?: boolean;
  /** The paper is sent back for correction once, with what was missing. */
  returned?: { items: string; without: Record<string, unknown>; corrected: Record<string, unknown> };
  /** The case stops while this body has it. */
  until?: 'city' | 'province';
  /** Values that replace those of the dossier. */
  dossier?: Record<string, unknown>;
}

const dossiers: Record<DossierKey, { uploads: readonly string[]; send: string; amount: string }> = {
  feasibility: { uploads: ['feasibilityReport'], send: 'submitFeasibility', amount: 'investmentFen' },
  design: { uploads: ['designScheme', 'budgetStatement', 'dataCatalogue'], send: 'submitDesign', amount: 'budgetFen' },
  combined: { uploads: ['combinedReport', 'dataCatalogue'], send: 'submitCombined', amount: 'budgetFen' },
  servicePlan: {
    uploads: ['serviceRequirement', 'systemPlan', 'serviceBudget', 'dataCatalogue'],
    send: 'submitServicePlan',
    amount: 'budgetFen',
  },
};

/** A dossier from its submission to its approval. Each takes the day on which it begins. */
export function approvalOf({ unit, superior, fen, upper, designer, no }: Subject) {
  const large = fen >= LARGE;
  const endorsed = endorsedBy(superior);

  const content = (key: DossierKey, more: Record<string, unknown> = {}): Record<string, unknown> => {
    if (key === 'feasibility') return { investmentFen: fen, designer };
    return { ...design(fen), designer, catalogue: { number: `ML-${String(no).padStart(3, '0')}` }, ...more };
  };

  const experts = (on: IsoDate): Step[] => [
    { on, by: BUREAU, send: 'beginExpertReview', data: { meetingOn: addDays(on, 7) } },
    {
      on: daysAfter(on)(7),
      upload: 'expertOpinion',
      by: BUREAU,
      send: 'recordExpertReview',
      data: { date: daysAfter(on)(7), experts: panel(large ? 5 : 3), conclusion: 'passed' },
    },
  ];

  const approval = (on: IsoDate, more: Partial<Step> = {}): Step => ({
    on,
    by: BUREAU,
    send: 'approve',
    data: { number: `青数批〔${year(on)}〕${no}号`, date: on, approvedFen: fen },
    ...more,
  });

  return {
    approval,

    /** A dossier from submission to approval. */
    examined(on: IsoDate, key: DossierKey, trouble: Trouble = {}): Step[] {
      const day = daysAfter(on);
      const { uploads, send } = dossiers[key];
      const { returned, until } = trouble;
      const goesUp = upper && (key === 'design' || key === 'servicePlan');
      const steps: Step[] = [
        {
          on: day(0),
          upload: uploads,
          by: unit,
          send,
          data: content(key, { ...trouble.dossier, ...returned?.without }),
        },
        ...endorsed(day(4)),
      ];
      if (returned) {
        steps.push(
          { on: day(7), by: BUREAU, send: 'returnForCorrection', data: { items: returned.items } },
          { on: day(14), by: unit, send: 'resubmit', data: { reply: '已按要求补正', dossier: returned.corrected } },
          ...endorsed(day(15)),
        );
      }
      steps.push(...experts(day(returned ? 17 : 10)));
      if (goesUp) {
        steps.push({
          on: day(returned ? 28 : 21),
          by: BUREAU,
          send: 'sendToCity',
          data: { date: day(returned ? 28 : 21), number: `青数呈〔${year(on)}〕${no}号` },
        });
        if (until === 'city') return steps;
        steps.push({
          on: day(42),
          upload: 'cityOpinion',
          by: BUREAU,
          send: 'recordCityReview',
          data: outside(day(42), `池数审〔${year(on)}〕${no}号`),
          state: 'provinceReview',
        });
        if (trouble.hasty) steps.push(approval(day(45), { clause: '2.2.4' }));
        if (until === 'province') return steps;
        steps.push({
          on: day(63),
          upload: 'provinceOpinion',
          by: BUREAU,
          send: 'recordProvinceReview',
          data: outside(day(63), `皖数审〔${year(on)}〕${no}号`),
        });
      }
      const decidedOn = day(goesUp ? 70 : returned ? 35 : 28);
      if (key === 'feasibility') return [...steps, approval(decidedOn, { state: 'approval.design.preparing' })];
      return [
        ...steps,
        approval(decidedOn, { state: 'procurement.preparing' }),
        published('publishApproval', daysAfter(decidedOn)(3)),
      ];
    },

    /** The conclusion of the review is the approval of the operation. */
    operationReviewed: (on: IsoDate): Step[] => [
      { on: officeDay(on), by: unit, state: 'procurement.preparing' },
      published('publishApproval', daysAfter(officeDay(on))(3)),
    ],

    /** The dossier of another route is handed in. The amount refuses it. */
    wrongDossier(on: IsoDate, key: DossierKey, clause: string): Step[] {
      return [{ on: officeDay(on), by: unit, send: dossiers[key].send, data: content(key), clause }];
    },
  };
}
