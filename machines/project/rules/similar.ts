import { daysBetween } from '../../kit/dates.js';
import type { Facts } from '../../kit/facts.js';
import { inWan } from '../../kit/money.js';
import type { Related } from '../../kit/relation.js';
import { no, unknown, yes } from '../../kit/rule.js';
import { presentAmount, type ProjectContext } from '../context.js';
import { likeness } from '../similarity.js';
import { parameter, projectRule } from './common.js';

const A_YEAR = 366;

/** Under this department: the unit itself, the one above it, and those beside it. */
const familyOf = (unit: Facts['unit'], directory: Facts['directory']): string[] => {
  const head = unit.supervisingUnitId ?? unit.id;
  return [...directory.units.values()].filter((u) => u.id === head || u.supervisingUnitId === head).map((u) => u.id);
};

/** Alike in name, goal or road, declared within a year of each other, and still alive. */
function alike(context: ProjectContext, other: Related, facts: Facts): boolean {
  if (other.status === 'terminated') return false;
  const theirs = other.context as ProjectContext;
  const [mine, its] = [context.declaration, theirs.declaration];
  const declaredOn = (c: ProjectContext): string => c.amounts[0]!.on;
  if (Math.abs(daysBetween(declaredOn(context), declaredOn(theirs))) > A_YEAR) return false;
  const least = parameter(facts, 'similarity.share');
  return likeness(mine.title, its.title) >= least || likeness(`${mine.goal}${mine.content}`, `${its.goal}${its.content}`) >= least;
}

/** A sum that reaches an amount which none of the parts reaches. */
const crosses = (parts: readonly number[], threshold: number): boolean => parts.every((p) => p < threshold) && parts.reduce((a, b) => a + b, 0) >= threshold;

/**
 * 二(一)2 names no measure of likeness: projects that look alike and together reach an amount that none reaches alone are shown to
 * whoever pre-reviews; what they are is decided by a person and written down, never by this.
 */
export const similarSeen = projectRule({
  id: 'reserve.no-similar-projects',
  clause: '2.1.2b',
  holds: '没有发现合计达到标准的相似项目',
  says: (seen) => `与${String(seen['相似项目'])}相似，合计${String(seen['合计'])}，已达${String(seen['达到标准'])}，请认定是否属于拆分申报`,
  remedy: '请核对建设目标、主要内容和技术路线后作出认定；属于拆分的，退回合并申报',
  weight: 'advice',
  about: 'case',
  looks: ({ unit, directory }) => [{ as: 'neighbours', procedure: 'project', units: familyOf(unit, directory) }],
  judge: ({ context, facts }) => {
    const neighbours = facts.related['neighbours'];
    if (!neighbours) return unknown();
    const similar = neighbours.filter((other) => alike(context, other, facts));
    const parts = [context, ...similar.map((s) => s.context as ProjectContext)].map(presentAmount);
    const reached = ['threshold.bureauAcceptance', 'threshold.twoStepApproval'].map((key) => parameter(facts, key)).filter((threshold) => crosses(parts, threshold));
    if (reached.length === 0) return yes({ 相似项目: similar.length });
    return no({
      相似项目: similar.map((s) => `${s.number}“${s.title}”`).join('、'), 合计: inWan(parts.reduce((a, b) => a + b, 0)), 达到标准: reached.map(inWan).join('、'),
    });
  },
});
