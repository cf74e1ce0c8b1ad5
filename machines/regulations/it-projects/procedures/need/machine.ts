import type { Facts } from '#machines/kit/case/facts.js';
import { grammarOf } from '../../law.js';
import { attachmentsHere, decisions, lastStepOurs, reviewIn } from '../../desk.js';
import { decided, unanswered, type Answer, type NeedContext } from './context.js';
import type { Declaration } from './declaration.js';
import { events, RETURN_TO } from './events.js';
import { parties } from './parties.js';
import {
  answeredFirst,
  asHandedIn,
  declarationRevised,
  departmentAgrees,
  papersNow,
  projectFound,
  redirectedElsewhere,
} from './rules/coordination.js';
import { changesHold, correctionsHold, targetIsDepartment } from './rules/creation.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

const { at, on, blocked, waiting, machine, verbs, within } = grammarOf<NeedContext>()({
  id: 'need',
  states,
  parties,
  events,
  deadlines,
  decisions: [...decisions, attachmentsHere],
  decided,
});
const review = reviewIn(verbs, { owner: 'applicant', reply: 'correctionReply', labels: RETURN_TO });

const CLAUSE = '2.1.2d';
const here = within('underway');
const end = at;

const answered =
  (agrees: boolean, text: string) =>
  ({ target }: NeedContext, { today }: Facts): { answer: Answer } => ({
    answer: { unit: target, agrees, text, on: today },
  });

const revised = (
  { declaration }: NeedContext,
  { changes = {} }: { changes?: Partial<Declaration> | undefined },
): Partial<NeedContext> => ({ declaration: { ...declaration, ...changes } });

const resubmit = {
  rules: correctionsHold,
  record: (context: NeedContext, data: Parameters<typeof revised>[1], facts: Facts): Partial<NeedContext> => ({
    ...revised(context, data),
    ...papersNow(facts),
  }),
};

/** 撤回: the need is taken back while nobody has acted on it. */
const recalled = {
  to: here('drafting'),
  by: 'applicant' as const,
  clauses: ['1.2.3'] as const,
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
  record: unanswered,
};

/** The earlier step: the department answers anew. */
const earlier = { department: { to: here('answering'), label: '退回统筹部门', record: unanswered } };

const redirect = on('redirect', {
  to: here('answering'),
  by: 'dataBureau',
  clauses: [CLAUSE],
  rules: [targetIsDepartment, redirectedElsewhere],
  decides: true,
  abandons: true,
  record: (context, { target }) => ({ ...unanswered(context), target }),
});

/**
 * 需求登记: a township asks a county department, which answers; the bureau confirms, redirects or declines (二(一)2).
 */
export const needMachine = machine({
  initial: 'underway',
  states: {
    underway: {
      initial: 'drafting',
      on: {
        ...on(
          'withdraw',
          { to: end('withdrawn'), by: 'applicant', clauses: [CLAUSE], abandons: true },
          { to: end('withdrawn'), by: 'dataBureau', clauses: [CLAUSE], decides: true, abandons: true },
        ),
        ...blocked('takeUp', { by: 'dataBureau', clauses: [CLAUSE], rules: [answeredFirst] }),
        ...blocked('declineNeed', { by: 'dataBureau', clauses: [CLAUSE], rules: [answeredFirst] }),
      },
      states: {
        drafting: {
          ...waiting({ label: '准备需求', party: 'applicant', clause: CLAUSE, opens: ['drafting'] }),
          on: {
            ...on('revise', {
              by: 'applicant',
              clauses: [CLAUSE],
              rules: [declarationRevised, ...changesHold],
              record: (context, { changes }) => ({
                ...revised(context, { changes }),
                ...(changes.target ? { target: changes.target } : {}),
              }),
            }),
            ...on('submitNeed', {
              to: 'answering',
              by: 'applicant',
              clauses: [CLAUSE],
              record: (_, __, facts) => papersNow(facts),
            }),
          },
        },

        answering: review({
          label: '部门研究需求',
          party: 'targetDepartment',
          returnedBy: 'targetDepartment',
          clause: CLAUSE,
          deadline: 'answer',
          resubmit,
          on: {
            ...on('agreeToTakeUp', {
              to: here('coordinating'),
              by: 'targetDepartment',
              clauses: [CLAUSE],
              decides: true,
              record: (context, { arrangement }, facts) => answered(true, arrangement)(context, facts),
            }),
            ...on('declineToTakeUp', {
              to: here('coordinating'),
              by: 'targetDepartment',
              clauses: [CLAUSE],
              decides: true,
              record: (context, { reason }, facts) => answered(false, reason)(context, facts),
            }),
            ...redirect,
            ...on('recall', recalled),
          },
        }),

        coordinating: review({
          label: '确认需求统筹',
          party: 'dataBureau',
          returnedBy: 'dataBureau',
          earlier,
          before: [
            {
              to: here('answering'),
              clauses: [CLAUSE],
              when: ({ context }) => context.answer === null,
              whenLabel: '内容已变，部门重新研究',
            },
          ],
          clause: CLAUSE,
          deadline: 'coordination',
          resubmit,
          on: {
            ...on('takeUp', {
              to: end('takenUp'),
              by: 'dataBureau',
              clauses: [CLAUSE],
              rules: [asHandedIn, departmentAgrees, projectFound],
              decides: true,
              record: (_, { arrangement }, { today }) => ({ takenUp: { arrangement, on: today } }),
              then: [
                { do: 'link', relation: 'project' },
                { do: 'notify', kind: '待阅', to: 'targetDepartment', text: '乡镇需求已纳入统筹，请按安排办理' },
              ],
            }),
            ...on('declineNeed', {
              to: end('declined'),
              by: 'dataBureau',
              clauses: [CLAUSE],
              decides: true,
              abandons: true,
            }),
            ...redirect,
            ...on('recall', recalled, { ...recalled, to: here('answering'), by: 'targetDepartment', revokes: true }),
          },
        }),
      },
    },
    takenUp: { type: 'final', tags: ['closed'], meta: { label: '已纳入统筹' } },
    declined: { type: 'final', tags: ['terminated'], meta: { label: '不予纳入' } },
    withdrawn: { type: 'final', tags: ['terminated'], meta: { label: '已撤销' } },
  },
});
