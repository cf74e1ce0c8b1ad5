import type { ExpertReview } from '#machines/desk/experts.js';
import { officeOf, type Actor, type Facts } from '#machines/kit/case/facts.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import { JOINT_REVIEWERS, type JointReviewer } from '../../parties.js';

export interface Reference {
  number: string;
  date: IsoDate;
}

/** `recuse`: the department's own project; it neither agrees nor objects. */
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
  /** `superior`: the department above it, null for none. */
  unit: { id: string; name: string; superior: string | null };
  amountFen: Fen;
  appliedOn: IsoDate;
  /** Kept whatever happens to the item: an opinion once given survives a return. */
  opinions: Partial<Record<JointReviewer, Opinion>>;
  status: 'listed' | 'returned' | 'removed';
  /** Why it was returned or taken out. */
  reason?: string;
}

export interface PlanContext {
  year: number;
  opensOn: IsoDate;
  closesOn: IsoDate;
  items: Item[];
  /** Of the list as it stands: an item that comes in or comes back corrected undoes it, one that is taken out does not (三3). */
  expertReview: ExpertReview | null;
  sentOn: IsoDate | null;
  city: Reference | null;
  province: Reference | null;
  government: Reference | null;
  issued: Reference | null;
  publishedOn: IsoDate | null;
  /** Projects the latest event was about, for what they are told. */
  told: string[];
}

/** What is on the list now, in the order of application. */
export const listed = ({ items }: Pick<PlanContext, 'items'>): Item[] => items.filter((i) => i.status !== 'removed');

/** Units that have ever had an item here, and the departments above them. */
export const unitsOf = ({ items }: Pick<PlanContext, 'items'>): string[] => [
  ...new Set(items.flatMap(({ unit }) => [unit.id, ...(unit.superior === null ? [] : [unit.superior])])),
];

/** The day on which the list was last added to or corrected. */
export const lastEntry = (context: Pick<PlanContext, 'items'>): IsoDate | undefined =>
  listed(context)
    .map((i) => i.appliedOn)
    .sort()
    .at(-1);

/** Items on which a department still owes its opinion. */
export const unreviewedBy = (context: Pick<PlanContext, 'items'>, department: JointReviewer): Item[] =>
  listed(context).filter((i) => !i.opinions[department]);

/** Departments that owe an opinion on any item. */
export const outstandingReviewers = (context: Pick<PlanContext, 'items'>): readonly JointReviewer[] =>
  JOINT_REVIEWERS.filter((department) => unreviewedBy(context, department).length > 0);

/** The department on whose behalf this person speaks. */
export const departmentOf = ({ seat }: Pick<Facts, 'seat'>): JointReviewer => seat!.party as JointReviewer;

/** The speaking department's own: set aside, whoever speaks for it. */
export const isOwn = ({ unit }: Item, actor: Actor): boolean => unit.id === officeOf(actor);

/** Of this person's own unit; in another office's place also of a unit under theirs, which they have endorsed already. */
export const concerns = ({ unit }: Item, actor: Actor): boolean =>
  unit.id === actor.unitId || (unit.superior === actor.unitId && officeOf(actor) !== actor.unitId);

/** Items an opinion is meant for that names none: whatever the department owes one on and this person may speak of. */
export const meantItems = (context: Pick<PlanContext, 'items'>, facts: Pick<Facts, 'seat' | 'actor'>): Item[] =>
  unreviewedBy(context, departmentOf(facts)).filter((i) => isOwn(i, facts.actor) || !concerns(i, facts.actor));

/** A project by its id or its number. */
export const itemNamed = ({ items }: Pick<PlanContext, 'items'>, name: string): Item | undefined =>
  items.find((i) => i.project === name || i.number === name);

/** The same list with some items changed, and who has to be told. */
export const withItems = (
  context: PlanContext,
  projects: readonly string[],
  change: (item: Item) => Item,
): Partial<PlanContext> => ({
  items: context.items.map((i) => (projects.includes(i.project) ? change(i) : i)),
  told: [...projects],
});
