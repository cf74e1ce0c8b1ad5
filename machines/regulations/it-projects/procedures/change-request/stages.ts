import { endorsedFirst } from '../../common/endorsement.js';
import { endorsedAgain } from '../../endorsed-again.js';
import type { ChangeContext } from './context.js';
import { review } from './review.js';
import {
  basisCurrent,
  enoughExperts,
  expertsReviewed,
  governmentDecided,
  affiliationKnown,
  independentExperts,
  provinceConsented,
  somethingRemains,
  upperReviewNeeded,
} from './rules/approval.js';
import { somethingChanges } from './rules/alterations.js';
import { asHandedIn, notBefore, notInFuture, paper } from './rules/common.js';
import { projectNotSuspended, projectUnderWay } from './rules/project.js';
import { blocked, end, on, waiting, to } from './setup.js';
import { isApproved, isClosed, opened } from './signals.js';
import { earlier, recall, recalled, unendorsed, withdraw } from './preparation.js';

const submitted = ({ submittedOn }: ChangeContext): string | undefined => submittedOn ?? undefined;
const sentAfter = (clause: '2.2.4' | '2.3.3f') => notBefore('date', '上报日期', submitted, '报批日期', clause);

type Outside = { result: 'agreed' | 'returned' | 'rejected'; number: string; date: string };

const inOrder = [
  notBefore('date', '批准日期', (c) => c.submittedOn ?? undefined, '报批日期', '2.3.3f', 'after-submission'),
  notBefore('date', '批准日期', (c) => c.expertReview?.date, '专家评审日期', '3.3a', 'after-experts'),
  notBefore('date', '批准日期', (c) => c.province?.date, '省级意见日期', '2.2.4', 'after-province'),
  notBefore('date', '批准日期', (c) => c.government?.date, '县政府决定日期', '2.3.3f', 'after-government'),
];
const approvable = [
  asHandedIn,
  projectUnderWay,
  projectNotSuspended,
  endorsedFirst,
  basisCurrent,
  expertsReviewed,
  provinceConsented,
  governmentDecided,
];
/** What the bureau would send the change back for is said once it has the change. */
const notYetHere = approvable.filter((r) => r !== asHandedIn && r !== basisCurrent);
const keepsApproval = [somethingChanges.corrected, somethingRemains.corrected];

export const endorsement = review({
  label: '主管部门审核变更',
  party: 'superior',
  clause: '2.2.5',
  deadline: 'endorsement',
  keeps: keepsApproval,
  on: {
    ...on('endorse', {
      to: to('examination'),
      by: 'superior',
      clauses: ['2.2.5'],
      decides: true,
      record: (_, __, { today }) => ({ endorsedOn: today }),
    }),
    ...on('declineEndorsement', {
      to: to('drafting'),
      by: 'superior',
      clauses: ['2.2.5'],
      decides: true,
      abandons: true,
      then: [opened],
    }),
    ...recall,
  },
  around: { ...withdraw, ...blocked('approve', { by: 'dataBureau', clauses: ['2.2.5'], rules: notYetHere }) },
});

/** Each body's answer must be there in writing, whether it agrees or not. */
const inWriting = { city: paper('cityOpinion'), province: paper('provinceOpinion') } as const;

/**
 * Records the answer of a body outside. Consent is kept; any other answer leads back to the bureau, which returns or
 * rejects the change.
 */
const outside = (
  key: 'city' | 'province',
  next: 'provinceReview' | 'reviewing',
  label: string,
  earlier: (context: ChangeContext) => string | undefined,
  earlierLabel: string,
) => [
  {
    to: next,
    by: 'dataBureau' as const,
    clauses: ['2.2.4'] as const,
    rules: [
      ...inWriting[key],
      notInFuture('date', '意见日期', '2.2.4'),
      notBefore('date', label, earlier, earlierLabel, '2.2.4'),
    ],
    when: ({ data }: { data: Outside }) => data.result === 'agreed',
    whenLabel: '同意',
    record: (_: ChangeContext, { number, date }: Outside) => ({ [key]: { number, date } }),
  },
  {
    to: 'reviewing' as const,
    by: 'dataBureau' as const,
    clauses: ['2.2.4'] as const,
    rules: [
      ...inWriting[key],
      notInFuture('date', '意见日期', '2.2.4'),
      notBefore('date', label, earlier, earlierLabel, '2.2.4'),
    ],
    whenLabel: '退回或不同意',
  },
];

export const examination = review({
  label: '变更审批',
  party: 'dataBureau',
  clause: '2.3.3f',
  deadline: 'examination',
  keeps: keepsApproval,
  before: [{ to: to('endorsement'), ...endorsedAgain(({ endorsedOn }: ChangeContext) => endorsedOn === null) }],
  earlier,
  on: {
    ...on('beginExpertReview', {
      to: 'expertReview',
      by: 'dataBureau',
      clauses: ['3.3a'],
      rules: [notBefore('meetingOn', '评审会日期', submitted, '报批日期', '3.3a')],
    }),
    ...on('sendToCity', {
      to: 'cityReview',
      by: 'dataBureau',
      clauses: ['2.2.4'],
      rules: [upperReviewNeeded, notInFuture('date', '上报日期', '2.2.4'), sentAfter('2.2.4')],
    }),
    ...on('sendToGovernment', {
      to: 'governmentDecision',
      by: 'dataBureau',
      clauses: ['2.3.3f'],
      rules: [notInFuture('date', '上报日期', '2.3.3f'), sentAfter('2.3.3f')],
    }),
    ...on('approve', {
      to: to('implementing'),
      by: 'dataBureau',
      clauses: ['2.3.3f'],
      decides: true,
      rules: [...approvable, ...paper('approvalDocument'), notInFuture('date', '批准日期', '2.3.3f'), ...inOrder],
      record: (_, { body, number, date }) => ({
        allowed: { by: 'approval', on: date, decision: { body, number, date } },
      }),
      then: [isApproved],
    }),
    ...on('reject', {
      to: end('rejected'),
      by: 'dataBureau',
      clauses: ['2.3.3f'],
      decides: true,
      abandons: true,
      then: [isClosed],
    }),
    ...on('recall', recalled, unendorsed),
  },
  states: {
    expertReview: {
      ...waiting({
        label: '变更专家评审中',
        party: 'experts',
        clause: '3.3a',
        opens: ['expertReviewTracking'],
        pauses: ['examination'],
      }),
      on: on('recordExpertReview', {
        to: 'reviewing',
        by: 'dataBureau',
        clauses: ['3.3a'],
        rules: [
          ...paper('expertOpinion'),
          enoughExperts,
          independentExperts,
          affiliationKnown,
          notInFuture('date', '评审日期', '3.3a'),
          notBefore('date', '评审日期', (c) => c.submittedOn ?? undefined, '报批日期', '3.3a'),
        ],
        record: (_, { date, experts, conclusion }) => ({ expertReview: { date, experts, conclusion } }),
      }),
    },
    cityReview: {
      ...waiting({
        label: '变更市局审核中',
        party: 'city',
        clause: '2.2.4',
        opens: ['cityReviewTracking'],
        pauses: ['examination'],
      }),
      on: on(
        'recordCityReview',
        ...outside('city', 'provinceReview', '市级意见日期', (c) => c.submittedOn ?? undefined, '报批日期'),
      ),
    },
    provinceReview: {
      ...waiting({
        label: '变更省级审核中',
        party: 'province',
        clause: '2.2.4',
        opens: ['provinceReviewTracking'],
        pauses: ['examination'],
      }),
      on: on(
        'recordProvinceReview',
        ...outside('province', 'reviewing', '省级意见日期', (c) => c.city?.date, '市级意见日期'),
      ),
    },
    governmentDecision: {
      ...waiting({
        label: '待县政府审定变更',
        party: 'government',
        clause: '2.3.3f',
        opens: ['governmentTracking'],
        pauses: ['examination'],
      }),
      on: on('recordGovernmentDecision', {
        to: 'reviewing',
        by: 'dataBureau',
        clauses: ['2.3.3f'],
        rules: [
          ...paper('governmentDecision'),
          notInFuture('date', '决定日期', '2.3.3f'),
          notBefore('date', '县政府决定日期', (c) => c.submittedOn ?? undefined, '报批日期', '2.3.3f'),
        ],
        record: (_, { result, body, number, date }) =>
          result === 'agreed' ? { government: { body, number, date } } : {},
      }),
    },
  },
  around: { ...withdraw, ...blocked('approve', { by: 'dataBureau', clauses: ['2.3.3f'], rules: approvable }) },
});

export const implementing = {
  ...waiting({ label: '变更实施中', party: 'applicant', clause: '2.3.3f', opens: ['implementation'] }),
  on: on('recordImplementation', {
    to: end('closed'),
    by: 'applicant',
    clauses: ['2.3.3f'],
    rules: [
      notInFuture('implementedOn', '实施完成日期', '2.3.3f'),
      notBefore('implementedOn', '实施完成日期', (c) => c.allowed?.on, '备案或者批准日期', '2.3.3f'),
    ],
    record: (_, { implementedOn }) => ({ implementedOn }),
  }),
};
