import type { IsoDate } from '#machines/kit/words/dates.js';
import { wan } from '#machines/kit/words/money.js';
import { operationOf, PAPERS } from '#machines/regulations/it-projects/procedures/operation-review/testing/lines.js';
import { panel } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { BUREAU, daysAfter } from './office-days.js';
import type { Case, Step } from './step.js';

/** A year's operation: its unit, its system, and the days of its beginning and its conclusion. */
interface Operation {
  project: string;
  unit: string;
  superior: string;
  system: string;
  year: number;
  amount: number;
  begun: IsoDate;
  concluded: IsoDate;
}

export const HOSPITAL_OPERATION: Operation = {
  project: '医院信息系统年度运行维护',
  unit: 'county-hospital',
  superior: 'health',
  system: '医院信息系统',
  year: 2026,
  amount: 49.8,
  begun: '2025-11-25',
  concluded: '2025-12-23',
};

/** 会审 by finance and the bureau, experts, and the amount on which finance concludes. */
function reviewOf({ project, unit, superior, system, year, amount, begun, concluded }: Operation): Case {
  const day = daysAfter(begun);
  const fen = wan(amount);
  const agreed = (on: IsoDate, by: string): Step => ({ on, by, send: 'agreeToOperation', data: { opinion: '同意' } });
  const conclusion = (on: IsoDate, more: Partial<Step>): Step => ({
    on,
    by: 'finance',
    send: 'concludeOperation',
    data: { number: `青财运〔${on.slice(0, 4)}〕1号`, date: on, approvedFen: fen },
    ...more,
  });
  return {
    procedure: 'operation-review',
    name: `${year}年度${system}运维`,
    by: unit,
    on: begun,
    data: { ...operationOf(system, fen, year) },
    naming: (idOf) => ({ projectId: idOf(project) }),
    steps: [
      { on: begun, upload: PAPERS, by: unit, send: 'submitOperation', data: {} },
      { on: day(4), by: superior, send: 'endorse', data: { opinion: '同意' } },
      agreed(day(7), 'finance'),
      agreed(day(10), BUREAU),
      conclusion(day(10), { clause: '3.3a' }),
      { on: day(10), by: BUREAU, send: 'beginExpertReview', data: { meetingOn: day(17) } },
      {
        on: day(17),
        upload: 'expertOpinion',
        by: BUREAU,
        send: 'recordExpertReview',
        data: { date: day(17), experts: panel(3), conclusion: 'passed' },
      },
      conclusion(concluded, { state: 'concluded' }),
    ],
  };
}

export const operations: readonly Case[] = [reviewOf(HOSPITAL_OPERATION)];
