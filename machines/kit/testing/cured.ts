import type { Cure } from '../law/cure.js';
import { labelOf, type Procedure } from '../law/procedure.js';
import type { Rule, Situation } from '../law/rule.js';
import { SYSTEM_PARTY } from '../law/law.js';
import { lawsOf, schemaOf } from '../read/describe.js';
import { addDays, at } from '../words/dates.js';
import { situationOf, type Evidence, type Example } from './example.js';
import { CREATION } from './example.js';
import { fits, usesOf, type Check, type Use } from './proof.js';

/** Where the cures of a rule are looked for: the procedure that uses it, and all others. */
interface House {
  procedure: Procedure;
  all: readonly Procedure[];
  evidence: Evidence;
}

/**
 * Returns the checks that a remedy is one: each thing that a rule names as its cure exists here, the sentence calls it
 * by the name that people see, and an example shows that it takes the refusal away.
 */
export function checksOfRemedies(
  versions: readonly Procedure[],
  all: readonly Procedure[],
  evidence: Evidence,
): Check[] {
  return versions.flatMap((procedure) => {
    const uses = usesOf(procedure);
    return [...new Set(uses.map(({ rule }) => rule))].map((rule) => ({
      name: `${procedure.version} ${rule.id} ${rule.remedy}`,
      problems: () =>
        remedyProblems(
          rule,
          uses.filter((use) => use.rule === rule),
          { procedure, all, evidence },
        ),
    }));
  });
}

export function remedyProblems(rule: Rule<unknown, unknown>, uses: readonly Use[], house: House): string[] {
  const { curedBy = [], remedy } = rule;
  if (curedBy.length === 0) return [`${rule.id}: nothing cures it`];
  const here = curedBy.map((cure) => ({ cure, lacks: whatLacks(cure, remedy, uses, house) }));
  const real = here.filter(({ lacks }) => lacks === null).map(({ cure }) => cure);
  // A rule that several procedures share may name a step that only some of them have.
  const elsewhere = (cure: Cure): boolean => isOfSome(cure, house.all) && !isOfSome(cure, [house.procedure]);
  const missing = real.length > 0 ? here.filter(({ cure }) => !elsewhere(cure)) : here;
  return [
    ...missing.flatMap(({ lacks }) => (lacks === null ? [] : [`${rule.id}: ${lacks}`])),
    ...real.flatMap((cure) => unshown(cure, rule, uses, house)),
  ];
}

/** Tells whether a step, a document or a field is known to some procedure, although not to this one. */
const isOfSome = (cure: Cure, all: readonly Procedure[]): boolean => {
  if (cure.kind === 'step') return all.some((p) => cure.event in p.events || cure.event in p.acts);
  if (cure.kind === 'document') return all.some((p) => cure.document in p.documents);
  return false;
};

function whatLacks(cure: Cure, remedy: string, uses: readonly Use[], { procedure, all }: House): string | null {
  switch (cure.kind) {
    case 'form': {
      const known = new Set(uses.flatMap(({ on }) => fieldsAt(procedure, on)));
      const unknown = cure.fields.filter((field) => !known.has(field));
      return unknown.length === 0 ? null : `no form here has a field ‘${unknown.join('’, ‘')}’`;
    }
    case 'document':
      return names(remedy, procedure.documents[cure.document]?.label, `a document ‘${cure.document}’`);
    case 'case':
      return names(remedy, all.find((p) => p.id === cure.procedure)?.title, `a procedure ‘${cure.procedure}’`);
    case 'step': {
      const of = cure.procedure === undefined ? procedure : all.find((p) => p.id === cure.procedure);
      const label = of && isTaken(of, cure.event) ? labelOf(of, cure.event) : undefined;
      return names(remedy, label, `a step ‘${cure.event}’ of ${cure.procedure ?? procedure.id} that a person takes`);
    }
    case 'outside':
      return names(remedy, cure.who, '');
    case 'substitute':
      return names(remedy, '代为', '');
    case 'nothing':
      return /无需|不必|可以|可申请|不影响/.test(remedy)
        ? null
        : `「${remedy}」 does not say that nothing has to be done`;
    case 'day':
      return null;
  }
}

const names = (remedy: string, label: string | undefined, what: string): string | null =>
  label === undefined
    ? `there is no ${what}`
    : remedy.includes(label)
      ? null
      : `「${remedy}」 does not call it 「${label}」, as people see it`;

const isTaken = (procedure: Procedure, event: string): boolean =>
  Object.hasOwn(procedure.acts, event) ||
  lawsOf(procedure).some((l) => l.event === event && !l.law.barrier && !l.law.by.includes(SYSTEM_PARTY));

/** Returns the names of all fields of a form, at any depth. */
function fieldsAt({ creation, events, acts }: Procedure, on: string): string[] {
  const schema = on === CREATION ? creation.payload : (events[on] ?? acts[on])?.payload;
  const found: string[] = [];
  const gather = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') found.push(...Object.keys(value as object));
      gather(value);
    }
  };
  if (schema) gather(schemaOf(schema));
  return found;
}

/** Returns the example with the form of another one, and with the other cases that this form has looked for. */
function withFormOf(example: Example, { data, facts }: Example, rule: Rule<unknown, unknown>, { ground }: Evidence) {
  const cured = { ...example, data };
  const looks = ({ context, data: form, facts: { unit, caseId, directory } }: Situation<unknown, unknown>) =>
    JSON.stringify(rule.looks?.({ context, data: form, unit, caseId, directory }) ?? []);
  if (looks(situationOf(ground, example)) === looks(situationOf(ground, cured))) return cured;
  const { related: _, ...others } = example.facts ?? {};
  return { ...cured, facts: { ...others, ...(facts?.related ? { related: facts.related } : {}) } };
}

/** Returns what no example shows: that this cure alone takes the refusal of a failing example away. */
function unshown(cure: Cure, rule: Rule<unknown, unknown>, uses: readonly Use[], { evidence }: House): string[] {
  const own = evidence.examples.filter((example) => uses.some((use) => fits(example, use)));
  const failing = own.filter((example) => !example.holds);
  const shows = (cured: (example: Example) => readonly Example[]): boolean =>
    failing.some((example) =>
      cured(example).some((other) => {
        try {
          return rule.judge(situationOf(evidence.ground, other)).holds;
        } catch {
          // The other example's form is one of another event.
          return false;
        }
      }),
    );
  switch (cure.kind) {
    case 'form':
      return shows((e) => own.filter((o) => o.holds).map((o) => withFormOf(e, o, rule, evidence)))
        ? []
        : [`${rule.id}: no example shows that another form cures it`];
    case 'document':
      return shows((e) => [{ ...e, facts: { ...e.facts, documents: [...(e.facts?.documents ?? []), cure.document] } }])
        ? []
        : [`${rule.id}: no example shows that the document ‘${cure.document}’ cures it`];
    case 'day':
      return shows((e) => [
        ...(e.earliest === undefined
          ? own
              .filter((o) => o.holds && o.facts?.today !== undefined)
              .map((o) => ({ ...e, facts: { ...e.facts, today: o.facts!.today!, now: at(o.facts!.today!, 9) } }))
          : [e.earliest, addDays(e.earliest, 1)].map((today) => ({
              ...e,
              facts: { ...e.facts, today, now: at(today, 9) },
            }))),
      ])
        ? []
        : [`${rule.id}: no example shows that time cures it`];
    default:
      return [];
  }
}
