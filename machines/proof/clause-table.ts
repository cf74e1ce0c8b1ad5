import { CREATED, labelOf, type Procedure } from '#machines/kit/law/procedure.js';
import { messageOf, type Rule, type Situation } from '#machines/kit/law/rule.js';
import type { ClauseLine, ClauseRule } from '#machines/kit/read/clause-line.js';
import { transitionsOf } from '#machines/kit/read/describe.js';
import { CREATION, situationOf, type Evidence, type Example } from '#machines/kit/testing/example.js';
import { fits, usesOf, type Use } from '#machines/kit/testing/proof.js';
import { evidenceOf, storiesOf, type RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import type { ClauseId } from '#machines/kit/words/clause.js';

const unique = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

/** What is read from a procedure once, for all clauses. */
interface Read {
  procedure: Procedure;
  transitions: ReturnType<typeof transitionsOf>;
  uses: Use[];
  evidence: Evidence | undefined;
  examples: ReadonlyMap<string, Example[]>;
}

function read(proof: RegulationProof, procedure: Procedure): Read {
  const evidence = evidenceOf(proof, procedure.id);
  const examples = new Map<string, Example[]>();
  for (const example of evidence?.examples ?? [])
    examples.set(example.rule, [...(examples.get(example.rule) ?? []), example]);
  return { procedure, transitions: transitionsOf(procedure), uses: usesOf(procedure), evidence, examples };
}

/**
 * Returns the sentence of a rule. The rule itself says it about a situation in which it fails, so the sentence is never
 * written a second time.
 */
function sentenceOf(uses: readonly Use[], examples: readonly Example[], evidence: Evidence | undefined): string | null {
  for (const use of uses) {
    const failing = examples.find((example) => !example.holds && fits(example, use));
    if (!failing || !evidence) continue;
    const rule = use.rule as Rule<unknown, unknown>;
    return messageOf(rule, rule.judge(situationOf(evidence.ground, failing) as Situation<unknown, unknown>).seen);
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
      message: sentenceOf(same, tried, evidence),
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

/**
 * Returns the newest version of each procedure. Cases of an older version keep its rules, but readers look for those in
 * force.
 */
const newest = (all: readonly Procedure[]): Procedure[] =>
  unique(
    [...all].sort((a, b) => a.version - b.version),
    (p) => p.id,
  );

/**
 * Lists every clause of a regulation with the rules, steps and deadlines that carry it out, as read from the
 * procedures.
 */
export function clauseTable(proof: RegulationProof): ClauseLine[] {
  const { regulation } = proof;
  const all = newest(regulation.procedures).map((procedure) => read(proof, procedure));
  const told = storiesOf(proof);
  return regulation.chapters.flatMap(({ title: section, clauses }) =>
    clauses.map(({ id, summary, notEncoded }): ClauseLine => {
      const rules = all.flatMap((one) => rulesFor(id, one));
      const transitions = all.flatMap((one) => transitionsFor(id, one));
      const deadlines = all.flatMap(({ procedure }) =>
        Object.entries(procedure.deadlines)
          .filter(([, d]) => d.clause === id)
          .map(([name, d]) => ({ procedure: procedure.id, name, label: d.label })),
      );
      const encoded = rules.length + transitions.length + deadlines.length > 0;
      return {
        regulation: regulation.id,
        id,
        cite: regulation.cite(id),
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
