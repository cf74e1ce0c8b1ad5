import { notInFuture } from '../../desk.js';
import { anotherRound, revised } from './context.js';
import { route } from './route.js';
import {
  approvedFirst,
  attached,
  declarationRevised,
  paper,
  everyoneAnswered,
  expertsReviewed,
  filedFirst,
  inOrder,
  nobodyAgainst,
  notYetApproved,
  papersNow,
  periodOver,
  successorApproved,
} from './rules/approval.js';
import { changesHold } from './rules/creation.js';
import { blocked, end, machine, on, waiting, to } from './setup.js';

const dated = notInFuture('date', '办理日期', '2.1.1a');

const compiling = route({
  key: 'compiling',
  name: '规划编制',
  label: '规划',
  clause: '2.1.1a',
  deadline: 'drafting',
  drafting: {
    ...on('revise', {
      by: 'dataBureau',
      clauses: ['2.1.1a'],
      rules: [declarationRevised, ...changesHold],
      record: revised,
    }),
    ...on('beginConsultation', {
      to: 'consulting',
      by: 'dataBureau',
      clauses: ['2.1.1a'],
      rules: [attached('planText')],
      record: (_, __, facts) => papersNow(facts),
    }),
  },
});

/** The plan stays in force during an adjustment. Giving the adjustment up restores the plan as it was. */
const adjusting = {
  ...route({
    key: 'adjusting',
    name: '规划调整',
    label: '规划调整',
    clause: '2.1.1b',
    deadline: 'adjustmentDrafting',
    drafting: on('proposeAdjustment', {
      to: 'consulting',
      by: 'dataBureau',
      clauses: ['2.1.1b'],
      rules: [attached('evaluationReport'), attached('adjustmentOpinion'), ...changesHold],
      record: (context, { summary, changes }, facts) => ({
        ...revised(context, { changes }),
        ...papersNow(facts),
        adjustment: { ...context.adjustment!, proposal: summary },
      }),
    }),
  }),
  on: on('abandonAdjustment', {
    to: to('inForce'),
    by: 'dataBureau',
    clauses: ['2.1.1b'],
    abandons: true,
    record: ({ adjustment }) => ({ declaration: adjustment!.former, adjustment: null }),
  }),
};

/** 报市局备案 of each version the county government approves. Only the end of the plan waits for it. */
const filing = {
  initial: 'notDue' as const,
  states: {
    notDue: { on: on('planApproved', { to: 'toFile', by: 'system', clauses: ['2.1.1a'] }) },
    toFile: {
      ...waiting({ label: '规划待报市局备案', party: 'dataBureau', clause: '2.1.1a', opens: ['planFiling'] }),
      on: on('filePlanWithCity', {
        to: 'filed',
        by: 'dataBureau',
        clauses: ['2.1.1a'],
        rules: [...paper('filingReceipt'), dated, inOrder.afterwards],
        record: ({ versions }, { date }) => ({ filed: { version: versions.length, on: date } }),
      }),
    },
    filed: { on: on('planApproved', { to: 'toFile', by: 'system', clauses: ['2.1.1a'] }) },
  },
};

/**
 * 建设规划: it is compiled, approved, filed, and adjusted on major change, until its period is over or another plan
 * takes its place (二(一)1).
 */
export const developmentPlanMachine = machine({
  initial: 'underway',
  states: {
    underway: {
      type: 'parallel',
      on: on('withdraw', {
        to: end('withdrawn'),
        by: 'dataBureau',
        clauses: ['2.1.1a'],
        rules: [notYetApproved],
        abandons: true,
      }),
      states: {
        path: {
          initial: 'compiling',
          on: {
            ...blocked('implementPlan', { by: 'dataBureau', clauses: ['2.1.1a'], rules: [approvedFirst] }),
            ...blocked('submitToCity', {
              by: 'dataBureau',
              clauses: ['2.1.1a'],
              rules: [everyoneAnswered, nobodyAgainst, expertsReviewed],
            }),
          },
          states: {
            compiling,

            approved: {
              ...waiting({ label: '规划待实施', party: 'dataBureau', clause: '2.1.1a', opens: ['planImplementation'] }),
              on: on('implementPlan', {
                to: 'inForce',
                by: 'dataBureau',
                clauses: ['2.1.1a'],
                rules: [approvedFirst, dated, inOrder.afterwards],
                record: (_, { date }) => ({ implementedOn: date }),
              }),
            },

            inForce: {
              ...waiting({ label: '规划实施中', party: 'dataBureau', clause: '2.1.1a', opens: ['planTracking'] }),
              on: {
                ...on('beginAdjustment', {
                  to: 'adjusting',
                  by: 'dataBureau',
                  clauses: ['2.1.1b'],
                  record: (context, { reason }, { today }) => ({
                    adjustment: { reason, on: today, proposal: null, former: context.declaration },
                    ...anotherRound(context),
                  }),
                }),
                ...on('supersedePlan', {
                  to: end('superseded'),
                  by: 'dataBureau',
                  clauses: ['2.1.1a'],
                  rules: [filedFirst, successorApproved],
                  then: [{ do: 'link', relation: 'successor' }],
                }),
                ...on('expirePlan', {
                  to: end('expired'),
                  by: 'dataBureau',
                  clauses: ['2.1.1a'],
                  rules: [filedFirst, periodOver],
                }),
              },
            },

            adjusting,
          },
        },
        filing,
      },
    },
    superseded: { type: 'final', tags: ['closed'], meta: { label: '已由新规划接替' } },
    expired: { type: 'final', tags: ['closed'], meta: { label: '规划期满' } },
    withdrawn: { type: 'final', tags: ['terminated'], meta: { label: '已撤销编制' } },
  },
});
