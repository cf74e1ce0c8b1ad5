import { wan } from '../../kit/money.js';
import { amount, budgeted, proves } from '../testing/ground.js';
import { checklist } from '../testing/lines.js';
import {
  allSubjectsChecked, allSubjectsMet, appliedFirst, archivesPassed, bureauAccepts, cryptographyEvidenced, extensionInTime, preliminarilyAccepted, securityEvidenced, selfAcceptable,
} from './acceptance.js';

const unapproved = { amounts: [amount('estimate', wan(300))] };
const without = (subject: keyof typeof checklist) => ({ ...checklist, [subject]: undefined });
const passed = { conclusion: 'passed' as const };
const failed = { conclusion: 'failed' as const };

const tracks = [
  ...proves(selfAcceptable,
    { passes: '概算199.999999万元：自行验收', context: budgeted(wan(199.999999)), seen: { 概算投资: '199.999999万元', 标准: '200万元' } },
    { fails: '概算恰为200万元：由县数据资源管理局验收', context: budgeted(wan(200)), says: '概算投资200万元，已达200万元' },
    { fails: '概算201万元，合同199万元：按概算', context: { amounts: [amount('budget', wan(201)), amount('contract', wan(199))] } },
    { passes: '概算尚未批复：不按估算', context: unapproved, seen: { 概算投资: '0万元', 标准: '200万元' } },
    { fails: '标准调整为100万元后，概算150万元', context: budgeted(wan(150)), facts: { parameters: { 'threshold.bureauAcceptance': wan(100) } }, says: '已达100万元' },
  ),
  ...proves(bureauAccepts,
    { passes: '概算恰为200万元：由县数据资源管理局验收', context: budgeted(wan(200)), seen: { 概算投资: '200万元', 标准: '200万元' } },
    { fails: '概算199.999999万元：自行验收', context: budgeted(wan(199.999999)), says: '概算投资199.999999万元，低于200万元' },
    { passes: '概算201万元，合同199万元：按概算', context: { amounts: [amount('budget', wan(201)), amount('contract', wan(199))] } },
    { fails: '概算尚未批复', context: unapproved, seen: { 概算投资: '0万元', 标准: '200万元' } },
  ),
  ...proves(preliminarilyAccepted,
    { passes: '初验合格', seen: { 初验: '合格' } },
    { fails: '初验不合格', context: { preliminaryAcceptance: { passed: false } }, says: '初验不合格', seen: { 初验: '不合格' } },
    { fails: '未初验', context: { preliminaryAcceptance: null }, says: '尚未初验', seen: { 初验: '未进行' } },
  ),
  ...proves(appliedFirst,
    { passes: '已申请竣工验收' },
    { fails: '未申请竣工验收', context: { acceptance: { appliedOn: null } } },
  ),
  ...proves(extensionInTime,
    { passes: '到期日前一天申请', facts: { deadlines: [{ name: 'acceptanceApply', dueOn: '2026-06-02' }] } },
    { passes: '到期日当天申请', facts: { deadlines: [{ name: 'selfEvaluation', dueOn: '2026-01-05' }, { name: 'acceptanceApply', dueOn: '2026-06-01' }] }, seen: { 到期: '2026-06-01' } },
    { fails: '到期次日申请', facts: { deadlines: [{ name: 'acceptanceApply', dueOn: '2026-05-31' }] }, says: '已于2026-05-31到期' },
    { passes: '没有验收期限', seen: { 到期: null } },
    { passes: '验收期限没有到期日', facts: { deadlines: [{ name: 'acceptanceApply', dueOn: null }] }, seen: { 到期: null } },
  ),
];

export const acceptanceExamples = [
  ...tracks,
  ...proves(archivesPassed,
    { passes: '档案验收合格，通过验收', data: passed, seen: { 档案验收: '合格' } },
    { passes: '档案未验收，结论为不通过', context: { archiveAcceptance: null }, data: failed, seen: { 档案验收: '未进行' } },
    { fails: '档案未验收：不得通过', context: { archiveAcceptance: null }, data: passed, says: '未进行档案验收', seen: { 档案验收: '未进行' } },
    { fails: '档案验收不合格：不得通过', context: { archiveAcceptance: { passed: false } }, data: passed, says: '档案验收不合格', seen: { 档案验收: '不合格' } },
    { fails: '结论未填，档案未验收', context: { archiveAcceptance: null } },
    { passes: '结论未填，档案验收合格' },
  ),
  ...proves(allSubjectsChecked,
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
  ...proves(allSubjectsMet,
    { passes: '五项均符合，通过', data: { ...passed, checklist } },
    { passes: '一项不适用，通过', data: { ...passed, checklist: { ...checklist, cryptography: { result: 'notApplicable', note: '不使用密码产品' } } } },
    { passes: '一项不符合，结论为不通过', data: { ...failed, checklist: { ...checklist, funds: { result: 'notMet' } } } },
    { passes: '五项均符合，结论仍可为不通过', data: { ...failed, checklist } },
    { passes: '没有填写的不算不符合', data: { ...passed, checklist: {} } },
    { fails: '一项不符合：不能通过', data: { ...passed, checklist: { ...checklist, funds: { result: 'notMet' } } }, says: '资金使用', seen: { 不符合: '资金使用' } },
    { fails: '两项不符合：一并指出', data: { ...passed, checklist: { ...checklist, archives: { result: 'notMet' }, dataSharing: { result: 'notMet' } } }, says: '档案管理、数据资源共享' },
  ),
  ...([[securityEvidenced, 'informationSecurity', 'securityEvidence', '等级保护测评或安全检测报告'], [cryptographyEvidenced, 'cryptography', 'cryptographyEvidence', '密码应用安全性评估报告']] as const).flatMap(([rule, subject, kind, label]) => proves(rule,
    { passes: `${label}已上传`, data: { ...passed, checklist }, facts: { documents: ['other', kind] } },
    { passes: `验收不适用，不需要${label}`, data: { ...passed, checklist: { ...checklist, [subject]: { result: 'notApplicable', note: '不涉及' } } } },
    { passes: `结论为不通过，不需要${label}`, data: { ...failed, checklist } },
    { passes: `没有填写这一项，由另一条规则指出(${label})`, data: { ...passed, checklist: {} } },
    { fails: `符合要求而缺${label}`, data: { ...passed, checklist }, facts: { documents: ['other'] }, says: label, seen: { 验收内容: subject === 'cryptography' ? '密码应用' : '信息安全' } },
  )),
];
