import { alsoEarlier, lastOfEarlier, type EarlierOpinion } from '#machines/desk/countersign.js';
import type { ExpertReview } from '#machines/desk/experts.js';
import { officeOf, type Actor, type Facts } from '#machines/kit/case/facts.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import { among, given, type Decisions } from '#machines/kit/law/decided.js';
import { JOINT_REVIEWERS, type JointReviewer } from '../../parties.js';

export interface Reference {
  number: string;
  date: IsoDate;
}

/** `recuse`: it is the department's own project, so the department neither agrees nor objects. */
export interface Opinion {
  opinion: 'agree' | 'object' | 'recuse';
  comment?: string;
  on: IsoDate;
}

/** A project on the list. */
export interface Item {
  project: string;
  number: string;
  title: string;
  /** `superior`: the department above the unit. Null if there is none. */
  unit: { id: string; name: string; superior: string | null };
  amountFen: Fen;
  appliedOn: IsoDate;
  /** The version of the declaration that the departments have before them. */
  version: number;
  /** The opinions on this version. They survive a return that changes nothing. */
  opinions: Partial<Record<JointReviewer, Opinion>>;
  /** The opinions on earlier versions. */
  earlier: readonly (Opinion & { by: string })[];
  status: 'listed' | 'returned' | 'removed';
  /** Why it was returned or taken out. */
  reason?: string;
}

export interface PlanContext {
  year: number;
  opensOn: IsoDate;
  closesOn: IsoDate;
  items: Item[];
  /** The review of the list as it stands. An item that comes in or comes back as another one makes it void (三3). */
  expertReview: ExpertReview | null;
  /** Reviews of an earlier list. */
  earlier: readonly EarlierOpinion[];
  sentOn: IsoDate | null;
  city: Reference | null;
  province: Reference | null;
  government: Reference | null;
  /** How many of the government's documents lay here when it determined the plan. A later one may undo that. */
  governmentPapers?: number;
  issued: Reference | null;
  publishedOn: IsoDate | null;
  /** The projects of the latest event. They are told about it. */
  told: string[];
}

/** Returns what is on the list now, in the order of application. */
export const listed = ({ items }: Pick<PlanContext, 'items'>): Item[] => items.filter((i) => i.status !== 'removed');

/** Returns the units that have ever had an item here, and the departments above them. */
export const unitsOf = ({ items }: Pick<PlanContext, 'items'>): string[] => [
  ...new Set(items.flatMap(({ unit }) => [unit.id, ...(unit.superior === null ? [] : [unit.superior])])),
];

/** Returns the day on which an item last came in or was corrected. */
export const lastEntry = (context: Pick<PlanContext, 'items'>): IsoDate | undefined =>
  listed(context)
    .map((i) => i.appliedOn)
    .sort()
    .at(-1);

/** Returns what a department can speak on: an item that is being corrected is not here. */
export const here = ({ items }: Pick<PlanContext, 'items'>): Item[] => items.filter((i) => i.status === 'listed');

/** Returns the items on which a department still owes its opinion. */
export const unreviewedBy = (context: Pick<PlanContext, 'items'>, department: JointReviewer): Item[] =>
  here(context).filter((i) => !i.opinions[department]);

/** Returns the departments that owe an opinion on any item. */
export const outstandingReviewers = (context: Pick<PlanContext, 'items'>): readonly JointReviewer[] =>
  JOINT_REVIEWERS.filter((department) => unreviewedBy(context, department).length > 0);

/** Returns the department on whose behalf this person speaks. */
export const departmentOf = ({ seat }: Pick<Facts, 'seat'>): JointReviewer => seat!.party as JointReviewer;

/** Tells whether the item is the speaking department's own. It is set aside, also if a substitute speaks. */
export const isOwn = ({ unit }: Item, actor: Actor): boolean => unit.id === officeOf(actor);

/**
 * Tells whether the item is of this person's own unit. For a substitute of another office it is also one of a unit
 * under theirs, because they have endorsed it already.
 */
export const concerns = ({ unit }: Item, actor: Actor): boolean =>
  unit.id === actor.unitId || (unit.superior === actor.unitId && officeOf(actor) !== actor.unitId);

/**
 * Returns the items that an opinion without names is meant for: those on which the department owes one and this person
 * may speak.
 */
export const meantItems = (context: Pick<PlanContext, 'items'>, facts: Pick<Facts, 'seat' | 'actor'>): Item[] =>
  unreviewedBy(context, departmentOf(facts)).filter((i) => isOwn(i, facts.actor) || !concerns(i, facts.actor));

/** Returns a project by its id or its number. */
export const itemNamed = ({ items }: Pick<PlanContext, 'items'>, name: string | undefined): Item | undefined =>
  items.find((i) => i.project === name || i.number === name);

/** Returns the list with some items changed, and who must be told. */
export const withItems = (
  context: PlanContext,
  projects: readonly string[],
  change: (item: Item) => Item,
): Partial<PlanContext> => ({
  items: context.items.map((i) => (projects.includes(i.project) ? change(i) : i)),
  told: [...projects],
});

/** Asks departments once more. What they said stays visible. */
export function withoutOpinions(item: Item, departments: readonly JointReviewer[]): Item {
  const opinions = { ...item.opinions };
  const earlier = [...item.earlier];
  for (const by of departments) {
    const opinion = opinions[by];
    if (opinion) earlier.push({ by, ...opinion });
    delete opinions[by];
  }
  return { ...item, opinions, earlier: lastOfEarlier(earlier) };
}

const versionOf = ({ project, title, unit, amountFen, version }: Item) => ({
  project,
  title,
  unit,
  amountFen,
  version,
});

/**
 * A department's opinion belongs to the version of the project it was given on, and the experts' review to those of the
 * list. An item taken out leaves both as they are (三3).
 */
export const decided: Decisions<PlanContext> = {
  standing: ({ items, expertReview }) => [
    ...items.flatMap((item) =>
      Object.entries(item.opinions).flatMap(([department, opinion]) =>
        given(department, opinion, versionOf(item), item.project),
      ),
    ),
    ...given('experts', expertReview, Object.fromEntries(items.map((item) => [item.project, versionOf(item)]))),
  ],
  lapse: ({ items, earlier }, lapsed) => ({
    items: items.map((item) =>
      withoutOpinions(
        item,
        JOINT_REVIEWERS.filter((department) => among(lapsed, department, item.project)),
      ),
    ),
    ...(among(lapsed, 'experts') ? { expertReview: null } : {}),
    earlier: alsoEarlier(
      earlier,
      lapsed.filter(({ by }) => by === 'experts'),
    ),
  }),
};
