import { unitNamed } from '#machines/kit/words/directory.js';
import { quoted } from '#machines/kit/words/quotation.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import { handedIn } from '../../../desk.js';
import { revises } from '../../../common/alters.js';
import { rule, type RuleOf } from '../../../law.js';
import type { NeedContext } from '../context.js';
import { documents } from '../documents.js';

type NeedRule<Data = unknown> = Rule<NeedContext, Data>;
const needRule = <Data = unknown>(definition: RuleOf<NeedContext, Data>): NeedRule<Data> => rule(definition);

export const { papersNow, asHandedIn } = handedIn(documents, ['needStatement']);

export const answeredFirst = needRule({
  id: 'need.answered-first',
  clause: '2.1.2d',
  holds: '请求统筹的部门已经答复',
  says: (seen) => `${String(seen['统筹部门'])}尚未答复`,
  remedy: '需求提交之后，请由统筹部门办理“部门同意纳入统筹”或者“部门不同意纳入统筹”，必要时可以催办',
  curedBy: [byStep('agreeToTakeUp'), byStep('declineToTakeUp')],
  about: 'case',
  judge: ({ context, facts }) =>
    verdict(context.answer !== null, { 统筹部门: unitNamed(context.target, facts.directory) }),
});

export const departmentAgrees = needRule({
  id: 'need.department-agrees',
  clause: '2.1.2d',
  holds: '请求统筹的部门没有不同意',
  says: (seen) => `${String(seen['统筹部门'])}不同意纳入统筹：${quoted(seen['理由'])}`,
  remedy: '请办理“改派部门”，改派其他部门或者本局，或者“退回”统筹部门重新研究；确实不能纳入的，办理“不予纳入”',
  curedBy: [byStep('redirect'), byStep('returnForCorrection'), byStep('declineNeed')],
  about: 'case',
  judge: ({ context, facts }) => {
    const { answer } = context;
    return answer === null || answer.agrees
      ? yes()
      : no({ 统筹部门: unitNamed(answer.unit, facts.directory), 理由: answer.text });
  },
});

export const redirectedElsewhere = needRule<{ target: string }>({
  id: 'need.redirected-elsewhere',
  clause: '2.1.2d',
  holds: '改派给另一个部门',
  says: (seen) => `${String(seen['改派部门'])}就是正在统筹的部门`,
  remedy: '请填写另一个县直部门的单位编号',
  curedBy: [byForm('target')],
  about: 'event',
  judge: ({ context, data, facts }) =>
    verdict(data.target !== context.target, { 改派部门: unitNamed(data.target, facts.directory) }),
});

/** The project that takes the need up may be named at once or never. A named project must exist and be alive. */
export const projectFound = needRule<{ projectId?: string }>({
  id: 'need.project-found',
  clause: '2.1.2d',
  holds: '纳入的项目已经登记且没有终止',
  says: (seen) => `纳入的项目${String(seen['项目'])}${String(seen['情况'])}`,
  remedy: '请核对项目编号；还没有登记项目的，可以不填写',
  curedBy: [byForm('projectId')],
  about: 'event',
  looks: ({ data }) =>
    data?.projectId === undefined ? [] : [{ as: 'project', procedure: 'project', id: data.projectId }],
  judge: ({ data, facts }) => {
    if (data.projectId === undefined) return yes();
    const found = facts.related.project;
    if (found === undefined) return unknown();
    const [project] = found;
    if (project === undefined) return no({ 项目: data.projectId, 情况: '没有登记' });
    return project.status === 'terminated'
      ? no({ 项目: project.number, 情况: '已经终止' })
      : yes({ 项目: project.number });
  },
});

export const declarationRevised = revises<NeedContext>(({ declaration }) => declaration);
