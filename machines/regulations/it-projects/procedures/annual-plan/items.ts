import type { Facts } from '#machines/kit/case/facts.js';
import { JOINT_REVIEWERS } from '../../parties.js';
import {
  departmentOf,
  isOwn,
  itemNamed,
  lastEntry,
  meantItems,
  withItems,
  withoutOpinions,
  type Item,
  type Opinion,
  type PlanContext,
} from './context.js';
import type { Application } from './events.js';
import { notBefore, notInFuture, paper } from './rules/common.js';
import { expertsReviewed } from './rules/experts.js';
import {
  anythingListed,
  itemsHere,
  itemsKnown,
  jointlyReviewed,
  nobodyObjects,
  nothingReturned,
  objectionExplained,
} from './rules/items.js';
import { governmentPapers } from './rules/determined.js';
import { notOwnItem, notOwnReturned, onlyOwnRecused, somethingMeant } from './rules/own.js';
import { unitsNotDeferred } from './rules/units.js';
import { on, to } from './setup.js';

/** Opinions on the items of a plan, and what must hold when the plan goes up. */

interface Spoken {
  opinion: Opinion['opinion'];
  comment?: string | undefined;
  projects?: readonly string[] | undefined;
}

/** Records an opinion on each item that is meant. A department's own items are set aside. */
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

export const itemOf = (context: PlanContext, name: string): string => itemNamed(context, name)!.project;

/** Tells the projects the reason, which stands on each item. */
const tellReason = ({ items, told }: PlanContext) =>
  told.map((project) => ({ to: project, data: { reason: items.find((i) => i.project === project)?.reason ?? '' } }));
export const removedItems = { do: 'signal', relation: 'projects', event: 'planRemoved', say: tellReason } as const;

/** Puts items back into the list. This is possible as long as no body above has the list. */
export const put = (
  context: PlanContext,
  { project, number, title, unit, amountFen, version }: Application,
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
    version,
    opinions: known?.opinions ?? {},
    earlier: known?.earlier ?? [],
    status: 'listed',
  };
  return { items: [...context.items.filter((i) => i.project !== project), item], told: [project] };
};

export const takesApplications = on('applied', { by: 'system', clauses: ['2.1.3a'], record: put });

export const joint = {
  ...on('giveJointOpinion', {
    by: JOINT_REVIEWERS,
    clauses: ['2.1.3b', '3.2b', '3.2d'],
    decides: true,
    exempt: true,
    rules: [itemsKnown, itemsHere, objectionExplained, notOwnItem, onlyOwnRecused, somethingMeant, unitsNotDeferred],
    record: withOpinions,
  }),
  ...on('returnItem', {
    by: JOINT_REVIEWERS,
    clauses: ['2.1.3b'],
    decides: true,
    returns: true,
    exempt: true,
    rules: [itemsKnown, itemsHere, notOwnReturned],
    record: (context, { project, items: reason }, facts) =>
      withItems(context, [itemOf(context, project)], (i) => ({
        ...withoutOpinions(i, [departmentOf(facts)]),
        status: 'returned',
        reason,
      })),
    then: [{ do: 'signal', relation: 'projects', event: 'planReturned', say: tellReason }],
  }),
};

type Result = { result: 'agreed' | 'returned' | 'rejected'; number: string; date: string };
const dated = notInFuture('date', '意见日期', '2.1.3b');
export const inOrder = {
  meeting: notBefore('meetingOn', '评审会日期', lastEntry, '最近一项申报、补正日期', '3.3a'),
  experts: notBefore('date', '评审日期', lastEntry, '最近一项申报、补正日期', '3.3a'),
  sent: notBefore('date', '上报日期', (c) => c.expertReview?.date, '专家评审日期', '3.3a'),
  city: notBefore('date', '市级意见日期', (c) => c.sentOn ?? undefined, '上报日期'),
  province: notBefore('date', '省级意见日期', (c) => c.city?.date, '市级意见日期'),
  government: notBefore('date', '县政府决定日期', (c) => c.province?.date, '省级意见日期'),
} as const;

const PAPER = { city: 'cityOpinion', province: 'provinceOpinion', government: 'governmentDecision' } as const;

/**
 * Records an opinion from outside: it leads on to `next`, or back to the bureau. The bureau then corrects the list or
 * takes items out, and asks the bodies above again.
 */
export const outsideOpinion = (key: keyof typeof PAPER, next: Parameters<typeof to>[0]) => [
  {
    to: to(next),
    by: 'dataBureau' as const,
    clauses: ['2.1.3b'] as const,
    rules: [...paper(PAPER[key]), dated, inOrder[key]],
    when: ({ data }: { data: Result }) => data.result === 'agreed',
    whenLabel: '同意',
    record: (_: PlanContext, { number, date }: Result, { documents }: Facts) => ({
      [key]: { number, date },
      ...(key === 'government' ? { governmentPapers: governmentPapers(documents) } : {}),
    }),
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

/** The rules for a list that goes up: it was jointly reviewed and experts argued it (二(一)3, 三3). */
export const ready = [jointlyReviewed, nobodyObjects, nothingReturned, anythingListed, expertsReviewed];
