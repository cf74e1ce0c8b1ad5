import { PLAN_2026, PLAN_2027, PLAN_2028, PLAN_2029 } from '../plans.js';
import { BUREAU, officeDay } from '../office-days.js';
import { life } from './life.js';

/**
 * Projects that are still on their way at the end of the demonstration. Most of them are stuck, each for a different
 * reason.
 */
export const open = [
  life('no1-school', '数字图书馆', 78.6, { content: '图书管理和数字阅读系统' }, (p) => [
    p.step('2025-02-11', 'no1-school', 'declare', {}, { upload: 'declarationForm' }),
    p.step('2025-02-14', 'education', 'endorse', { opinion: '同意' }),
    p.step('2025-02-18', BUREAU, 'returnForCorrection', { items: '请说明与智慧校园平台的关系' }),
    p.step('2025-02-28', 'no1-school', 'resubmit', {
      reply: '只建图书业务，统一身份用智慧校园平台',
      declaration: { technicalRoute: '对接智慧校园统一身份认证' },
    }),
    p.step('2025-03-03', 'education', 'endorse', { opinion: '同意修改后的路线' }),
    p.refused('2025-03-04', BUREAU, 'passPreReview', { similarity: 'split' }, '2.1.2b'),
    p.step(
      '2025-03-07',
      BUREAU,
      'passPreReview',
      { similarity: 'distinct', similarityReason: '业务、用户和数据均不重叠' },
      { state: 'reserve.pooled' },
    ),
    p.cityFiled('2025-03-11'),
  ]),

  life(
    'health',
    '慢性病管理信息系统',
    145,
    { content: '慢病筛查、随访和健康指导' },
    (p) => [p.declared('2028-07-11'), p.planned(PLAN_2029)],
    (declaration) => [
      { by: 'rongcheng-town', data: { ...declaration, title: '蓉城镇慢性病管理系统' }, clause: '2.1.2d' },
    ],
  ),

  life('education', '教育大数据分析平台', 720, { content: '学情、师资和经费数据分析' }, (p) => [
    p.declared('2027-07-13'),
    p.planned(PLAN_2028),
  ]),

  life('development-zone', '招商引资数据平台', 128, { content: '招商线索、项目进度和要素保障' }, (p) => [
    p.declared('2026-07-14'),
    p.step(PLAN_2027.applied, 'development-zone', 'applyForPlan', { planYear: PLAN_2027.year }),
    p.found('2026-09-22', 'reserve.pooled'),
    p.addedOutOfPlan('2027-08-10', '建设资金已经落实，招商任务年内须完成'),
    p.examined('2027-11-16', 'combined'),
    p.contracted('2028-01-04'),
    p.built('2028-02-22', '2028-08-15'),
    p.tried('2028-08-22'),
    p.selfAccepted('2028-12-15', { filed: false }),
  ]),

  life('county-hospital', '智慧病房系统', 230, { content: '床旁终端、护理呼叫和输液监测' }, (p) => [
    p.declared('2026-07-14'),
    p.planned(PLAN_2027),
    p.step(
      '2026-09-18',
      'county-hospital',
      'resubmit',
      { reply: '已补充个人信息保护措施' },
      { state: 'plan.collected' },
    ),
    p.examined('2026-11-17', 'combined'),
    p.contracted('2027-01-05'),
    p.built('2027-02-23', '2027-07-13'),
    p.tried('2027-07-20'),
    p.urged('2028-03-14'),
  ]),

  life('health', '院前急救指挥调度系统', 380, { content: '120调度、车载终端和院前院内信息衔接' }, (p) => [
    p.declared('2026-07-14'),
    p.planned(PLAN_2027),
    p.examined('2026-11-17', 'combined'),
    p.contracted('2027-01-12', { unfiled: true }),
    p.built('2027-03-16', null),
    p.urged('2027-06-15', BUREAU),
  ]),

  life('development-zone', '园区智慧停车系统', 168, { content: '停车诱导、统一收费和车位共享' }, (p) => [
    p.declared('2026-07-17'),
    p.planned(PLAN_2027),
    p.examined('2026-11-24', 'combined'),
    p.contracted('2027-01-12'),
    p.built('2027-03-09', null),
    p.step(
      '2027-06-15',
      BUREAU,
      'suspend',
      { reason: '建设内容与批复不符，暂停建设', number: '青数〔2027〕21号', date: '2027-06-15' },
      { upload: 'standingDecision' },
    ),
    p.refused('2027-09-14', 'development-zone', 'reportProgress', { percent: 70 }, '2.6.3b'),
  ]),

  life('no1-school', '录播教室建设', 52, { content: '两间常态化录播教室' }, (p) => [
    p.declared('2025-02-11'),
    p.step('2025-06-17', 'no1-school', 'withdraw', { reason: '改由智慧教育云平台统一建设' }),
  ]),

  life('education', '校园门禁人脸识别系统', 96, { content: '校门通道和访客管理' }, (p) => [
    p.step('2025-02-11', 'education', 'declare', {}, { upload: 'declarationForm' }),
    p.step('2025-02-18', BUREAU, 'returnForCorrection', { items: '请说明个人信息保护措施和必要性' }),
    p.step('2025-02-28', 'education', 'resubmit', { reply: '补充个人信息保护说明' }),
    p.step('2025-03-04', BUREAU, 'addSigners', { to: ['role:cyberspace'], question: '采集人脸信息是否必要' }),
    p.refused('2025-03-07', BUREAU, 'rejectPreReview', { reason: '必要性不足' }, '2.6.2'),
    p.step('2025-03-07', 'cyberspace', 'giveSignature', { agrees: false, opinion: '没有采集人脸信息的充分必要性' }),
    p.step('2025-03-07', BUREAU, 'rejectPreReview', { reason: '与公共安全视频平台重复，必要性不足' }),
  ]),

  life('health', '健康驿站自助服务系统', 270, { content: '社区健康驿站设备和后台' }, (p) => [
    p.declared('2025-08-15'),
    p.planned(PLAN_2026),
    p.examined('2025-11-25', 'combined'),
    p.refused('2026-03-10', 'health', 'withdraw', { reason: '服务模式调整' }, '2.6.4'),
    p.step(
      '2026-03-17',
      BUREAU,
      'terminate',
      { cause: 'objective', reason: '省级统一建设健康驿站平台', number: '青数〔2026〕9号', date: '2026-03-17' },
      { upload: 'standingDecision' },
    ),
  ]),

  life('education', '标准化智慧考场', 150, { content: '考场监控、作弊防控和考务指挥' }, (p) => [
    p.declared('2026-07-17'),
    p.planned(PLAN_2027),
    p.examined('2026-11-10', 'combined'),
    p.contracted('2027-01-19'),
    p.built('2027-03-16', '2027-09-14'),
    p.tried('2027-09-21'),
    p.selfAccepted('2028-01-11'),
    p.archived('2028-02-22'),
    p.refused(officeDay('2028-10-10'), 'education', 'submitSelfEvaluation', { summary: '提前报送' }, '2.4.6a'),
  ]),

  life(
    'education',
    '城乡同步课堂服务采购',
    180,
    { content: '同步课堂平台服务三年', deliveryMode: 'purchaseService' },
    (p) => [
      p.declared('2025-08-15'),
      p.planned(PLAN_2026),
      p.examined('2025-11-18', 'servicePlan'),
      p.contracted('2026-01-06'),
      p.built('2026-02-24', '2026-08-25'),
      p.tried('2026-09-01'),
      p.selfAccepted('2026-12-08', { publicly: false }),
      p.archived('2027-01-12'),
      p.evaluated('2027-12-21', { owing: true }),
    ],
  ),
];
