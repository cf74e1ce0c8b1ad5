import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { NotPossible, prefixOf, procedureFiles, type Wanted } from './procedure.js';

const root = path.resolve(import.meta.dirname, '../..');
const usual: Wanted = { name: 'equipment-loan', title: '设备借用', clause: '2.1.2a', prefix: 'EL' };

describe('a new procedure', () => {
  it.each<[string, Partial<Wanted>, string]>([
    ['a name in capitals', { name: 'Loan' }, '"Loan" is not kebab-case'],
    ['a word of TypeScript', { name: 'return' }, "can't name a value"],
    ['a name that the regulation has for something else', { name: 'ladders' }, '"ladders" is taken'],
    ['a title in English', { title: 'equipment loan' }, 'is no title that an official reads'],
    ['a title that would be read as a pattern', { title: '设备$&借用' }, 'is no title that an official reads'],
    ['a title that is taken', { title: '乡镇需求登记' }, 'There is a procedure with the title'],
    ['a clause that is not there', { clause: '9.9' }, 'has no clause 9.9'],
    ['a prefix in small letters', { prefix: 'el' }, "can't begin a case number"],
    ['a prefix that is taken', { prefix: 'XM' }, 'Case numbers of project begin with XM'],
  ])('is refused with %s', async (_, changed, says) => {
    const refused = procedureFiles({ ...usual, ...changed }, root);
    await expect(refused).rejects.toBeInstanceOf(NotPossible);
    await expect(refused).rejects.toThrow(says);
  });

  it('numbers its cases with the first letters of its words, or of its one word', () => {
    expect([prefixOf('equipment-loan'), prefixOf('need')]).toEqual(['EL', 'NE']);
  });
});
