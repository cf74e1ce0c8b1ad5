import type { Facts } from '#machines/kit/case/facts.js';
import { JOINT_REVIEWERS } from '../../parties.js';
import {
  departmentOf,
  isOwn,
  itemNamed,
  lastEntry,
  listed,
  meantItems,
  outstandingReviewers,
  withItems,
  type Item,
  type Opinion,
  type PlanContext,
} from './context.js';
import type { Application } from './events.js';
import { attached, notBefore, notInFuture, paper } from './rules/common.js';
import { enoughExperts, expertsReviewed, independentExperts } from './rules/experts.js';
import {
  anythingListed,
  itemsKnown,
  jointlyReviewed,
  nobodyObjects,
  nothingReturned,
  objectionExplained,
} from './rules/items.js';
import { cityAgreed, governmentApproved, provinceAgreed } from './rules/order.js';
import { notOwnItem, onlyOwnRecused, somethingMeant } from './rules/own.js';
import { unitsNotDeferred } from './rules/units.js';
import { extensionAhead, windowIsOpen } from './rules/window.js';
import { blocked, choose, end, machine, on, waiting, to } from './setup.js';

interface Spoken {
  opinion: Opinion['opinion'];
  comment?: string | undefined;
  projects?: readonly string[] | undefined;
}

/** An opinion on each item that is meant; a department's own items are set aside. */
function withOpinions(
  context: PlanContext,
  { opinion, comment, projects }: Spoken,
  facts: Facts,
): Partial<PlanContext> {
  const department = departmentOf(facts);
  const meant = projects ? projects.map((name) => itemNamed(context, name)!) : meantItems(context, facts);
  const spoken = (item: Item): Opinion => ({
    opinion: isOwn(item, facts.actor) ? 'recuse' : opinion,
    on: facts.today,
    ...(comment ? { comment } : {}),
  });
  return withItems(
    context,
    meant.map((i) => i.project),
    (item) => ({ ...item, opinions: { ...item.opinions, [department]: spoken(item) } }),
  );
}

const itemOf = (context: PlanContext, name: string): string => itemNamed(context, name)!.project;

/** Who is told, and what: the reason stands on the item. */
const tellReason = ({ items, told }: PlanContext) =>
  told.map((project) => ({ to: project, data: { reason: items.find((i) => i.project === project)?.reason ?? '' } }));
const removedItems = { do: 'signal', relation: 'projects', event: 'planRemoved', say: tellReason } as const;

/** An item may come back into the list as long as nobody above has it. */
const put = (
  context: PlanContext,
  { project, number, title, unit, amountFen }: Application,
  { today }: Facts,
): Partial<PlanContext> => {
  const known = context.items.find((i) => i.project === project);
  const item: Item = {
    project,
    number,
    title,
    unit,
    amountFen,
    appliedOn: today,
    opinions: known?.opinions ?? {},
    status: 'listed',
  };
  return { items: [...context.items.filter((i) => i.project !== project), item], told: [project] };
};

/** What the experts have not seen undoes what they said of the list (三3). */
const admit = (context: PlanContext, application: Application, facts: Facts): Partial<PlanContext> => ({
  ...put(context, application, facts),
  expertReview: null,
});

const takesApplications = on('applied', { by: 'system', clauses: ['2.1.3a'], record: admit });

const joint = {
  ...on('giveJointOpinion', {
    by: JOINT_REVIEWERS,
    clauses: ['2.1.3b', '3.2b', '3.2d'],
    decides: true,
    exempt: true,
    rules: [itemsKnown, objectionExplained, notOwnItem, onlyOwnRecused, somethingMeant, unitsNotDeferred],
    record: withOpinions,
  }),
  ...on('returnItem', {
    by: JOINT_REVIEWERS,
    clauses: ['2.1.3b'],
    decides: true,
    returns: true,
    exempt: true,
    rules: [itemsKnown, notOwnItem],
    record: (context, { project, items: reason }) =>
      withItems(context, [itemOf(context, project)], (i) => ({ ...i, status: 'returned', reason })),
    then: [{ do: 'signal', relation: 'projects', event: 'planReturned', say: tellReason }],
  }),
};

type Result = { result: 'agreed' | 'returned' | 'rejected'; number: string; date: string };
const dated = notInFuture('date', '意见日期', '2.1.3b');
const inOrder = {
  experts: notBefore('date', '评审日期', lastEntry, '最近一项申报、补正日期', '3.3a'),
  sent: notBefore('date', '上报日期', (c) => c.expertReview?.date, '专家评审日期', '3.3a'),
  city: notBefore('date', '市级意见日期', (c) => c.sentOn ?? undefined, '上报日期'),
  province: notBefore('date', '省级意见日期', (c) => c.city?.date, '市级意见日期'),
  government: notBefore('date', '县政府决定日期', (c) => c.province?.date, '省级意见日期'),
} as const;

const PAPER = { city: 'cityOpinion', province: 'provinceOpinion', government: 'governmentDecision' } as const;

/** On to `next`, or back to the bureau, which corrects the list or takes items out of it; what was agreed above is asked again. */
const outsideOpinion = (key: keyof typeof PAPER, next: Parameters<typeof to>[0]) => [
  {
    to: to(next),
    by: 'dataBureau' as const,
    clauses: ['2.1.3b'] as const,
    rules: [...paper(PAPER[key]), dated, inOrder[key]],
    when: ({ data }: { data: Result }) => data.result === 'agreed',
    whenLabel: '同意',
    record: (_: PlanContext, { number, date }: Result) => ({ [key]: { number, date } }),
  },
  {
    to: to('listing'),
    by: 'dataBureau' as const,
    clauses: ['2.1.3b'] as const,
    rules: [...paper(PAPER[key]), dated, inOrder[key]],
    whenLabel: '退回或不同意',
    record: () => ({ sentOn: null, city: null, province: null, government: null }),
  },
];

/** What must be true of a list that goes up: jointly reviewed, argued by experts (二(一)3, 三3). */
const ready = [jointlyReviewed, nobodyObjects, nothingReturned, anythingListed, expertsReviewed];

/** The county's plan of a year: collected, jointly reviewed item by item, seen by experts, agreed above, decided, issued — and then each project moves. */
export const planMachine = machine({
  initial: 'underway',
  states: {
    underway: {
      initial: 'beginning',
      on: {
        ...on('removeItem', {
          by: 'dataBureau',
          clauses: ['2.1.3b'],
          rules: [itemsKnown, notOwnItem],
          decides: true,
          record: (context, { project, reason }) =>
            withItems(context, [itemOf(context, project)], (i) => ({ ...i, status: 'removed', reason })),
          then: [removedItems],
        }),
        ...on('cancelPlan', {
          to: end('abandoned'),
          by: 'dataBureau',
          clauses: ['2.1.3b'],
          abandons: true,
          record: (context, { reason }) =>
            withItems(
              context,
              listed(context).map((i) => i.project),
              (i) => ({ ...i, status: 'removed', reason }),
            ),
          then: [removedItems],
        }),
        // Too late for this list: the project goes back to the pool at once instead of waiting for nothing.
        ...on('applied', {
          by: 'system',
          clauses: ['2.1.3a'],
          record: (context, data: Application, facts) => {
            const late = { ...context, ...put(context, data, facts) };
            return withItems(late, [data.project], (i) => ({ ...i, status: 'removed', reason: '申报已经截止' }));
          },
          then: [removedItems],
        }),
        ...on('itemCorrected', { by: 'system', clauses: ['2.1.3b'], record: admit }),
        ...on('itemWithdrawn', {
          by: 'system',
          clauses: ['2.1.3b'],
          record: (context, { project, reason }) =>
            withItems(context, [project], (i) => ({ ...i, status: 'removed', reason })),
        }),
        ...blocked('submitPlanToCity', { by: 'dataBureau', clauses: ['2.1.3b', '3.3a'], rules: ready }),
        ...blocked('issuePlan', {
          by: 'dataBureau',
          clauses: ['2.1.3b'],
          rules: [jointlyReviewed, cityAgreed, provinceAgreed, governmentApproved],
        }),
      },
      states: {
        beginning: choose(
          {
            to: to('announced'),
            clauses: ['2.1.3a'],
            when: ({ context, facts }) => context.opensOn > facts.today,
            whenLabel: '尚未到申报期',
          },
          { to: to('collecting'), clauses: ['2.1.3a'] },
        ),

        announced: {
          ...waiting({ label: '待开始申报', party: 'time', clause: '2.1.3a', opens: ['windowOpening'] }),
          on: on('windowOpened', { to: to('collecting'), by: 'system', clauses: ['2.1.3a'] }),
        },

        collecting: {
          ...waiting({ label: '受理申报中', party: 'time', clause: '2.1.3a', opens: ['window'] }),
          on: {
            ...takesApplications,
            ...on('windowClosed', { to: to('jointReview'), by: 'system', clauses: ['2.1.3a'] }),
            ...on('closeWindow', {
              to: to('jointReview'),
              by: 'dataBureau',
              clauses: ['2.1.3a'],
              abandons: true,
              record: (_, __, { today }) => ({ closesOn: today }),
            }),
            ...on('extendWindow', {
              to: to('collecting'),
              again: true,
              by: 'dataBureau',
              clauses: ['2.1.3a'],
              rules: [extensionAhead],
              abandons: true,
              record: (_, { closesOn }) => ({ closesOn }),
            }),
            ...blocked('giveJointOpinion', { by: JOINT_REVIEWERS, clauses: ['2.1.3b'], rules: [windowIsOpen] }),
          },
        },

        jointReview: {
          ...waiting({ label: '联审中', party: outstandingReviewers, clause: '2.1.3b', opens: ['jointReview'] }),
          on: { ...joint, ...takesApplications },
          ...choose({
            to: to('listing'),
            clauses: ['2.1.3b'],
            when: ({ context }) => outstandingReviewers(context).length === 0,
            whenLabel: '各部门意见已齐',
          }),
        },

        listing: {
          ...waiting({ label: '提出计划清单', party: 'dataBureau', clause: '2.1.3b', opens: ['planListing'] }),
          on: {
            ...joint,
            ...on('beginExpertReview', {
              to: to('expertReview'),
              by: 'dataBureau',
              clauses: ['3.3a'],
              rules: [anythingListed],
            }),
            ...on('reopenWindow', {
              to: to('collecting'),
              by: 'dataBureau',
              clauses: ['2.1.3a'],
              rules: [extensionAhead],
              abandons: true,
              record: (_, { closesOn }) => ({ closesOn }),
            }),
            ...on('submitPlanToCity', {
              to: to('cityReview'),
              by: 'dataBureau',
              clauses: ['2.1.3b', '3.3a'],
              rules: [
                ...ready,
                attached('planList'),
                unitsNotDeferred,
                notInFuture('date', '上报日期', '2.1.3b'),
                inOrder.sent,
              ],
              record: (_, { date }) => ({ sentOn: date }),
            }),
          },
        },

        expertReview: {
          ...waiting({
            label: '年度计划专家评审中',
            party: 'experts',
            clause: '3.3a',
            opens: ['expertReviewTracking'],
          }),
          on: {
            ...joint,
            ...on('recordExpertReview', {
              to: to('listing'),
              by: 'dataBureau',
              clauses: ['3.3a'],
              rules: [
                ...paper('expertOpinion'),
                enoughExperts,
                independentExperts,
                notInFuture('date', '评审日期', '3.3a'),
                inOrder.experts,
              ],
              record: (_, { date, experts, conclusion }) => ({ expertReview: { date, experts, conclusion } }),
            }),
          },
        },

        cityReview: {
          ...waiting({ label: '市局审核计划中', party: 'city', clause: '2.1.3b', opens: ['planCityTracking'] }),
          on: on('recordPlanCityOpinion', ...outsideOpinion('city', 'provinceReview')),
        },
        provinceReview: {
          ...waiting({ label: '省级审核计划中', party: 'province', clause: '2.1.3b', opens: ['planProvinceTracking'] }),
          on: on('recordPlanProvinceOpinion', ...outsideOpinion('province', 'governmentDecision')),
        },
        governmentDecision: {
          ...waiting({
            label: '待县政府确定计划',
            party: 'government',
            clause: '2.1.3b',
            opens: ['planDecisionTracking'],
          }),
          on: on('recordPlanDecision', ...outsideOpinion('government', 'issuing')),
        },

        issuing: {
          ...waiting({ label: '待下达计划', party: 'dataBureau', clause: '2.1.4', opens: ['planIssue'] }),
          on: on('issuePlan', {
            to: '#annual-plan.publishing',
            by: 'dataBureau',
            clauses: ['2.1.4'],
            rules: [
              anythingListed,
              unitsNotDeferred,
              cityAgreed,
              provinceAgreed,
              governmentApproved,
              ...paper('planDocument'),
              notInFuture('date', '下达日期', '2.1.4'),
              notBefore('date', '下达日期', (c) => c.government?.date, '县政府决定日期', '2.1.4'),
            ],
            record: (context, { number, date }) => ({
              issued: { number, date },
              told: listed(context).map((i) => i.project),
            }),
            then: [
              {
                do: 'signal',
                relation: 'projects',
                event: 'planIssued',
                say: ({ issued, told, year }: PlanContext) =>
                  told.map((project, i) => ({ to: project, data: { ...issued, item: String(i + 1), year } })),
              },
            ],
          }),
        },
      },
    },

    publishing: {
      ...waiting({ label: '待公开计划', party: 'dataBureau', clause: '2.6.3a', opens: ['planPublication'] }),
      on: {
        ...on('itemWithdrawn', { by: 'system', clauses: ['2.1.4'] }),
        ...on('publishPlan', {
          to: end('closed'),
          by: 'dataBureau',
          clauses: ['2.6.3a'],
          rules: [
            notInFuture('publishedOn', '公开日期', '2.6.3a'),
            notBefore('publishedOn', '公开日期', (c) => c.issued?.date, '下达日期', '2.6.3a'),
          ],
          record: (_, { publishedOn }) => ({ publishedOn }),
        }),
      },
    },
    closed: { type: 'final', tags: ['closed'], meta: { label: '已下达并公开' } },
    abandoned: { type: 'final', tags: ['terminated'], meta: { label: '已终止编制' } },
  },
});
