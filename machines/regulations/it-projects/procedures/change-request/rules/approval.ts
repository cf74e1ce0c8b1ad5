import type { Panel } from '#machines/desk/rules/experts.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { Related } from '#machines/kit/case/relation.js';
import { seenIn } from '#machines/kit/case/view.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { inWan, type Fen } from '#machines/kit/words/money.js';
import { needsUpperReview } from '../../../common/rules/upper-review.js';
import { panelRules } from '../../../desk.js';
import type { RuleOf } from '../../../law.js';
import { parties } from '../../../parties.js';
import { projectReviewed } from '../../../views/project.js';
import { totalAfter } from '../content.js';
import type { ChangeContext } from '../context.js';
import { ofContent } from '../measured.js';
import { aboutProject, basisOf, changeRule } from '../project.js';

/** Returns the investment after the change, on the basis it was handed in for. */
const total = ({ basis, content }: ChangeContext): number => totalAfter(basis, content);

const ENDING = `不再建设的，由${parties.dataBureau.label}在项目案件中办理“终止项目”`;

/** A change leaves something of the project. To end a project is another matter. */
export const somethingRemains = ofContent({
  id: 'change.something-remains',
  clause: '2.3.3a',
  holds: '变更后的总投资大于零',
  says: (seen) => `现行总投资${String(seen['现行总投资'])}，变更后为${String(seen['变更后总投资'])}，应大于零`,
  remedy: `请办理“修改变更内容”，核对调增、调减合计；${ENDING}`,
  curedBy: [byStep('revise'), byStep('terminate', 'project')],
  correcting: {
    remedy: `请核对调增、调减合计；${ENDING}`,
    curedBy: [byForm('changes'), byStep('terminate', 'project')],
  },
  judge: ({ content, basis }) => {
    const after = totalAfter(basis, content);
    return verdict(after > 0, { 现行总投资: inWan(basis.presentFen), 变更后总投资: inWan(after) });
  },
});

/** The bureau judges a change against the project as it was when the change was handed in. */
export const basisCurrent = aboutProject({
  id: 'change.basis-current',
  clause: '2.3.3a',
  holds: '报批以后项目的概算没有变化',
  says: (seen) => `报批时项目总投资${String(seen['报批时'])}，现为${String(seen['现在'])}`,
  remedy: '请办理“退回”，由项目单位重新核算',
  curedBy: [byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context: { basis }, facts }) => {
    const now = basisOf(facts);
    return verdict(now.presentFen === basis.presentFen && now.budgetFen === basis.budgetFen, {
      报批时: inWan(basis.presentFen),
      现在: inWan(now.presentFen),
    });
  },
});

/** 三3: no budget is approved without experts. A change that leaves the budget as it is needs none. */
export const expertsReviewed = changeRule({
  id: 'change.experts-reviewed',
  clause: '3.3a',
  holds: '改变概算的变更已经专家评审并通过',
  says: (seen) =>
    seen['专家评审'] === '不通过' ? '专家评审不通过，不予批准' : '变更改变投资概算，未经专家论证评审，不予批准',
  remedy: '请办理“组织专家评审”，评审通过并办理“登记专家评审结论”之后再批准',
  curedBy: [byStep('beginExpertReview'), byStep('recordExpertReview')],
  about: 'case',
  judge: ({ context }) => {
    const conclusion = context.expertReview?.conclusion;
    const seen = {
      概算批复: inWan(context.basis.budgetFen),
      变更后总投资: inWan(total(context)),
      专家评审: conclusion === undefined ? '未评审' : conclusion === 'failed' ? '不通过' : '通过',
    };
    return verdict(
      total(context) === context.basis.budgetFen || conclusion === 'passed' || conclusion === 'passedAfterRevision',
      seen,
    );
  },
});

/**
 * For a change over the budget the regulation refers to the county government's own rules on changes of investment
 * (二(三)3).
 */
export const governmentDecided = changeRule({
  id: 'change.government-decided',
  clause: '2.3.3a',
  holds: '超过概算批复的变更已经县政府同意',
  says: (seen) =>
    `变更后总投资${String(seen['变更后总投资'])}，超过概算批复${String(seen['概算批复'])}，未经县政府同意`,
  remedy: '请办理“报县政府审定”，县政府同意的，办理“登记县政府决定”之后再批准',
  curedBy: [byStep('sendToGovernment'), byStep('recordGovernmentDecision')],
  about: 'case',
  judge: ({ context }) => {
    const seen = {
      变更后总投资: inWan(total(context)),
      概算批复: inWan(context.basis.budgetFen),
      县政府决定: context.government?.number ?? null,
    };
    return verdict(total(context) <= context.basis.budgetFen || context.government !== null, seen);
  },
});

/**
 * Tells whether only the change makes the project large enough for city and province. It then goes there like a project
 * that was large from the beginning (二(二)4).
 */
const becomesLarge = (project: Related, context: ChangeContext, facts: Facts): boolean => {
  const { projectType } = seenIn(projectReviewed, project);
  return (
    !needsUpperReview(projectType, context.basis.budgetFen, facts) &&
    needsUpperReview(projectType, total(context), facts)
  );
};

export const provinceConsented = aboutProject({
  id: 'change.province-consented',
  clause: '2.2.4',
  holds: '变更后才达到标准的项目，初步设计已经市级审核、省级审核同意',
  says: (seen) =>
    `变更后总投资${String(seen['变更后总投资'])}，达到报市级、省级审核的标准，初步设计${seen['市级审核'] === null ? '未经市级审核，' : ''}未经省级审核同意`,
  remedy:
    '请办理“变更后的初步设计报市局审核”，市局、省级均同意的，先后办理“登记市局审核意见”“登记省级审核意见”之后再批准',
  curedBy: [byStep('sendToCity'), byStep('recordCityReview'), byStep('recordProvinceReview')],
  about: 'case',
  judge: ({ context, project, facts }) => {
    const seen = {
      变更后总投资: inWan(total(context)),
      市级审核: context.city?.number ?? null,
      省级审核: context.province?.number ?? null,
    };
    return verdict(
      !becomesLarge(project, context, facts) || (context.city !== null && context.province !== null),
      seen,
    );
  },
});

export const upperReviewNeeded = aboutProject({
  id: 'change.upper-review-needed',
  clause: '2.2.4',
  holds: '变更使项目达到报市级、省级审核的标准',
  says: '本次变更不需要报市级、省级审核',
  remedy: '无需报送，可以直接办理“批准变更”',
  curedBy: [byStep('approve')],
  about: 'case',
  judge: ({ context, project, facts }) => verdict(becomesLarge(project, context, facts)),
});

/** A project as the change would make it, judged by the greater of both amounts. */
interface Changed {
  amountFen: Fen;
  avoided: readonly (string | undefined)[];
}

const panel = panelRules<Changed>({ amount: ({ amountFen }) => amountFen, avoided: ({ avoided }) => avoided });

const onProject = (one: RuleOf<Changed, Panel>) =>
  aboutProject<Panel>({
    ...one,
    judge: ({ context, project, data, facts }) => {
      const { avoided } = seenIn(projectReviewed, project);
      const amountFen = Math.max(context.basis.budgetFen, total(context));
      return one.judge({ context: { amountFen, avoided }, data, facts });
    },
  });

export const enoughExperts = onProject(panel.enoughExperts);
export const independentExperts = onProject(panel.independentExperts);
export const affiliationKnown = onProject(panel.affiliationKnown);

/** 批准之前不得实施. The same holds before the filing. */
export const allowedFirst = changeRule({
  id: 'change.allowed-first',
  clause: '2.3.3f',
  holds: '变更已经备案或者批准',
  says: '变更尚未备案或者批准，不得实施',
  remedy: `请办理“自主调整并报备案”；须报批的，办理“提交变更”，由${parties.dataBureau.label}办理“批准变更”之后实施；已经实施的，停止实施并如实说明`,
  curedBy: [byStep('fileChange'), byStep('submitChange'), byStep('approve')],
  about: 'case',
  judge: ({ context }) => (context.allowed === null ? no() : yes()),
});
