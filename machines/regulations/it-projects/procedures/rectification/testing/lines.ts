import type { Known, Step } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { wan } from '#machines/kit/words/money.js';
import * as project from '../../project/testing/lines.js';
import type { Limit } from '../limit.js';

/**
 * The usual lines of a rectification's story. Its own case is the project. The rectifications begin on the way, each
 * with its name.
 */

export const fen = wan(150);

/** The project's lines up to the day its contract is filed. */
export const contracted = (unit: string): Step[] => [
  ...project.pooled(unit, '2025-01-07'),
  ...project.planned(unit, '2025-01-20', 2026),
  ...project.approvedInOneStep(unit, '2025-02-10', fen),
  ...project.contracted(unit, '2025-02-24', fen),
];

/** Returns the same lines for another case. */
export const about = (at: string, steps: readonly Step[]): Step[] => steps.map((step) => ({ ...step, at }));

const said = (limit: Limit, clause: string) => ({
  number: '青数整〔2025〕1号',
  source: 'inspection',
  basis: '《青阳县政务信息化项目管理实施方案》二(六)3',
  problems: [{ text: '检查发现的问题', clause }],
  limit,
});

/** An order about the story's own case, or about another case of the story. */
export const ordered = (at: string, limit: Limit, { by = 'data-bureau', clause = '2.3.4', of }: { by?: string; clause?: string; of?: string } = {}): Step => ({
  begin: 'rectification',
  at,
  by,
  naming: (known: Known) => ({ project: known.id(of), ...said(limit, clause) }),
});

export const decided = (date: IsoDate, reason: string, number = '青数〔2025〕8号') => ({ reason, number, date });

export const reported = (at: string, unit: string): Step => ({
  at,
  upload: 'rectificationReport',
  uploader: unit,
  by: unit,
  send: 'reportRectification',
  data: { report: '已逐项整改' },
  state: 'review.reviewing',
});
