import type { Facts } from '#machines/kit/case/facts.js';
import { grammarOf } from '../../law.js';
import { decisionsWithoutActs, notBefore, notInFuture } from '../../desk.js';
import type { IndexContext } from './context.js';
import { events } from './events.js';
import { parties } from './parties.js';
import { assessedFirst, reviewedFirst, stageMoved } from './rules/use.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

const { at, on, blocked, waiting, machine } = grammarOf<IndexContext>()({
  id: 'classified-index',
  states,
  parties,
  events,
  deadlines,
  decisions: decisionsWithoutActs,
});

const end = at;
const assessed = (context: IndexContext): string | undefined => context.assessment?.date;
const reviewed = (context: IndexContext): string | undefined => context.review?.date;

const registered = (_: IndexContext, { deadlines }: Facts): string | undefined =>
  deadlines.find((d) => d.name === 'consent')?.openedOn;

const moveStage = on('moveStage', {
  by: 'applicant',
  clauses: ['2.2.6c'],
  rules: [stageMoved],
  record: (_, { stage }) => ({ stage }),
});

/**
 * A classified project has one line here: its number, its unit, who is responsible for it, and how far it is outside
 * the system.
 */
export const indexMachine = machine({
  initial: 'underway',
  states: {
    underway: {
      initial: 'consent',
      on: {
        ...on('removeIndex', { to: end('removed'), by: ['applicant', 'secrecy'], clauses: ['2.2.6c'], abandons: true }),
        ...blocked('putIntoUse', { by: 'applicant', clauses: ['2.4.5'], rules: [assessedFirst, reviewedFirst] }),
      },
      states: {
        consent: {
          ...waiting({ label: '待保密部门同意登记', party: 'secrecy', clause: '2.2.6c', opens: ['consent'] }),
          on: {
            ...on('allowIndex', {
              to: 'offline',
              by: 'secrecy',
              decides: true,
              clauses: ['2.2.6c', '3.2f'],
              rules: [
                notInFuture('date', '同意日期', '2.2.6c'),
                notBefore('date', '同意日期', registered, '申请登记日期', '2.2.6c'),
              ],
              record: (_, { number, date }) => ({ consent: { number, date } }),
            }),
            ...on('refuseIndex', {
              to: end('removed'),
              by: 'secrecy',
              decides: true,
              clauses: ['2.2.6c'],
              abandons: true,
            }),
          },
        },
        offline: {
          ...waiting({ label: '线下办理中', party: 'applicant', clause: '2.2.6c', opens: ['offlineTracking'] }),
          on: {
            ...moveStage,
            ...on('recordAssessment', {
              by: 'applicant',
              clauses: ['2.4.5'],
              rules: [notInFuture('date', '检测评估日期', '2.4.5')],
              record: (_, { number, date }) => ({ assessment: { number, date } }),
            }),
            ...on('recordSecrecyReview', {
              by: 'secrecy',
              decides: true,
              clauses: ['2.4.5'],
              rules: [
                assessedFirst,
                notInFuture('date', '审查日期', '2.4.5'),
                notBefore('date', '审查日期', assessed, '检测评估日期', '2.4.5'),
              ],
              record: (_, { result, number, date }) => ({ review: { passed: result === 'passed', number, date } }),
            }),
            ...on('putIntoUse', {
              to: 'inUse',
              by: 'applicant',
              clauses: ['2.4.5'],
              rules: [
                assessedFirst,
                reviewedFirst,
                notInFuture('on', '投入使用日期', '2.4.5'),
                notBefore('on', '投入使用日期', reviewed, '保密审查日期', '2.4.5'),
              ],
              record: (_, { on: day }) => ({ inUseOn: day }),
            }),
          },
        },
        inUse: {
          ...waiting({ label: '已投入使用', party: 'applicant', clause: '2.4.5', opens: ['offlineTracking'] }),
          on: {
            ...moveStage,
            ...on('closeIndex', {
              to: end('closed'),
              by: 'applicant',
              clauses: ['2.2.6c'],
              rules: [
                notInFuture('on', '办结日期', '2.2.6c'),
                notBefore('on', '办结日期', (c: IndexContext) => c.inUseOn ?? undefined, '投入使用日期', '2.2.6c'),
              ],
            }),
          },
        },
      },
    },
    closed: { type: 'final', tags: ['closed'], meta: { label: '线下已办结' } },
    removed: { type: 'final', tags: ['terminated'], meta: { label: '已撤销' } },
  },
});
