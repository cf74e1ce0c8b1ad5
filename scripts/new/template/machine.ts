import { attachmentsHere, decisions, lastStepOurs, reviewIn } from '#machines/regulations/it-projects/desk.js';
import { grammarOf } from '#machines/regulations/it-projects/law.js';
import { CLAUSE } from './clause.js';
import type { SampleRequestContext } from './context.js';
import { deadlines } from './deadlines.js';
import { events } from './events.js';
import { parties } from './parties.js';
import { states } from './states.js';

const { at, on, waiting, machine, verbs, within } = grammarOf<SampleRequestContext>()({
  id: 'sample-request',
  states,
  parties,
  events,
  deadlines,
  decisions: [...decisions, attachmentsHere],
});
const review = reviewIn(verbs, { owner: 'applicant', reply: 'correctionReply' });
const here = within('underway');

/** 示例申请: a unit asks, the bureau examines and approves, sends back for correction or declines. */
export const sampleRequestMachine = machine({
  initial: 'underway',
  states: {
    underway: {
      initial: 'drafting',
      on: on('withdraw', { to: at('withdrawn'), by: 'applicant', clauses: [CLAUSE], abandons: true }),
      states: {
        drafting: {
          ...waiting({ label: '准备申请', party: 'applicant', clause: CLAUSE, opens: ['drafting'] }),
          on: on('submit', { to: 'examination', by: 'applicant', clauses: [CLAUSE] }),
        },
        examination: review({
          label: '审查申请',
          party: 'dataBureau',
          returnedBy: 'dataBureau',
          clause: CLAUSE,
          deadline: 'examination',
          resubmit: {},
          on: {
            ...on('approve', {
              to: at('approved'),
              by: 'dataBureau',
              clauses: [CLAUSE],
              decides: true,
              record: (_, __, { today }) => ({ decided: { approved: true, on: today } }),
            }),
            ...on('decline', {
              to: at('declined'),
              by: 'dataBureau',
              clauses: [CLAUSE],
              decides: true,
              abandons: true,
              record: (_, __, { today }) => ({ decided: { approved: false, on: today } }),
            }),
            ...on('recall', {
              to: here('drafting'),
              by: 'applicant',
              clauses: ['1.2.3'],
              rules: [lastStepOurs],
              takesBack: true,
              abandons: true,
            }),
          },
        }),
      },
    },
    approved: { type: 'final', tags: ['closed'], meta: { label: '已同意' } },
    declined: { type: 'final', tags: ['terminated'], meta: { label: '不同意' } },
    withdrawn: { type: 'final', tags: ['terminated'], meta: { label: '已撤销' } },
  },
});
