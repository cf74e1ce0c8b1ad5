import { z } from 'zod';
import { choice, company, day, fen, opinion, reason, reference, text } from '#machines/kit/words/fields.js';

/** The ways of procurement. A single source needs its reason. */
export const METHODS = {
  openTender: '公开招标',
  invitedTender: '邀请招标',
  negotiation: '竞争性谈判',
  consultation: '竞争性磋商',
  inquiry: '询价',
  singleSource: '单一来源',
  frameworkAgreement: '框架协议',
  electronicMall: '网上商城',
} as const;

/** 采购、建设、试运行 (二(三), 二(四)1, 二(四)3). */
export const deliveryEvents = {
  confirmFunds: { label: '确认资金安排', payload: z.strictObject({ ...reference, amountFen: fen }) },
  publishTender: {
    label: '发布采购公告',
    payload: z.strictObject({
      method: choice(METHODS).meta({ description: '采购方式' }),
      publishedOn: day,
      quotes: z.int().min(0).max(100).meta({ description: '市场询价家数' }),
      noExclusiveTerms: z.boolean().default(false).meta({ description: '承诺采购需求无排他性或指向性条件' }),
      ipClause: z.boolean().default(false).meta({ description: '采购文件写明成果及知识产权归政府所有' }),
      singleSourceReason: reason.optional().meta({ description: '单一来源理由' }),
    }),
  },
  cancelTender: { label: '采购失败，重新组织', payload: z.strictObject({ reason }) },
  recordAward: {
    label: '登记中标(成交)结果',
    payload: z.strictObject({
      awardedOn: day,
      supplier: company,
      amountFen: fen,
      declaredAffiliation: z.boolean().default(false).meta({ description: '供应商申明与设计单位有关联' }),
    }),
  },
  signContract: {
    label: '签订合同',
    payload: z.strictObject({
      signedOn: day,
      supplier: company,
      amountFen: fen.meta({ description: '合同金额，整数分' }),
      ipOwnedByGovernment: z.boolean().default(false).meta({ description: '合同明确成果及知识产权归政府所有' }),
      interfaceFreeMonths: z.int().min(0).max(1200).default(0).meta({ description: '数据接口免费服务期限，月' }),
    }),
  },
  amendContract: {
    label: '更正合同信息',
    payload: z.strictObject({ ipOwnedByGovernment: z.boolean(), interfaceFreeMonths: z.int().min(0).max(1200) }),
  },
  varyContract: {
    label: '变更合同金额',
    payload: z.strictObject({
      signedOn: day.meta({ description: '补充合同签订日期' }),
      amountFen: fen.meta({ description: '变更后合同总额，整数分' }),
      change: text(64).meta({ description: '所依据的投资变更(编号)' }),
    }),
  },
  fileContract: { label: '合同备案', payload: z.strictObject({ note: opinion }) },
  publishContract: {
    label: '登记合同公告',
    payload: z.strictObject({ publishedOn: day, where: text(200).meta({ description: '公告的媒体或网站' }) }),
  },
  reportContract: {
    label: '登记合同报财政备案',
    payload: z.strictObject({ reportedOn: day, number: text(100).optional() }),
  },

  startConstruction: {
    label: '开工',
    payload: z.strictObject({
      startedOn: day,
      implementingBody: text(200).optional().meta({ description: '项目实施机构' }),
      supervisor: company.optional().meta({ description: '监理单位' }),
      responsiblePerson: z
        .strictObject({ name: text(50), phone: text(30) })
        .optional()
        .meta({ description: '项目责任人' }),
    }),
  },
  reportProgress: {
    label: '报送建设进度',
    payload: z.strictObject({ percent: z.int().min(0).max(100), note: opinion }),
  },
  completeConstruction: { label: '建设完成', payload: z.strictObject({ completedOn: day, note: opinion }) },
  recordPreliminaryAcceptance: {
    label: '登记项目初验',
    payload: z.strictObject({ date: day, conclusion: choice({ passed: '合格', failed: '不合格' }) }),
  },

  startTrial: { label: '开始试运行', payload: z.strictObject({ startedOn: day }) },
  requestTrialExtension: { label: '申请延长试运行', payload: z.strictObject({ until: day, reason }) },
  approveTrialExtension: { label: '同意延长试运行', payload: z.strictObject({ opinion }) },
  refuseTrialExtension: { label: '不同意延长试运行', payload: z.strictObject({ reason }) },
  endTrialEarly: { label: '同意提前结束试运行', payload: z.strictObject({ reason, endedOn: day }) },
} as const;
