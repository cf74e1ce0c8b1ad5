import { HOSPITAL_OPERATION } from '../operations.js';
import { PLAN_2025, PLAN_2026 } from '../plans.js';
import { life } from './life.js';

/** Projects that go all the way, most of them after a wrong step that the law refused and their unit put right. */
export const closed = [
  life('education', '智慧教育云平台', 620, { content: '教学资源库、在线课堂、教育数据中台' }, (p) => [
    p.declared('2024-12-03'), p.planned(PLAN_2025),
    p.examined('2025-04-01', 'feasibility'), p.examined('2025-06-03', 'design', { hasty: true }),
    p.contracted('2025-09-09'), p.built('2025-10-21', '2026-04-14'), p.tried('2026-04-21'),
    p.bureauAccepted('2026-07-28', 'forgotten'), p.archived('2026-09-08'), p.evaluated('2027-08-24', { early: '2027-06-15' }),
  ]),

  life('health', '全民健康信息平台升级改造', 980, { content: '居民健康档案、医疗机构数据汇聚、便民服务', projectType: 'upgrade' }, (p) => [
    p.declared('2024-12-06'), p.planned(PLAN_2025), p.examined('2025-04-08', 'feasibility'),
    p.examined('2025-06-10', 'design', { returned: { items: '缺网络安全方案', without: { securityChapter: false }, corrected: { securityChapter: true } } }),
    p.contracted('2025-10-21', { overBudget: true }), p.built('2025-12-02', '2026-08-18'), p.tried('2026-08-25'),
    p.bureauAccepted('2026-12-01'), p.archived('2027-01-19'), p.evaluated('2027-12-28'),
  ]),

  life('development-zone', '智慧园区综合管理平台', 1260, { content: '园区一张图、能耗监测、企业服务、安全监管' }, (p) => [
    p.declared('2024-12-03'), p.planned(PLAN_2025), p.wrongDossier('2025-03-25', 'combined', '2.2.2b'),
    p.examined('2025-04-15', 'feasibility'),
    p.examined('2025-07-01', 'design', {
      returned: { items: '缺数据资源共享分析篇；概算列支了驻场运维费', without: { sharingChapter: false, operationCostInBudget: true }, corrected: { sharingChapter: true, operationCostInBudget: false } },
    }),
    p.contracted('2025-10-14'), p.built('2025-12-09', '2026-11-17'), p.tried('2026-11-24'),
    p.refused('2027-01-12', 'development-zone', 'requestTrialExtension', { until: '2027-06-30', reason: '园区企业接入数量多' }, '2.4.1'),
    p.step('2027-01-12', 'development-zone', 'requestTrialExtension', { until: '2027-04-23', reason: '园区企业接入数量多' }),
    p.step('2027-01-19', 'data-bureau', 'approveTrialExtension', { opinion: '同意延长至五个月' }),
    p.bureauAccepted('2027-05-11'), p.archived('2027-06-15'), p.evaluated('2028-06-13'),
  ]),

  life('no1-school', '智慧校园一体化平台', 500, { content: '教务、学工、校园一卡通统一平台' }, (p) => [
    p.declared('2025-08-12'), p.planned(PLAN_2026), p.wrongDossier('2025-11-11', 'combined', '2.2.2b'),
    p.examined('2025-11-18', 'feasibility'), p.examined('2026-01-20', 'design'),
    p.contracted('2026-04-14'), p.built('2026-05-26', '2026-09-22'), p.tried('2026-09-29'),
    p.bureauAccepted('2027-01-05'), p.archived('2027-03-02'), p.evaluated('2028-02-08'),
  ]),

  life('county-hospital', '医院信息互联互通改造', 200, { content: '院内集成平台、检查检验结果互认接口' }, (p) => [
    p.declared('2024-12-03'), p.planned(PLAN_2025), p.examined('2025-04-01', 'combined'),
    p.contracted('2025-05-13'), p.built('2025-06-24', '2025-10-21'), p.tried('2025-10-28'),
    [p.selfAcceptance('2026-02-03', { clause: '2.4.2c' })],
    p.bureauAccepted('2026-02-10'), p.archived('2026-03-17'), p.evaluated('2027-03-16'),
  ]),

  life('education', '理化生实验操作考试系统', 199.999999, { content: '考位终端、考务管理、评分系统' }, (p) => [
    p.declared('2024-12-06'), p.planned(PLAN_2025), p.examined('2025-04-08', 'combined'),
    p.contracted('2025-05-20', { unfiled: true }), p.built('2025-07-01', '2025-11-11'), p.tried('2025-11-18'),
    [p.selfAcceptance('2025-12-23', { clause: '2.4.1' })],
    p.selfAccepted('2026-02-24'), p.archived('2026-03-24'), p.evaluated('2027-03-09', { owing: true }), p.contractFiled('2027-04-13', 'closed'),
  ]),

  life('health', '基层医疗卫生机构一体化系统', 320, { content: '乡镇卫生院和村卫生室业务系统', fundingSources: ['upperTransfer', 'countyBudget'] }, (p) => [
    p.declared('2024-12-10'), p.planned(PLAN_2025), p.examined('2025-04-15', 'combined'),
    p.contracted('2025-06-03'), p.built('2025-07-15', '2025-12-16'), p.tried('2025-12-23'),
    p.bureauAccepted('2026-03-31', 'failedFirst'), p.archived('2026-05-12'), p.evaluated('2027-04-27', { rectify: true }),
  ]),

  life(
    'public-security', '公共安全视频监控续建(三期)', 560,
    { content: '重点部位前端补点和平台扩容', projectType: 'continuation', category: 'videoSurveillance', parentApprovalNumber: '青发改审〔2021〕47号' },
    (p) => [
      p.declared('2025-08-12'), p.planned(PLAN_2026), p.examined('2025-11-18', 'feasibility'),
      [p.approval('2025-12-09', { clause: '3.4d' })],
      [{ on: '2025-12-12', by: 'public-security', upload: 'videoIntegration' }],
      p.examined('2026-01-13', 'design'),
      p.contracted('2026-03-10'), p.built('2026-04-21', '2026-09-15'), p.tried('2026-09-22'),
      p.bureauAccepted('2027-01-12'), p.archived('2027-03-09'), p.evaluated('2028-02-15'),
    ],
    (declaration) => [{ by: 'public-security', data: { ...declaration, parentApprovalNumber: undefined }, clause: '2.2.4' }],
  ),

  life('county-hospital', '医院信息系统年度运行维护', 49.8, { content: '信息系统巡检、故障处置、等保复测配合', projectType: 'operation' }, (p) => [
    p.declared('2025-08-15'), p.planned(PLAN_2026, 'approval.operationReview'),
    [p.approval('2025-12-02', { clause: '2.5.4' })],
    p.operationReviewed(HOSPITAL_OPERATION.concluded),
    p.contracted('2026-01-06'), p.built('2026-02-24', '2026-12-22'),
    p.selfAccepted('2027-01-05'), p.archived('2027-02-23'), p.evaluated('2028-01-18'),
  ]),

  life('health', '区域医学影像云服务采购', 660, { content: '影像存储、调阅和远程诊断服务', deliveryMode: 'purchaseService' }, (p) => [
    p.declared('2025-08-12'), p.planned(PLAN_2026), p.examined('2025-11-25', 'servicePlan', { hasty: true }),
    p.contracted('2026-03-03'), p.built('2026-04-14', '2026-10-20'), p.tried('2026-10-27'),
    p.bureauAccepted('2027-02-16'), p.archived('2027-04-06'), p.evaluated('2028-03-21'),
  ]),

  life('development-reform', '公共信用信息平台应急升级', 112.6, { content: '信用数据归集接口和信用报告服务', projectType: 'upgrade' }, (p) => [
    p.declared('2025-05-13'),
    [p.approval('2025-06-03', { clause: '2.1.4' })],
    p.addedOutOfPlan('2025-06-10', '上级信用平台接口年内停用，须当年改造'), p.examined('2025-07-15', 'combined'),
    p.contracted('2025-09-16'), p.built('2025-10-28', '2026-03-10'), p.tried('2026-03-17'),
    p.selfAccepted('2026-06-23'), p.archived('2026-08-04'), p.evaluated('2027-07-13'),
  ]),

  life('education', '教育数据机房改造', 288, { content: '机房电力、空调和服务器更新', projectType: 'upgrade', category: 'infrastructure' }, (p) => [
    p.declared('2025-08-15'), p.planned(PLAN_2026),
    p.examined('2025-11-11', 'combined', { dossier: { catalogue: { notApplicable: '只更新基础设施，不产生数据资源' } } }),
    p.contracted('2025-12-23'), p.built('2026-02-03', '2026-05-19'), p.tried('2026-05-26'),
    p.step('2026-09-08', 'education', 'requestAcceptanceExtension', { until: '2026-11-13', reason: '等待等保测评报告' }),
    p.step('2026-09-15', 'data-bureau', 'approveAcceptanceExtension', { opinion: '同意' }),
    p.bureauAccepted('2026-10-13'), p.archived('2026-11-24'), p.evaluated('2027-11-16'),
  ]),
];
