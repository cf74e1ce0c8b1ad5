import { wan } from '#machines/kit/words/money.js';
import { amount, budgeted, proves } from '../testing/ground.js';
import { checklist } from '../testing/lines.js';
import {
  allSubjectsChecked,
  allSubjectsMet,
  alwaysApplicable,
  appliedFirst,
  archivesAccepted,
  archivesPassed,
  bureauAccepts,
  contractWithinBudget,
  cryptographyEvidenced,
  extensionEarly,
  extensionInTime,
  inapplicabilityExplained,
  levelBelow,
  preliminarilyAccepted,
  securityEvidenced,
  selfAcceptable,
} from './acceptance.js';

const unapproved = { amounts: [amount('estimate', wan(300))] };
const without = (subject: keyof typeof checklist) => ({ ...checklist, [subject]: undefined });
const unlevelled = { result: 'notApplicable' as const, note: '本系统不使用密码产品，不对外提供服务', level: 0 };
const passed = { conclusion: 'passed' as const };
const failed = { conclusion: 'failed' as const };

/** The deadline of the acceptance as an extension has moved it. */
const extended = (dueOn: string, openedOn = '2026-01-05') => ({ name: 'acceptanceApply', openedOn, dueOn });

const tracks = [
  ...proves(
    selfAcceptable,
    { passes: '概算199.999999万元：自行验收', context: budgeted(wan(199.999999)), seen: { 概算投资: '199.999999万元', 标准: '200万元' } },
    { fails: '概算恰为200万元：由县数据资源管理局验收', context: budgeted(wan(200)), says: '概算投资200万元，已达200万元' },
    { fails: '概算201万元，合同199万元：按概算', context: { amounts: [amount('budget', wan(201)), amount('contract', wan(199))] } },
    { passes: '概算尚未批复：不按估算', context: unapproved, seen: { 概算投资: '0万元', 标准: '200万元' } },
    {
      fails: '标准调整为100万元后，概算150万元',
      context: budgeted(wan(150)),
      facts: { parameters: { 'threshold.bureauAcceptance': wan(100) } },
      says: '已达100万元',
    },
  ),
  ...proves(
    bureauAccepts,
    { passes: '概算恰为200万元：由县数据资源管理局验收', context: budgeted(wan(200)), seen: { 概算投资: '200万元', 标准: '200万元' } },
    { fails: '概算199.999999万元：自行验收', context: budgeted(wan(199.999999)), says: '概算投资199.999999万元，低于200万元' },
    { passes: '概算201万元，合同199万元：按概算', context: { amounts: [amount('budget', wan(201)), amount('contract', wan(199))] } },
    { fails: '概算尚未批复', context: unapproved, seen: { 概算投资: '0万元', 标准: '200万元' } },
  ),
  ...proves(
    preliminarilyAccepted,
    { passes: '初验合格', seen: { 初验: '合格' } },
    { fails: '初验不合格', context: { preliminaryAcceptance: { passed: false } }, says: '初验不合格', seen: { 初验: '不合格' } },
    { fails: '未初验', context: { preliminaryAcceptance: null }, says: '尚未初验', seen: { 初验: '未进行' } },
  ),
  ...proves(appliedFirst, { passes: '已申请竣工验收' }, { fails: '未申请竣工验收', context: { acceptance: { appliedOn: null } } }),
  ...proves(
    contractWithinBudget,
    { passes: '合同280万元，概算300万元', seen: { 合同金额: '280万元', 现行概算: '300万元' } },
    { passes: '概算变更为280万元，恰为合同金额', context: budgeted(wan(280)) },
    {
      fails: '概算变更为279万元，低于已签合同',
      context: budgeted(wan(279)),
      says: '合同金额280万元超过现行概算279万元',
      seen: { 合同金额: '280万元', 现行概算: '279万元' },
    },
    { passes: '合同变更为279万元后', context: { ...budgeted(wan(279)), contract: { amountFen: wan(279) } } },
    { passes: '尚无合同', context: (usual) => ({ ...usual, contract: null }), seen: { 合同金额: '0万元', 现行概算: '300万元' } },
    { fails: '概算尚未批复', context: unapproved, seen: { 合同金额: '280万元', 现行概算: '0万元' } },
  ),
  ...proves(
    extensionInTime,
    { passes: '到期日前一天申请', facts: { deadlines: [{ name: 'acceptanceApply', dueOn: '2026-06-02' }] } },
    {
      passes: '到期日当天申请',
      facts: {
        deadlines: [
          { name: 'selfEvaluation', dueOn: '2026-01-05' },
          { name: 'acceptanceApply', dueOn: '2026-06-01' },
        ],
      },
      seen: { 到期: '2026-06-01' },
    },
    { fails: '到期次日申请', facts: { deadlines: [{ name: 'acceptanceApply', dueOn: '2026-05-31' }] }, says: '已于2026-05-31到期' },
    { passes: '没有验收期限', seen: { 到期: null } },
    { passes: '验收期限没有到期日', facts: { deadlines: [{ name: 'acceptanceApply', dueOn: null }] }, seen: { 到期: null } },
  ),
  ...proves(
    extensionEarly,
    {
      passes: '提前三十个工作日申请',
      facts: { today: '2026-03-02', deadlines: [{ name: 'selfEvaluation', dueOn: '2026-01-05' }, extended('2026-04-14')] },
      seen: { 到期: '2026-04-14', '提前(工作日)': 30 },
    },
    {
      fails: '提前二十九个工作日申请：提示',
      facts: { today: '2026-03-02', deadlines: [extended('2026-04-13')] },
      says: '距验收到期日2026-04-13不足30个工作日',
      seen: { 到期: '2026-04-13', '提前(工作日)': 30 },
    },
    {
      passes: '期限只有三十日，不可能提前三十个工作日：不提示',
      facts: { today: '2026-03-03', deadlines: [extended('2026-04-01', '2026-03-02')] },
      seen: { 到期: '2026-04-01', '提前(工作日)': 30 },
    },
    {
      fails: '开始当天恰有三十个工作日，次日申请：提示',
      facts: { today: '2026-03-03', deadlines: [extended('2026-04-14', '2026-03-02')] },
      says: '不足30个工作日',
    },
    { passes: '开始当天只有二十九个工作日：不提示', facts: { today: '2026-03-03', deadlines: [extended('2026-04-13', '2026-03-02')] } },
    {
      passes: '期限因停止计时而顺延：顺延的日子不算',
      facts: { today: '2026-03-31', deadlines: [{ ...extended('2026-04-27', '2026-03-02'), pauses: [{ from: '2026-03-03', to: '2026-03-30', why: '暂停' }] }] },
    },
    { passes: '没有验收期限', seen: { 到期: null, '提前(工作日)': 30 } },
    { passes: '验收期限没有到期日', facts: { deadlines: [{ name: 'acceptanceApply', dueOn: null }] } },
  ),
];

export const acceptanceExamples = [
  ...tracks,
  ...proves(
    archivesPassed,
    { passes: '档案验收合格，通过验收', data: passed, seen: { 档案验收: '合格' } },
    { passes: '档案未验收，结论为不通过', context: { archiveAcceptance: null }, data: failed, seen: { 档案验收: '未进行' } },
    { fails: '档案未验收：不得通过', context: { archiveAcceptance: null }, data: passed, says: '未进行档案验收', seen: { 档案验收: '未进行' } },
    {
      fails: '档案验收不合格：不得通过',
      context: { archiveAcceptance: { passed: false } },
      data: passed,
      says: '档案验收不合格',
      seen: { 档案验收: '不合格' },
    },
    { fails: '结论未填，档案未验收', context: { archiveAcceptance: null } },
    { passes: '结论未填，档案验收合格' },
  ),
  ...proves(
    allSubjectsChecked,
    { passes: '五项齐全', data: { checklist } },
    { passes: '一项不适用并写明理由', data: { checklist: { ...checklist, cryptography: { result: 'notApplicable', note: '不使用密码产品' } } } },
    { passes: '一项不符合，但已填写', data: { checklist: { ...checklist, funds: { result: 'notMet' } } } },
    { fails: '一项不适用而没有理由', data: { checklist: { ...checklist, cryptography: { result: 'notApplicable' } } }, says: '缺少：密码应用' },
    { fails: '缺信息安全', data: { checklist: without('informationSecurity') }, seen: { 缺少: '信息安全' } },
    { fails: '缺资金使用', data: { checklist: without('funds') }, seen: { 缺少: '资金使用' } },
    { fails: '缺档案管理', data: { checklist: without('archives') }, seen: { 缺少: '档案管理' } },
    { fails: '缺数据资源共享', data: { checklist: without('dataSharing') }, seen: { 缺少: '数据资源共享' } },
    { fails: '缺密码应用', data: { checklist: without('cryptography') }, seen: { 缺少: '密码应用' } },
    { fails: '五项都没有', data: { checklist: {} }, says: '信息安全、资金使用、档案管理、数据资源共享、密码应用' },
  ),
  ...proves(
    alwaysApplicable,
    { passes: '五项均已验收', data: { checklist } },
    { passes: '信息安全、密码应用可以不适用', data: { checklist: { ...checklist, informationSecurity: unlevelled, cryptography: unlevelled } } },
    { passes: '没有填写的，由另一条规则指出', data: { checklist: {} } },
    {
      fails: '资金使用不适用',
      data: { checklist: { ...checklist, funds: { result: 'notApplicable', note: '本项目没有使用财政资金' } } },
      says: '资金使用是每个项目都要',
    },
    { fails: '档案管理不适用', data: { checklist: { ...checklist, archives: { result: 'notApplicable', note: '无' } } }, seen: { 填写不适用: '档案管理' } },
    { fails: '数据资源共享不适用', data: { checklist: { ...checklist, dataSharing: { result: 'notApplicable' } } }, seen: { 填写不适用: '数据资源共享' } },
    {
      fails: '三项都不适用：一并指出',
      data: { checklist: { ...checklist, funds: unlevelled, archives: unlevelled, dataSharing: unlevelled } },
      seen: { 填写不适用: '资金使用、档案管理、数据资源共享' },
    },
  ),
  ...proves(
    inapplicabilityExplained,
    { passes: '写明具体理由', data: { checklist: { ...checklist, cryptography: unlevelled } } },
    { passes: '没有理由的，由另一条规则指出', data: { checklist: { ...checklist, cryptography: { result: 'notApplicable' } } } },
    { passes: '符合要求的，备注写什么都可以', data: { checklist: { ...checklist, cryptography: { result: 'met', note: '无' } } } },
    { passes: '没有填写', data: { checklist: {} } },
    { fails: '理由写“无”', data: { checklist: { ...checklist, cryptography: { ...unlevelled, note: '无' } } }, says: '密码应用填写“不适用”，没有写明具体理由' },
    {
      fails: '理由写“不适用”',
      data: { checklist: { ...checklist, informationSecurity: { ...unlevelled, note: '本项目不适用' } } },
      seen: { 理由不具体: '信息安全' },
    },
    {
      fails: '理由是重复的字：两项一并指出',
      data: { checklist: { ...checklist, informationSecurity: { ...unlevelled, note: '密密密密密' }, cryptography: { ...unlevelled, note: '。。。。。' } } },
      seen: { 理由不具体: '信息安全、密码应用' },
    },
  ),
  ...proves(
    levelBelow,
    { passes: '五项均已验收', data: { checklist } },
    { passes: '没有填写', data: { checklist: {} } },
    { passes: '符合要求的，不问等级', data: { checklist: { ...checklist, informationSecurity: { result: 'met', level: 3 } } } },
    { passes: '不构成定级对象', data: { checklist: { ...checklist, informationSecurity: unlevelled, cryptography: unlevelled } } },
    { passes: '一级：信息安全可以不适用', data: { checklist: { ...checklist, informationSecurity: { ...unlevelled, level: 1 } } } },
    {
      fails: '二级：信息安全不能不适用',
      data: { checklist: { ...checklist, informationSecurity: { ...unlevelled, level: 2 } } },
      seen: { 达到等级: '信息安全：2级' },
    },
    { passes: '二级：密码应用可以不适用', data: { checklist: { ...checklist, cryptography: { ...unlevelled, level: 2 } } } },
    {
      fails: '三级：密码应用不能不适用',
      data: { checklist: { ...checklist, cryptography: { ...unlevelled, level: 3 } } },
      says: '密码应用：3级，已达到须测评、密评的等级',
      seen: { 达到等级: '密码应用：3级' },
    },
    {
      fails: '一项没有写明等级，另一项已达到：一并指出',
      data: { checklist: { ...checklist, informationSecurity: { ...unlevelled, level: undefined }, cryptography: { ...unlevelled, level: 3 } } },
      says: '信息安全填写“不适用”，没有写明网络安全保护等级；密码应用：3级，已达到须测评、密评的等级',
      seen: { 未写等级: '信息安全', 达到等级: '密码应用：3级' },
    },
    {
      fails: '等级没有写明',
      data: { checklist: { ...checklist, cryptography: { ...unlevelled, level: undefined } } },
      says: '密码应用填写“不适用”，没有写明网络安全保护等级',
      seen: { 未写等级: '密码应用' },
    },
    {
      fails: '一项没有写明等级，另一项达到等级：一并指出',
      data: { checklist: { ...checklist, informationSecurity: { ...unlevelled, level: 4 }, cryptography: { result: 'notApplicable' } } },
      says: '密码应用填写“不适用”，没有写明网络安全保护等级；信息安全：4级，已达到',
      seen: { 未写等级: '密码应用', 达到等级: '信息安全：4级' },
    },
    {
      fails: '两项都没有写明等级',
      data: { checklist: { ...checklist, informationSecurity: { result: 'notApplicable' }, cryptography: { result: 'notApplicable' } } },
      seen: { 未写等级: '信息安全、密码应用' },
    },
    {
      fails: '两项都达到等级',
      data: { checklist: { ...checklist, informationSecurity: { ...unlevelled, level: 3 }, cryptography: { ...unlevelled, level: 3 } } },
      seen: { 达到等级: '信息安全：3级、密码应用：3级' },
    },
    {
      passes: '标准调整为四级后，三级的密码应用可以不适用',
      data: { checklist: { ...checklist, cryptography: { ...unlevelled, level: 3 } } },
      facts: { parameters: { 'acceptance.cryptographyFrom': 4 } },
    },
  ),
  ...proves(
    allSubjectsMet,
    { passes: '五项均符合，通过', data: { ...passed, checklist } },
    { passes: '一项不适用，通过', data: { ...passed, checklist: { ...checklist, cryptography: { result: 'notApplicable', note: '不使用密码产品' } } } },
    { passes: '一项不符合，结论为不通过', data: { ...failed, checklist: { ...checklist, funds: { result: 'notMet' } } } },
    { passes: '五项均符合，结论仍可为不通过', data: { ...failed, checklist } },
    { passes: '没有填写的不算不符合', data: { ...passed, checklist: {} } },
    {
      fails: '一项不符合：不能通过',
      data: { ...passed, checklist: { ...checklist, funds: { result: 'notMet' } } },
      says: '资金使用',
      seen: { 不符合: '资金使用' },
    },
    {
      fails: '两项不符合：一并指出',
      data: { ...passed, checklist: { ...checklist, archives: { result: 'notMet' }, dataSharing: { result: 'notMet' } } },
      says: '档案管理、数据资源共享',
    },
  ),
  ...(
    [
      [securityEvidenced, 'informationSecurity', 'securityEvidence', '等级保护测评或安全检测报告'],
      [cryptographyEvidenced, 'cryptography', 'cryptographyEvidence', '密码应用安全性评估报告'],
    ] as const
  ).flatMap(([rule, subject, kind, label]) =>
    proves(
      rule,
      { passes: `${label}已上传`, data: { ...passed, checklist }, facts: { documents: ['other', kind] } },
      { passes: `验收不适用，不需要${label}`, data: { ...passed, checklist: { ...checklist, [subject]: { result: 'notApplicable', note: '不涉及' } } } },
      { passes: `结论为不通过，不需要${label}`, data: { ...failed, checklist } },
      { passes: `没有填写这一项，由另一条规则指出(${label})`, data: { ...passed, checklist: {} } },
      {
        fails: `符合要求而缺${label}`,
        data: { ...passed, checklist },
        facts: { documents: ['other'] },
        says: label,
        seen: { 验收内容: subject === 'cryptography' ? '密码应用' : '信息安全' },
      },
    ),
  ),
  ...proves(
    archivesAccepted,
    { passes: '档案验收合格' },
    { fails: '未进行档案验收', context: (usual) => ({ ...usual, archiveAcceptance: null }) },
    { fails: '档案验收不合格', context: { archiveAcceptance: { passed: false } } },
  ),
];
