import { proofs, groundOf, CREATION, type Evidence } from '#machines/kit/testing/example.js';
import { notInFutureExamples, orderExamples } from '#machines/desk/papers.examples.js';
import { decisionsWithoutActs } from '../../desk.js';
import { decisionExamples } from '../../desk.examples.js';
import { units, world } from '../../testing/world.js';
import type { IndexContext } from './context.js';
import { events } from './events.js';
import { assessedFirst, reviewedFirst, stageMoved } from './rules/use.js';

const ours = proofs<IndexContext>();
const { proves, provesAt } = ours;

const asked = {
  deadlines: [
    { name: 'offlineTracking', openedOn: '2026-06-01' },
    { name: 'consent', openedOn: '2026-05-20' },
  ],
};

const context: IndexContext = {
  registryNumber: 'SM-2026-01',
  responsible: '项目责任人',
  stage: 'construction',
  consent: { number: '青保1号', date: '2026-02-02' },
  assessment: { number: '测评1号', date: '2026-04-01' },
  review: { number: '青保2号', date: '2026-04-15', passed: true },
  inUseOn: '2026-05-06',
};

/** The evidence for the rules of the index. */
export const evidence: Evidence<IndexContext> = {
  ground: groundOf(context, world, { today: '2026-06-01', by: 'secrecy', unit: units['development-zone']! }),
  examples: [
    ...proves(assessedFirst, { passes: '已检测评估' }, { fails: '未检测评估', context: (usual) => ({ ...usual, assessment: null }) }),
    ...proves(
      reviewedFirst,
      { passes: '审查合格', seen: { 保密审查: '合格' } },
      { fails: '未审查', context: (usual) => ({ ...usual, review: null }), says: '未经保密行政管理部门审查合格', seen: { 保密审查: '未审查' } },
      { fails: '审查不合格', context: { review: { passed: false } }, says: '保密审查不合格', seen: { 保密审查: '不合格' } },
    ),
    ...proves(
      stageMoved,
      { passes: '到另一阶段', data: { stage: 'acceptance' } },
      { fails: '阶段不变', data: { stage: 'construction' }, says: '线下办理阶段与原来相同' },
    ),
    ...provesAt(
      'allowIndex',
      'date.date-in-order',
      { passes: '申请当日同意', data: { date: '2026-05-20' }, facts: asked },
      { fails: '申请前一天同意', data: { date: '2026-05-19' }, facts: asked, says: '同意日期2026-05-19早于申请登记日期2026-05-20' },
      { passes: '没有这个期限：不作比较', data: { date: '2020-01-01' } },
    ),
    ...provesAt(
      CREATION,
      'creation.not-township',
      { passes: '县直单位', data: {} },
      { fails: '乡镇：不能登记', data: {}, facts: { unit: { kind: 'township', name: '蓉城镇人民政府' } }, says: '蓉城镇人民政府' },
    ),
    ...decisionExamples(ours).filter(({ rule }) => decisionsWithoutActs.some(({ id }) => id === rule)),
    ...notInFutureExamples(ours, ['date', 'on']),
    ...orderExamples(ours, events, [
      { on: 'recordSecrecyReview', field: 'date', label: '审查日期', earlier: '检测评估日期', day: '2026-04-01', without: { assessment: null } },
      { on: 'putIntoUse', field: 'on', label: '投入使用日期', earlier: '保密审查日期', day: '2026-04-15', without: { review: null } },
      { on: 'closeIndex', field: 'on', label: '办结日期', earlier: '投入使用日期', day: '2026-05-06', without: { inUseOn: null } },
    ]),
  ],
};
