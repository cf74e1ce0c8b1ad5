import { describe, expect, it } from '@jest/globals';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import * as line from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import type { Action } from '../decide/explain.js';
import { byForm, byStep, outside, type Cure } from '../law/cure.js';
import { wan } from '../words/money.js';
import { deadWaits } from './alive.js';
import { Followed } from './followed.js';
import { tell, type Tale } from './story.js';

const begun = (): Tale =>
  tell(
    project,
    {
      title: '刚登记的项目',
      clauses: ['2.1.2a'],
      by: 'education',
      on: '2025-01-06',
      declare: line.declarationOf('考务平台', wan(100)),
      steps: [],
    },
    world,
  );
const unit = world.actors.education!;
const bureau = world.actors['data-bureau']!;

/** An action of the unit that one rule refuses. */
const refusedWith = (type: string, ...curedBy: Cure[]): Action => ({
  type,
  label: type,
  kind: 'step',
  allowed: false,
  refusals: [
    {
      rule: 'an.example',
      regulation: '',
      clause: '',
      cite: '',
      message: '',
      facts: {},
      remedy: '请照办',
      curedBy,
      weight: 'must',
    },
  ],
  advice: [],
  unknown: [],
});

describe('a wait', () => {
  it('is dead when all that its party could do is refused for good, and alive when it can be cured here', () => {
    const tale = begun();
    const waitsOf = (...curedBy: Cure[]) =>
      deadWaits(tale, [{ actor: unit, actions: [refusedWith('declare', ...curedBy)] }]).length;
    expect(waitsOf(outside('县政府'))).toBe(1);
    expect(waitsOf(byStep('declare'))).toBe(1);
    expect(waitsOf(byForm('title'))).toBe(0);
    expect(waitsOf(outside('县政府'), byForm('title'))).toBe(0);
  });

  it('is dead when nobody offers its party a step of that state', () => {
    const tale = begun();
    expect(deadWaits(tale, [{ actor: unit, actions: [] }])).toHaveLength(1);
    expect(deadWaits(tale, [{ actor: bureau, actions: tale.actions('education') }])).toHaveLength(1);
    expect(deadWaits(tale, [{ actor: unit, actions: tale.actions('education') }])).toEqual([]);
  });
});

describe('a remedy', () => {
  const lost = (...curedBy: Cure[]): string[] => {
    const found: string[] = [];
    new Followed((what) => found.push(what)).listed(begun(), [
      { actor: unit, actions: [refusedWith('declare', ...curedBy)] },
    ]);
    return found;
  };

  it('leads nowhere when its step lies behind, is no step, or is the work of the one who is sent there', () => {
    expect(lost(byStep('planIssued'))).toEqual([]);
    expect(lost(byStep('no-such-step'))).toHaveLength(1);
    expect(lost(byStep('recuse'))).toHaveLength(1);
    expect(lost(outside('县教体局'))).toHaveLength(1);
    expect(lost(outside('县政府'))).toEqual([]);
    expect(lost(byStep('no-such-step'), byForm('title'))).toEqual([]);
  });

  it('has had no effect as long as the rule refuses after the step was taken', () => {
    const tale = begun();
    const followed = new Followed(() => undefined);
    const key = 'project document.declarationForm withdraw';
    const [declare] = tale.actions('education').filter(({ type }) => type === 'declare');
    const refusals = declare!.refusals.map((r) => ({ ...r, curedBy: [byStep('withdraw')] }));
    expect(refusals.map((r) => r.rule)).toEqual(['document.declarationForm']);
    followed.listed(tale, [{ actor: unit, actions: [{ ...declare!, refusals }] }]);
    followed.happened(tale, 'leaveOpinion');
    expect([followed.taken.has(key), followed.shown.has(key)]).toEqual([false, false]);
    followed.happened(tale, 'withdraw');
    expect([followed.taken.has(key), followed.shown.has(key)]).toEqual([true, false]);
    tale.upload('declarationForm');
    followed.happened(tale, 'leaveOpinion');
    expect(followed.shown.has(key)).toBe(true);
  });
});
