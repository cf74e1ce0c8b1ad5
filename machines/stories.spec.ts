import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { statesOf } from './kit/describe.js';
import { tell, type Story, type World } from './kit/testing/story.js';
import { allProcedures } from './registry.js';

/**
 * States in which no story has come to rest yet. This list only shrinks: a story that visits one of them makes the test fail
 * until its line is gone.
 */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
  project: [
    'underway.path.reserve.endorsement.correcting',
    'underway.path.approval.feasibility.endorsement.reviewing',
    'underway.path.approval.feasibility.endorsement.correcting',
    'underway.path.approval.feasibility.examination.correcting',
    'underway.path.approval.design.endorsement.reviewing',
    'underway.path.approval.design.endorsement.correcting',
    'underway.path.approval.design.examination.correcting',
    'underway.path.approval.combined.endorsement.reviewing',
    'underway.path.approval.combined.endorsement.correcting',
    'underway.path.approval.servicePlan.endorsement.correcting',
    'underway.path.approval.servicePlan.examination.correcting',
    'underway.path.approval.operationPlan.endorsement.reviewing',
    'underway.path.approval.operationPlan.endorsement.correcting',
    'underway.path.approval.operationPlan.examination.correcting',
    'underway.path.acceptance.precheck.correcting',
    'underway.path.evaluation.review.correcting',
    'underway.path.evaluation.rectificationReview.correcting',
    'rejected',
  ],
};

const MACHINES = path.dirname(fileURLToPath(import.meta.url));
const WORLD_OF_ALL = './project/testing/world.js';

const written = (specifier: string): boolean => existsSync(path.join(MACHINES, specifier.replace(/\.js$/, '.ts')));

async function storiesOf(id: string): Promise<readonly Story[]> {
  const file = `./${id}/scenarios/all.js`;
  return written(file) ? ((await import(file)) as { stories: readonly Story[] }).stories : [];
}

/** A procedure with actors of its own says so beside its stories. */
async function worldOf(id: string): Promise<World> {
  const own = `./${id}/testing/world.js`;
  return ((await import(written(own) ? own : WORLD_OF_ALL)) as { world: World }).world;
}

describe.each(allProcedures().map((p) => [p.id, p] as const))('the stories of procedure %s', (id, procedure) => {
  it('come to rest in every state there is', async () => {
    const [stories, world] = await Promise.all([storiesOf(id), worldOf(id)]);
    const visited = new Set(stories.flatMap((story) => tell(procedure, story, world).history.flatMap((h) => h.next.position.states)));
    const states = statesOf(procedure).filter((s) => s.kind === 'resting' || s.kind === 'final').map((s) => s.path);
    const untold = UNTOLD[id] ?? [];
    expect({ procedure: id, untold: states.filter((s) => !visited.has(s) && !untold.includes(s)) }).toEqual({ procedure: id, untold: [] });
    expect({ procedure: id, 'told by now, or gone': untold.filter((s) => visited.has(s) || !states.includes(s)) }).toEqual({ procedure: id, 'told by now, or gone': [] });
  });
});

it('names no procedure there is not', () => {
  expect(Object.keys(UNTOLD).filter((id) => !allProcedures().some((p) => p.id === id))).toEqual([]);
});
