import { no, unknown, verdict, yes } from '#machines/kit/law/rule.js';
import { addMonths } from '#machines/kit/words/dates.js';
import { openDuties } from '../duties.js';
import { parameter, projectRule } from './common.js';

/** The window opens on the day of the twelfth month. After the twenty-fourth month the report is late but accepted. */
export const windowOpen = projectRule({
  id: 'evaluation.window-open',
  clause: '2.4.6a',
  holds: '通过验收已满规定月数',
  says: (seen) =>
    seen['通过验收'] === null
      ? '项目尚未通过验收，不能报送绩效自评价'
      : `项目于${String(seen['通过验收'])}通过验收，${String(seen['受理日期'])}起受理绩效自评价`,
  remedy: '请在受理日期之后报送',
  about: 'case',
  judge: ({ context, facts }) => {
    const passed = context.acceptance.passedOn;
    if (passed === null) return no({ 通过验收: null });
    const opens = addMonths(passed, parameter(facts, 'evaluation.open'));
    return facts.today >= opens ? yes({ 通过验收: passed }) : no({ 通过验收: passed, 受理日期: opens }, opens);
  },
});

export const financeInformed = projectRule({
  id: 'evaluation.finance-informed',
  clause: '2.4.6a',
  holds: '自评价报告已报送财政部门',
  says: '县财政局尚未接收自评价报告',
  remedy: '请县财政局接收自评价报告',
  about: 'case',
  judge: ({ context }) => verdict(context.evaluation.financeAcknowledgedOn !== null),
});

/** These duties do not hold up the evaluation, but the project does not close before the last of them is done. */
export const dutiesSettled = projectRule({
  id: 'evaluation.duties-settled',
  clause: '1.2.3',
  holds: '备案、信息公开等其余事项均已办结',
  says: (seen) => `尚未办结：${String(seen['未办结'])}；评价完成后，项目要等这些事项办结才闭环`,
  remedy: '请有关单位办结后登记',
  weight: 'advice',
  about: 'case',
  judge: ({ context }) => {
    const open = openDuties(context).map((d) => d.label);
    return open.length === 0 ? yes() : no({ 未办结: open.join('、') });
  },
});

/** An order of rectification is a duty too: the project does not close while one is open (二(六)3). */
export const rectificationsClosed = projectRule({
  id: 'evaluation.rectifications-closed',
  clause: '2.6.3b',
  holds: '本项目的限期整改均已办结',
  says: (seen) => `限期整改${String(seen['整改案件'])}尚未办结，不能作出评价结论`,
  remedy: '请先办结整改案件：整改复核合格，处置已经解除，或者撤销整改通知',
  about: 'case',
  looks: () => [{ as: 'ownRectifications', linked: 'rectifications' }],
  judge: ({ facts }) => {
    const found = facts.related['ownRectifications'];
    if (!found) return unknown();
    const open = found.filter((r) => r.status === 'active').map((r) => r.number);
    return verdict(open.length === 0, { 整改案件: open.join('、') || null });
  },
});

/** What was found poor must be put right before the project closes (二(四)6). */
export const poorRectified = projectRule<{ grade: string }>({
  id: 'evaluation.poor-rectified',
  clause: '2.4.6c',
  holds: '评价为不合格的，先整改再作结论',
  says: '评价为不合格，应当要求项目单位整改，不能直接作出结论',
  remedy: '请办理“评价发现问题，要求整改”，整改复核后办结',
  about: 'event',
  judge: ({ data }) => verdict(data.grade !== 'poor', { 评价等级: data.grade }),
});
