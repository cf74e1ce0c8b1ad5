import { describe, expect, it } from '@jest/globals';
import { PROJECT_SUSPENSION, SUSPENSION } from '#machines/kit/law/effects.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { effectsIn, statesOf } from '#machines/kit/read/describe.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { tell } from '#machines/kit/testing/story.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { procedures } from './all.js';
import { allStories, sampleOf } from './story-sample.js';

interface Node {
  path: string[];
  entry: readonly unknown[];
  states: Record<string, Node>;
}

function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node.states)) yield* nodes(child);
}

/** Returns the states that stop a clock, by their path, with the deadlines whose clock stands still there. */
function stopsOf(procedure: Procedure): Map<string, string[]> {
  const stops = [...nodes(procedure.machine.root)].map((node) => {
    const stopped = effectsIn(node.entry).flatMap((effect) => (effect.do === 'pause' ? [effect.deadline] : []));
    return [node.path.join('.'), stopped] as const;
  });
  return new Map(stops.filter(([, stopped]) => stopped.length > 0).map(([path, stopped]) => [path, [...stopped]]));
}

/** Tells whether somebody else has the paper: the applicant who corrects it, or a body outside. */
const elsewhere = (procedure: Procedure, path: string): boolean => {
  const { party } = statesOf(procedure).find((s) => s.path === path)!;
  return path.endsWith('.correcting') || (party !== null && procedure.parties[party]?.kind === 'outside');
};

describe.each(procedures.all().map((p) => [p.id, p] as const))('the clocks of %s', (_, procedure) => {
  const stops = stopsOf(procedure);

  it('stand still only while somebody else has the paper, and then only the clock of the one who waits for it', () => {
    for (const [path, stopped] of stops) {
      expect([path, elsewhere(procedure, path), stopped.length]).toEqual([path, true, 1]);
      // The review around the state opened the reviewer's clock.
      const around = path.split('.').slice(0, -1).join('.');
      const opened = statesOf(procedure)
        .filter((s) => s.path === around || s.path.startsWith(`${around}.`))
        .flatMap((s) => s.deadlines);
      expect([path, opened]).toEqual([path, expect.arrayContaining(stopped)]);
      // The state has one deadline: what the one who has the paper owes, or a tracking of what is outside.
      expect([path, statesOf(procedure).find((s) => s.path === path)!.deadlines.length]).toEqual([path, 1]);
    }
  });

  it('stand still wherever a paper is corrected, and wherever somebody outside has it during a review with a due day', () => {
    const reviews = new Set([...stops.keys()].map((path) => path.split('.').slice(0, -1).join('.')));
    const within = statesOf(procedure).filter(
      (s) =>
        s.kind === 'resting' && reviews.has(s.path.split('.').slice(0, -1).join('.')) && elsewhere(procedure, s.path),
    );
    expect(within.map((s) => s.path).filter((path) => !stops.has(path))).toEqual([]);
  });
});

const depth = depthFrom(process.env.DEPTH);
const all = depth
  .of(sampleOf(allStories), allStories)
  .map(([id, story]) => [`${id}：${story.title}`, procedures.of(story.procedure ?? id), story] as const);
const seen = new Set<string>();

describe('in every story, after every step', () => {
  it.each(all)(
    'only the clocks stand still whose paper somebody else has, or all of them — %s',
    (_, procedure, story) => {
      tell(procedure, story, world, (__, tales) => {
        for (const {
          procedure: of,
          state: { position, deadlines },
        } of tales.values()) {
          const stops = stopsOf(of);
          const stopped = position.states.flatMap((path) => stops.get(path) ?? []);
          for (const path of position.states) if (stops.has(path)) seen.add(`${of.id} ${path}`);
          for (const d of deadlines) {
            const reasons = d.pauses.filter((p) => p.to === null).map((p) => p.why);
            const own = reasons.filter((why) => why !== SUSPENSION && why !== PROJECT_SUSPENSION);
            expect([d.name, own.length > 0]).toEqual([d.name, stopped.includes(d.name)]);
          }
        }
      });
    },
  );

  depth.of(it.skip, it)('every state that stops a clock was come to', () => {
    const every = procedures.all().flatMap((p) => [...stopsOf(p).keys()].map((path) => `${p.id} ${path}`));
    expect(every.filter((state) => !seen.has(state))).toEqual([]);
  });
});
