import { describe, expect, it } from '@jest/globals';
import { statesOf } from '#machines/kit/read/describe.js';
import { deadWaits } from '#machines/kit/testing/alive.js';
import { seedFrom } from '#machines/kit/testing/chance.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import type { Docket } from '#machines/kit/testing/docket.js';
import { Explorer } from '#machines/kit/testing/explorer.js';
import { Followed } from '#machines/kit/testing/followed.js';
import { Foretold } from '#machines/kit/testing/foretold.js';
import { partiesAround } from '#machines/kit/testing/people.js';
import type { Hints } from '#machines/kit/testing/sample.js';
import { tell, type Told } from '#machines/kit/testing/story.js';
import { world as told } from '#machines/regulations/it-projects/testing/world.js';
import { procedures } from './all.js';
import { allStories, sampleOf } from './story-sample.js';

const depth = depthFrom(process.env.DEPTH);
/** Takes another seed or a longer walk: `SEED=7 STEPS=50000 npm test -- machines/proof/walks.spec.ts`. */
const SEED = seedFrom(process.env.SEED, 20260105);
const STEPS_A_STATE = depth.of(3, 30);
const MOST_STEPS = 2500;
/**
 * The share of states that a walk must reach. Chance may miss some, more of them on a short walk. If a walk reaches
 * less, the procedure has a rule that nothing satisfies.
 */
const REACHED = depth.of(0.25, 0.6);

/** The walk needs a calendar for more years than the scenarios do. */
const later = Array.from({ length: 15 }, (_, i) => ({
  year: 2031 + i,
  status: 'estimated' as const,
  holidays: [],
  makeupWorkdays: [],
  source: '推算',
}));
const world = { ...told, calendarYears: [...told.calendarYears, ...later] };

/**
 * The places that the stories have reached, line by line. The walks start from there, among the cases those are tied
 * to.
 */
const places = new Map<string, { docket: Docket; id: string }[]>();
/** The lines that a story was refused, with the place where it was. */
const refused = new Map<string, Told[]>();
/** What the remedies of the stories' refusals were followed to, and what is wrong with them. */
const lost: string[] = [];
const followed = new Followed((what) => lost.push(what));
/** Follows the remedies of what people are refused after a line, and looks whether somebody can move the case. */
function follow(title: string, { step, tale, data, decision }: Told): void {
  if (decision?.kind === 'accepted') followed.happened(tale, step?.send ?? 'created');
  const listed = partiesAround(tale, Object.values(world.actors)).map((actor) => ({
    actor,
    actions: tale.actions(actor.userId),
  }));
  followed.listed(tale, listed);
  if (step?.send && decision?.kind === 'refused')
    followed.said(tale, world.actors[step.by!]!, step.send, data, decision.refusals, listed);
  lost.push(...deadWaits(tale, listed).map((dead) => `${title}: ${dead}`));
}

for (const [id, story] of depth.of(sampleOf(allStories), allStories)) {
  tell(procedures.of(story.procedure ?? id), story, world, (docket, tales, line) => {
    const copy = docket.copy();
    const at = line.tale.procedure.id;
    if (line.tale.state !== undefined) follow(story.title, line);
    if (line.step?.send && line.decision?.kind === 'refused')
      refused.set(at, [...(refused.get(at) ?? []), { ...line, tale: copy.tale(line.tale.id)! }]);
    for (const { procedure, id: own } of tales.values())
      places.set(procedure.id, [...(places.get(procedure.id) ?? []), { docket: copy, id: own }]);
  });
}

/** Values that chance alone would hardly fill in: by procedure, then by field. */
const hints: Readonly<Record<string, Hints>> = { project: { yes: { classified: 0.02, operationCostInBudget: 0.1 } } };

describe('a case of a story', () => {
  it('waits for nobody who can do nothing, and sends nobody where no way leads', () => {
    expect(lost).toEqual([]);
  });
});

describe('a step that a remedy names', () => {
  it('takes the refusal away, or leads to where nothing is refused any more, in a story that takes it', () => {
    expect(followed.shown.size).toBeGreaterThan(depth.of(10, 150));
    // One story may break off before the others have done their part; a sample may lack the one that goes on.
    const withoutEffect = [...followed.taken].filter((key) => !followed.shown.has(key));
    expect(depth.of([], withoutEffect)).toEqual([]);
  });
});

describe.each(procedures.all().map((p) => [p.id, p] as const))('the space of procedure %s', (id, procedure) => {
  const goals = statesOf(procedure)
    .filter((s) => s.kind === 'resting' || s.kind === 'final')
    .map((s) => s.path);

  it('names only days on which a refusal really ends, at every line of a story', () => {
    const wrong: string[] = [];
    const foretold = new Foretold(SEED, (what) => wrong.push(what));
    for (const { docket, id: own } of places.get(id) ?? []) {
      const tale = docket.tale(own)!;
      for (const { userId } of partiesAround(tale, Object.values(world.actors)))
        foretold.listed(tale, userId, tale.actions(userId));
    }
    for (const { step, tale, data, decision } of refused.get(id) ?? [])
      if (decision?.kind === 'refused') foretold.said(tale, step!.by!, step!.send!, data, decision.refusals);
    expect(wrong).toEqual([]);
  }, 180_000);

  it('keeps its promises in every state that a case can reach', () => {
    const steps = Number(process.env.STEPS ?? Math.min(MOST_STEPS, goals.length * STEPS_A_STATE));
    const explorer = new Explorer(procedure, world, {
      seed: SEED,
      places: places.get(id) ?? [],
      ...(hints[id] ? { hints: hints[id] } : {}),
    });
    const found = explorer.explore(steps);
    const unreached = goals.filter((g) => !found.states.has(g));
    const said = Object.keys(procedure.events).filter((type) => found.events.has(type));
    const report = `${id}, SEED=${SEED}: ${found.steps} steps, ${found.begun} cases begun, ${found.refused} refusals, ${said.length} of ${Object.keys(procedure.events).length} events, ${goals.length - unreached.length} of ${goals.length} states${unreached.length > 0 ? `; not reached: ${unreached.join(', ')}` : ''}`;
    process.stdout.write(`${report}\n`);
    if (found.wrong.size > 0)
      throw new Error(
        `${report}\n\n${[...found.wrong].map(([what, led]) => `✗ ${what}\n    ${led.join('\n    ')}`).join('\n\n')}`,
      );
    expect(1 - unreached.length / goals.length).toBeGreaterThanOrEqual(REACHED);
  }, 180_000);
});
