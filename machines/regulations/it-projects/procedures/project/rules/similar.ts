import type { Facts } from '#machines/kit/case/facts.js';
import type { Look, Related } from '#machines/kit/case/relation.js';
import type { CaseStatus } from '#machines/kit/case/standing.js';
import { seenIn } from '#machines/kit/case/view.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, unknown, yes } from '#machines/kit/law/rule.js';
import { daysBetween } from '#machines/kit/words/dates.js';
import { inWan } from '#machines/kit/words/money.js';
import { isReason } from '#machines/kit/words/reason.js';
import { declaredIn, projectDeclared, type Declared } from '../../../views/project.js';
import type { ProjectContext } from '../context.js';
import { likeness } from '../similarity.js';
import { parameter, projectRule } from './common.js';

const A_YEAR = 366;

/** Returns the units under this department: the unit itself, the one above it, and those beside it. */
const familyOf = (unit: Facts['unit'], directory: Facts['directory']): string[] => {
  const head = unit.supervisingUnitId ?? unit.id;
  return [...directory.units.values()].filter((u) => u.id === head || u.supervisingUnitId === head).map((u) => u.id);
};

/** Tells whether the other project is alive and the two were declared within a year of each other. */
const beside = (mine: Declared, its: Declared, status: CaseStatus): boolean =>
  status !== 'terminated' && Math.abs(daysBetween(mine.on, its.on)) <= A_YEAR;

type Alike = (mine: Declared, its: Declared, least: number) => boolean;
const byName: Alike = (mine, its, least) => likeness(mine.title, its.title) >= least;
/** 建设目标、主要内容、技术路线: what the law names. The title is only a sign. */
const bySubstance: Alike = (mine, its, least) =>
  likeness(`${mine.goal}${mine.content}`, `${its.goal}${its.content}`) >= least ||
  likeness(`${mine.goal}${mine.content}${mine.technicalRoute}`, `${its.goal}${its.content}${its.technicalRoute}`) >=
    least;
const byEither: Alike = (mine, its, least) => byName(mine, its, least) || bySubstance(mine, its, least);

/** Tells whether the sum reaches an amount which none of the parts reaches. */
const crosses = (parts: readonly number[], threshold: number): boolean =>
  parts.every((p) => p < threshold) && parts.reduce((a, b) => a + b, 0) >= threshold;

const looks = ({ unit, directory }: { unit: Facts['unit']; directory: Facts['directory'] }): Look[] => [
  { as: 'neighbours', procedure: 'project', units: familyOf(unit, directory) },
];

/**
 * Returns what there is to decide: the projects that look alike, and the thresholds that they reach together. Null if
 * nobody has looked.
 */
function toDecide(
  context: ProjectContext,
  facts: Facts,
  alike: Alike,
): { similar: readonly Related[]; parts: number[]; reached: number[] } | null {
  const neighbours = facts.related['neighbours'];
  if (!neighbours) return null;
  const least = parameter(facts, 'similarity.share');
  const mine = declaredIn(context);
  const similar = neighbours.filter((other) => {
    const its = seenIn(projectDeclared, other);
    return beside(mine, its, other.status) && alike(mine, its, least);
  });
  const parts = [mine, ...similar.map((s) => seenIn(projectDeclared, s))].map((d) => d.amountFen);
  const reached = (['threshold.bureauAcceptance', 'threshold.twoStepApproval'] as const)
    .map((key) => parameter(facts, key))
    .filter((threshold) => crosses(parts, threshold));
  return { similar, parts, reached };
}

const named = (similar: readonly Related[]): string => similar.map((s) => `${s.number}“${s.title}”`).join('、');

/**
 * 二(一)2 gives no measure of likeness. The rule shows the pre-reviewer the projects that look alike and together reach
 * an amount which none reaches alone. A person decides what they are and writes it down; the rule never decides.
 */
export const similarSeen = projectRule({
  id: 'reserve.no-similar-projects',
  clause: '2.1.2b',
  holds: '没有发现合计达到标准的相似项目',
  says: (seen) =>
    `与${String(seen['相似项目'])}相似，合计${String(seen['合计'])}，已达${String(seen['达到标准'])}，请认定是否属于拆分申报`,
  remedy:
    '请核对建设目标、主要内容和技术路线，在“预审通过，纳入储备库”时作出认定；属于拆分的，办理“退回”，由项目单位合并申报',
  curedBy: [byStep('passPreReview'), byStep('returnForCorrection')],
  weight: 'advice',
  about: 'case',
  looks,
  judge: ({ context, facts }) => {
    const found = toDecide(context, facts, byEither);
    if (!found) return unknown();
    const { similar, parts, reached } = found;
    if (reached.length === 0) return yes({ 相似项目: similar.length });
    return no({
      相似项目: named(similar),
      合计: inWan(parts.reduce((a, b) => a + b, 0)),
      达到标准: reached.map(inWan).join('、'),
    });
  },
});

/**
 * Where goal, content and route are alike, "nothing alike" contradicts the comparison. It is a decision too, and a
 * person says why.
 */
export const similarDecided = projectRule<{ similarity: string; similarityReason?: string | undefined }>({
  id: 'reserve.similarity-decided',
  clause: '2.1.2b',
  holds: '建设目标、主要内容、技术路线相似的项目认定为无相似的，写明具体理由',
  says: (seen) =>
    `与${String(seen['相似项目'])}的建设目标、主要内容、技术路线相似且合计达到标准，认定为无相似没有写明具体理由`,
  remedy: '请填写认定理由，说明是否属于拆分申报',
  curedBy: [byForm('similarity', 'similarityReason')],
  about: 'event',
  looks,
  judge: ({ context, data, facts }) => {
    const found = toDecide(context, facts, bySubstance);
    if (!found) return unknown();
    const decided = data.similarity !== 'none' || isReason(data.similarityReason);
    return found.reached.length === 0 || decided ? yes() : no({ 相似项目: named(found.similar) });
  },
});
