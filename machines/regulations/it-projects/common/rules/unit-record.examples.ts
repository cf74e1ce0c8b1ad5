import type { Related } from '#machines/kit/case/relation.js';
import type { Example, proofs } from '#machines/kit/testing/example.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { ground, proves } from '../../procedures/project/testing/ground.js';
import type { Measure, RectificationContext } from '../../procedures/rectification/context.js';
import { ground as rectificationGround, lifted, measure } from '../../procedures/rectification/testing/ground.js';
import { units } from '../../testing/world.js';
import { unitEvaluatedWell, unitNotDeferred, unitRectified } from './unit-record.js';

const unit = units.education!;

const rectification = (number: string, change: Partial<RectificationContext>, status: Related['status'] = 'active'): Related =>
  relatedCase({ number, procedure: 'rectification', unit, status, context: { ...rectificationGround.context, ...change } });
const measured = (number: string, ...measures: Measure[]) => rectification(number, { measures });
const rectifications = (...cases: Related[]) => ({ related: { rectifications: cases } });

const evaluated = (number: string, grade: string | null, submittedOn: string | null) =>
  relatedCase({
    number,
    procedure: 'project',
    unit,
    stage: 'evaluation',
    context: { ...ground.context, evaluation: { submittedOn, financeAcknowledgedOn: submittedOn, grade } },
  });
const evaluations = (...cases: Related[]) => ({ related: { evaluated: cases } });

export const unitRecordExamples = [
  ...proves(
    unitNotDeferred,
    { passes: '单位没有整改案件', facts: rectifications(), looks: [{ as: 'rectifications', procedure: 'rectification', units: ['education'] }] },
    { passes: '正在整改，没有暂缓', facts: rectifications(measured('ZG-1', measure('criticism'), measure('suspension'))) },
    {
      fails: '正在暂缓：不受理',
      facts: rectifications(measured('ZG-1', measure('deferral'))),
      says: ['ZG-1', '自2026-05-11起'],
      seen: { 整改案件: 'ZG-1', 决定日期: '2026-05-11' },
    },
    { passes: '暂缓已解除：受理', facts: rectifications(measured('ZG-1', lifted('deferral'))) },
    {
      fails: '两个案件都暂缓：都指出，自较早的一个起',
      facts: rectifications(measured('ZG-2', measure('deferral')), measured('ZG-1', measure('deferral', { date: '2026-03-02' })), measured('ZG-0')),
      seen: { 整改案件: 'ZG-2、ZG-1', 决定日期: '2026-03-02' },
    },
    {
      passes: '参数改为不影响计划申请',
      facts: { ...rectifications(measured('ZG-1', measure('deferral'))), parameters: { 'rectification.deferralBlocksPlan': 0 } },
    },
  ),
];

const of = <Facts extends object>(facts: Facts) => ({ ...facts, unit: { id: 'education' } });

/** Returns the examples of the rules that show a unit's record, for any request the unit can make. */
export const recordExamples = <Context>({ proves: prove }: ReturnType<typeof proofs<Context>>): Example<Context>[] => [
  ...prove(
    unitRectified,
    { passes: '没有整改案件', facts: of(rectifications()), looks: [{ as: 'rectifications', procedure: 'rectification', units: ['education'] }] },
    { passes: '整改已完成', facts: rectifications(rectification('ZG-1', {}, 'closed')) },
    {
      fails: '正在整改：提示',
      facts: rectifications(rectification('ZG-1', {}), rectification('ZG-0', {}, 'closed')),
      says: ['ZG-1', '2026-06-30'],
      seen: { 整改案件: 'ZG-1', 整改期限: '2026-06-30' },
    },
    {
      fails: '两个案件正在整改：提示较早的期限',
      facts: rectifications(rectification('ZG-2', {}), rectification('ZG-1', { limits: [{ on: '2026-05-01', until: '2026-06-15' }] })),
      seen: { 整改案件: 'ZG-2、ZG-1', 整改期限: '2026-06-15' },
    },
  ),
  ...prove(
    unitEvaluatedWell,
    { passes: '没有其他项目', facts: of(evaluations()), looks: [{ as: 'evaluated', procedure: 'project', units: ['education'], stage: 'evaluation' }] },
    { passes: '其他项目尚未评价', facts: evaluations(evaluated('XM-1', null, null)), seen: {} },
    { passes: '最近一次合格', facts: evaluations(evaluated('XM-1', 'pass', '2026-03-02')), seen: { 最近评价的项目: 'XM-1' } },
    { fails: '最近一次不合格：提示', facts: evaluations(evaluated('XM-1', 'poor', '2026-03-02')), says: 'XM-1' },
    {
      passes: '前一次不合格，最近一次合格',
      facts: evaluations(evaluated('XM-1', 'poor', '2025-03-03'), evaluated('XM-2', 'good', '2026-03-02')),
      seen: { 最近评价的项目: 'XM-2' },
    },
    {
      fails: '前一次合格，最近一次不合格',
      facts: evaluations(evaluated('XM-2', 'poor', '2026-03-02'), evaluated('XM-1', 'good', '2025-03-03'), evaluated('XM-0', null, null)),
      seen: { 最近评价的项目: 'XM-2' },
    },
  ),
];
