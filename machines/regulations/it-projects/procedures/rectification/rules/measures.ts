import type { Facts } from '#machines/kit/case/facts.js';
import { byStep, byTime, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes } from '#machines/kit/law/rule.js';
import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import { endedProject, inForce, limitOf, MEASURES, type RectificationContext } from '../context.js';
import { notBefore, notInFuture, rectificationRule } from './common.js';

/** 逾期不改或者整改不合格: a measure needs one of the two. That the unit was late stays a ground. */
export const groundsEstablished = rectificationRule({
  id: 'rectification.grounds-established',
  clause: '2.6.3b',
  holds: '整改逾期，或者复核不合格',
  says: (seen) => `整改期限到${String(seen['整改期限'])}，届满前不能处置`,
  remedy: '请等待整改期限届满；项目单位已报送整改报告的，由责令整改的单位复核，办理“复核不合格”之后再处置',
  curedBy: [byTime, byStep('failRectification')],
  about: 'case',
  judge: ({ context, facts }) => {
    if (context.failedOn !== null) return yes({ 复核不合格: context.failedOn });
    const until = limitOf(context, facts);
    return facts.today > until ? yes({ 整改期限: until }) : no({ 整改期限: until }, addDays(until, 1));
  },
});

const groundsSince = (context: RectificationContext, facts: Facts): IsoDate =>
  context.failedOn ?? addDays(limitOf(context, facts), 1);

/** The document of a decision is not older than its ground. */
export const decidedInOrder = notBefore('date', '决定日期', groundsSince, '可以处置之日');
export const decidedByToday = notInFuture('date', '决定日期', '2.6.3b');
export const orderedBefore = notBefore('date', '撤销日期', (c) => c.order.on, '整改通知日期');
const decidedOn = (kind: 'deferral' | 'suspension') => (context: RectificationContext) => inForce(context, kind)?.date;

/** A measure is lifted after it was decided. */
export const liftedInOrder = {
  deferral: notBefore('date', '解除日期', decidedOn('deferral'), '处置决定日期', 'after-measure'),
  suspension: notBefore('date', '解除日期', decidedOn('suspension'), '处置决定日期', 'after-measure'),
} as const;
export const passedBefore = notBefore('date', '解除日期', (c) => c.passedOn ?? undefined, '复核合格日期');

const notYet = (kind: 'deferral' | 'suspension', id: string) =>
  rectificationRule({
    id: `rectification.${id}`,
    clause: '2.6.3b',
    holds: `没有正在执行的${MEASURES[kind]}`,
    says: (seen) => `已于${String(seen['决定日期'])}决定${MEASURES[kind]}，尚未解除`,
    remedy: '无需重复决定；可以作出其他处置',
    curedBy: [NOTHING_TO_DO],
    about: 'case',
    judge: ({ context }) => {
      const measure = inForce(context, kind);
      return measure ? no({ 决定日期: measure.date }) : yes();
    },
  });

export const notDeferredYet = notYet('deferral', 'not-deferred-yet');
export const notSuspendedYet = notYet('suspension', 'not-suspended-yet');

export const projectUnderWay = rectificationRule({
  id: 'rectification.project-under-way',
  clause: '2.6.3b',
  holds: '项目尚未结束',
  says: (seen) => `项目${String(seen['项目'])}已经结束，不能再暂停或者终止`,
  remedy: '可以办理“通报批评”，或者对该单位办理“暂缓安排建设计划”',
  curedBy: [byStep('criticise'), byStep('deferPlan')],
  about: 'case',
  looks: () => [{ as: 'project', linked: 'project' }],
  judge: ({ facts }) => {
    const project = facts.related['project']?.[0];
    return project
      ? verdict(project.status === 'active' || project.status === 'suspended', { 项目: project.number })
      : unknown();
  },
});

const acting = (
  kind: 'deferral' | 'suspension',
  id: string,
  other: { lift: string; kind: 'deferral' | 'suspension' },
) =>
  rectificationRule({
    id: `rectification.${id}`,
    clause: '2.6.3b',
    holds: `正在执行${MEASURES[kind]}`,
    says: `没有正在执行的${MEASURES[kind]}，无需解除`,
    remedy: `无需办理；正在执行的是${MEASURES[other.kind]}的，请办理“解除${MEASURES[other.kind]}”`,
    curedBy: [NOTHING_TO_DO, byStep(other.lift)],
    about: 'case',
    judge: ({ context }) => verdict(inForce(context, kind) !== undefined),
  });

export const deferralActs = acting('deferral', 'deferral-acts', { lift: 'liftSuspension', kind: 'suspension' });
export const suspensionActs = acting('suspension', 'suspension-acts', { lift: 'liftDeferral', kind: 'deferral' });

/**
 * 整改合格后解除. The text does not exclude another way, so an exception with reason and document can lift a wrong
 * measure.
 */
export const rectifiedFirst = rectificationRule({
  id: 'rectification.rectified-first',
  clause: '2.6.3b',
  weight: 'principle',
  holds: '整改已经复核合格，或者项目已经终止',
  says: '整改尚未复核合格，不能解除处置',
  remedy: '请在项目单位报送整改报告、责令整改的单位办理“复核合格”之后解除',
  curedBy: [byStep('confirmRectification')],
  about: 'case',
  judge: ({ context }) => verdict(context.passedOn !== null || endedProject(context), { 复核合格: context.passedOn }),
});
