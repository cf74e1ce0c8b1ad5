import { byStep, byTime } from '#machines/kit/law/cure.js';
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
  remedy: '尚未验收的，先办理“项目单位组织竣工验收”或者“申请竣工验收”；已经通过的，到受理日期后再报送',
  curedBy: [byTime, byStep('selfAccept'), byStep('applyForAcceptance')],
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
  remedy: '由县财政局办理“财政部门接收自评价报告”',
  curedBy: [byStep('acknowledgeSelfEvaluation')],
  about: 'case',
  judge: ({ context }) => verdict(context.evaluation.financeAcknowledgedOn !== null),
});

/** These duties do not hold up the evaluation, but the project does not close before the last of them is done. */
export const dutiesSettled = projectRule({
  id: 'evaluation.duties-settled',
  clause: '1.2.3',
  holds: '备案、信息公开等其余事项均已办结',
  says: (seen) => `尚未办结：${String(seen['未办结'])}；评价完成后，项目要等这些事项办结才闭环`,
  remedy:
    '请办理“登记市局备案结果”“登记不依托平台项目的市局备案”“登记批复信息公开”“登记验收信息公开”；由项目单位办理“合同备案”“登记合同公告”“登记合同报财政备案”',
  curedBy: [
    byStep('fileContract'),
    byStep('publishContract'),
    byStep('reportContract'),
    byStep('recordCityFiling'),
    byStep('recordPlatformFiling'),
    byStep('publishApproval'),
    byStep('publishAcceptance'),
  ],
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
  remedy: '由责令整改的部门在“限期整改”案件中办理“复核合格”，有处置的随后解除；通知有误的，办理“撤销整改通知”',
  curedBy: [byStep('confirmRectification', 'rectification'), byStep('revokeOrder', 'rectification')],
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
  curedBy: [byStep('orderEvaluationRectification')],
  about: 'event',
  judge: ({ data }) => verdict(data.grade !== 'poor', { 评价等级: data.grade }),
});
