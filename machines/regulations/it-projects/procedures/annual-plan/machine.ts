import { JOINT_REVIEWERS } from '../../parties.js';
import { listed, outstandingReviewers, withItems, type PlanContext } from './context.js';
import type { Application } from './events.js';
import { attached, notBefore, notInFuture, paper } from './rules/common.js';
import { enoughExperts, affiliationKnown, independentExperts } from './rules/experts.js';
import { undoneInOrder } from './rules/determined.js';
import { anythingListed, anythingStillListed, itemsKnown, jointlyReviewed } from './rules/items.js';
import { cityAgreed, governmentApproved, provinceAgreed } from './rules/order.js';
import { notOwnRemoved } from './rules/own.js';
import { unitsNotDeferred } from './rules/units.js';
import { extensionAhead, windowIsOpen, windowMoved } from './rules/window.js';
import { blocked, choose, end, machine, on, waiting, to } from './setup.js';
import { itemOf, removedItems, put, takesApplications, joint, inOrder, outsideOpinion, ready } from './items.js';

/**
 * The county's plan of a year: it is collected, jointly reviewed item by item, seen by experts, agreed above, decided
 * and issued. Then each project moves.
 */
export const planMachine = machine({
  initial: 'underway',
  states: {
    underway: {
      initial: 'beginning',
      on: {
        ...on('removeItem', {
          by: 'dataBureau',
          clauses: ['2.1.3b'],
          rules: [itemsKnown, notOwnRemoved, ...undoneInOrder],
          decides: true,
          record: (context, { project, reason }) =>
            withItems(context, [itemOf(context, project)], (i) => ({ ...i, status: 'removed', reason })),
          then: [removedItems],
        }),
        ...on('cancelPlan', {
          to: end('abandoned'),
          by: 'dataBureau',
          clauses: ['2.1.3b'],
          rules: undoneInOrder,
          abandons: true,
          record: (context, { reason }) =>
            withItems(
              context,
              listed(context).map((i) => i.project),
              (i) => ({ ...i, status: 'removed', reason }),
            ),
          then: [removedItems],
        }),
        // The project is too late for this list. It goes back to the pool at once, because nothing would ever move it.
        ...on('applied', {
          by: 'system',
          clauses: ['2.1.3a'],
          record: (context, data: Application, facts) => {
            const late = { ...context, ...put(context, data, facts) };
            return withItems(late, [data.project], (i) => ({ ...i, status: 'removed', reason: '申报已经截止' }));
          },
          then: [removedItems],
        }),
        ...on('itemCorrected', { by: 'system', clauses: ['2.1.3b'], record: put }),
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
              rules: [extensionAhead, windowMoved],
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
          ...choose({
            to: to('jointReview'),
            clauses: ['2.1.3b'],
            when: ({ context }) => outstandingReviewers(context).length > 0,
            whenLabel: '有项目补正后内容已变，重新联审',
          }),
          on: {
            ...joint,
            ...on('beginExpertReview', {
              to: to('expertReview'),
              by: 'dataBureau',
              clauses: ['3.3a'],
              rules: [anythingListed, inOrder.meeting],
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
                affiliationKnown,
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
              anythingStillListed,
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
