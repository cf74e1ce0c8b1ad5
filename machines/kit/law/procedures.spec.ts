import { describe, expect, it } from '@jest/globals';
import type { Parameters } from '../words/parameters.js';
import { ParameterSets } from './parameter-sets.js';
import type { Procedure } from './procedure.js';
import { Procedures, UnknownProcedure } from './procedures.js';
import type { Regulation } from './regulation.js';

const procedure = (id: string, version = 1): Procedure => ({ id, version }) as Procedure;

const regulation = (id: string, procedures: readonly Procedure[], value = 1): Regulation => ({
  id,
  title: id,
  issued: '2025-01-01',
  chapters: [],
  cite: (clause) => `${id} ${clause}`,
  parameters: [
    { key: 'answer', label: '答复', value, unit: 'workingDays', from: '2025-01-01', source: id, grade: 'law' },
  ],
  ladders: {},
  parties: {
    office: { label: '办公室', kind: 'role', role: 'office' },
    applicant: { label: '申请人', kind: 'applicant' },
  },
  auditReaders: ['office', 'applicant'],
  procedures,
});

describe('the procedures of several regulations', () => {
  const [old, young, other] = [procedure('a', 1), procedure('a', 2), procedure('b')];
  const all = new Procedures([regulation('first', [young, old]), regulation('second', [other])]);

  it('are found by id and version, or the newest', () => {
    expect([all.of('a'), all.of('a', 1), all.of('b')]).toEqual([young, old, other]);
    expect(all.all()).toEqual([young, old, other]);
    expect(all.newest()).toEqual([young, other]);
    expect(() => all.of('a', 3)).toThrow(UnknownProcedure);
    expect(() => all.of('c')).toThrow('没有流程 c');
  });

  it('each belong to one regulation', () => {
    expect(all.regulationOf(old).cite('1.1')).toBe('first 1.1');
    expect(all.regulationOf(other).cite('1.1')).toBe('second 1.1');
    expect(() => all.regulationOf(procedure('a'))).toThrow('belongs to no regulation');
    expect([all.regulationWith('b')?.id, all.regulationWith('c')]).toEqual(['second', undefined]);
  });

  it('are refused if one name means two things', () => {
    expect(() => new Procedures([regulation('first', []), regulation('first', [])])).toThrow('two regulations');
    expect(() => new Procedures([regulation('first', [old, procedure('a', 1)])])).toThrow('a v1');
    expect(() => new Procedures([regulation('first', [old]), regulation('second', [young])])).toThrow('a');
  });

  it('let the roles that a regulation names read the audit log', () => {
    expect(all.mayReadAudit(['role:office'])).toBe(true);
    expect(all.mayReadAudit(['unit:office', 'role:other'])).toBe(false);
  });
});

describe('the numbers of several regulations', () => {
  const both = [regulation('first', [], 10), regulation('second', [], 3)];
  const line = { key: 'answer', value: 7, from: '2025-06-01', source: '局务会', regulation: null };
  const answer = (parameters: Parameters, day = '2025-07-01'): number => parameters.number('answer', day);

  it('are kept apart, each with those of the house', () => {
    const sets = new ParameterSets(both);
    expect([answer(sets.of({ id: 'first' })), answer(sets.of({ id: 'second' }))]).toEqual([10, 3]);
    expect(sets.of({ id: 'second' }).number('reminder.hour', '2025-01-01')).toBe(9);
    expect(sets.house.number('reminder.hour', '2025-01-01')).toBe(9);
    expect(() => answer(sets.house)).toThrow('answer');
    expect(() => sets.of({ id: 'third' })).toThrow('third');
  });

  it('are changed by a line from its day on: in all regulations, or in the one it names', () => {
    const every = new ParameterSets(both, [line]);
    expect([answer(every.of({ id: 'first' })), answer(every.of({ id: 'second' }))]).toEqual([7, 7]);
    expect(answer(every.of({ id: 'first' }), '2025-05-31')).toBe(10);
    const one = new ParameterSets(both, [{ ...line, regulation: 'second' }]);
    expect([answer(one.of({ id: 'first' })), answer(one.of({ id: 'second' }))]).toEqual([10, 7]);
  });

  it('name the lines that change nothing', () => {
    const sets = new ParameterSets(both, [line, { ...line, key: 'no.such' }, { ...line, regulation: 'third' }]);
    expect(sets.unused().map(({ key, regulation: of }) => [key, of])).toEqual([
      ['no.such', null],
      ['answer', 'third'],
    ]);
  });
});
