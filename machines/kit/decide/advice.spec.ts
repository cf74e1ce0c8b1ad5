import { byForm } from '../law/cure.js';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Actor } from '../case/facts.js';
import { grammar } from '../law/machine.js';
import { act } from '../law/procedure.js';
import { rule, verdict } from '../law/rule.js';
import { bareFacts, bareProcedure } from '../testing/bare.js';
import { begin } from './begin.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';

/** Advice that is not followed reaches whoever acts: with a beginning, a step and an act. */
const form = z.strictObject({ copies: z.int() });
const fewCopies = (id: string) =>
  rule<unknown, { copies: number }>({
    id,
    clause: '1.1',
    weight: 'advice',
    holds: '鼓励只用1份',
    says: (seen) => `共${String(seen['份数'])}份，鼓励只用1份`,
    remedy: '可以改用电子件',
    curedBy: [byForm('copies')],
    about: 'event',
    judge: ({ data }) => verdict(data.copies <= 1, { 份数: data.copies }),
  });

const parties = { office: { kind: 'role', label: '办公室', role: 'office' } } as const;
const events = { seal: { label: '用印', payload: form } } as const;
const { machine, on, waiting } = grammar<object>()({
  id: 'sealing',
  states: { open: {}, done: {} },
  parties,
  events,
  deadlines: {},
});
const sealing = bareProcedure({
  parties,
  events,
  machine: machine({
    initial: 'open',
    states: {
      open: {
        ...waiting({ label: '待用印', party: 'office', clause: '1.1' }),
        on: on('seal', { to: 'done', by: 'office', clauses: ['1.1'], rules: [fewCopies('step')] }),
      },
      done: { type: 'final', tags: ['closed'], meta: { label: '已用印' } },
    },
  }),
  creation: {
    label: '登记',
    payload: form,
    clauses: ['1.1'],
    rules: [fewCopies('creation')],
    begin: () => ({}),
    titleOf: () => '用印',
  },
  acts: {
    note: act({
      label: '备注',
      payload: form,
      clauses: ['1.1'],
      by: '办公室',
      may: () => true,
      rules: [fewCopies('act')],
      apply: (desk) => desk,
    }),
  },
});

const clerk: Actor = { userId: 'clerk', name: '办事员', unitId: 'u', principals: ['role:office', 'unit:u'] };
const facts = bareFacts({ actor: clerk, regulation: { id: 'r', cite: (id) => `第${id}条` } });
const copies = (n: number) => ({ copies: n });
const adviceOf = (decision: Decision) =>
  decision.kind === 'accepted' ? decision.advice : `not accepted: ${decision.kind}`;

const begun = begin(sealing, 'c', copies(1), facts);
if (begun.kind !== 'accepted') throw new Error(begun.kind);
const ways: [how: string, rule: string, decided: (data: object) => Decision][] = [
  ['a beginning', 'creation', (data) => begin(sealing, 'c', data, facts)],
  ['a step', 'step', (data) => decide(sealing, begun.next, { type: 'seal', data }, { ...facts, seq: 2 })],
  ['an act', 'act', (data) => decide(sealing, begun.next, { type: 'note', data }, { ...facts, seq: 2 })],
];

describe.each(ways)('%s', (_, id, decided) => {
  it('that does not follow an advice is taken and carries it, whole', () => {
    expect(adviceOf(decided(copies(2)))).toEqual([
      {
        rule: id,
        regulation: 'r',
        clause: '1.1',
        cite: '第1.1条',
        message: '共2份，鼓励只用1份',
        facts: { 份数: 2 },
        remedy: '可以改用电子件',
        curedBy: [byForm('copies')],
        weight: 'advice',
      },
    ]);
  });

  it('that follows it carries none', () => {
    expect(adviceOf(decided(copies(1)))).toEqual([]);
  });
});
