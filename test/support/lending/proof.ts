import { actExamplesOf } from '#machines/desk/acts.examples.js';
import { groundOf, proofs, type Evidence } from '#machines/kit/testing/example.js';
import type { RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import type { Story, World } from '#machines/kit/testing/story.js';
import { houseParameters } from '#machines/kit/words/house-parameters.js';
import { world as county } from '#machines/regulations/it-projects/testing/world.js';
import { desk } from './desk.js';
import { lending, notTooLong, type LendingContext } from './procedure.js';
import { lendingRules } from './regulation.js';

const world: World = {
  regulation: lendingRules,
  calendarYears: county.calendarYears,
  parameters: [...houseParameters(lendingRules.issued), ...lendingRules.parameters],
  actors: county.actors,
  units: county.units,
  procedures: lendingRules.procedures,
};

const { proves } = proofs<LendingContext>();
const evidence: Evidence = {
  ground: groundOf({ title: '公报', lentOn: null, times: 0 }, world, {
    today: '2026-01-05',
    by: 'archives',
    unit: county.units.education!,
  }),
  examples: [
    ...actExamplesOf(desk)(lending),
    ...proves(
      notTooLong,
      { passes: '恰为三十日：可以', data: { days: 30 } },
      { fails: '三十一日：不可以', data: { days: 31 }, says: '超过30日' },
    ),
  ],
};

const story: Story = {
  title: '借出、归还、注销',
  clauses: ['1.1', '2.1.2d', '2.4.4'],
  by: 'education',
  on: '2026-01-05',
  declare: { title: '公报' },
  steps: [
    { by: 'archives', send: 'lend', data: { days: 31 }, refused: ['lending.not-too-long'], clause: '2.4.4' },
    { by: 'archives', send: 'lend', data: { days: 30 }, state: 'lent' },
    { on: '2026-01-13', by: 'education', send: 'giveBack', state: 'shelved' },
    { by: 'archives', send: 'close', state: 'gone' },
  ],
};

export const lendingProof: RegulationProof = {
  regulation: lendingRules,
  procedures: [{ procedure: lending, evidence, stories: [story] }],
  world,
};
