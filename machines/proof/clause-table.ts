import { CREATED, labelOf, type Procedure } from '#machines/kit/law/procedure.js';
import { refusal, type Rule, type Situation } from '#machines/kit/law/rule.js';
import { transitionsOf } from '#machines/kit/read/describe.js';
import { CREATION, situationOf, type Evidence, type Example } from '#machines/kit/testing/example.js';
import { fits, usesOf, type Use } from '#machines/kit/testing/proof.js';
import { cite, type Clause, type ClauseId } from '#machines/kit/words/clause.js';
import { allProcedures } from '#machines/registry.js';
import { sections } from '#machines/regulations/it-projects/clauses/all.js';
import { evidenceOf } from './evidence.js';
import { stories } from './stories.js';

/** A rule that stands for a clause in one procedure: what it demands, what whoever is refused reads, and what proves it. */
export interface ClauseRule {
  id: string;
  procedure: string;
  /** The statement that must be true. */
  holds: string;
  weight: 'must' | 'principle' | 'advice';
  /** What an official reads when it is not: the sentence its first failing example brings about. */
  message: string | null;
  remedy: string;
  /** The steps, acts or the beginning at which it is judged. */
  at: { event: string; label: string }[];
  /** What has been tried on it, by name, and how it came out: each runs as a test. */
  examples: { name: string; holds: boolean }[];
}

export interface ClauseLine {
  id: ClauseId;
  cite: string;
  summary: string;
  section: string;
  rules: ClauseRule[];
  /** Steps; the beginning of a case and acts with an empty `from`. */
  transitions: { procedure: string; event: string; label: string; from: string }[];
  deadlines: { procedure: string; name: string; label: string }[];
  /** Stories that tell of it, on the pure machines and over HTTP. */
  stories: { procedure: string; title: string }[];
  encoded: boolean;
  /** Why nothing stands for it yet. */
  reason?: string;
}

const unique = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

/** A procedure, read once for all clauses. */
interface Read {
  procedure: Procedure;
  transitions: ReturnType<typeof transitionsOf>;
  uses: Use[];
  evidence: Evidence | undefined;
  examples: ReadonlyMap<string, Example[]>;
}

function read(procedure: Procedure): Read {
  const evidence = evidenceOf(procedure.id);
  const examples = new Map<string, Example[]>();
  for (const example of evidence?.examples ?? [])
    examples.set(example.rule, [...(examples.get(example.rule) ?? []), example]);
  return { procedure, transitions: transitionsOf(procedure), uses: usesOf(procedure), evidence, examples };
}

/** The sentence is never written a second time: a situation in which the rule fails is judged by the rule itself. */
function messageOf(uses: readonly Use[], examples: readonly Example[], evidence: Evidence | undefined): string | null {
  for (const use of uses) {
    const failing = examples.find((example) => !example.holds && fits(example, use));
    if (!failing || !evidence) continue;
    const rule = use.rule as Rule<unknown, unknown>;
    return refusal(rule, rule.judge(situationOf(evidence.ground, failing) as Situation<unknown, unknown>)).message;
  }
  return null;
}

function rulesFor(id: ClauseId, { procedure, uses, evidence, examples }: Read): ClauseRule[] {
  const here = uses.filter((use) => use.rule.clause === id);
  return unique(here, (use) => use.rule.id).map(({ rule: { id: name, holds, remedy, weight = 'must' } }) => {
    const same = here.filter((use) => use.rule.id === name);
    const tried = (examples.get(name) ?? []).filter((example) => same.some((use) => fits(example, use)));
    const at = unique(
      same.map((use) => (use.on === CREATION ? CREATED : use.on)),
      (event) => event,
    );
    return {
      id: name,
      procedure: procedure.id,
      holds,
      weight,
      remedy,
      message: messageOf(same, tried, evidence),
      at: at.map((event) => ({ event, label: labelOf(procedure, event) })),
      examples: tried.map((e) => ({ name: e.name, holds: e.holds })),
    };
  });
}

function transitionsFor(id: ClauseId, { procedure, transitions }: Read): ClauseLine['transitions'] {
  const { creation, acts } = procedure;
  const begun = creation.clauses.includes(id) ? [{ event: CREATED, from: '' }] : [];
  const taken = transitions
    .filter((t) => t.clauses.includes(id) && t.event !== '')
    .map(({ event, from }) => ({ event, from }));
  const arranged = Object.entries(acts)
    .filter(([, act]) => act.clauses.includes(id))
    .map(([event]) => ({ event, from: '' }));
  return unique([...begun, ...taken, ...arranged], (t) => `${t.event} ${t.from}`).map((t) => ({
    procedure: procedure.id,
    label: labelOf(procedure, t.event),
    ...t,
  }));
}

/** The newest version of each procedure: cases of an older one keep its rules, readers look for those in force. */
const newest = (): Procedure[] =>
  unique(
    [...allProcedures()].sort((a, b) => a.version - b.version),
    (p) => p.id,
  );

/** Every clause with what stands for it, worked out from the procedures themselves. */
export function clauseTable(): ClauseLine[] {
  const all = newest().map(read);
  const told = Object.entries(stories).flatMap(([procedure, list]) => list.map((story) => ({ procedure, story })));
  return sections.flatMap(({ title: section, clauses }) =>
    (clauses as readonly Clause[]).map(({ id, summary, notEncoded }): ClauseLine => {
      const rules = all.flatMap((one) => rulesFor(id, one));
      const transitions = all.flatMap((one) => transitionsFor(id, one));
      const deadlines = all.flatMap(({ procedure }) =>
        Object.entries(procedure.deadlines)
          .filter(([, d]) => d.clause === id)
          .map(([name, d]) => ({ procedure: procedure.id, name, label: d.label })),
      );
      const encoded = rules.length + transitions.length + deadlines.length > 0;
      return {
        id,
        cite: cite(id),
        summary,
        section,
        rules,
        transitions,
        deadlines,
        stories: told
          .filter(({ story }) => story.clauses.includes(id))
          .map(({ procedure, story }) => ({ procedure, title: story.title })),
        encoded,
        ...(encoded ? {} : { reason: notEncoded ?? '' }),
      };
    }),
  );
}
