import { z } from 'zod';
import { attachments, choice, day, opinion, prose, reason, text } from '#machines/kit/words/fields.js';

/** The five subjects of completion acceptance (二(四)2). */
export const SUBJECTS = {
  informationSecurity: '信息安全',
  funds: '资金使用',
  archives: '档案管理',
  dataSharing: '数据资源共享',
  cryptography: '密码应用',
} as const;
export type Subject = keyof typeof SUBJECTS;

/** How a project did, from best to worst (二(五)). */
const GRADES = { excellent: '优', good: '良', pass: '合格', poor: '不合格' };

const found = { result: choice({ met: '符合', notMet: '不符合', notApplicable: '不适用' }), note: opinion };
const finding = z.strictObject(found).optional();
/** The level by which it is decided whether 等保测评 and 密评 apply. */
const levelled = z
  .strictObject({
    ...found,
    level: z
      .int()
      .min(0)
      .max(5)
      .optional()
      .meta({ description: '网络安全保护等级，1至5级；不构成定级对象的填0。填写不适用时必填' }),
  })
  .optional();
const checklist = z
  .strictObject({
    informationSecurity: levelled,
    funds: finding,
    archives: finding,
    dataSharing: finding,
    cryptography: levelled,
  })
  .meta({ description: '五项验收内容' });

const published = z.strictObject({ publishedOn: day, where: text(200).meta({ description: '公开的网站或栏目' }) });

/** 竣工验收、归档、绩效评价 (二(四)2, 4, 6). */
export const acceptanceEvents = {
  recordArchiveAcceptance: {
    label: '登记档案验收结果',
    payload: z.strictObject({
      result: choice({ passed: '合格', failed: '不合格' }),
      date: day,
      organiser: text(200).optional(),
      comment: opinion,
    }),
  },
  selfAccept: {
    label: '项目单位组织竣工验收',
    payload: z.strictObject({ conclusion: choice({ passed: '通过', failed: '不通过' }), concludedOn: day, checklist }),
  },
  fileAcceptance: { label: '竣工验收报备', payload: z.strictObject({ note: opinion }) },
  applyForAcceptance: { label: '申请竣工验收', payload: z.strictObject({ checklist, note: opinion }) },
  scheduleAcceptance: { label: '受理并安排竣工验收', payload: z.strictObject({ meetingOn: day }) },
  concludeAcceptance: {
    label: '作出竣工验收结论',
    payload: z.strictObject({
      conclusion: choice({ passed: '通过', failed: '不通过' }),
      concludedOn: day,
      checklist,
      experts: z
        .array(z.strictObject({ number: text(50), unit: text(200) }))
        .min(1)
        .max(99),
      comment: opinion,
      attachments,
    }),
  },
  requestAcceptanceExtension: { label: '申请延期验收', payload: z.strictObject({ until: day, reason }) },
  approveAcceptanceExtension: { label: '同意延期验收', payload: z.strictObject({ opinion }) },
  refuseAcceptanceExtension: { label: '不同意延期验收', payload: z.strictObject({ reason }) },

  handOverArchives: {
    label: '移交项目档案',
    payload: z.strictObject({ date: day, listNumber: text(100).meta({ description: '移交清单编号' }) }),
  },
  confirmHandOver: { label: '确认档案移交', payload: z.strictObject({ opinion }) },

  publishApproval: { label: '登记批复信息公开', payload: published },
  publishAcceptance: { label: '登记验收信息公开', payload: published },
  recordPlatformFiling: {
    label: '登记不依托平台项目的市局备案',
    payload: z.strictObject({ number: text(100).meta({ description: '备案文号' }), date: day }),
  },
  reportSecurityTest: { label: '报告安全检测和风险评估', payload: z.strictObject({ on: day, result: prose(500) }) },
  reportSharing: { label: '反馈数据共享使用情况', payload: z.strictObject({ on: day, usage: prose() }) },

  submitSelfEvaluation: { label: '报送绩效自评价报告', payload: z.strictObject({ summary: prose() }) },
  acknowledgeSelfEvaluation: { label: '财政部门接收自评价报告', payload: z.strictObject({ opinion }) },
  concludeEvaluation: { label: '作出评价结论', payload: z.strictObject({ grade: choice(GRADES), findings: opinion }) },
  orderEvaluationRectification: {
    label: '评价发现问题，要求整改',
    payload: z.strictObject({ grade: choice(GRADES), findings: reason }),
  },
  reportRectification: { label: '报送整改情况', payload: z.strictObject({ report: prose() }) },
  confirmRectification: { label: '确认整改完成', payload: z.strictObject({ opinion }) },
} as const;
