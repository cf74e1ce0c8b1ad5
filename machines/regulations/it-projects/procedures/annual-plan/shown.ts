import type { Excerpt } from '#machines/kit/law/shown.js';
import type { Principal } from '#machines/kit/words/party.js';
import { itemNamed, type Item, type PlanContext } from './context.js';
import type { documents } from './documents.js';
import { parties } from './parties.js';

/** The parties that prepare, review or supervise the plan. They read all of it at any time. */
const INSIDE = [
  'dataBureau',
  'supervisor',
  'audit',
  'cyberspace',
  'developmentReform',
  'finance',
  'consultation',
] as const satisfies readonly (keyof typeof parties)[];
const inside = new Set<Principal>(INSIDE.map((party) => `role:${parties[party].role}`));

/** What an event says of the plan as a whole, and of no project. */
const OF_THE_PLAN = new Set([
  ...['created', 'extendWindow', 'closeWindow', 'reopenWindow', 'windowOpened', 'windowClosed'],
  ...['issuePlan', 'publishPlan', 'cancelPlan'],
]);

/** The papers of the plan that its units may read, and from when on. */
const PAPERS: Readonly<Partial<Record<keyof typeof documents, (context: PlanContext) => boolean>>> = {
  planDocument: ({ issued }) => issued !== null,
  planList: ({ publishedOn }) => publishedOn !== null,
};

/**
 * A unit on the list reads its own projects whole, those of others once the plan is published (二(六)3), and what the
 * departments think of them never: an objection is for the unit concerned (二(一)3).
 */
export function shown(context: PlanContext, reader: ReadonlySet<Principal>): Excerpt<PlanContext> | null {
  const isOwn = ({ unit }: Pick<Item, 'unit'>): boolean =>
    [unit.id, unit.superior].some((id) => id !== null && reader.has(`unit:${id}`));
  const reads = (principal: Principal): boolean => inside.has(principal) || principal === 'system';
  if ([...reader].some(reads)) return null;

  const own = (name: unknown): boolean => {
    const item = typeof name === 'string' ? itemNamed(context, name) : undefined;
    return item !== undefined && isOwn(item);
  };
  const isPublished = context.publishedOn !== null;
  return {
    context: {
      ...context,
      items: context.items.flatMap((item) =>
        isOwn(item) ? [item] : isPublished && item.status === 'listed' ? [published(item)] : [],
      ),
      expertReview: isPublished ? context.expertReview : null,
      earlier: [],
      told: context.told.filter(own),
    },
    data(type, data) {
      if (OF_THE_PLAN.has(type)) return data;
      const { project, projects, ...rest } = (data ?? {}) as { project?: unknown; projects?: unknown };
      if (own(project)) return data;
      const named = Array.isArray(projects) ? projects.filter(own) : [];
      return named.length > 0 ? { projects: named, ...rest } : null;
    },
    reads: (kind) => PAPERS[kind as keyof typeof PAPERS]?.(context) ?? false,
  };
}

/** A project as the published plan has it. */
function published({ reason: _, ...item }: Item): Item {
  return { ...item, opinions: {}, earlier: [] };
}
