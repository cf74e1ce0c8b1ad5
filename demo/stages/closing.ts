import type { IsoDate } from '#machines/kit/words/dates.js';
import { checklist, EVIDENCE, panel } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { BUREAU, daysAfter, officeDay, year } from '../office-days.js';
import type { Step } from '../step.js';
import { LARGE, published, type Subject } from './subject.js';

/** From the acceptance to the evaluation. Each takes the day on which it begins. */
export function closingOf({ unit, fen, no }: Subject) {
  const large = fen >= LARGE;

  return {
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
  };
}
