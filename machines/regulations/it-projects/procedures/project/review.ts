import type { Earlier } from '#machines/desk/review.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { LawfulTransitions } from '#machines/kit/law/take.js';
import type { ItProjectsClause } from '../../clauses/all.js';
import { RETURN_TO, reviewIn, type ReturnTo } from '../../desk.js';
import type { ProjectContext } from './context.js';
import { corrected } from './corrections.js';
import { unendorsed } from './decided.js';
import type { DeadlineName } from './deadlines.js';
import { budgetStillAddsUp, keepsRoute } from './rules/corrections.js';
import { changesHold } from './rules/creation.js';
import { correctionDrift } from './rules/drift.js';
import { amountFits, correctionFits } from './rules/reserve.js';
import { verbs, type ProjectNames } from './setup.js';

/** Who may take a submission back, and where it goes. */
export interface Recall {
  by: 'applicant' | 'superior';
  to: ProjectNames['target'];
  record?: (context: ProjectContext) => Partial<ProjectContext>;
  tells?: readonly ProjectNames['signal'][];
}

type Step = Exclude<ReturnTo, 'applicant'>;

const reviewed = reviewIn(verbs, { owner: 'applicant', reply: 'correctionReply', labels: RETURN_TO });

const returned = (
  _: ProjectContext,
  { items, to }: { items: string; to: ReturnTo },
  { today }: Pick<Facts, 'today'>,
): Partial<ProjectContext> => ({ returned: { items, to, on: today } });

/** A correction that is taken back returns to being corrected, not to the beginning of the road. */
const correctedAnew = (_: ProjectContext, __: unknown, { today }: Facts): Partial<ProjectContext> => ({
  returned: { items: '撤回后重新补正', to: 'applicant', on: today },
});

const stepBack = (key: Step, to: ProjectNames['target']): Earlier<ProjectContext, ProjectNames> =>
  key === 'superior'
    ? {
        to,
        label: '退回主管部门',
        passed: ({ context }) => context.applicant.superior !== null,
        record: (context, data, facts) => ({
          ...returned(context, data as Parameters<typeof returned>[1], facts),
          ...unendorsed(context),
        }),
      }
    : { to, label: '退回重新编制' };

/**
 * Writes a step at which an office examines what was handed in to it (`reviewIn` of the desk). As long as nobody has
 * acted, the party that handed it in can take it back.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no further states, unless some are given
export function review<S extends object = {}>(step: {
  label: string;
  party: ProjectNames['party'];
  /** Whom the case waits on, if others examine beside the office. */
  waits?: (context: ProjectContext) => readonly ProjectNames['party'][];
  clause: ItProjectsClause;
  deadline: DeadlineName;
  /** The transitions while the office examines. */
  on: LawfulTransitions;
  /** The earlier steps to which it may be sent back, besides the applicant's correction. */
  back?: Partial<Record<Step, ProjectNames['target']>>;
  recall?: readonly Recall[];
  /** Those who decided before and are asked again about another paper. */
  before?: Parameters<typeof reviewed>[0]['before'];
  /** Further states besides `reviewing` and `correcting`. */
  states?: S;
  /** The transitions in all of them. */
  around?: LawfulTransitions;
}) {
  const { party, waits, back = {}, recall = [], ...rest } = step;
  const ways = Object.entries(back) as [Step, ProjectNames['target']][];
  return reviewed({
    ...rest,
    party: waits ?? party,
    returnedBy: party,
    returned,
    unreturned: () => ({ returned: null }),
    earlier: Object.fromEntries(ways.map(([key, to]) => [key, stepBack(key, to)])),
    resubmit: {
      rules: [correctionFits, amountFits, keepsRoute, ...correctionDrift, budgetStillAddsUp, ...changesHold],
      record: corrected,
    },
    ...(recall.length > 0
      ? {
          recall: { ways: recall.map((way) => ({ ...way, revokes: way.by === 'superior' })), corrected: correctedAnew },
        }
      : {}),
  });
}
