import { published, type Inside } from '#machines/kit/case/view.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import {
  approvedBudget,
  isOperation,
  plannedAmount,
  presentAmount,
  unitsInvolved,
  type ProjectContext,
} from '../procedures/project/context.js';
import { originalBudget, presentTotal, selfAdjusted } from '../procedures/project/investment.js';
import type { ProjectType } from '../project-types.js';

/** The views of a project for other cases. */

type First = Inside<ProjectContext>;

/**
 * The figures by which a change is measured (二(三)3): the first budget, the one in force, and the self-adjustments of
 * the unit.
 */
export interface Investment {
  /** 概算批复 in force. Undefined before there is one. */
  budgetFen: Fen | undefined;
  originalFen: Fen | undefined;
  /** The day on which the budget in force was approved. */
  budgetOn: IsoDate | undefined;
  /** Returns the investment with what the unit has adjusted itself since the budget, without one change. */
  presentFen(leavingOut: string): Fen | undefined;
  /** Returns 自主调整 so far, without one change. */
  earlier(leavingOut: string): { increaseFen: Fen; decreaseFen: Fen };
}

export const projectInvestment = published<Investment>({
  procedure: 'project',
  name: 'investment',
  versions: {
    1: ({ context }: First) => ({
      budgetFen: approvedBudget(context),
      originalFen: originalBudget(context),
      budgetOn: context.amounts.findLast((a) => a.kind === 'budget')?.on,
      presentFen: (leavingOut) => presentTotal(context, leavingOut),
      earlier: (leavingOut) => selfAdjusted(context, leavingOut),
    }),
  },
});

/** The changes of a project that have not ended: the id of the case, and the number by which people call it. */
export const projectOpenChanges = published<readonly { change: string; number: string }[]>({
  procedure: 'project',
  name: 'open-changes',
  versions: {
    1: ({ context }: First) => context.changes.filter((c) => c.standing === 'open' || c.standing === 'pending'),
  },
});

/** 竣工验收: when it was applied for, and when it was passed. */
export const projectAcceptance = published<{ appliedOn: IsoDate | null; passedOn: IsoDate | null }>({
  procedure: 'project',
  name: 'acceptance',
  versions: { 1: ({ context }: First) => context.acceptance },
});

/** What decides who reviews a project: its type, and the units whose people stay out of it (二(二)4, 三3). */
export const projectReviewed = published<{ projectType: ProjectType; avoided: readonly (string | undefined)[] }>({
  procedure: 'project',
  name: 'reviewed',
  versions: {
    1: ({ context }: First) => ({ projectType: context.declaration.projectType, avoided: unitsInvolved(context) }),
  },
});

/**
 * An operation project (运维): the planned amount, and whether it waits for the review of its plan and budget
 * (二(五)4).
 */
export interface Operation {
  plannedFen: Fen;
  awaitsReview: boolean;
}

/** Null for a project that builds or buys something. */
export const projectOperation = published<Operation | null>({
  procedure: 'project',
  name: 'operation',
  versions: {
    1: ({ context, states }: First) =>
      isOperation(context)
        ? {
            plannedFen: plannedAmount(context) ?? presentAmount(context),
            awaitsReview: states.includes('underway.path.approval.operationReview'),
          }
        : null,
  },
});

/** 绩效评价, once there is a grade. */
export const projectEvaluation = published<{ grade: string; submittedOn: IsoDate } | null>({
  procedure: 'project',
  name: 'evaluation',
  versions: {
    1: ({ context: { evaluation } }: First) =>
      evaluation.grade === null ? null : { grade: evaluation.grade, submittedOn: evaluation.submittedOn! },
  },
});

/** The declared fields by which projects are compared (二(一)2). */
export interface Declared {
  on: IsoDate;
  title: string;
  goal: string;
  content: string;
  technicalRoute: string;
  amountFen: Fen;
}

export const declaredIn = (context: ProjectContext): Declared => {
  const { title, goal, content, technicalRoute } = context.declaration;
  return { on: context.amounts[0]!.on, title, goal, content, technicalRoute, amountFen: presentAmount(context) };
};

export const projectDeclared = published<Declared>({
  procedure: 'project',
  name: 'declared',
  versions: { 1: ({ context }: First) => declaredIn(context) },
});
