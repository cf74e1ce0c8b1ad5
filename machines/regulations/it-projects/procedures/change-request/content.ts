import { z } from 'zod';
import { choice, prose, text } from '#machines/kit/words/fields.js';
import type { Fen } from '#machines/kit/words/money.js';

/** The reasons for a change: the three that allow a self-adjustment (二(三)3), and every other one. */
export const REASONS = {
  leadership: '中央、省、市、县决策部署要求',
  technical: '原技术方案需要完善优化',
  business: '业务发展需要，在已批复的建设规划框架内',
  other: '其他原因',
} as const;

const sum = z.int().min(0).max(10_000_000_000_000);

const fields = {
  reason: choice(REASONS).meta({ description: '变更原因' }),
  situation: prose().meta({ description: '变更情况：为什么变更' }),
  before: prose().meta({ description: '变更前' }),
  after: prose().meta({ description: '变更后' }),
  increaseFen: sum.meta({ description: '调增合计，整数分' }),
  decreaseFen: sum.meta({ description: '调减合计，整数分' }),
  goalUnchanged: z.boolean().meta({ description: '建设目标不变' }),
  contentNeedsAdjustment: z.boolean().meta({ description: '主要建设内容确需调整' }),
  withinApprovedPlan: z.boolean().optional().meta({ description: '在已批复的项目建设规划框架内' }),
  scheduleDays: z.int().min(-3650).max(3650).optional().meta({ description: '工期调整，日；延长为正，缩短为负' }),
};

/** The changes a unit wants, and the project they are for. */
export const proposal = z.strictObject({ project: text(64).meta({ description: '项目(案件编号)' }), ...fields });
export type Proposal = z.infer<typeof proposal>;

const content = z.strictObject(fields);
export type Content = z.infer<typeof content>;

/** Only the given fields change. */
export const contentChanges = content.partial();
export type ContentChanges = z.infer<typeof contentChanges>;

export const changed = (before: Content, changes: ContentChanges | undefined): Content => ({ ...before, ...changes });

/** Tells whether only the time changes, and neither money nor content (二(三)3第三种情形). */
export const scheduleOnly = ({
  increaseFen,
  decreaseFen,
  contentNeedsAdjustment,
  scheduleDays = 0,
}: Content): boolean => increaseFen === 0 && decreaseFen === 0 && !contentNeedsAdjustment && scheduleDays !== 0;

/**
 * The figures a change is measured by, as they were when it was last handed in. 投资总概算 is read as the budget
 * approved first: an approved increase does not widen what the unit may do by itself. 概算批复 is the one in force.
 * What the unit has adjusted itself since that budget is counted as done before the change.
 */
export interface Basis {
  originalFen: Fen;
  budgetFen: Fen;
  presentFen: Fen;
  /** The 自主调整 of all other changes of the project. */
  earlier: { increaseFen: Fen; decreaseFen: Fen };
}

type Sums = Pick<Content, 'increaseFen' | 'decreaseFen'>;

/** Returns the investment after the change. */
export const totalAfter = ({ presentFen }: Basis, { increaseFen, decreaseFen }: Sums): Fen =>
  presentFen + increaseFen - decreaseFen;

/**
 * Returns the amount of all self-adjustments of the project together, as if they had been one: splitting a change gains
 * nothing and costs nothing. “资金调整数额” and “变更金额” are read as one figure, the greater of all increases and all
 * decreases.
 */
export const adjustedInAll = ({ earlier }: Basis, { increaseFen, decreaseFen }: Sums): Fen =>
  Math.max(earlier.increaseFen + increaseFen, earlier.decreaseFen + decreaseFen);
