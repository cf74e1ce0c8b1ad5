import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import { daysAfter, officeDay, year } from '../office-days.js';
import type { Step } from '../step.js';
import type { Subject } from './subject.js';

/** From the funds to the trial run. Each takes the day on which it begins. */
export function deliveryOf({ unit, fen, supplier, no }: Subject) {
  const contractFen = Math.round((fen * 0.97) / 100) * 100;

  return {
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
  };
}
