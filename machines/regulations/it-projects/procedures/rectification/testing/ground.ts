import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { units, world } from '../../../testing/world.js';
import type { Measure, MeasureKind, RectificationContext } from '../context.js';

export const { proves, provesAt } = proofs<RectificationContext>();

export const TODAY = '2026-06-01';

/** The project that must be put right, as a rule finds it. */
export const project = relatedCase({
  id: 'the-project',
  number: 'XM-2025-0001',
  procedure: 'project',
  title: '义务教育入学一网通办',
  unit: units.education!,
  stage: 'construction',
});

export const measure = (kind: MeasureKind, change: Partial<Measure> = {}): Measure => ({
  kind,
  on: '2026-05-11',
  reason: '逾期未整改',
  number: '青数〔2026〕8号',
  date: '2026-05-11',
  by: { id: 'data-bureau', name: '县数据资源管理局' },
  lifted: null,
  ...change,
});
export const lifted = (kind: MeasureKind): Measure =>
  measure(kind, {
    lifted: { on: '2026-05-25', reason: '整改合格', number: '青数〔2026〕9号', date: '2026-05-25', by: { id: 'data-bureau', name: '县数据资源管理局' } },
  });

/** A rectification ordered by the bureau. The unit still has its time. */
const context: RectificationContext = {
  project: { id: project.id, number: project.number, title: project.title },
  orderedBy: 'dataBureau',
  order: { on: '2026-04-27', number: '青数整〔2026〕1号', source: 'inspection', basis: '实施方案二(六)3' },
  problems: [{ text: '未按期报送建设进度', clause: '2.3.4' }],
  limits: [{ on: '2026-04-27', until: '2026-06-30' }],
  reports: [],
  reviews: [],
  failedOn: null,
  passedOn: null,
  measures: [],
};

export const ground = groundOf(context, world, { today: TODAY, by: 'data-bureau', unit: units.education! });
