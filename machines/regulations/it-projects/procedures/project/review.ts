import type { ReturnTo } from '#machines/desk/events.js';
import { noticedInTime } from '#machines/desk/rules/corrections.js';
import { lastStepOurs } from '#machines/desk/rules/decisions.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { LawfulTransitions } from '#machines/kit/law/machine.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { PartyId, Whom } from '#machines/kit/words/party.js';
import type { ProjectContext } from './context.js';
import { corrected } from './corrections.js';
import type { DeadlineName } from './deadlines.js';
import { budgetStillAddsUp, keepsRoute } from './rules/corrections.js';
import { changesHold } from './rules/creation.js';
import { amountFits, applicantOnly, correctionFits, stepPassed } from './rules/reserve.js';
import { on, rests, spans } from './setup.js';

/** Who may take a submission back, and to where. */
export interface Recall {
  by: 'applicant' | 'superior';
  to: string;
  record?: (context: ProjectContext) => Partial<ProjectContext>;
  tells?: readonly string[];
}

/**
 * A step at which an office examines what was handed in to it. It can send the paper back for correction (补正), which stops its own
 * clock and starts the applicant's; the answer comes straight back to it. It can send it back further, to an earlier step, from
 * which it comes the usual way. As long as nobody has acted, whoever handed it in or sent it back
 * for correction can take that back.
 */
export function review<S extends object = Record<never, never>>(step: {
  label: string;
  party: PartyId;
  /** Whom it waits on, where others examine beside the office. */
  waits?: Whom<ProjectContext>;
  clause: ClauseId;
  deadline: DeadlineName;
  /** What the office may do while it examines. */
  on: LawfulTransitions;
  /** Earlier steps it may be sent back to, besides the applicant's correction. */
  back?: Partial<Record<Exclude<ReturnTo, 'applicant'>, string>>;
  recall?: readonly Recall[];
  /** Further states beside `reviewing` and `correcting`. */
  states?: S;
  /** What holds in all of them. */
  around?: LawfulTransitions;
}) {
  const { label, party, clause, deadline, back = {}, recall = [] } = step;
  const returned = (
    _: ProjectContext,
    { items, to }: { items: string; to: ReturnTo },
    { today }: { today: string },
  ): Partial<ProjectContext> => ({ returned: { items, to, on: today } });
  const sentBack = [
    Object.keys(back).length > 0 ? stepPassed(Object.keys(back)) : applicantOnly,
    noticedInTime(deadline),
  ];
  const further = Object.entries(back).map(([key, to]) => ({
    to,
    by: party,
    decides: true,
    returns: true,
    clauses: [clause],
    rules: sentBack,
    record: returned,
    abandons: true,
    when: ({ data }: { data: { to: ReturnTo } }) => data.to === key,
    whenLabel: key === 'superior' ? '退回主管部门' : '退回重新编制',
  }));
  return {
    initial: 'reviewing' as const,
    ...spans(deadline),
    on: step.around ?? {},
    states: {
      reviewing: {
        ...rests({ label: `${label}中`, party: step.waits ?? party, clause }),
        on: {
          ...step.on,
          ...on('returnForCorrection', ...further, {
            to: 'correcting',
            by: party,
            decides: true,
            returns: true,
            clauses: [clause],
            rules: sentBack,
            record: returned,
            ...(further.length > 0 ? { whenLabel: '退回补正' } : {}),
          }),
          ...(recall.length > 0
            ? on(
                'recall',
                {
                  // What was corrected goes back to being corrected, not to the beginning of the road.
                  to: 'correcting',
                  by: 'applicant' as const,
                  clauses: [clause],
                  rules: [lastStepOurs],
                  takesBack: true,
                  abandons: true,
                  whenLabel: '补正之后',
                  when: ({ facts }: { facts: Facts }) => facts.desk.last?.type === 'resubmit',
                  record: (_: ProjectContext, __: unknown, { today }: Facts) => ({
                    returned: { items: '撤回后重新补正', to: 'applicant', on: today },
                  }),
                },
                ...recall.map(({ by, to, record, tells = [] }) => ({
                  to,
                  by,
                  tells,
                  clauses: [clause],
                  rules: [lastStepOurs],
                  takesBack: true,
                  abandons: true,
                  revokes: by === 'superior',
                  ...(record ? { record } : {}),
                })),
              )
            : {}),
        },
      },
      correcting: {
        ...rests({
          label: `${label}退回补正`,
          party: 'applicant',
          clause,
          opens: ['correctionReply'],
          pauses: [deadline],
        }),
        on: {
          ...on('resubmit', {
            to: 'reviewing',
            by: 'applicant',
            clauses: [clause],
            rules: [correctionFits, amountFits, keepsRoute, budgetStillAddsUp, ...changesHold],
            record: (context, data, { today, seq }) => corrected(context, data, today, seq),
          }),
          ...on('recall', {
            to: 'reviewing',
            by: party,
            clauses: [clause],
            rules: [lastStepOurs],
            takesBack: true,
            abandons: true,
            revokes: true,
            record: () => ({ returned: null }),
          }),
        },
      },
      ...(step.states ?? ({} as S)),
    },
  };
}
