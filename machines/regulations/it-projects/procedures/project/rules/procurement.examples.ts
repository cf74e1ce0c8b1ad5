import { wan } from '#machines/kit/words/money.js';
import { amount, budgeted, proves } from '../testing/ground.js';
import { CONTRACTOR, SUPERVISOR } from '../testing/lines.js';
import {
  approvedFirst,
  awardedFirst,
  contractedFirst,
  fundsConfirmed,
  interfacePeriodInContract,
  ipInContract,
  ipInTender,
  noExclusiveTerms,
  notAffiliated,
  quotesTaken,
  supervised,
  responsibleNamed,
  singleSourceExplained,
  supplierAwarded,
  withinAward,
  withinBudget,
  withinFunds,
} from './procurement.js';

const unapproved = { amounts: [amount('estimate', wan(300))] };
const OTHER = { name: '池州数通公司', creditCode: '91341700MA2LMNPQ3W' };

const before = [
  ...proves(
    approvedFirst,
    { passes: '概算已批复', context: budgeted(wan(300)), seen: { 概算批复: '300万元' } },
    { fails: '只有估算：不得未批先建', context: unapproved, says: '不得未批先建', seen: { 概算批复: null } },
    { fails: '可研已批复、概算未批复：不得未批先建', context: { amounts: [amount('feasibility', wan(600))] } },
  ),
  ...proves(fundsConfirmed, { passes: '资金已确认' }, { fails: '资金未确认：不能采购', context: { funds: null }, says: '尚未确认资金' }),
  ...proves(
    quotesTaken,
    { passes: '询价3家', data: { quotes: 3 }, seen: { 询价家数: 3, 至少: 3 } },
    { passes: '询价4家', data: { quotes: 4 } },
    { fails: '询价2家：不足', data: { quotes: 2 }, says: ['询价2家', '不少于3家'] },
    { fails: '要求调整为5家后，询价3家', data: { quotes: 3 }, facts: { parameters: { 'quotes.min': 5 } }, says: '不少于5家' },
  ),
  ...proves(
    noExclusiveTerms,
    { passes: '已承诺没有排他性或指向性条件', data: { noExclusiveTerms: true } },
    { fails: '没有承诺', data: { noExclusiveTerms: false } },
  ),
  ...proves(
    ipInTender,
    { passes: '采购文件写明知识产权归政府所有', data: { ipClause: true } },
    { fails: '采购文件没有写明知识产权', data: { ipClause: false } },
  ),
  ...proves(
    singleSourceExplained,
    { passes: '公开招标：无需理由', data: { method: 'openTender' } },
    { passes: '单一来源并写明理由', data: { method: 'singleSource', singleSourceReason: '原系统续建，只能由原供应商提供' } },
    { fails: '单一来源而没有理由', data: { method: 'singleSource' }, says: '没有写明具体理由' },
    { fails: '单一来源，理由写“无”', data: { method: 'singleSource', singleSourceReason: '无' } },
  ),
  ...proves(
    withinFunds,
    { passes: '中标金额等于已确认的资金', data: { amountFen: wan(300) }, seen: { 金额: '300万元', 已确认的资金: '300万元' } },
    { fails: '中标金额比已确认的资金多1分', data: { amountFen: wan(300) + 1 }, says: '超过已确认的资金300万元' },
    { passes: '没有资金记录：由采购前的规则把关', context: { funds: null }, data: { amountFen: wan(300) }, seen: {} },
  ),
];

const contract = [
  ...proves(awardedFirst, { passes: '已有中标结果' }, { fails: '没有中标结果：不能签合同', context: { award: null } }),
  ...proves(
    supplierAwarded,
    { passes: '与中标供应商签订', data: { supplier: CONTRACTOR }, seen: { 合同供应商: CONTRACTOR.name, 中标供应商: CONTRACTOR.name } },
    { passes: '名称写法不同，信用代码相同', data: { supplier: { ...CONTRACTOR, name: '池州智云科技有限公司' } } },
    { fails: '与其他单位签订', data: { supplier: OTHER }, says: ['“池州数通公司”不是', CONTRACTOR.name] },
    { fails: '名称相同，信用代码不同', data: { supplier: { ...CONTRACTOR, creditCode: OTHER.creditCode } } },
    { passes: '没有中标结果：由另一条规则把关', context: { award: null }, data: { supplier: OTHER }, seen: { 合同供应商: OTHER.name, 中标供应商: null } },
  ),
  ...proves(
    withinBudget,
    { passes: '金额等于概算', context: budgeted(wan(300)), data: { amountFen: wan(300) }, seen: { 金额: '300万元', 概算批复: '300万元' } },
    { fails: '金额比概算多1分', context: budgeted(wan(300)), data: { amountFen: wan(300) + 1 }, says: ['金额300.000001万元', '超过概算批复300万元'] },
    { passes: '概算未批复：由另一条规则把关', context: unapproved, data: { amountFen: wan(400) }, seen: {} },
    { passes: '概算300万元、合同280万元后，仍按概算', data: { amountFen: wan(300) } },
  ),
  ...proves(
    withinAward,
    { passes: '合同金额等于中标金额', data: { amountFen: wan(280) }, seen: { 金额: '280万元', 中标金额: '280万元' } },
    { fails: '合同金额比中标金额多1分', data: { amountFen: wan(280) + 1 }, says: '超过中标金额280万元' },
    { passes: '没有中标金额：由另一条规则把关', context: { award: null }, data: { amountFen: wan(300) }, seen: {} },
  ),
  ...proves(
    ipInContract,
    { passes: '合同写明知识产权归政府所有' },
    { fails: '合同没有写明知识产权归政府所有', context: { contract: { ipOwnedByGovernment: false } }, says: '知识产权归政府所有' },
    { fails: '没有合同，也就没有知识产权约定', context: { contract: null } },
  ),
  ...proves(
    interfacePeriodInContract,
    { passes: '数据接口免费1个月：已写明期限', context: { contract: { interfaceFreeMonths: 1 } } },
    { fails: '数据接口免费期为零：没有写明', context: { contract: { interfaceFreeMonths: 0 } }, says: '数据接口免费服务期限' },
    { fails: '没有合同，也就没有免费期', context: { contract: null } },
  ),
];

const construction = [
  ...proves(
    responsibleNamed,
    { passes: '实施机构和责任人已确定', data: { implementingBody: '信息中心', responsiblePerson: { name: '项目责任人', phone: '0566-5000000' } } },
    { fails: '没有项目责任人', data: { implementingBody: '信息中心' } },
    { fails: '没有实施机构', data: { responsiblePerson: { name: '项目责任人', phone: '0566-5000000' } } },
    { fails: '实施机构和责任人都没有', data: {} },
  ),
  ...proves(contractedFirst, { passes: '合同已签订' }, { fails: '合同未签订：不能开工', context: { contract: null } }),
];

const supervisedFrom = { parameters: { 'supervision.requiredFrom': wan(400) } };

const advised = [
  ...proves(
    notAffiliated,
    { passes: '没有申明关联', data: { declaredAffiliation: false } },
    { fails: '申明与设计单位有关联：提示', data: { declaredAffiliation: true }, says: '关联' },
  ),
  ...proves(
    supervised,
    { passes: '概算低于标准一分', context: budgeted(wan(400) - 1), facts: supervisedFrom, data: {} },
    { passes: '概算恰为标准，已聘请监理', context: budgeted(wan(400)), facts: supervisedFrom, data: { supervisor: SUPERVISOR } },
    { passes: '概算尚未批复', context: unapproved, facts: supervisedFrom, data: {} },
    {
      fails: '概算恰为标准，没有监理：提示',
      context: budgeted(wan(400)),
      facts: supervisedFrom,
      data: {},
      says: '400万元',
      seen: { 概算批复: '400万元', 标准: '400万元' },
    },
  ),
];

export const procurementExamples = [...before, ...contract, ...construction, ...advised];
