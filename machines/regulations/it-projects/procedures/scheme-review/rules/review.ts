import { byCase, byDocument, byForm, byStep } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import { revises } from '../../../common/alters.js';
import { rule, type RuleOf } from '../../../law.js';
import { attachedOf, handedIn, notBefore } from '../../../desk.js';
import { passed, type SchemeContext } from '../context.js';
import { documents } from '../documents.js';
import { POINTS, type Findings, type Point } from '../events.js';
import { parties } from '../parties.js';

type SchemeRule<Data = unknown> = Rule<SchemeContext, Data>;
const schemeRule = <Data = unknown>(definition: RuleOf<SchemeContext, Data>): SchemeRule<Data> => rule(definition);

export const attached = attachedOf(documents);
export const { papersNow, asHandedIn } = handedIn(documents, ['scheme']);

const unmet = (points: Findings): Point[] =>
  (Object.keys(POINTS) as Point[]).filter((point) => points[point].finding === 'unmet');

export const pointsMet = schemeRule<{ points: Findings }>({
  id: 'scheme.points-met',
  clause: '1.2.4',
  holds: '四个方面均符合要求',
  says: (seen) => `${String(seen['不符合'])}不符合要求，不能通过`,
  remedy: '请核对审查意见；确有不符合要求的，请办理“方案退回修改”或者“方案审查不通过”',
  curedBy: [byForm('points'), byStep('requireRevision'), byStep('rejectScheme')],
  about: 'event',
  judge: ({ data }) => {
    const failing = unmet(data.points);
    return failing.length === 0 ? yes() : no({ 不符合: failing.map((point) => POINTS[point]).join('、') });
  },
});

export const pointUnmet = schemeRule<{ points: Findings }>({
  id: 'scheme.point-unmet',
  clause: '1.2.4',
  holds: '退回修改或者不通过的方案，至少有一个方面不符合要求',
  says: '四个方面均符合要求，没有不通过或者退回的依据',
  remedy: '请写明不符合要求的方面；均符合的，请办理“方案审查通过”；只需补正材料的，请办理“退回”',
  curedBy: [byForm('points'), byStep('passScheme'), byStep('returnForCorrection')],
  about: 'event',
  judge: ({ data }) => verdict(unmet(data.points).length > 0),
});

/**
 * With public money a part of another project is no project of its own. So that project must lie here: as a paper, or
 * as a case. A name alone excuses from nothing.
 */
export const parentShown = schemeRule({
  id: 'scheme.parent-shown',
  clause: '1.2.4',
  holds: '建设项目中的信息化部分，已上传所属建设项目批复文件，或者关联已登记的项目',
  says: `没有${documents.parentApproval.label}，也没有关联已登记的项目`,
  remedy: `请由${parties.applicant.label}上传“${documents.parentApproval.label}”；不属于其他建设项目的，由其办理“政务信息化项目”`,
  curedBy: [byDocument('parentApproval'), byCase('project')],
  about: 'case',
  looks: () => [{ as: 'parent', linked: 'project' }],
  judge: ({ context, facts }) => {
    if (context.declaration.track !== 'embedded') return yes();
    if (facts.documents.some((d) => d.kind === 'parentApproval')) return yes();
    const found = facts.related['parent'];
    return found ? verdict(found.length > 0) : unknown();
  },
});

/** 一(二)4: without the bureau's opinion there is no building. */
export const passedFirst = schemeRule({
  id: 'scheme.passed-first',
  clause: '1.2.4',
  holds: '方案已经县数据资源管理局审查通过',
  says: '方案尚未经县数据资源管理局审查通过，不能实施',
  remedy: `尚未提交的，请办理“提交方案审查”；由${parties.dataBureau.label}办理“方案审查通过”之后再实施`,
  curedBy: [byStep('submitScheme'), byStep('passScheme')],
  about: 'case',
  judge: ({ context }) => verdict(passed(context) !== undefined),
});

export const afterReview = notBefore(
  'startedOn',
  '开始实施日期',
  (context: SchemeContext) => passed(context)?.on,
  '审查通过日期',
  '1.2.4',
);

export const declarationRevised = revises<SchemeContext>(({ declaration }) => declaration);
