import type { Facts } from '#machines/kit/case/facts.js';
import type { Effect, SharedEffect } from '#machines/kit/law/effects.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import {
  anythingInForce,
  endedProject,
  inForce,
  MEASURES,
  type Decided,
  type Measure,
  type MeasureKind,
  type RectificationContext as Context,
} from './context.js';
import type { Limit } from './limit.js';
import type { RectificationRule } from './rules/common.js';
import {
  decidedByToday,
  decidedInOrder,
  deferralActs,
  groundsEstablished,
  liftedInOrder,
  notDeferredYet,
  notSuspendedYet,
  passedBefore,
  projectUnderWay,
  rectifiedFirst,
  suspensionActs,
} from './rules/measures.js';
import { limitAhead, limitWithinMax } from './rules/order.js';
import { on, to, type RectificationTake } from './setup.js';

interface Said {
  reason: string;
  number: string;
  date: IsoDate;
  limit?: Limit | undefined;
  cause?: 'subjective' | 'objective';
}

const decided = ({ reason, number, date }: Said, { today, actor }: Facts): Decided => ({
  on: today,
  reason,
  number,
  date,
  by: { id: actor.userId, name: actor.name },
});

const withMeasure = (context: Context, kind: MeasureKind, said: Said, facts: Facts): Partial<Context> => ({
  measures: [
    ...context.measures,
    { kind, ...decided(said, facts), ...(said.cause ? { cause: said.cause } : {}), lifted: null },
  ],
});

const lifted = ({ measures }: Context, kind: MeasureKind, said: Said, facts: Facts): Measure[] =>
  measures.map((m) => (m.kind === kind && m.lifted === null ? { ...m, lifted: decided(said, facts) } : m));

/** Sets another limit. The earlier failure no longer counts, and the unit has its time. */
export const withLimit = ({ limits }: Context, limit: Limit, { today }: Pick<Facts, 'today'>): Partial<Context> => ({
  limits: [...limits, { on: today, ...limit }],
  failedOn: null,
});

const latest = ({ measures }: Context, kind: MeasureKind): Measure => measures.findLast((m) => m.kind === kind)!;

/** The signals to the project. The project stops because of this case, and goes on only when this case says so. */
const tells = (event: string, kind: MeasureKind, data: (measure: Measure) => object): SharedEffect => ({
  do: 'signal',
  relation: 'project',
  event,
  say: (context: Context, { number }) => [{ data: { case: number, ...data(latest(context, kind)) } }],
});
const basis = ({ reason, number }: Decided) => ({ reason, number });
const stops = tells('suspendedByRectification', 'suspension', basis);
const resumes = tells('resumedByRectification', 'suspension', (m) => basis(m.lifted!));
const ends = tells('terminatedByRectification', 'termination', (m) => ({ cause: m.cause, ...basis(m) }));

/** The offices above the unit hear of every measure. The unit hears of it in any case. */
const informs = (kind: MeasureKind): Effect<{ deadline: never; party: 'superior' | 'supervisor' }>[] =>
  (['superior', 'supervisor'] as const).map((party) => ({
    do: 'notify',
    kind: '待阅',
    to: party,
    text: `整改逾期或者不合格，已决定${MEASURES[kind]}`,
  }));

const about = [decidedByToday, decidedInOrder];

/** Writes a measure, with another limit for rectification or without. */
const measure = (
  kind: MeasureKind,
  rules: readonly RectificationRule[],
  then: readonly SharedEffect[],
  abandons: boolean,
): RectificationTake<Said>[] => {
  const take = {
    by: 'dataBureau' as const,
    clauses: ['2.6.3b', '2.6.2'] as const,
    decides: true,
    abandons,
    rules: [groundsEstablished, ...rules, limitAhead, limitWithinMax, ...about],
    then: [...then, ...informs(kind)],
  };
  return [
    {
      ...take,
      to: to('open.awaitingReport'),
      again: true,
      when: ({ data }) => data.limit !== undefined,
      whenLabel: '另定整改期限',
      record: (context, said, facts) => ({
        ...withMeasure(context, kind, said, facts),
        ...withLimit(context, said.limit!, facts),
      }),
    },
    {
      ...take,
      to: to('open.underMeasure'),
      whenLabel: '不另定整改期限',
      record: (context, said, facts) => withMeasure(context, kind, said, facts),
    },
  ];
};

/** When the project ends, its suspension ends too. A decision lifts the unit's deferral. */
const terminated = (context: Context, said: Said, facts: Facts): Partial<Context> =>
  withMeasure({ ...context, measures: lifted(context, 'suspension', said, facts) }, 'termination', said, facts);

const termination = (abandons: boolean): RectificationTake<Said>[] => {
  const take = {
    by: 'dataBureau' as const,
    clauses: ['2.6.3b', '2.6.4', '2.6.2'] as const,
    decides: true,
    abandons,
    rules: [groundsEstablished, projectUnderWay, ...about],
    record: terminated,
    then: [ends, ...informs('termination')],
  };
  return [
    {
      ...take,
      to: to('awaitingLifting'),
      when: ({ context }) => inForce(context, 'deferral') !== undefined,
      whenLabel: '暂缓安排建设计划尚未解除',
    },
    { ...take, to: to('projectTerminated') },
  ];
};

/**
 * The measures of 二(六)3, in the states in which they may be taken. `abandons`: the unit did not do what it owed in
 * that state.
 */
export const measures = ({ abandons }: { abandons: boolean }) => ({
  ...on('criticise', ...measure('criticism', [], [], abandons)),
  ...on('deferPlan', ...measure('deferral', [notDeferredYet], [], abandons)),
  ...on('suspendProject', ...measure('suspension', [notSuspendedYet, projectUnderWay], [stops], abandons)),
  ...on('terminateProject', ...termination(abandons)),
});

const lifting = (
  kind: 'deferral' | 'suspension',
  acts: RectificationRule,
  then: readonly SharedEffect[],
): RectificationTake<Said> => ({
  by: 'dataBureau',
  clauses: ['2.6.3b', '2.6.2'],
  decides: true,
  rules: [acts, rectifiedFirst, decidedByToday, passedBefore, liftedInOrder[kind]],
  then,
  record: (context, said, facts) => ({ measures: lifted(context, kind, said, facts) }),
});
const deferralLifted = lifting('deferral', deferralActs, []);
const suspensionLifted = lifting('suspension', suspensionActs, [resumes]);

/** A measure may be lifted before the rectification ends. The case stays where it is. */
export const liftedEarly = { ...on('liftDeferral', deferralLifted), ...on('liftSuspension', suspensionLifted) };

/** After the rectification the lifting of the last measure closes the case. */
const closing = (take: RectificationTake<Said>, other: 'deferral' | 'suspension'): RectificationTake<Said>[] => [
  { ...take, when: ({ context }) => inForce(context, other) !== undefined, whenLabel: '尚有其他处置未解除' },
  { ...take, to: to('projectTerminated'), when: ({ context }) => endedProject(context), whenLabel: '项目已终止' },
  { ...take, to: to('closed') },
];
export const liftedLast = {
  ...on('liftDeferral', ...closing(deferralLifted, 'suspension')),
  ...on('liftSuspension', ...closing(suspensionLifted, 'deferral')),
};

export const nothingToLift = ({ context }: { context: Context }): boolean => !anythingInForce(context);
