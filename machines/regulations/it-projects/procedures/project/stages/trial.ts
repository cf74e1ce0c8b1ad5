import type { Take } from '#machines/kit/law/take.js';
import { contractVariation } from '../changes.js';
import type { ProjectContext } from '../context.js';
import { granted } from '../extension.js';
import { attached, notBefore, notInFuture } from '../rules/common.js';
import { laterThanPlanned, trialEnd, withinSixMonths } from '../rules/trial.js';
import { deadlinesAround, on, to, waiting, type ProjectNames } from '../setup.js';
import { archiveAcceptance } from './acceptance.js';
import { preliminary } from './construction.js';
import { funds } from './procurement.js';

const elapsed: Take<ProjectContext, unknown, ProjectNames> = {
  to: to('acceptance'),
  by: 'system',
  clauses: ['2.4.1'],
  record: (context, _, facts) => ({ trial: { ...context.trial!, requested: null, endedOn: trialEnd(context, facts) } }),
};

/** A request that nobody has decided in time lapses. Both sides are told, because neither would look for it. */
const lapsed = (['applicant', 'dataBureau'] as const).map((party) => ({
  do: 'notify' as const,
  kind: '待阅' as const,
  to: party,
  text: '延期申请尚未批准，试运行已经期满，转入竣工验收',
}));

/** 试运行: three months as a rule, six at most in all. It ends on a day, not by somebody's step (二(四)1). */
export const trial = {
  meta: { stage: 'trial', label: '试运行' },
  initial: 'period' as const,
  on: { ...archiveAcceptance, ...funds, ...contractVariation },
  states: {
    period: {
      initial: 'running' as const,
      ...deadlinesAround('trialPeriod'),
      on: {
        ...on('trialPeriodElapsed', elapsed),
        ...on('endTrialEarly', {
          to: to('acceptance'),
          by: 'dataBureau',
          decides: true,
          clauses: ['2.4.1'],
          rules: [
            attached('trialReport'),
            notInFuture('endedOn', '结束日期', '2.4.1'),
            notBefore('endedOn', '结束日期', (c) => c.trial?.startedOn, '试运行开始日期', '2.4.1'),
          ],
          record: (context, { endedOn }) => ({ trial: { ...context.trial!, requested: null, endedOn } }),
        }),
        ...preliminary,
      },
      states: {
        running: {
          ...waiting({ label: '试运行中', party: 'applicant', clause: '2.4.1' }),
          on: on('requestTrialExtension', {
            to: 'extensionRequested',
            by: 'applicant',
            clauses: ['2.4.1'],
            rules: [laterThanPlanned, withinSixMonths],
            record: (context, { until, reason }, { today }) => ({
              trial: { ...context.trial!, requested: { until, reason, on: today } },
            }),
          }),
        },
        extensionRequested: {
          ...waiting({
            label: '试运行延长审批中',
            party: 'dataBureau',
            clause: '2.4.1',
            opens: ['trialExtensionDecision'],
          }),
          on: {
            ...on('approveTrialExtension', {
              to: to('trial.period'),
              again: true,
              by: 'dataBureau',
              decides: true,
              clauses: ['2.4.1'],
              record: (context, _, facts) => ({
                trial: {
                  ...context.trial!,
                  extendedTo: granted(context.trial!.requested!, facts),
                  extendedOn: facts.today,
                  requested: null,
                },
              }),
            }),
            ...on('refuseTrialExtension', {
              to: 'running',
              by: 'dataBureau',
              decides: true,
              clauses: ['2.4.1'],
              record: ({ trial: t }) => ({ trial: { ...t!, requested: null } }),
            }),
            ...on('trialPeriodElapsed', { ...elapsed, then: lapsed }),
          },
        },
      },
    },
  },
};
