import { anew } from '#machines/kit/law/effects.js';
import { contractVariation } from '../changes.js';
import { isOperation } from '../context.js';
import { noChangePending } from '../rules/changes.js';
import { notBefore, notInFuture } from '../rules/common.js';
import { contractedFirst, responsibleNamed, supervised } from '../rules/procurement.js';
import { on, waiting, to } from '../setup.js';
import { funds } from './procurement.js';

/** 初验 may come before the trial run or after it. Only the application for acceptance needs it (二(四)2). */
export const preliminary = on('recordPreliminaryAcceptance', {
  by: 'applicant',
  clauses: ['2.4.2c'],
  rules: [
    notInFuture('date', '初验日期', '2.4.2c'),
    notBefore('date', '初验日期', (c) => c.completedOn ?? undefined, '建设完成日期', '2.4.2c'),
  ],
  record: (_, { date, conclusion }) => ({ preliminaryAcceptance: { on: date, passed: conclusion === 'passed' } }),
});

const completed = {
  by: 'applicant' as const,
  clauses: ['2.3.4'] as const,
  rules: [
    noChangePending,
    notInFuture('completedOn', '完成日期', '2.3.4'),
    notBefore('completedOn', '完成日期', (c) => c.started?.on, '开工日期', '2.1.4'),
  ],
  record: (_: unknown, data: { completedOn: string }) => ({ completedOn: data.completedOn }),
};

/**
 * 建设: start, progress, completion. A project that only operates a system has no trial run (二(三)1, 二(三)4,
 * 二(四)1).
 */
export const construction = {
  meta: { stage: 'construction', label: '建设' },
  initial: 'awaitingStart' as const,
  on: { ...contractVariation, ...funds },
  states: {
    awaitingStart: {
      ...waiting({ label: '待开工', party: 'applicant', clause: '2.3.1b', opens: ['startTracking'] }),
      on: on('startConstruction', {
        to: 'building',
        by: 'applicant',
        clauses: ['2.3.1b', '2.3.4'],
        rules: [
          contractedFirst,
          responsibleNamed,
          supervised,
          notInFuture('startedOn', '开工日期', '2.1.4'),
          notBefore('startedOn', '开工日期', (c) => c.contract?.signedOn, '签订日期', '2.1.4'),
        ],
        record: (_, { startedOn, implementingBody, supervisor, responsiblePerson }) => ({
          started: {
            on: startedOn,
            implementingBody: implementingBody!,
            ...(supervisor ? { supervisor } : {}),
            responsiblePerson: responsiblePerson!,
          },
        }),
      }),
    },
    building: {
      ...waiting({ label: '建设中', party: 'applicant', clause: '2.3.4', opens: ['progress'] }),
      on: {
        ...on('reportProgress', {
          by: 'applicant',
          clauses: ['2.3.4'],
          record: (_, { percent }, { today }) => ({ progress: { on: today, percent } }),
          then: anew('progress'),
        }),
        ...on(
          'completeConstruction',
          { ...completed, to: to('acceptance'), when: ({ context }) => isOperation(context), whenLabel: '运维' },
          { ...completed, to: 'completed' },
        ),
      },
    },
    completed: {
      ...waiting({ label: '待试运行', party: 'applicant', clause: '2.4.1', opens: ['trialStart'] }),
      on: {
        ...preliminary,
        ...on('startTrial', {
          to: to('trial'),
          by: 'applicant',
          clauses: ['2.4.1'],
          rules: [
            notInFuture('startedOn', '试运行开始日期', '2.4.1'),
            notBefore('startedOn', '试运行开始日期', (c) => c.completedOn ?? undefined, '建设完成日期', '2.4.1'),
          ],
          record: (_, { startedOn }) => ({
            trial: { startedOn, extendedTo: null, extendedOn: null, requested: null, endedOn: null },
          }),
        }),
      },
    },
  },
};
