import { attached, notBefore, notInFuture } from '../rules/common.js';
import { laterThanPlanned, trialEnd, trialEnded, withinSixMonths } from '../rules/trial.js';
import { archivesAccepted, bureauAccepts, preliminarilyAccepted, selfAcceptable } from '../rules/acceptance.js';
import { barrier, on, rests, spans, to } from '../setup.js';
import { acceptedByBureau, archiveAcceptance } from './acceptance.js';
import { preliminary } from './construction.js';

/** 试运行: three months as a rule, six at most in all; its end is a day, not somebody's step (二(四)1). */
export const trial = {
  meta: { stage: 'trial', label: '试运行' },
  initial: 'period' as const,
  on: {
    ...archiveAcceptance,
    // Who asks too early learns everything that is missing, not only the day.
    ...barrier(
      'applyForAcceptance',
      { by: 'applicant', clauses: ['2.4.1'], rules: [trialEnded, preliminarilyAccepted, attached('preliminaryAcceptanceReport')], when: acceptedByBureau, whenLabel: '由县数据资源管理局验收' },
      { by: 'applicant', clauses: ['2.4.2b'], rules: [bureauAccepts] },
    ),
    ...barrier('selfAccept', { by: 'applicant', clauses: ['2.4.1'], rules: [trialEnded, selfAcceptable, archivesAccepted] }),
  },
  states: {
    period: {
      initial: 'running' as const,
      ...spans('trialPeriod'),
      on: {
        ...on('trialPeriodElapsed', {
          to: to('acceptance'), by: 'system', clauses: ['2.4.1'],
          record: (context, _, facts) => ({ trial: { ...context.trial!, requested: null, endedOn: trialEnd(context, facts) } }),
        }),
        ...on('endTrialEarly', {
          to: to('acceptance'), by: 'dataBureau', decides: true, clauses: ['2.4.1'],
          rules: [attached('trialReport'), notInFuture('endedOn', '结束日期', '2.4.1'), notBefore('endedOn', '结束日期', (c) => c.trial?.startedOn, '试运行开始日期', '2.4.1')],
          record: (context, { endedOn }) => ({ trial: { ...context.trial!, requested: null, endedOn } }),
        }),
        ...preliminary,
      },
      states: {
        running: {
          ...rests({ label: '试运行中', party: 'applicant', clause: '2.4.1' }),
          on: on('requestTrialExtension', {
            to: 'extensionRequested', by: 'applicant', clauses: ['2.4.1'], rules: [laterThanPlanned, withinSixMonths],
            record: (context, { until, reason }) => ({ trial: { ...context.trial!, requested: { until, reason } } }),
          }),
        },
        extensionRequested: {
          ...rests({ label: '试运行延长审批中', party: 'dataBureau', clause: '2.4.1', opens: ['trialExtensionDecision'] }),
          on: {
            ...on('approveTrialExtension', {
              to: to('trial.period'), again: true, by: 'dataBureau', decides: true, clauses: ['2.4.1'],
              record: ({ trial: t }) => ({ trial: { ...t!, extendedTo: t!.requested!.until, requested: null } }),
            }),
            ...on('refuseTrialExtension', {
              to: 'running', by: 'dataBureau', decides: true, clauses: ['2.4.1'], record: ({ trial: t }) => ({ trial: { ...t!, requested: null } }),
            }),
          },
        },
      },
    },
  },
};
