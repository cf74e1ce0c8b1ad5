import type { Grade, Parameter } from '#machines/kit/words/parameters.js';

/** The day the regulation was issued. Every default counts from it. */
export const ISSUED = '2024-08-09';

const line =
  (grade: Grade) =>
  <const Key extends string>(
    key: Key,
    value: number,
    unit: Parameter['unit'],
    label: string,
    source: string,
  ): Parameter & { key: Key } => ({ key, label, value, unit, from: ISSUED, source, grade });

const law = line('law');
const peer = line('peer');
const analogy = line('analogy');
const house = line('house');

const SWU = '参照西南大学信息化项目管理规定(西校〔2025〕39号)';
const LICENSING = '参照行政许可法的期限设定';
/** Quoted from memory, not from the text. The source says so itself, so that nobody takes it for settled law. */
const PROCUREMENT = '参照政府采购法第46、47条和实施条例第50条，请法制机构核对后使用';
const TRACKING = '实施方案未规定，产品默认；只作跟踪提醒，不产生逾期责任';
const DEFAULT = '实施方案未规定，产品默认';
const LADDER = '实施方案未规定提醒和督办的时点，产品默认；可按单位的习惯调整';

/** Amounts and shares on which a route depends. */
const thresholds = [
  law('threshold.twoStepApproval', 500_000_000, 'fen', '可研与初步设计分两步审批的投资额起点(含)', '二(二)2'),
  law(
    'threshold.upperReview',
    500_000_000,
    'fen',
    '初步设计报市、省审核的投资额起点(含，不包括续建、运维类)',
    '二(二)4',
  ),
  law('threshold.bureauAcceptance', 200_000_000, 'fen', '由数据资源管理部门组织竣工验收的概算起点(含)', '二(四)2'),
  law('change.maxShare', 15, 'percent', '自主调整金额占投资总概算的上限(含)', '二(三)3；按项目累计计算是本产品的理解'),
  law('change.maxAmount', 100_000_000, 'fen', '自主调整金额上限(含)', '二(三)3；按项目累计计算是本产品的理解'),
];

/** How far a later amount may be above the one it rests on. */
const drift = [
  analogy(
    'budget.overStudy',
    10,
    'percent',
    '初步设计概算超过可行性研究报告批复投资的上限(含)',
    '参照政府投资条例第12条：概算超过可研批复投资10%的，可以要求重新报送可行性研究报告',
  ),
  house('plan.overEstimate', 10, 'percent', '估算、可研、概算超过列入计划金额的上限(含)', DEFAULT),
];

const planning = [
  house('draft.tracking', 20, 'workingDays', '草稿未提交的跟踪提醒', TRACKING),
  house('pool.preReview', 10, 'workingDays', '储备库预审', DEFAULT),
  house('pool.tracking', 60, 'workingDays', '入库后未进入计划的跟踪提醒', TRACKING),
  house('cityFiling.report', 10, 'workingDays', '入库后报市备案', DEFAULT),
  house('endorsement', 10, 'workingDays', '主管部门审核', DEFAULT),
  house('classified.consent', 10, 'workingDays', '保密部门同意登记涉密项目索引', DEFAULT),
  house('classified.tracking', 6, 'months', '更新涉密项目线下办理阶段的跟踪提醒', TRACKING),
  house('participation', 10, 'workingDays', '参建单位确认', DEFAULT),
  house(
    'similarity.share',
    60,
    'percent',
    '项目名称、建设目标、技术路线提示为相似的最低相似度',
    '二(一)2未规定相似的标准，产品默认；只作提示，由预审人员认定',
  ),
  house(
    'plan.window.opens',
    7,
    'months',
    '下年度计划申报开始：自1月1日起满7个月，即8月1日',
    '实施方案未规定，介于常州(7月1日至8月31日)与聊城高新区(10月)之间',
  ),
  house(
    'plan.window.closes',
    10,
    'months',
    '下年度计划申报截止：自1月1日起满10个月的前一日，即10月31日',
    '实施方案未规定，介于常州(7月1日至8月31日)与聊城高新区(10月)之间',
  ),
  house('plan.listing', 20, 'workingDays', '提出年度计划清单', DEFAULT),
  house('plan.issue', 20, 'workingDays', '年度计划确定后下达', DEFAULT),
  house('developmentPlan.submission', 20, 'workingDays', '规划会签后报市局、报县政府', DEFAULT),
  house(
    'developmentPlan.adjustmentCityReview',
    1,
    'count',
    '规划调整是否先经市局审核(1为须经，0为不经)',
    '实施方案对规划调整只写报县政府批准，未提市局审核；产品默认与编制规划相同',
  ),
  house('developmentPlan.implementation', 20, 'workingDays', '规划批准后开始实施', DEFAULT),
  house('developmentPlan.filing', 10, 'workingDays', '规划批准后报市局备案', DEFAULT),
  house('developmentPlan.tracking', 6, 'months', '规划实施情况的跟踪提醒', TRACKING),
  house('need.answer', 10, 'workingDays', '部门答复乡镇需求', DEFAULT),
  house('need.coordination', 10, 'workingDays', '确认乡镇需求统筹', DEFAULT),
  house('jointReview', 5, 'workingDays', '各部门联审', DEFAULT),
];

const approval = [
  house('preparation.tracking', 40, 'workingDays', '编制报批文件的跟踪提醒', TRACKING),
  analogy(
    'approval.each',
    20,
    'workingDays',
    '每一步审批',
    `${LICENSING}；补正、专家评审、市省审核、第三方审查期间停止计时`,
  ),
  house('schemeReview.examination', 10, 'workingDays', '参照执行项目的方案审查', DEFAULT),
  house('schemeReview.tracking', 20, 'workingDays', '方案审查通过后未登记实施的跟踪提醒', TRACKING),
  house('operation.examination', 10, 'workingDays', '运维方案和预算会审', DEFAULT),
  house('operation.conclusion', 5, 'workingDays', '会审后作出运维预算审核结论', DEFAULT),
  analogy('correction.notice', 5, 'workingDays', '一次性告知补正', LICENSING),
  house('correction.reply', 15, 'workingDays', '申请人补正', DEFAULT),
  house('upperReview.tracking', 10, 'workingDays', '市、省意见未返回的跟踪提醒', TRACKING),
  house('experts.min', 3, 'count', '评审专家最少人数(单数)', `${DEFAULT}，${SWU}`),
  house('experts.minLarge', 5, 'count', '大额项目评审专家最少人数(单数)', `${DEFAULT}，${SWU}`),
  house('experts.largeFrom', 500_000_000, 'fen', '适用大额项目专家人数的投资额起点(含)', `${DEFAULT}，${SWU}`),
  peer('approval.stale.warn', 6, 'months', '批复后未采购的提醒', SWU),
  peer('approval.stale.late', 12, 'months', '批复后未签合同的提醒(批复不自动失效)', SWU),
];

const procurement = [
  house('procurement.tracking', 20, 'workingDays', '采购进展的跟踪提醒', TRACKING),
  peer('quotes.min', 3, 'count', '市场询价最少家数', SWU),
  analogy('contract.signing', 30, 'days', '中标或成交通知后签订合同', PROCUREMENT),
  analogy('contract.publication', 2, 'workingDays', '合同签订后公告', PROCUREMENT),
  analogy('contract.financeFiling', 7, 'workingDays', '合同签订后报财政部门备案', PROCUREMENT),
  peer('contract.filing', 5, 'workingDays', '合同签订后报数据资源管理部门备案', '参照聊城高新区规定'),
];

const construction = [
  house('start.tracking', 20, 'workingDays', '合同备案后未开工的跟踪提醒', TRACKING),
  house('progress.tracking', 1, 'months', '建设进度报送的提醒', '二(三)4要求报送建设进度而未定频次，产品默认每月'),
  house('change.filing', 5, 'workingDays', '自主调整决定作出后报备案', '二(三)3要求“同时”备案，产品默认的办理时间'),
  house('change.acknowledgement', 5, 'workingDays', '受理自主调整备案', DEFAULT),
  house('change.implementation', 1, 'months', '变更备案或者批准后实施情况的跟踪提醒', TRACKING),
  house('trial.start', 10, 'workingDays', '建设完成后开始试运行', DEFAULT),
  law('trial.normal', 3, 'months', '试运行期', '二(四)1'),
  law('trial.max', 6, 'months', '试运行期最长(自开始之日起的总长)', '二(四)1'),
];

const acceptance = [
  peer('acceptance.apply', 30, 'days', '试运行结束后申请竣工验收', '参照海南(琼信组办〔2002〕18号)等规定'),
  peer('acceptance.precheck', 5, 'workingDays', '验收材料预审', SWU),
  peer('acceptance.meeting', 10, 'workingDays', '组织竣工验收', SWU),
  peer('acceptance.filing', 15, 'workingDays', '自行验收后报备案', '参照深圳征求意见稿'),
  house(
    'interface.period',
    12,
    'months',
    '合同未写明时的数据接口免费服务期限',
    '二(四)3要求合同列明期限而未定长短，合同已列明的从合同',
  ),
  house('interface.warn.first', 90, 'days', '数据接口免费服务期届满前第一次告知', '二(四)3未规定，产品默认'),
  house('interface.warn.second', 30, 'days', '数据接口免费服务期届满前第二次告知', '二(四)3未规定，产品默认'),
  analogy(
    'acceptance.securityFrom',
    2,
    'count',
    '验收时信息安全不得填写“不适用”的网络安全保护等级(含)',
    '参照网络安全等级保护制度：二级及以上的系统须备案、测评；二(一)6未定等级',
  ),
  analogy(
    'acceptance.cryptographyFrom',
    3,
    'count',
    '验收时密码应用不得填写“不适用”的网络安全保护等级(含)',
    '参照商用密码应用安全性评估制度：三级及以上的系统须评估；二(一)6未定等级',
  ),
  peer('extension.before', 30, 'workingDays', '延期验收申请须早于到期日', SWU),
  peer('extension.max', 6, 'months', '延期验收最长', SWU),
  house('suspension.tracking', 20, 'workingDays', '暂停项目处理进展的跟踪', TRACKING),
  house(
    'extension.decision',
    10,
    'workingDays',
    '延长试运行、延期验收申请的审批',
    '办法未规定时限，产品默认与预审相同',
  ),
  house(
    'operation.yearly',
    12,
    'months',
    '安全检测、数据共享使用反馈的周期',
    '二(一)6、二(二)6要求定期而未定频次，产品默认每年',
  ),
  house(
    'supervision.requiredFrom',
    100_000_000_000,
    'fen',
    '提示聘请监理的概算起点(含)',
    '二(三)1要求执行监理制度而未定起点，默认10亿元，即不提示',
  ),
  house('archival.handover', 3, 'months', '验收后移交档案', DEFAULT),
  house('archival.confirm', 10, 'workingDays', '档案部门确认接收', DEFAULT),
  law('evaluation.open', 12, 'months', '自评价最早报送(自通过验收之日起)', '二(四)6'),
  law('evaluation.due', 24, 'months', '自评价最迟报送(自通过验收之日起)', '二(四)6'),
  house('evaluation.review', 20, 'workingDays', '自评价报告审核', DEFAULT),
  house('settlement.tracking', 10, 'workingDays', '评价完成后备案、公开等事项未办结的跟踪提醒', TRACKING),
];

const supervision = [
  peer('rectification.max', 3, 'months', '限期整改最长', SWU),
  house('rectification.review', 10, 'workingDays', '整改结果复核', DEFAULT),
  house('rectification.disposition', 10, 'workingDays', '整改不合格后决定处置或者另定期限', DEFAULT),
  house('rectification.lifting', 5, 'workingDays', '整改合格后解除处置', DEFAULT),
  house(
    'rectification.deferralBlocksPlan',
    1,
    'count',
    '暂缓安排建设计划期间不受理该单位的计划申请：1为不受理，0为受理',
    '二(六)3规定暂缓安排，未定如何执行；不受理是本产品的理解',
  ),
  house('measure.tracking', 20, 'workingDays', '处置后整改进展的跟踪', TRACKING),
  analogy('publication', 20, 'workingDays', '计划下达、批复、验收后公开', '参照政府信息公开条例'),
  house('remind.first', 30, 'days', '到期前第一次提醒责任人', LADDER),
  house('remind.second', 7, 'days', '到期前第二次提醒责任人', LADDER),
  house('remind.third', 3, 'days', '到期前第三次提醒责任人', LADDER),
  house('remind.last', 1, 'days', '到期前最后一次提醒责任人', LADDER),
  house('trial.warn.first', 30, 'days', '试运行结束前第一次提醒', DEFAULT),
  house('trial.warn.second', 7, 'days', '试运行结束前第二次提醒', DEFAULT),
  house('evaluation.remind.first', 12, 'months', '绩效自评价第一次提醒(自通过验收之日起)', DEFAULT),
  house('evaluation.remind.second', 18, 'months', '绩效自评价第二次提醒(自通过验收之日起)', DEFAULT),
  house('evaluation.remind.third', 21, 'months', '绩效自评价第三次提醒(自通过验收之日起)', DEFAULT),
  house('evaluation.remind.last', 23, 'months', '绩效自评价最后一次提醒(自通过验收之日起)', DEFAULT),
  house('escalate.head', 1, 'workingDays', '逾期后告知责任单位负责人', LADDER),
  house('escalate.superior', 5, 'workingDays', '逾期后告知主管部门', LADDER),
  house('escalate.bureau', 10, 'workingDays', '逾期后告知县数据资源管理局负责人', LADDER),
  house('escalate.consultation', 20, 'workingDays', '逾期后提请协商机制', LADDER),
  house('escalate.again', 20, 'workingDays', '提请协商机制后仍未办结的，每隔多久再催经办人和负责人', LADDER),
];

/**
 * Every number of the procedures: those the regulation fixes (grade `law`) and the defaults where it is silent. An
 * administrator replaces one with a later dated line, never by editing this list.
 */
export const parameters = [
  ...thresholds,
  ...drift,
  ...planning,
  ...approval,
  ...procurement,
  ...construction,
  ...acceptance,
  ...supervision,
];
/** The keys under which the numbers are read. Any other key does not compile. */
export type ParameterKey = (typeof parameters)[number]['key'];
