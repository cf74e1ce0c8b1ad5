import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { yes } from '#machines/kit/law/rule.js';
import { notInFuture, reviewIn } from './desk.js';
import { grammarOf, papers, parameter, rule, type DeadlineOf } from './law.js';
import { parties } from './parties.js';

/** Slips of the pen of which the compiler tells: each line below `@ts-expect-error` would compile if it did not. Checked by tsc, not by Jest. */

const { applicant, superior, dataBureau, consultation } = parties;
const own = { applicant, superior, dataBureau, consultation };
type D = DeadlineOf<object, keyof typeof own, 'elapsed'>;

const answer = {
  kind: 'duty',
  label: '答复',
  clause: '2.1.2d',
  whose: 'dataBureau',
  period: 'need.answer',
  ladder: 'standard',
} as const satisfies D;

const slips = () => {
  const { at, blocked, on, verbs, waiting, within } = grammarOf<object>()({
    id: 'slips',
    states: { underway: { asking: {}, answering: {} }, closed: {} },
    parties: own,
    events: {
      ask: { label: '提出', payload: z.strictObject({}) },
      resubmit: { label: '重报', payload: z.strictObject({}) },
    },
    systemEvents: { elapsed: { label: '期满' } },
    deadlines: { answer },
  });
  const step = { by: 'applicant', clauses: ['2.1.2d'] } as const;

  on('ask', { ...step, to: 'answering' });
  on('ask', { ...step, to: at('underway.answering'), then: [{ do: 'close', deadline: 'answer' }], tells: ['elapsed'] });
  // @ts-expect-error a target: no such state beside this one
  on('ask', { ...step, to: 'answring' });
  // @ts-expect-error a target: no such path
  at('underway.closed');
  // @ts-expect-error a target: not within that state
  within('underway')('closed');
  // @ts-expect-error an event
  on('asked', step);
  // @ts-expect-error an event: what time brings is kept shut from nobody
  blocked('elapsed', step);
  // @ts-expect-error a party
  on('ask', { ...step, by: 'finance' });
  // @ts-expect-error a clause
  on('ask', { ...step, clauses: ['2.1.2x'] });
  // @ts-expect-error a deadline in an effect
  on('ask', { ...step, then: [{ do: 'close', deadline: 'anwser' }] });
  // @ts-expect-error an event between regions
  on('ask', { ...step, tells: ['elapse'] });
  // @ts-expect-error a deadline that opens
  waiting({ label: '办理', party: 'applicant', clause: '2.1.2d', opens: ['anwser'] });
  // @ts-expect-error a deadline whose clock stands still
  waiting({ label: '办理', party: 'applicant', clause: '2.1.2d', pauses: ['anwser'] });
  // @ts-expect-error a deadline around
  verbs.deadlinesAround('anwser');
  // @ts-expect-error whom it waits on
  waiting({ label: '办理', party: 'finance', clause: '2.1.2d' });
  // @ts-expect-error a clause of a state
  waiting({ label: '办理', party: 'applicant', clause: '9.9' });
  // @ts-expect-error the reply to a correction has no deadline here
  reviewIn(verbs, { owner: 'applicant', reply: 'correctionReply' });
};

const elsewhere = () => {
  const deadline = { label: '答复', clause: '2.1.2d', whose: 'dataBureau', period: 'need.answer' } as const;
  return [
    // @ts-expect-error a parameter
    { ...deadline, kind: 'duty', ladder: 'standard', period: 'need.anwser' } satisfies D,
    // @ts-expect-error a clause
    { ...deadline, kind: 'duty', ladder: 'standard', clause: '9.9' } satisfies D,
    // @ts-expect-error whose it is
    { ...deadline, kind: 'duty', ladder: 'standard', whose: 'finance' } satisfies D,
    // @ts-expect-error the event a timer sends
    { ...deadline, kind: 'timer', ladder: 'silent', fires: 'elapse' } satisfies D,
    // @ts-expect-error the ladder calls `superior` and `consultation`, whom this procedure does not have
    { ...deadline, kind: 'duty', ladder: 'standard' } satisfies DeadlineOf<object, 'applicant' | 'dataBureau'>,
    // @ts-expect-error the clause of a rule
    rule({ id: 'a.b', clause: '9.9', holds: '', says: '', remedy: '', curedBy: [], about: 'case', judge: () => yes() }),
    // @ts-expect-error the clause of a rule that is made on the spot
    notInFuture('date', '日期', '9.9'),
    // @ts-expect-error the usual clause of documents
    papers('9.9', { other: '其他材料' }),
    // @ts-expect-error the clause of one document
    papers('2.1.2d', { other: ['其他材料', '9.9'] }),
    (facts: Parameters<typeof parameter>[0]) =>
      // @ts-expect-error a parameter that is read
      parameter(facts, 'need.anwser'),
  ];
};

describe('a wrong name in a procedure', () => {
  it('does not compile, and if it is forced, nothing is built', () => {
    expect(slips).not.toThrow();
    expect(elsewhere).not.toThrow();
  });
});
