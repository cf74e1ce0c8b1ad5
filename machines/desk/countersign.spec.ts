import { expect, it } from '@jest/globals';
import { tell } from '#machines/kit/testing/story.js';
import { anotherProject } from '#machines/regulations/it-projects/procedures/annual-plan/scenarios/another-project.js';
import type { PlanContext } from '#machines/regulations/it-projects/procedures/annual-plan/context.js';
import type { ProjectContext } from '#machines/regulations/it-projects/procedures/project/context.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { procedures } from '#machines/proof/all.js';
import { earlierOf } from './countersign.js';

it.each([
  ['a day', '2025-03-03', { agrees: true, text: null, on: '2025-03-03' }],
  [
    'an opinion',
    { agrees: false, text: '资金未落实', on: '2025-03-03' },
    { agrees: false, text: '资金未落实', on: '2025-03-03' },
  ],
  ['a confirmation', { on: '2025-03-03', opinion: '同意' }, { agrees: true, text: '同意', on: '2025-03-03' }],
  ['a reference', { number: '市数函1号', date: '2025-03-03' }, { agrees: true, text: '市数函1号', on: '2025-03-03' }],
  [
    'a review',
    { date: '2025-03-03', experts: [], conclusion: 'failed' },
    { agrees: false, text: null, on: '2025-03-03' },
  ],
  [
    'another review',
    { date: '2025-03-03', experts: [], conclusion: 'passedAfterRevision' },
    { agrees: true, text: null, on: '2025-03-03' },
  ],
])('%s is kept once it no longer counts', (_, decision, kept) => {
  expect(earlierOf({ by: 'city', decision, about: null })).toEqual({ by: 'city', ...kept });
});

it('whoever decided about a project that has become another one stays visible in its plan and in itself', () => {
  let [lab, plan]: [ProjectContext?, PlanContext?] = [];
  tell(procedures.of('annual-plan'), anotherProject, world, (_, tales) => {
    lab = tales.get('lab')?.state?.snapshot.context as ProjectContext;
    plan = tales.get('own')?.state?.snapshot.context as PlanContext;
  });
  const given = lab!.earlier.map(({ by }) => by);
  expect(new Set(given)).toEqual(new Set(['superior', 'dataBureau']));
  expect(given.filter((by) => by === 'superior')).toHaveLength(2);
  const item = plan!.items.find(({ title }) => title === '检验信息系统')!;
  expect(item.earlier.map(({ by }) => by)).toEqual(['dataBureau', 'cyberspace', 'developmentReform']);
});
