import { byStep } from '#machines/kit/law/cure.js';
import { verdict, type Rule } from '#machines/kit/law/rule.js';
import { alters } from '../../../common/alters.js';
import { rule, type RuleOf } from '../../../law.js';
import type { IndexContext } from '../context.js';
import { parties } from '../parties.js';

const indexRule = <Data = unknown>(definition: RuleOf<IndexContext, Data>): Rule<IndexContext, Data> =>
  rule(definition);

export const stageMoved = alters<IndexContext, { stage: string }>({
  id: 'classified.stage-moved',
  clause: '2.2.6c',
  what: '线下办理阶段',
  fields: ['stage'],
  before: ({ stage }) => ({ stage }),
  after: ({ stage }) => ({ stage }),
});

/** 二(四)5: both assessments come before use. Neither replaces the other. */
export const assessedFirst = indexRule({
  id: 'classified.assessed-first',
  clause: '2.4.5',
  holds: '涉密信息系统已由保密测评机构检测评估',
  says: '尚未由保密测评机构检测评估，不得投入使用',
  remedy: `请由${parties.applicant.label}办理“登记保密测评机构检测评估”`,
  curedBy: [byStep('recordAssessment')],
  about: 'case',
  judge: ({ context }) => verdict(context.assessment !== null),
});

export const reviewedFirst = indexRule({
  id: 'classified.reviewed-first',
  clause: '2.4.5',
  holds: '涉密信息系统已经保密行政管理部门审查合格',
  says: (seen) =>
    seen['保密审查'] === '不合格' ? '保密审查不合格，不得投入使用' : '未经保密行政管理部门审查合格，不得投入使用',
  remedy: `请由${parties.secrecy.label}办理“登记保密行政管理部门审查结果”；审查不合格的，整改后再审查`,
  curedBy: [byStep('recordSecrecyReview')],
  about: 'case',
  judge: ({ context }) =>
    verdict(context.review?.passed === true, {
      保密审查: context.review === null ? '未审查' : context.review.passed ? '合格' : '不合格',
    }),
});
