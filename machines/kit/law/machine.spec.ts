import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { grammar } from './machine.js';

const { machine, on, waiting, within } = grammar<object>()({
  id: 'loan',
  states: { open: { shelved: {}, lent: {} }, gone: {} },
  parties: { reader: { label: '读者', kind: 'applicant' } },
  events: {
    lend: { label: '借出', payload: z.strictObject({}) },
    discard: { label: '注销', payload: z.strictObject({}) },
  },
});

const here = within('open');
const lend = on('lend', { to: 'lent', by: 'reader', clauses: ['1'] });
const discard = on('discard', { to: '#loan.gone', by: 'reader', clauses: ['1'] });
const anywhere = waiting({ label: '在架', party: 'reader', clause: '1' });
const built = (shelved: object) => () =>
  machine({
    initial: 'open',
    states: {
      open: { initial: 'shelved', states: { shelved: { ...anywhere, on: shelved }, lent: { ...anywhere } } },
      gone: { type: 'final' },
    },
  });

describe('a machine', () => {
  it('is built from several events in one state', () => {
    expect(built({ ...lend, ...discard })().root.states['open']!.states['shelved']!.ownEvents).toEqual([
      'lend',
      'discard',
    ]);
  });

  it('takes the same transitions in two states, and from two spread objects', () => {
    expect(built({ ...lend, ...discard, ...lend })).not.toThrow();
  });

  it('names a state by its path', () => {
    expect(here('lent')).toBe('#loan.open.lent');
  });

  it("can't be built if one set of transitions of an event replaces another", () => {
    const again = on('lend', { to: here('shelved'), by: 'reader', clauses: ['1'] });
    expect(built({ ...lend, ...again })).toThrow("loan: open.shelved has two on('lend')");
    expect(built({ ...again, ...lend })).toThrow("two on('lend')");
  });

  it("can't be built of states that are not named", () => {
    expect(() => machine({ states: { open: { states: { shelved: {}, borrowed: {} } }, gone: {} } })).toThrow(
      'loan: the state open.lent is named and not written; the state open.borrowed is written and not named',
    );
  });
});
