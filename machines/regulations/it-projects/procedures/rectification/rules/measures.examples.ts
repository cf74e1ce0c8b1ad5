import type { Related } from '#machines/kit/case/relation.js';
import { attachmentExamples, notInFutureExamples, orderExamples } from '#machines/desk/papers.examples.js';
import { decisionExamples, opinionInOwnNameExamples } from '../../../desk.examples.js';
import { documents } from '../documents.js';
import { events } from '../events.js';
import { lifted, measure, project, proves, provesAt } from '../testing/ground.js';
import { deferralActs, groundsEstablished, notDeferredYet, notSuspendedYet, projectUnderWay, rectifiedFirst, suspensionActs } from './measures.js';

const until = (day: string) => ({ limits: [{ on: '2026-04-27', until: day }] });
const found = (...projects: Related[]) => ({ related: { project: projects } });
const looks = [{ as: 'project', linked: 'project' }];
const overdue = until('2026-05-20');

export const measureExamples = [
  ...proves(
    groundsEstablished,
    {
      fails: '整改期限最后一天：不能处置',
      context: until('2026-06-01'),
      says: '整改期限到2026-06-01',
      earliest: '2026-06-02',
      seen: { 整改期限: '2026-06-01' },
    },
    { passes: '整改期限届满次日：可以处置', context: until('2026-05-31'), seen: { 整改期限: '2026-05-31' } },
    { passes: '逾期一年：仍可处置', context: until('2025-05-31') },
    { passes: '复核不合格：不必等到期', context: { failedOn: '2026-05-25' }, seen: { 复核不合格: '2026-05-25' } },
    {
      fails: '另定了期限：按最近一次计算',
      context: {
        limits: [
          { on: '2026-04-27', until: '2026-05-11' },
          { on: '2026-05-12', until: '2026-06-12' },
        ],
      },
      earliest: '2026-06-13',
    },
  ),
  ...proves(
    notDeferredYet,
    { passes: '没有处置' },
    { passes: '暂缓已解除：可以再次决定', context: { measures: [lifted('deferral')] } },
    { passes: '只有暂停', context: { measures: [measure('suspension')] } },
    { fails: '正在暂缓', context: { measures: [measure('deferral')] }, says: '已于2026-05-11决定暂缓安排建设计划', seen: { 决定日期: '2026-05-11' } },
  ),
  ...proves(
    notSuspendedYet,
    { passes: '没有处置' },
    { passes: '暂停已解除：可以再次决定', context: { measures: [lifted('suspension')] } },
    { passes: '只有暂缓', context: { measures: [measure('deferral')] } },
    { fails: '正在暂停', context: { measures: [lifted('suspension'), measure('suspension')] }, says: '暂停项目建设' },
  ),
  ...proves(
    projectUnderWay,
    { passes: '项目正在建设', facts: found(project), seen: { 项目: project.number }, looks },
    { passes: '项目已经暂停', facts: found({ ...project, status: 'suspended' }) },
    { fails: '项目已经闭环', facts: found({ ...project, status: 'closed' }), says: '已经结束' },
    { fails: '项目已经终止', facts: found({ ...project, status: 'terminated' }), seen: { 项目: project.number } },
  ),
  ...proves(
    deferralActs,
    { passes: '正在暂缓', context: { measures: [measure('deferral')] } },
    { fails: '没有暂缓', context: { measures: [measure('suspension')] }, says: '没有正在执行的暂缓安排建设计划' },
    { fails: '暂缓已解除', context: { measures: [lifted('deferral')] } },
  ),
  ...proves(
    suspensionActs,
    { passes: '正在暂停', context: { measures: [measure('suspension')] } },
    { fails: '没有暂停', context: { measures: [measure('deferral')] }, says: '没有正在执行的暂停项目建设' },
    { fails: '暂停已解除', context: { measures: [lifted('suspension')] } },
  ),
  ...proves(
    rectifiedFirst,
    { passes: '复核合格', context: { passedOn: '2026-05-25' }, seen: { 复核合格: '2026-05-25' } },
    { passes: '项目已终止：不再等待整改', context: { measures: [measure('deferral'), measure('termination')] } },
    { fails: '尚未复核合格', context: { measures: [measure('deferral')] }, seen: { 复核合格: null } },
  ),
  ...decisionExamples({ proves, provesAt }),
  ...opinionInOwnNameExamples({ proves, provesAt }),
  ...attachmentExamples({ proves, provesAt }, documents, ['rectificationReport']),
  ...notInFutureExamples({ proves, provesAt }, ['date']),
  ...orderExamples({ proves, provesAt }, events, [
    ...(['criticise', 'deferPlan', 'suspendProject', 'terminateProject'] as const).flatMap((on) => [
      { on, field: 'date', label: '决定日期', earlier: '可以处置之日', day: '2026-05-21', context: overdue },
    ]),
    ...(
      [
        ['liftDeferral', 'deferral'],
        ['liftSuspension', 'suspension'],
      ] as const
    ).map(([on, kind]) => ({
      on,
      field: 'date',
      label: '解除日期',
      earlier: '处置决定日期',
      day: measure(kind).date,
      context: { measures: [measure(kind)] },
      without: { measures: [] },
      after: 'after-measure',
    })),
    { on: 'revokeOrder', field: 'date', label: '撤销日期', earlier: '整改通知日期', day: '2026-04-27' },
    ...(['liftDeferral', 'liftSuspension'] as const).map((on) => ({
      on,
      field: 'date',
      label: '解除日期',
      earlier: '复核合格日期',
      day: '2026-05-25',
      context: { passedOn: '2026-05-25' },
      without: { passedOn: null },
    })),
  ]),
  ...provesAt(
    'criticise',
    'date.date-in-order',
    { passes: '复核不合格当日决定：不必等到期', context: { failedOn: '2026-05-25' }, data: { date: '2026-05-25' } },
    { fails: '决定早于复核不合格', context: { failedOn: '2026-05-25' }, data: { date: '2026-05-24' }, says: '早于可以处置之日2026-05-25' },
  ),
];
