import type { Decision } from '../decide/decision.js';
import type { Procedure } from '../law/procedure.js';
import type { ClauseId } from '../words/clause.js';
import type { IsoDate } from '../words/dates.js';
import { Docket, type Tale, type World } from './docket.js';

export { Docket, Tale, type Entry, type World } from './docket.js';

/** What a line of a story may name: other cases by their name in the story, documents by their kind. */
export interface Known {
  /** Returns the id of a case; without a name, of the story's own. */
  id(name?: string): string;
  /** Returns the id of the latest document of a kind in a case. */
  document(kind: string, name?: string): string;
}

/**
 * One line of a story: a day passes, someone hands in a document, someone sends an event. It also says what follows.
 */
export interface Step {
  on?: IsoDate;
  by?: string;
  /** The case of the line, by its name in the story. By default the story's own. */
  at?: string;
  /** Begins another case of this procedure and calls it `at` from then on. Its data is `data`. */
  begin?: string;
  upload?: string | readonly string[];
  /** The person who hands it in over HTTP. By default the one who began the case. */
  uploader?: string;
  send?: string;
  data?: unknown;
  /** Returns data that names other cases or documents. */
  naming?: (known: Known) => unknown;
  /** All rules that refuse it. */
  refused?: readonly string[];
  /** The clause of one of the refusals. */
  clause?: ClauseId;
  notApplicable?: true;
  notYourStep?: true;
  /** Where the case stands afterwards: the end of one of its state paths. */
  state?: string;
}

export interface Story {
  title: string;
  /** The procedure of its own case, if it differs from the one the story tells of: a change needs its project first. */
  procedure?: string;
  clauses: readonly ClauseId[];
  by: string;
  on: IsoDate;
  declare: unknown;
  steps: readonly Step[];
}

/** The name of the story's own case. */
export const OWN = 'own';

/**
 * A line that was told: of which case, and the refusals or results of a step. Its step is missing where the story
 * begins.
 */
export interface Told {
  step?: Step;
  tale: Tale;
  /** What the step brought with it. */
  data?: unknown;
  decision?: Decision;
}

type OnLine = (docket: Docket, tales: ReadonlyMap<string, Tale>, told: Told) => void;

/** Tells a story and checks every line of it. @throws at the line whose result differs. */
export function tell(procedure: Procedure, story: Story, world: World, onLine?: OnLine): Tale {
  const docket = new Docket(world, story.on);
  const tales = new Map<string, Tale>();
  const { tale, decision } = docket.open(procedure, story.by, story.declare);
  if (decision.kind !== 'accepted') throw new Error(`${story.title}: not begun: ${JSON.stringify(decision)}`);
  tales.set(OWN, tale);
  const of = (name = OWN): Tale => {
    const found = tales.get(name);
    if (!found) throw new Error(`${story.title}: no case is called ${name}`);
    return found;
  };
  const known: Known = {
    id: (name) => of(name).id,
    document: (kind, name) => {
      const found = of(name).documents.findLast((d) => d.kind === kind);
      if (!found) throw new Error(`${story.title}: no ${kind} was handed in`);
      return found.id;
    },
  };

  onLine?.(docket, tales, { tale, decision });
  story.steps.forEach((step, i) => {
    const line = `${story.title}, line ${i + 1} ${JSON.stringify(step)}`;
    let said: Decision | undefined;
    if (step.on) docket.passTo(step.on);
    if (step.begin) {
      const other = world.procedures.find((p) => p.id === step.begin);
      if (!other) throw new Error(`${line}: no such procedure`);
      const begun = docket.open(other, step.by!, step.naming?.(known) ?? step.data);
      check(line, step, (said = begun.decision));
      if (said.kind === 'accepted') tales.set(step.at!, begun.tale);
      else return onLine?.(docket, tales, { step, tale: begun.tale, decision: said });
    }
    for (const kind of step.upload ? [step.upload].flat() : []) of(step.at).upload(kind);
    const data = step.naming?.(known) ?? step.data;
    if (step.send) check(line, step, (said = of(step.at).send(step.by!, step.send, data)));
    if (step.state && !stands(of(step.at), step.state))
      throw new Error(`${line}: stands at ${of(step.at).state.position.states.join(', ')}`);
    onLine?.(docket, tales, { step, tale: of(step.at), data, decision: said });
  });
  return tale;
}

const stands = (tale: Tale, state: string): boolean =>
  tale.state.position.states.some((s) => s === state || s.endsWith(`.${state}`));

function check(line: string, step: Step, decision: Decision): void {
  const expected =
    step.refused || step.clause
      ? 'refused'
      : step.notApplicable
        ? 'not-applicable'
        : step.notYourStep
          ? 'not-your-step'
          : 'accepted';
  if (decision.kind !== expected)
    throw new Error(`${line}: ${decision.kind} ${JSON.stringify(decision.kind === 'accepted' ? {} : decision)}`);
  if (decision.kind !== 'refused') return;
  const rules = decision.refusals.map((r) => r.rule);
  if (step.refused && [...step.refused].sort().join() !== [...rules].sort().join())
    throw new Error(`${line}: refused by ${rules.join(', ')}`);
  if (step.clause && !decision.refusals.some((r) => r.clause === step.clause))
    throw new Error(`${line}: refused by ${decision.refusals.map((r) => r.clause).join(', ')}`);
}
