import { quoted } from '#machines/kit/words/quotation.js';
import { byCase, byForm, byStep, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { verdict, yes } from '#machines/kit/law/rule.js';
import { inWan } from '#machines/kit/words/money.js';
import { isReason } from '#machines/kit/words/reason.js';
import type { ItProjectsClause } from '../../../clauses/all.js';
import { approvedBudget, type Company, type ProjectContext } from '../context.js';
import { parameter, projectRule, type ProjectRule } from './common.js';

export const approvedFirst = projectRule({
  id: 'procurement.approved-first',
  clause: '2.1.4',
  holds: '项目已经批复',
  says: '项目尚未批复，不得未批先建：批复前不能采购、签约、开工',
  remedy: '请先报批，由县数据资源管理局“批复”概算；运维项目请先登记“年度运维方案和预算审核”',
  curedBy: [byStep('approve'), byCase('operation-review')],
  about: 'case',
  judge: ({ context }) =>
    verdict(approvedBudget(context) !== undefined, {
      概算批复: approvedBudget(context) === undefined ? null : inWan(approvedBudget(context)!),
    }),
});

export const fundsConfirmed = projectRule({
  id: 'procurement.funds-confirmed',
  clause: '3.2d',
  holds: '财政部门已确认资金安排',
  says: '财政部门尚未确认资金安排，不能采购',
  remedy: '由县财政局“确认资金安排”后再办理',
  curedBy: [byStep('confirmFunds')],
  about: 'case',
  judge: ({ context }) => verdict(context.funds !== null),
});

export const quotesTaken = projectRule<{ quotes: number }>({
  id: 'procurement.quotes-taken',
  clause: '2.3.2a',
  holds: '已作市场询价',
  says: (seen) => `市场询价${String(seen['询价家数'])}家，应不少于${String(seen['至少'])}家`,
  remedy: '请补充市场询价后填写家数',
  curedBy: [byForm('quotes')],
  weight: 'principle',
  about: 'event',
  judge: ({ data, facts }) => {
    const least = parameter(facts, 'quotes.min');
    return verdict(data.quotes >= least, { 询价家数: data.quotes, 至少: least });
  },
});

export const noExclusiveTerms = projectRule<{ noExclusiveTerms: boolean }>({
  id: 'procurement.no-exclusive-terms',
  clause: '2.3.2a',
  holds: '采购需求没有排他性或指向性条件',
  says: '没有承诺采购需求不含排他性或指向性条件',
  remedy: '请核对采购需求后作出承诺',
  curedBy: [byForm('noExclusiveTerms')],
  about: 'event',
  judge: ({ data }) => verdict(data.noExclusiveTerms),
});

export const ipInTender = projectRule<{ ipClause: boolean }>({
  id: 'procurement.ip-clause',
  clause: '2.4.3',
  holds: '采购文件写明成果及知识产权归政府所有',
  says: '采购文件没有写明项目成果及知识产权归政府所有',
  remedy: '请在采购文件中写明成果及知识产权归政府所有后填写',
  curedBy: [byForm('ipClause')],
  about: 'event',
  judge: ({ data }) => verdict(data.ipClause),
});

export const singleSourceExplained = projectRule<{ method: string; singleSourceReason?: string }>({
  id: 'procurement.single-source-explained',
  clause: '2.3.1a',
  holds: '单一来源采购写明理由',
  says: '采用单一来源方式没有写明具体理由',
  remedy: '请填写单一来源的法定理由；“无”“其他”不是理由',
  curedBy: [byForm('singleSourceReason', 'method')],
  about: 'event',
  judge: ({ data }) => verdict(data.method !== 'singleSource' || isReason(data.singleSourceReason)),
});

export const awardedFirst = projectRule({
  id: 'contract.awarded-first',
  clause: '2.3.1a',
  holds: '采购已有中标(成交)结果',
  says: '采购尚无中标(成交)结果，不能签订合同',
  remedy: '请先“发布采购公告”，有结果后“登记中标(成交)结果”',
  curedBy: [byStep('recordAward'), byStep('publishTender')],
  about: 'case',
  judge: ({ context }) => verdict(context.award !== null),
});

export const supplierAwarded = projectRule<{ supplier: Company }>({
  id: 'contract.supplier-awarded',
  clause: '2.3.1a',
  holds: '合同供应商是中标(成交)供应商',
  says: (seen) => `合同供应商${quoted(seen['合同供应商'])}不是中标(成交)供应商${quoted(seen['中标供应商'])}`,
  remedy: '请与中标(成交)供应商签订合同；其不签合同的，办理“采购失败，重新组织”',
  curedBy: [byForm('supplier'), byStep('cancelTender')],
  about: 'event',
  judge: ({ context, data }) =>
    verdict(context.award === null || data.supplier.creditCode === context.award.supplier.creditCode, {
      合同供应商: data.supplier.name,
      中标供应商: context.award?.supplier.name ?? null,
    }),
});

export const withinBudget = projectRule<{ amountFen: number }>({
  id: 'contract.within-budget',
  clause: '2.3.3a',
  holds: '金额不超过概算批复',
  says: (seen) => `金额${String(seen['金额'])}超过概算批复${String(seen['概算批复'])}`,
  remedy: '请控制在概算以内；验收前确需超概的，先办理“投资变更”，经批准调整概算',
  curedBy: [byForm('amountFen'), byCase('change-request')],
  about: 'event',
  judge: ({ context, data }) => {
    const budget = approvedBudget(context);
    if (budget === undefined) return yes();
    return verdict(data.amountFen <= budget, { 金额: inWan(data.amountFen), 概算批复: inWan(budget) });
  },
});

const contracted = (
  id: string,
  label: string,
  read: (c: { ipOwnedByGovernment: boolean; interfaceFreeMonths: number }) => boolean,
) =>
  projectRule({
    id: `contract.${id}`,
    clause: '2.4.3',
    holds: `合同写明${label}`,
    says: `合同没有写明${label}，不予备案`,
    remedy: `请与供应商补充约定${label}，“更正合同信息”后备案`,
    curedBy: [byStep('amendContract')],
    about: 'case',
    judge: ({ context }) => verdict(context.contract !== null && read(context.contract)),
  });

export const ipInContract = contracted('ip-clause', '项目成果及知识产权归政府所有', (c) => c.ipOwnedByGovernment);
export const interfacePeriodInContract = contracted(
  'interface-period',
  '数据接口免费服务期限',
  (c) => c.interfaceFreeMonths > 0,
);

export const responsibleNamed = projectRule<{ implementingBody?: string; responsiblePerson?: unknown }>({
  id: 'construction.responsible-named',
  clause: '2.3.1b',
  holds: '已确定项目实施机构和项目责任人',
  says: '没有确定项目实施机构和项目责任人',
  remedy: '请填写项目实施机构、项目责任人及联系电话',
  curedBy: [byForm('implementingBody', 'responsiblePerson')],
  about: 'event',
  judge: ({ data }) => verdict(data.implementingBody !== undefined && data.responsiblePerson !== undefined),
});

export const contractedFirst = projectRule({
  id: 'construction.contracted-first',
  clause: '2.1.4',
  holds: '合同已经签订',
  says: '合同尚未签订，不能开工',
  remedy: '请先完成采购，办理“签订合同”',
  curedBy: [byStep('signContract')],
  about: 'case',
  judge: ({ context }) => verdict(context.contract !== null),
});

const notAbove = (
  id: string,
  clause: ItProjectsClause,
  label: string,
  cure: Required<Pick<ProjectRule, 'remedy' | 'curedBy'>>,
  read: (context: ProjectContext) => number | undefined,
) =>
  projectRule<{ amountFen: number }>({
    id,
    clause,
    holds: `金额不超过${label}`,
    says: (seen) => `金额${String(seen['金额'])}超过${label}${String(seen[label])}`,
    ...cure,
    about: 'event',
    judge: ({ context, data }) => {
      const most = read(context);
      return most === undefined
        ? yes()
        : verdict(data.amountFen <= most, { 金额: inWan(data.amountFen), [label]: inWan(most) });
    },
  });

export const withinFunds = notAbove(
  'procurement.within-funds',
  '3.2d',
  '已确认的资金',
  {
    remedy: '请控制在已确认的资金以内；确需增加的，先由县财政局重新“确认资金安排”',
    curedBy: [byForm('amountFen'), byStep('confirmFunds')],
  },
  (c) => c.funds?.amountFen,
);
export const withinAward = notAbove(
  'contract.within-award',
  '2.3.1a',
  '中标金额',
  { remedy: '请按中标(成交)金额以内的数额签订合同', curedBy: [byForm('amountFen')] },
  (c) => c.award?.amountFen,
);

/**
 * The text separates design from building but does not speak of affiliates. So a declared tie is shown, not refused
 * (二(二)1).
 */
export const notAffiliated = projectRule<{ declaredAffiliation: boolean }>({
  id: 'contract.not-affiliated',
  clause: '2.2.1a',
  holds: '供应商没有申明与设计单位有关联',
  says: '供应商申明与设计单位有关联，设计与实施应当分开',
  remedy: '请核对关联关系；影响采购公正的，办理“采购失败，重新组织”，不影响的可以办理',
  curedBy: [byStep('cancelTender'), NOTHING_TO_DO],
  weight: 'advice',
  about: 'event',
  judge: ({ data }) => verdict(!data.declaredAffiliation),
});

export const supervised = projectRule<{ supervisor?: Company | undefined }>({
  id: 'construction.supervised',
  clause: '2.3.1b',
  holds: '达到标准的项目已聘请监理单位',
  says: (seen) => `概算${String(seen['概算批复'])}，已达${String(seen['标准'])}，没有填写监理单位`,
  remedy: '请按工程监理制度聘请监理单位，填写后开工',
  curedBy: [byForm('supervisor')],
  weight: 'advice',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const from = parameter(facts, 'supervision.requiredFrom');
    const budget = approvedBudget(context) ?? 0;
    return verdict(budget < from || data.supervisor !== undefined, { 概算批复: inWan(budget), 标准: inWan(from) });
  },
});
