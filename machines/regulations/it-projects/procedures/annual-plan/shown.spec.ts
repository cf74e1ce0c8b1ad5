import { describe, expect, it } from '@jest/globals';
import { excerptFor } from '#machines/kit/read/excerpt.js';
import { tell, type Step, type Tale } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { world } from '../../testing/world.js';
import * as line from '../project/testing/lines.js';
import type { PlanContext } from './context.js';
import { annualPlan } from './procedure.js';

const ON = '2025-09-01';
const enters = (at: string, unit: string): Step[] => [
  { by: unit, at, begin: 'project', data: line.declarationOf(`${unit}平台`, wan(100)) },
  ...line.pooled(unit).map((step) => ({ ...step, at, ...(step.upload ? { uploader: unit } : {}) })),
  { at, by: unit, send: 'applyForPlan', data: { planYear: 2026 } },
];
const reviewed: Step[] = [
  ...enters('school', 'education'),
  ...enters('clinic', 'health'),
  { by: 'data-bureau', send: 'closeWindow', data: { reason: '申报已齐' } },
  {
    by: 'finance',
    send: 'giveJointOpinion',
    naming: (k) => ({ projects: [k.id('clinic')], opinion: 'object', comment: '资金没有落实' }),
  },
  {
    by: 'finance',
    send: 'giveJointOpinion',
    naming: (k) => ({ projects: [k.id('school'), k.id('clinic')], opinion: 'agree' }),
  },
];
const told = (more: readonly Step[] = []): Tale =>
  tell(
    annualPlan,
    {
      title: '两个单位的项目在同一份计划里',
      clauses: ['2.1.3b'],
      by: 'data-bureau',
      on: ON,
      declare: { year: 2026, opensOn: ON, closesOn: '2025-09-30' },
      steps: [...reviewed, ...more],
    },
    world,
  );
const readBy = ({ state, procedure }: Tale, ...who: string[]) =>
  excerptFor(
    procedure,
    state,
    who.map((name) => world.actors[name]!),
  );
const itemsOf = (context: unknown) =>
  (context as PlanContext).items.map(({ unit, opinions }) => [unit.id, Object.keys(opinions)]);

describe('what a unit on the list reads of the plan', () => {
  const tale = told();

  it('is its own project with the opinions on it, and no other before the plan is published', () => {
    expect(itemsOf(readBy(tale, 'education')!.context)).toEqual([['education', ['finance']]]);
    expect(itemsOf(readBy(tale, 'health')!.context)).toEqual([['health', ['finance']]]);
  });

  it('leaves out what an event said of others', () => {
    const { data } = readBy(tale, 'education')!;
    const [objected, agreed] = tale.history.filter((h) => h.type === 'giveJointOpinion');
    expect(data(objected!.type, objected!.data)).toBeNull();
    expect(data(agreed!.type, agreed!.data)).toMatchObject({ projects: [expect.anything()], opinion: 'agree' });
    const window = tale.history.find((h) => h.type === 'closeWindow')!;
    expect(data(window.type, window.data)).toBe(window.data);
  });

  it('are no papers of the review, and the document of the plan once it is issued', () => {
    const { reads } = readBy(tale, 'education')!;
    expect(['planList', 'jointReviewRecord', 'planDocument', 'other'].filter(reads)).toEqual([]);
    const issued = { ...tale.state.snapshot, context: { ...(tale.state.snapshot.context as PlanContext) } };
    const after = excerptFor(
      annualPlan,
      {
        desk: tale.state.desk,
        snapshot: { ...issued, context: { ...issued.context, issued: { number: '1', date: ON }, publishedOn: ON } },
      },
      [world.actors.education!],
    )!;
    expect(['planList', 'jointReviewRecord', 'planDocument', 'other'].filter(after.reads)).toEqual([
      'planList',
      'planDocument',
    ]);
    expect(itemsOf(after.context)).toEqual([
      ['education', ['finance']],
      ['health', []],
    ]);
  });

  it('is nothing for a unit that has no project on it', () => {
    expect(itemsOf(readBy(tale, 'development-zone')!.context)).toEqual([]);
  });

  it('is everything for the offices that prepare and review it, and for whoever one of them asks', () => {
    for (const office of ['data-bureau', 'finance', 'supervisor', 'audit']) expect(readBy(tale, office)).toBeNull();
    expect(readBy(tale, 'education', 'finance')).toBeNull();
    const asked = told([{ by: 'data-bureau', send: 'addSigners', data: { to: ['unit:health'], question: '请核对' } }]);
    expect(readBy(asked, 'health')).toBeNull();
    expect(readBy(asked, 'education')).not.toBeNull();
  });
});
