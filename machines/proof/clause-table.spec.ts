import { describe, expect, it } from '@jest/globals';
import { sentenceProblems } from '#machines/kit/testing/proof.js';
import { clauses } from '#machines/regulations/it-projects/clauses/all.js';
import { procedures, proofs } from './all.js';
import { clauseTable } from './clause-table.js';

const table = proofs.flatMap(clauseTable);
const line = (id: string) => table.find((l) => l.id === id)!;

describe('the clause table', () => {
  it('has every clause once, in the order of the regulation, with its chapter', () => {
    expect(table.map((l) => l.id)).toEqual(clauses.map((c) => c.id));
    expect([line('1.2.1').section, line('2.4.4').section, line('3.2a').section]).toEqual([
      '一、总体要求',
      '二(四) 项目验收与评价',
      '三、组织实施',
    ]);
  });

  it('names what carries out every clause, or the reason why nothing does', () => {
    for (const { id, encoded, reason } of table)
      expect([id, encoded || (reason ?? '').length > 10]).toEqual([id, true]);
    expect(table.filter((l) => !l.encoded).map((l) => l.id)).toEqual(['1.1', '2.1.2c', '2.3.5', '3.2a']);
  });

  it('shows of every rule its message, and its examples', () => {
    for (const { id, rules } of table) {
      for (const rule of rules) {
        expect([
          id,
          rule.id,
          rule.message === null ? ['no sentence'] : sentenceProblems('message', rule.message),
        ]).toEqual([id, rule.id, []]);
        expect([
          rule.id,
          rule.at.length > 0,
          rule.examples.some((e) => e.holds),
          rule.examples.some((e) => !e.holds),
        ]).toEqual([rule.id, true, true, true]);
        for (const { label } of rule.at) expect(label).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('holds every rule of every procedure, of beginnings and acts as well', () => {
    const listed = new Set(table.flatMap((l) => l.rules.map((r) => `${r.procedure} ${r.id} ${l.id}`)));
    for (const { id, creation, acts } of procedures.all()) {
      for (const rule of [...creation.rules, ...Object.values(acts).flatMap((act) => act.rules)])
        expect(listed).toContain(`${id} ${rule.id} ${rule.clause}`);
    }
    const transfer = line('2.6.2').rules.find((r) => r.procedure === 'project' && r.id === 'office.same-office')!;
    expect(transfer).toMatchObject({
      weight: 'must',
      message: '县财政局不是本单位人员，不能转办',
      at: [{ event: 'transfer', label: '转办' }],
    });
  });

  it('names the stories that tell of a clause', () => {
    expect(table.flatMap((l) => l.stories).length).toBeGreaterThan(50);
  });
});
