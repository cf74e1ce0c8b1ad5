import type { Situation } from '#machines/kit/law/rule.js';
import { contractVariation } from '../changes.js';
import { approvedBudget, type ProjectContext } from '../context.js';
import { granted } from '../extension.js';
import { review } from '../review.js';
import {
  allSubjectsMet,
  appliedFirst,
  archivesAccepted,
  archivesPassed,
  bureauAccepts,
  contractWithinBudget,
  cryptographyEvidenced,
  extensionEarly,
  extensionInTime,
  preliminarilyAccepted,
  securityEvidenced,
  selfAcceptable,
  subjectsChecked,
} from '../rules/acceptance.js';
import { extensionLater } from '../rules/alterations.js';
import { noChangePending } from '../rules/changes.js';
import { attached, notBefore, notInFuture, type ProjectRule } from '../rules/common.js';
import { enoughExperts, affiliationKnown, independentExperts } from '../rules/experts.js';
import { extensionAhead, trialEnded } from '../rules/trial.js';
import { blocked, on, waiting, to } from '../setup.js';
import { preliminary } from './construction.js';
import { funds } from './procurement.js';

/** 档案验收 is a condition of passing. It can be recorded from the trial run on (二(四)4). */
export const archiveAcceptance = on('recordArchiveAcceptance', {
  by: 'archives',
  decides: true,
  clauses: ['2.4.4', '3.2e'],
  rules: [
    notInFuture('date', '档案验收日期', '2.4.4'),
    notBefore('date', '档案验收日期', (c) => c.completedOn ?? undefined, '建设完成日期', '2.4.4'),
  ],
  record: (_, { result, date }) => ({ archiveAcceptance: { passed: result === 'passed', on: date } }),
});

const concludedAfterTrial = notBefore(
  'concludedOn',
  '验收日期',
  (c) => c.trial?.endedOn ?? c.completedOn ?? undefined,
  '试运行结束日期',
  '2.4.2a',
);
const concludedAfterArchives = notBefore(
  'concludedOn',
  '验收日期',
  (c) => c.archiveAcceptance?.on,
  '档案验收日期',
  '2.4.4',
  'after-archives',
);
const concludedAfterApplication = notBefore(
  'concludedOn',
  '验收日期',
  (c) => c.acceptance.appliedOn ?? undefined,
  '申请日期',
  '2.4.2c',
  'after-application',
);
const concluded = notInFuture('concludedOn', '验收日期', '2.4.2a');
const passedBy = (track: 'self' | 'bureau') => (context: ProjectContext, data: { concludedOn: string }) => ({
  acceptance: { ...context.acceptance, passedOn: data.concludedOn, track },
});
const withRequest = (context: ProjectContext, change: Partial<ProjectContext['acceptance']>) => ({
  acceptance: { ...context.acceptance, ...change },
});

const selfRules = [
  noChangePending,
  contractWithinBudget,
  archivesPassed,
  ...subjectsChecked,
  allSubjectsMet,
  securityEvidenced,
  cryptographyEvidenced,
  concluded,
  concludedAfterTrial,
  concludedAfterArchives,
];
const conclusionRules = [
  noChangePending,
  contractWithinBudget,
  appliedFirst,
  archivesPassed,
  ...subjectsChecked,
  allSubjectsMet,
  securityEvidenced,
  cryptographyEvidenced,
  enoughExperts,
  independentExperts,
  affiliationKnown,
  concluded,
  concludedAfterTrial,
  concludedAfterArchives,
  concludedAfterApplication,
];

/** Chooses the track: the conditions of the bureau's acceptance do not apply to a project that its unit accepts. */
const byBureau = (situation: Situation<ProjectContext, unknown>): boolean => bureauAccepts.judge(situation).holds;
const bureauTrack = { when: byBureau, whenLabel: '由县数据资源管理局验收' };

const applicationRules = [
  noChangePending,
  contractWithinBudget,
  preliminarilyAccepted,
  ...subjectsChecked,
  attached('preliminaryAcceptanceReport'),
];

const apply = on('applyForAcceptance', {
  to: to('acceptance.precheck'),
  by: 'applicant',
  clauses: ['2.4.2c'],
  rules: applicationRules,
  ...bureauTrack,
  record: (context, _, { today }) => withRequest(context, { appliedOn: today }),
});

const selfAccept = (failed?: Parameters<typeof to>[0]) =>
  on(
    'selfAccept',
    {
      to: to('acceptance.filing'),
      by: 'applicant',
      clauses: ['2.4.2b'],
      rules: selfRules,
      record: passedBy('self'),
      tells: ['acceptancePassed'],
      when: (situation) => !byBureau(situation) && situation.data.conclusion === 'passed',
      whenLabel: '自行验收，通过',
    },
    {
      ...(failed ? { to: to(failed) } : {}),
      by: 'applicant',
      clauses: ['2.4.2b'],
      rules: selfRules,
      when: (situation) => !byBureau(situation),
      whenLabel: '自行验收，不通过',
    },
  );

const open = ({ context }: Situation<ProjectContext, unknown>): boolean => context.acceptance.passedOn === null;
const unapproved = {
  clauses: ['2.4.1'] as const,
  rules: [trialEnded],
  when: (s: Situation<ProjectContext, unknown>) => open(s) && approvedBudget(s.context) === undefined,
  whenLabel: '概算尚未批复',
};
const ownTrack = { when: open, whenLabel: '尚未通过验收' };
const otherTrack = (bureau: boolean) => ({
  when: (s: Situation<ProjectContext, unknown>) => open(s) && byBureau(s) === bureau,
  whenLabel: bureau ? '由县数据资源管理局验收' : '由项目单位自行验收',
});

/** Returns all rules that the step itself will judge. */
const early = <Data>(rules: readonly ProjectRule<Data>[]): ProjectRule<Data>[] => [
  trialEnded,
  ...rules.map((r) => ((r as unknown) === archivesPassed ? archivesAccepted : r)),
];

/**
 * Refuses acceptance before its time. A person who asks too early learns everything that is missing, not only the day.
 * A person who asks on the wrong track learns that.
 */
export const shutBeforeAcceptance = {
  ...blocked(
    'selfAccept',
    { by: 'applicant', ...unapproved },
    { by: 'applicant', clauses: ['2.4.1', '2.4.2c'], rules: [selfAcceptable, trialEnded], ...otherTrack(true) },
    { by: 'applicant', clauses: ['2.4.1', '2.4.2b'], rules: early(selfRules), ...ownTrack },
  ),
  ...blocked(
    'applyForAcceptance',
    { by: 'applicant', ...unapproved },
    { by: 'applicant', clauses: ['2.4.2b'], rules: [bureauAccepts], ...otherTrack(false) },
    { by: 'applicant', clauses: ['2.4.1', '2.4.2c'], rules: early(applicationRules), ...ownTrack },
  ),
  ...blocked(
    'concludeAcceptance',
    { by: 'dataBureau', ...unapproved },
    { by: 'dataBureau', clauses: ['2.4.2b'], rules: [bureauAccepts], ...otherTrack(false) },
    { by: 'dataBureau', clauses: ['2.4.1', '2.4.2c'], rules: early(conclusionRules), ...ownTrack },
  ),
};

/** 竣工验收, by the unit itself or by the bureau, according to the approved budget (二(四)2). */
export const acceptance = {
  meta: { stage: 'acceptance', label: '竣工验收' },
  initial: 'preparing' as const,
  on: { ...archiveAcceptance, ...funds, ...preliminary, ...contractVariation },
  states: {
    preparing: {
      ...waiting({ label: '待竣工验收', party: 'applicant', clause: '2.4.2a', opens: ['acceptanceApply'] }),
      on: {
        ...selfAccept('acceptance.rectifying'),
        ...apply,
        ...on('requestAcceptanceExtension', {
          to: 'extensionRequested',
          by: 'applicant',
          clauses: ['2.4.2d'],
          rules: [extensionInTime, extensionEarly, extensionLater, extensionAhead],
          abandons: true,
          record: (context, { until, reason }, { today }) =>
            withRequest(context, { requested: { until, reason, on: today } }),
        }),
      },
    },
    extensionRequested: {
      ...waiting({
        label: '延期验收审批中',
        party: 'dataBureau',
        clause: '2.4.2d',
        opens: ['acceptanceExtensionDecision'],
      }),
      on: {
        ...on('approveAcceptanceExtension', {
          to: 'preparing',
          by: 'dataBureau',
          decides: true,
          clauses: ['2.4.2d'],
          record: (context, _, facts) =>
            withRequest(context, {
              extendedTo: granted(context.acceptance.requested!, facts),
              extendedOn: facts.today,
              requested: null,
            }),
        }),
        ...on('refuseAcceptanceExtension', {
          to: 'preparing',
          by: 'dataBureau',
          decides: true,
          clauses: ['2.4.2d'],
          record: (context) => withRequest(context, { requested: null }),
        }),
      },
    },
    precheck: review({
      label: '验收申请受理',
      party: 'dataBureau',
      clause: '2.4.2c',
      deadline: 'acceptancePrecheck',
      recall: [
        {
          by: 'applicant',
          to: to('acceptance.preparing'),
          record: (context) => withRequest(context, { appliedOn: null }),
        },
      ],
      on: on('scheduleAcceptance', {
        to: to('acceptance.meeting'),
        by: 'dataBureau',
        decides: true,
        clauses: ['2.4.2c'],
        rules: [notBefore('meetingOn', '验收会日期', (c) => c.acceptance.appliedOn ?? undefined, '申请日期', '2.4.2c')],
        record: (context, { meetingOn }) => withRequest(context, { meetingOn }),
      }),
    }),
    meeting: {
      ...waiting({ label: '组织竣工验收', party: 'dataBureau', clause: '2.4.2c', opens: ['acceptanceMeeting'] }),
      on: on(
        'concludeAcceptance',
        {
          to: to('archival'),
          by: 'dataBureau',
          decides: true,
          clauses: ['2.4.2c', '2.4.4'],
          rules: conclusionRules,
          record: passedBy('bureau'),
          tells: ['acceptancePassed'],
          when: ({ data }) => data.conclusion === 'passed',
          whenLabel: '通过',
        },
        {
          to: 'rectifying',
          by: 'dataBureau',
          decides: true,
          clauses: ['2.4.2c'],
          rules: conclusionRules,
          whenLabel: '不通过',
          record: (context) => withRequest(context, { appliedOn: null, meetingOn: null }),
        },
      ),
    },
    rectifying: {
      ...waiting({ label: '验收整改', party: 'applicant', clause: '2.4.2c', opens: ['acceptanceRectification'] }),
      on: { ...apply, ...selfAccept() },
    },
    filing: {
      ...waiting({ label: '待验收报备', party: 'applicant', clause: '2.4.2b', opens: ['acceptanceFiling'] }),
      on: on('fileAcceptance', {
        to: to('archival'),
        by: 'applicant',
        clauses: ['2.4.2b'],
        rules: [attached('acceptanceReport')],
        then: [{ do: 'notify', kind: '待阅', to: 'dataBureau', text: '竣工验收已报备' }],
      }),
    },
  },
};
