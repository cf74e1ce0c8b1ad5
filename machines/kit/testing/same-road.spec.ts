import { outside } from '../law/cure.js';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SYSTEM } from '../case/facts.js';
import { grammar } from '../law/machine.js';
import { rule, verdict } from '../law/rule.js';
import { bareFacts, bareProcedure } from './bare.js';
import { partsFromXState } from './same-road.js';

const parties = { clerk: { label: '经办', kind: 'role', role: 'clerk' } } as const;
const events = { go: { label: '办理', payload: z.strictObject({}) } } as const;
const region = { a: {}, b: {} };
const { machine, on } = grammar<Record<string, never>>()({
  id: 'road',
  states: { left: region, right: region },
  parties,
  events,
  deadlines: {},
});

const shut = rule({
  id: 'road.open',
  clause: '1.1',
  holds: '道路开放',
  says: '道路不通',
  remedy: '请绕行',
  curedBy: [outside('别人')],
  about: 'case',
  judge: () => verdict(false),
});
const go = (to: 'b', open = true) => on('go', { to, by: 'clerk', clauses: ['1.1'], rules: open ? [] : [shut] });

/** Two regions of which each answers to the event, or only the second has its door open. */
const entry = (left: ReturnType<typeof go>, right: ReturnType<typeof go> | undefined) => {
  const road = machine({
    type: 'parallel',
    states: {
      left: { initial: 'a', states: { a: { on: left }, b: {} } },
      right: { initial: 'a', states: { a: right ? { on: right } : {}, b: {} } },
    },
  });
  const procedure = bareProcedure({ machine: road, parties });
  const facts = bareFacts({ actor: { ...SYSTEM, principals: ['role:clerk'] } });
  const before = {
    snapshot: { value: { left: 'a', right: 'a' }, context: {} },
    position: { states: ['left.a'], stage: null, label: '', status: 'active' as const, waits: [] },
  };
  return { tale: { procedure }, before, facts, accepted: { type: 'go', data: {} } };
};

describe('the comparison with the transition that XState itself takes', () => {
  it('finds no difference where both take the only law', () => {
    expect(partsFromXState(entry(go('b'), undefined))).toBeNull();
  });

  it('reports a rule that keeps XState from the law that was followed', () => {
    expect(partsFromXState(entry(go('b', false), undefined))).toContain('XState takes 0');
    expect(partsFromXState(entry(go('b', false), go('b')))).toContain('XState takes another');
  });

  it('reports two regions that take one event', () => {
    expect(partsFromXState(entry(go('b'), go('b')))).toContain('XState takes 2');
  });

  it('reports a law that only the party may take', () => {
    const { facts, ...rest } = entry(go('b'), undefined);
    expect(partsFromXState({ ...rest, facts: { ...facts, actor: SYSTEM } })).toContain('is not-your-step');
  });
});
