import { describe, expect, it } from '@jest/globals';
import { tell, type Step } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { world } from '../../testing/world.js';
import * as change from '../change-request/testing/lines.js';
import { project } from './procedure.js';
import * as line from './testing/lines.js';

const budget = wan(100);
const toContract = [
  ...line.pooled('education', '2025-01-07'),
  ...line.planned('education', '2025-01-20', 2026),
  ...line.approvedInOneStep('education', '2025-02-10', budget),
  ...line.contracted('education', '2025-02-24', budget),
];
const toTrial = [
  ...toContract,
  ...line.built('education', '2025-03-03', '2025-04-07'),
  ...line.tried('education', '2025-04-08'),
];
const suspendedOn = (on: string): Step => ({ on, ...line.suspendedOn(on, '资金检查') });
const resumedOn = (on: string): Step => ({ on, by: 'data-bureau', send: 'resume', data: { reason: '检查结束' } });

const told = (steps: readonly Step[], fen = budget) =>
  tell(
    project,
    {
      title: '期限',
      clauses: ['2.6.3b'],
      by: 'education',
      on: '2025-01-06',
      declare: line.declarationOf('考务平台', fen),
      steps: [...steps],
    },
    world,
  );
const clock = (name: string, steps: readonly Step[]) => {
  const d = told(steps).state.deadlines.find((each) => each.name === name);
  return d && { status: d.status, startsOn: d.startsOn, dueOn: d.dueOn };
};

describe('an opened clock keeps its past when it is opened again', () => {
  const suspendedInAcceptance = [
    ...toTrial,
    { on: '2025-07-09', state: 'acceptance.preparing' } as Step,
    suspendedOn('2025-07-15'),
    resumedOn('2025-09-15'),
  ];

  it('after a refused extension (二(四)2)', () => {
    const before = clock('acceptanceApply', suspendedInAcceptance);
    expect(before).toMatchObject({ status: 'open', startsOn: '2025-07-08' });
    expect(before!.dueOn! > '2025-10-01').toBe(true);
    const refused: Step[] = [
      {
        on: '2025-09-16',
        by: 'education',
        send: 'requestAcceptanceExtension',
        data: { until: '2025-12-01', reason: '设备未到' },
      },
      { by: 'data-bureau', send: 'refuseAcceptanceExtension', data: { reason: '理由不足' } },
    ];
    expect(clock('acceptanceApply', [...suspendedInAcceptance, ...refused])).toEqual(before);
  });

  it('after the archives were handed over and taken back (二(四)4)', () => {
    const accepted = [
      ...toTrial,
      ...line.selfAccepted('education', '2025-07-14'),
      suspendedOn('2025-07-21'),
      resumedOn('2025-09-22'),
    ];
    const before = clock('archiveHandOver', accepted);
    expect(before!.dueOn! > '2025-12-01').toBe(true);
    const takenBack: Step[] = [
      { on: '2025-09-23', by: 'education', send: 'handOverArchives', data: { date: '2025-09-23', listNumber: '1' } },
      { by: 'education', send: 'recall', data: { reason: '漏一卷' }, state: 'archival.handingOver' },
    ];
    expect(clock('archiveHandOver', [...accepted, ...takenBack])).toEqual(before);
  });

  it('after a correction was handed in and taken back: there is no new period, and the reviewer’s clock has not stood still for it', () => {
    const returned: Step[] = [
      { on: '2025-01-06', by: 'education', upload: 'declarationForm', send: 'declare' },
      {
        on: '2025-01-08',
        by: 'data-bureau',
        send: 'returnForCorrection',
        data: { to: 'applicant', items: '补充测算' },
      },
    ];
    const again: Step[] = [
      { on: '2025-01-20', by: 'education', send: 'resubmit', data: { reply: '已补充' } },
      { on: '2025-01-22', by: 'education', send: 'recall', data: { reason: '还有一页' } },
    ];
    expect(clock('correctionReply', [...returned, ...again])).toEqual(clock('correctionReply', returned));
    const regretted: Step[] = [{ on: '2025-01-10', by: 'data-bureau', send: 'recall', data: { reason: '已经齐全' } }];
    expect(clock('preReview', [...returned, ...regretted])).toEqual(clock('preReview', returned.slice(0, 1)));
  });
});

describe('绩效自评价 (二(四)6)', () => {
  const evaluated = [
    ...toTrial,
    ...line.selfAccepted('education', '2025-07-14'),
    ...line.archived('education', '2025-07-28'),
  ];
  const due = { status: 'open', startsOn: '2025-07-14', dueOn: '2027-07-14' };

  it('is owed from the acceptance on, even while the papers of the acceptance or the archives are missing', () => {
    const hanging = told([...toTrial, ...line.selfAccepted('education', '2025-07-14')]);
    expect(hanging.state.position.stage).toBe('archival');
    expect(hanging.state.deadlines.find((d) => d.name === 'selfEvaluation')).toMatchObject(due);
    hanging.passTo('2027-07-20');
    expect(hanging.reminders.filter((r) => r.deadline === 'selfEvaluation').map((r) => r.rung)).toEqual([
      'first',
      'second',
      'third',
      'last',
      'due',
      'head',
    ]);
  });

  it('is owed again when what was handed in is taken back', () => {
    const handedIn: Step[] = [
      {
        on: '2026-08-03',
        upload: 'selfEvaluationReport',
        by: 'education',
        send: 'submitSelfEvaluation',
        data: { summary: '运行正常' },
        state: 'evaluation.review.reviewing',
      },
    ];
    expect(clock('selfEvaluation', [...evaluated, ...handedIn])).toBeUndefined();
    expect(
      clock('selfEvaluation', [
        ...evaluated,
        ...handedIn,
        { by: 'education', send: 'recall', data: { reason: '填错' }, state: 'evaluation.open' },
      ]),
    ).toEqual(due);
  });
});

describe('an extension that is asked for before a suspension and granted after it', () => {
  it('does not take from the trial run the days on which it stood still (二(四)1)', () => {
    const asked: Step[] = [
      {
        on: '2025-05-06',
        by: 'education',
        send: 'requestTrialExtension',
        data: { until: '2025-08-08', reason: '业务高峰' },
      },
      suspendedOn('2025-05-07'),
      resumedOn('2025-08-15'),
      { on: '2025-08-18', by: 'data-bureau', send: 'approveTrialExtension', data: {} },
    ];
    // This is a hundred days after the day asked for, 2025-11-16, which is a Sunday.
    expect(clock('trialPeriod', [...toTrial, ...asked])).toMatchObject({ status: 'open', dueOn: '2025-11-17' });
  });
});

describe('a step that is registered late', () => {
  it('is told first to those who owe it, and to those above them only as time goes on', () => {
    const late = told([
      ...line.pooled('education', '2025-01-07'),
      ...line.planned('education', '2025-01-20', 2026),
      ...line.approvedInOneStep('education', '2025-02-10', budget).slice(0, -1),
      { ...line.approvedInOneStep('education', '2025-02-10', budget).at(-1)!, on: '2025-06-10' },
    ]);
    late.passTo('2025-07-31');
    const publication = late.reminders.filter((r) => r.deadline === 'approvalPublication');
    expect(publication.map((r) => [r.at.slice(0, 10), r.rung, r.to.join()])).toEqual([
      ['2025-06-10', 'due', 'role:data-bureau'],
      ['2025-06-11', 'head', 'head:role:data-bureau'],
      ['2025-06-17', 'superior', ''],
      ['2025-06-24', 'bureau', 'head:role:data-bureau'],
      ['2025-07-08', 'consultation', 'role:supervisor'],
    ]);
  });
});

describe('a repeated reminder', () => {
  it('is answered by what it asks for: the next one comes a month after the report (二(三)4)', () => {
    const building = told([
      ...toContract,
      ...line.built('education', '2025-03-03', '2025-04-07').slice(0, 1),
      { on: '2025-03-31', by: 'education', send: 'reportProgress', data: { percent: 40 } },
    ]);
    building.passTo('2025-05-05');
    expect(building.reminders.filter((r) => r.deadline === 'progress').map((r) => r.at.slice(0, 10))).toEqual([
      '2025-04-30',
    ]);
  });
});

describe('a change of a suspended project', () => {
  it('stands still even if the step taken meanwhile has closed its only clock (二(六)3)', () => {
    const fen = wan(250);
    const steps: Step[] = [
      ...change.building('education', fen),
      ...change.filed('education', '2025-03-10', 'change', { scheduleDays: 20 }),
      suspendedOn('2025-03-11'),
      { at: 'change', on: '2025-03-12', by: 'data-bureau', send: 'declineFiling', data: { reason: '金额有误' } },
    ];
    const { docket } = told(steps, fen);
    const { deadlines } = docket.cases().find((tale) => tale.procedure.id === 'change-request')!.state;
    expect(deadlines.map((d) => [d.status, d.pauses.map((p) => p.why).join()])).toEqual([['paused', '项目暂停']]);
  });
});

describe('a decision against the applicant', () => {
  it('ends the duty: the one who owed it has done it, in time or late', () => {
    const refused = (on: string) => {
      const { history } = told([
        { on: '2025-01-06', by: 'education', upload: 'declarationForm', send: 'declare' },
        { on, by: 'data-bureau', send: 'rejectPreReview', data: { reason: '重复建设' } },
      ]);
      return history.at(-1)!.changedDeadlines.map((d) => [d.name, d.status]);
    };
    expect(refused('2025-01-07')).toEqual([['preReview', 'done']]);
    expect(refused('2025-06-10')).toEqual([['preReview', 'done']]);
  });
});
