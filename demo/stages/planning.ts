import type { IsoDate } from '#machines/kit/words/dates.js';
import { BUREAU, daysAfter, officeDay, year } from '../office-days.js';
import type { Plan, Step } from '../step.js';
import { endorsedBy, type Subject } from './subject.js';

/** From the declaration to a place in a plan. Each takes the day on which it begins. */
export function planningOf({ unit, superior, no }: Subject) {
  const endorsed = endorsedBy(superior);

  return {
    /** The project is declared, endorsed, pre-reviewed, pooled, and filed with the city. */
    declared(on: IsoDate, continues = false): Step[] {
      const day = daysAfter(on);
      return [
        {
          on: day(0),
          upload: ['declarationForm', ...(continues ? ['parentApproval'] : [])],
          by: unit,
          send: 'declare',
          data: {},
        },
        ...endorsed(day(3)),
        {
          on: day(7),
          by: BUREAU,
          send: 'passPreReview',
          data: {
            similarity: 'none',
            similarityReason: '已与在库项目核对，服务对象不同',
            ...(continues ? { parentConfirmed: true } : {}),
          },
          state: 'reserve.pooled',
        },
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
        { on: applied, by: unit, send: 'applyForPlan', data: { planYear } },
        ...endorsed(applied),
        { on: applied, by: unit, state: 'plan.collected' },
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
        ...endorsed(day(3)),
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
  };
}
