import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import {
  checklist,
  design,
  EVIDENCE,
  panel,
} from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { BUREAU, daysAfter, officeDay, outside, urged, year } from './office-days.js';
import type { Plan, Step } from './step.js';

export const LARGE: Fen = 500_000_000;

export interface Subject {
  unit: string;
  /** The department above the unit. */
  superior?: string | undefined;
  fen: Fen;
  /** Tells whether its design goes to city and province. */
  upper: boolean;
  supplier: { name: string; creditCode: string };
  designer: { name: string; creditCode: string };
  /** Its number in plans and lists. */
  no: number;
}

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

/** Returns every stage of a project as lines for its unit. Each takes the day on which it begins. */
export function stagesOf({ unit, superior, fen, upper, supplier, designer, no }: Subject) {
  const contractFen = Math.round((fen * 0.97) / 100) * 100;
  const large = fen >= LARGE;
  const endorsed = (on: IsoDate): Step[] =>
    superior ? [{ on, by: superior, send: 'endorse', data: { opinion: '同意' } }] : [];

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

  const published = (send: 'publishApproval' | 'publishAcceptance', on: IsoDate): Step => ({
    on,
    by: BUREAU,
    send,
    data: { publishedOn: on, where: '县人民政府门户网站' },
  });

  const approval = (on: IsoDate, more: Partial<Step> = {}): Step => ({
    on,
    by: BUREAU,
    send: 'approve',
    data: { number: `青数批〔${year(on)}〕${no}号`, date: on, approvedFen: fen },
    ...more,
  });

  return {
    approval,

    /** The project is declared, endorsed, pre-reviewed, pooled, and filed with the city. */
    declared(on: IsoDate): Step[] {
      const day = daysAfter(on);
      return [
        { on: day(0), upload: 'declarationForm', by: unit, send: 'declare', data: {} },
        ...endorsed(day(3)),
        { on: day(7), by: BUREAU, send: 'passPreReview', data: { similarity: 'none' }, state: 'reserve.pooled' },
        ...this.cityFiled(day(10)),
      ];
    },

    cityFiled(on: IsoDate): Step[] {
      const day = daysAfter(on);
      return [
        {
          on: day(0),
          by: BUREAU,
          send: 'reportToCity',
          data: { reportedOn: day(0), number: `青数函〔${year(on)}〕${no}号` },
        },
        {
          on: day(10),
          upload: 'cityFilingOpinion',
          by: BUREAU,
          send: 'recordCityFiling',
          data: { result: 'filed', number: `池数备〔${year(on)}〕${no}号`, date: day(10) },
        },
      ];
    },

    /** The project applies for the plan of a year. Once that is issued, the project is in approval. */
    planned({ year: planYear, applied, issued }: Plan, awaits = 'preparing'): Step[] {
      return [
        { on: applied, by: unit, send: 'applyForPlan', data: { planYear }, state: 'plan.collected' },
        ...(issued ? this.found(issued, awaits) : []),
      ];
    },

    /** The project is where the plan of the year has moved it. */
    found: (on: IsoDate, state: string): Step[] => [{ on: officeDay(on), by: unit, state }],

    /** 计划外追加: the project is pre-reviewed already, then the county government adds it. */
    addedOutOfPlan(on: IsoDate, reason: string): Step[] {
      const day = daysAfter(on);
      return [
        { on: day(0), by: unit, send: 'requestOutOfPlan', data: { reason } },
        {
          on: day(21),
          upload: 'governmentDecision',
          by: BUREAU,
          send: 'recordGovernmentApproval',
          data: { result: 'approved', number: `青政秘〔${year(on)}〕${no}号`, date: day(21) },
          state: 'preparing',
        },
      ];
    },

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

    /** Funds, tender, award, contract, its notice and its filings. */
    contracted(on: IsoDate, { overBudget = false, unfiled = false } = {}): Step[] {
      const day = daysAfter(on);
      const signed = (amountFen: Fen) => ({
        signedOn: day(31),
        supplier,
        amountFen,
        ipOwnedByGovernment: true,
        interfaceFreeMonths: 36,
      });
      return [
        {
          on: day(0),
          by: 'finance',
          send: 'confirmFunds',
          data: { number: `青财预〔${year(on)}〕${no}号`, date: day(0), amountFen: fen },
        },
        {
          on: day(3),
          upload: 'tenderDocument',
          by: unit,
          send: 'publishTender',
          data: {
            method: fen >= 200_000_000 ? 'openTender' : 'consultation',
            publishedOn: day(3),
            quotes: 3,
            noExclusiveTerms: true,
            ipClause: true,
          },
        },
        { on: day(24), by: unit, send: 'recordAward', data: { awardedOn: day(24), supplier, amountFen: contractFen } },
        ...(overBudget
          ? [{ on: day(31), by: unit, send: 'signContract', data: signed(fen + 100), clause: '2.3.3a' }]
          : []),
        { on: day(31), by: unit, send: 'signContract', data: signed(contractFen), state: 'construction.awaitingStart' },
        {
          on: day(32),
          by: unit,
          send: 'publishContract',
          data: { publishedOn: day(32), where: '安徽省政府采购网' },
          state: 'contractNotice.announced',
        },
        ...(unfiled ? [] : this.contractFiled(day(35), 'contractFiling.filed')),
        {
          on: day(37),
          ...(unfiled ? { upload: 'contract' } : {}),
          by: unit,
          send: 'reportContract',
          data: { reportedOn: day(37) },
          state: 'contractReport.reported',
        },
      ];
    },

    contractFiled: (on: IsoDate, state: string): Step[] => [
      { on: officeDay(on), upload: ['contract', 'priceList'], by: unit, send: 'fileContract', data: {}, state },
    ],

    built(from: IsoDate, until: IsoDate | null): Step[] {
      const day = daysAfter(from);
      const responsiblePerson = { name: '项目责任人', phone: '0566-5020000' };
      return [
        {
          on: day(0),
          by: unit,
          send: 'startConstruction',
          data: { startedOn: day(0), implementingBody: '信息化工作专班', responsiblePerson },
        },
        { on: day(28), by: unit, send: 'reportProgress', data: { percent: 40 } },
        ...(until
          ? [{ on: officeDay(until), by: unit, send: 'completeConstruction', data: { completedOn: officeDay(until) } }]
          : []),
      ];
    },

    tried: (on: IsoDate): Step[] => [
      {
        on: officeDay(on),
        by: unit,
        send: 'startTrial',
        data: { startedOn: officeDay(on) },
        state: 'trial.period.running',
      },
    ],

    archivesChecked: (on: IsoDate, result: 'passed' | 'failed' = 'passed'): Step[] => [
      {
        on: officeDay(on),
        upload: 'archiveAcceptanceOpinion',
        by: 'archives',
        send: 'recordArchiveAcceptance',
        data: { result, date: officeDay(on) },
      },
    ],

    selfAcceptance: (on: IsoDate, more: Partial<Step> = {}): Step => ({
      on: officeDay(on),
      by: unit,
      send: 'selfAccept',
      data: { conclusion: 'passed', concludedOn: officeDay(on), checklist },
      ...more,
    }),

    /** The unit itself accepts. The bureau gets the filing and publishes it, unless the trouble is that they wait. */
    selfAccepted(on: IsoDate, { filed = true, publicly = true } = {}): Step[] {
      const day = daysAfter(on);
      return [
        ...this.archivesChecked(day(0)),
        this.selfAcceptance(day(3), { upload: EVIDENCE, state: 'acceptance.filing' }),
        ...(publicly ? [published('publishAcceptance', day(7))] : []),
        ...(filed
          ? [
              {
                on: day(10),
                upload: 'acceptanceReport',
                by: unit,
                send: 'fileAcceptance',
                data: {},
                state: 'archival.handingOver',
              },
            ]
          : []),
      ];
    },

    /**
     * The bureau accepts. The archives are accepted in time, or only after the bureau was refused, or fail before they
     * pass.
     */
    bureauAccepted(on: IsoDate, archives: 'inTime' | 'forgotten' | 'failedFirst' = 'inTime'): Step[] {
      const day = daysAfter(on);
      const conclude = (date: IsoDate, more: Partial<Step>): Step => ({
        on: date,
        by: BUREAU,
        send: 'concludeAcceptance',
        data: { conclusion: 'passed', concludedOn: date, checklist, experts: panel(large ? 5 : 3) },
        ...more,
      });
      return [
        { on: day(0), by: unit, send: 'recordPreliminaryAcceptance', data: { date: day(0), conclusion: 'passed' } },
        ...(archives === 'inTime' ? this.archivesChecked(day(3)) : []),
        ...(archives === 'failedFirst' ? this.archivesChecked(day(3), 'failed') : []),
        {
          on: day(7),
          upload: 'preliminaryAcceptanceReport',
          by: unit,
          send: 'applyForAcceptance',
          data: { checklist },
        },
        { on: day(10), by: BUREAU, send: 'scheduleAcceptance', data: { meetingOn: day(21) } },
        ...(archives === 'inTime' ? [] : [conclude(day(17), { clause: '2.4.4' }), ...this.archivesChecked(day(21))]),
        { ...conclude(day(21), { state: 'archival.handingOver' }), upload: [...EVIDENCE, 'acceptanceReport'] },
        published('publishAcceptance', day(24)),
      ];
    },

    archived(on: IsoDate): Step[] {
      const day = daysAfter(on);
      return [
        { on: day(0), by: unit, send: 'handOverArchives', data: { date: day(0), listNumber: `YJ-${year(on)}-${no}` } },
        { on: day(4), by: 'archives', send: 'confirmHandOver', data: {}, state: 'evaluation.awaitingWindow' },
      ];
    },

    /**
     * The unit's own report, finance, the bureau's conclusion. `early` tries before the window is open; `owing` leaves
     * a duty open beside it.
     */
    evaluated(
      on: IsoDate,
      { early, rectify = false, owing = false }: { early?: IsoDate; rectify?: boolean; owing?: boolean } = {},
    ): Step[] {
      const day = daysAfter(on);
      const submit = (date: IsoDate, more: Partial<Step> = {}): Step => ({
        on: date,
        by: unit,
        send: 'submitSelfEvaluation',
        data: { summary: '系统运行正常，数据按目录共享' },
        ...more,
      });
      const state = owing ? 'evaluation.settling' : 'closed';
      const conclusion: Step[] = rectify
        ? [
            {
              on: day(14),
              by: BUREAU,
              send: 'orderEvaluationRectification',
              data: { grade: 'pass', findings: '共享数据更新不及时' },
            },
            { on: day(35), by: unit, send: 'reportRectification', data: { report: '已建立按日更新机制' } },
            { on: day(42), by: BUREAU, send: 'confirmRectification', data: {}, state },
          ]
        : [{ on: day(14), by: BUREAU, send: 'concludeEvaluation', data: { grade: 'good' }, state }];
      return [
        ...(early ? [submit(officeDay(early), { clause: '2.4.6a' })] : []),
        submit(day(0), { upload: 'selfEvaluationReport' }),
        { on: day(7), by: 'finance', send: 'acknowledgeSelfEvaluation', data: {} },
        ...conclusion,
      ];
    },

    /** A step that the law refuses with its clause. */
    refused: (on: IsoDate, by: string, send: string, data: unknown, clause: string): Step[] => [
      { on: officeDay(on), by, send, data, clause },
    ],

    /** The dossier of another route is handed in. The amount refuses it. */
    wrongDossier(on: IsoDate, key: DossierKey, clause: string): Step[] {
      return this.refused(on, unit, dossiers[key].send, content(key), clause);
    },

    urged: (on: IsoDate, by = 'supervisor'): Step[] => [urged(on, by)],

    /** Any other single step. */
    step: (on: IsoDate, by: string, send: string, data: unknown = {}, more: Partial<Step> = {}): Step[] => [
      { on: officeDay(on), by, send, data, ...more },
    ],
  };
}

export type Stages = ReturnType<typeof stagesOf>;
