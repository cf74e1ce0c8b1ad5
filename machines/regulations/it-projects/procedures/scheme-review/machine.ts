import type { Facts } from '#machines/kit/case/facts.js';
import { grammarOf } from '../../law.js';
import { RETURN_TO, attachmentsHere, decisions, lastStepOurs, notInFuture, reviewIn } from '../../desk.js';
import { endorsedFirst } from '../../common/endorsement.js';
import { endorsedAgain } from '../../endorsed-again.js';
import { decided, type Review, type SchemeContext } from './context.js';
import type { Declaration } from './declaration.js';
import { events, type Findings } from './events.js';
import { parties } from './parties.js';
import { changesHold } from './rules/creation.js';
import {
  afterReview,
  asHandedIn,
  attached,
  declarationRevised,
  papersNow,
  parentShown,
  passedFirst,
  pointsMet,
  pointUnmet,
} from './rules/review.js';
import { deadlines } from './deadlines.js';
import { states } from './states.js';

const { at, on, blocked, waiting, machine, verbs, within } = grammarOf<SchemeContext>()({
  id: 'scheme-review',
  states,
  parties,
  events,
  deadlines,
  decisions: [...decisions, attachmentsHere],
  decided,
});
const review = reviewIn(verbs, { owner: 'applicant', reply: 'correctionReply', labels: RETURN_TO });

const CLAUSE = '1.2.4';
const here = within('underway');
const end = at;

const revised = (
  { declaration }: SchemeContext,
  { changes = {} }: { changes?: Partial<Declaration> | undefined },
): Partial<SchemeContext> => ({ declaration: { ...declaration, ...changes } });
const resubmit = {
  rules: changesHold,
  record: (context: SchemeContext, data: Parameters<typeof revised>[1], facts: Facts): Partial<SchemeContext> => ({
    ...revised(context, data),
    ...papersNow(facts),
  }),
};
const handedIn = (_: SchemeContext, __: unknown, facts: Facts) => papersNow(facts);

const found =
  (result: Review['result']) =>
  (
    { reviews }: SchemeContext,
    { points, ...said }: { points: Findings; opinion?: string | undefined; items?: string; reason?: string },
    { today }: Facts,
  ): Partial<SchemeContext> => ({
    reviews: [...reviews, { result, points, text: said.opinion ?? said.items ?? said.reason ?? null, on: today }],
  });

const toSubmit = [attached('scheme'), parentShown];
const afresh = (): Partial<SchemeContext> => ({ endorsedOn: null });
const recalled = {
  to: here('drafting'),
  by: 'applicant' as const,
  clauses: ['1.2.3'] as const,
  rules: [lastStepOurs],
  takesBack: true,
  abandons: true,
  record: afresh,
};
const unendorsed = { ...recalled, to: here('endorsement'), by: 'superior' as const, revokes: true };

/** Takes a review back. A return contains no finding on the scheme; a demanded revision does. */
const unreturned = ({ reviews }: SchemeContext, _: unknown, { desk, today }: Facts): Partial<SchemeContext> =>
  desk.last?.type === 'requireRevision'
    ? { reviews: reviews.map((r, i) => (i === reviews.length - 1 ? { ...r, recalledOn: today } : r)) }
    : {};

const earlier = {
  superior: {
    to: here('endorsement'),
    label: '退回主管部门',
    passed: ({ facts }: { facts: Facts }) => facts.unit.supervisingUnitId !== null,
    record: afresh,
  },
  preparation: { to: here('drafting'), label: '退回重新编制', record: afresh },
};
const endorsedBefore = (event: 'passScheme' | 'requireRevision' | 'rejectScheme') =>
  blocked(event, { by: 'dataBureau', clauses: ['2.2.5'], rules: [endorsedFirst] });

/** 方案审查: what only follows this regulation is examined on four points, and on nothing else (一(二)4). */
export const schemeReviewMachine = machine({
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
        ...blocked('proceed', { by: 'applicant', clauses: [CLAUSE], rules: [passedFirst] }),
      },
      states: {
        drafting: {
          ...waiting({ label: '准备方案', party: 'applicant', clause: CLAUSE, opens: ['drafting'] }),
          on: {
            ...on('revise', {
              by: 'applicant',
              clauses: [CLAUSE],
              rules: [declarationRevised, ...changesHold],
              record: revised,
            }),
            ...on(
              'submitScheme',
              {
                to: 'endorsement',
                by: 'applicant',
                clauses: ['2.2.5', CLAUSE],
                rules: toSubmit,
                record: handedIn,
                when: ({ facts }) => facts.unit.supervisingUnitId !== null,
                whenLabel: '有主管部门',
              },
              { to: 'examination', by: 'applicant', clauses: [CLAUSE], rules: toSubmit, record: handedIn },
            ),
          },
        },

        endorsement: review({
          label: '主管部门审核方案',
          party: 'superior',
          returnedBy: 'superior',
          clause: '2.2.5',
          deadline: 'endorsement',
          resubmit,
          on: {
            ...on('endorse', {
              to: here('examination'),
              by: 'superior',
              clauses: ['2.2.5'],
              decides: true,
              record: (_, __, { today }) => ({ endorsedOn: today }),
            }),
            ...on('declineEndorsement', {
              to: here('drafting'),
              by: 'superior',
              clauses: ['2.2.5'],
              decides: true,
              abandons: true,
            }),
            ...on('recall', recalled),
          },
          around: {
            ...endorsedBefore('passScheme'),
            ...endorsedBefore('requireRevision'),
            ...endorsedBefore('rejectScheme'),
          },
        }),

        examination: review({
          label: '方案审查',
          party: 'dataBureau',
          returnedBy: 'dataBureau',
          unreturned,
          before: [
            { to: here('endorsement'), ...endorsedAgain(({ endorsedOn }: SchemeContext) => endorsedOn === null) },
          ],
          earlier,
          clause: CLAUSE,
          deadline: 'schemeExamination',
          resubmit,
          on: {
            ...on('passScheme', {
              to: here('passed'),
              by: 'dataBureau',
              clauses: [CLAUSE],
              rules: [asHandedIn, pointsMet, parentShown],
              decides: true,
              record: found('passed'),
            }),
            ...on('requireRevision', {
              to: 'correcting',
              by: 'dataBureau',
              clauses: [CLAUSE],
              rules: [pointUnmet],
              decides: true,
              returns: true,
              record: found('revise'),
            }),
            ...on('rejectScheme', {
              to: end('rejected'),
              by: 'dataBureau',
              clauses: [CLAUSE],
              rules: [pointUnmet],
              decides: true,
              abandons: true,
              record: found('rejected'),
            }),
            ...on('recall', recalled, unendorsed),
          },
        }),

        passed: {
          ...waiting({ label: '方案审查通过，待实施', party: 'applicant', clause: CLAUSE, opens: ['implementation'] }),
          on: on('proceed', {
            to: end('proceeded'),
            by: 'applicant',
            clauses: [CLAUSE],
            rules: [passedFirst, notInFuture('startedOn', '开始实施日期', CLAUSE), afterReview],
            record: (_, { startedOn }) => ({ proceeded: { on: startedOn } }),
            then: [{ do: 'notify', kind: '待阅', to: 'dataBureau', text: '方案已经实施' }],
          }),
        },
      },
    },
    proceeded: { type: 'final', tags: ['closed'], meta: { label: '方案已实施' } },
    rejected: { type: 'final', tags: ['terminated'], meta: { label: '审查不通过' } },
    withdrawn: { type: 'final', tags: ['terminated'], meta: { label: '已撤销' } },
  },
});
