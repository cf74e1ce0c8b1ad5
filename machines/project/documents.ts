import type { DocumentDefinition } from '../kit/procedure.js';

/** The kinds of documents a project gathers; the rules ask for them by these names. */
export const documents = {
  declarationForm: { label: '入库申报表', clause: '2.1.2a' },
  feasibilityReport: { label: '可行性研究报告', clause: '2.2.2b' },
  designScheme: { label: '初步设计方案', clause: '2.2.2b' },
  budgetStatement: { label: '投资概算书', clause: '2.2.2b' },
  combinedReport: { label: '合并编制文本', clause: '2.2.2c' },
  projectProposal: { label: '项目建议书', clause: '2.2.3' },
  serviceRequirement: { label: '服务需求方案', clause: '2.2.2d' },
  systemPlan: { label: '系统建设方案', clause: '2.2.2d' },
  serviceBudget: { label: '购买服务概算', clause: '2.2.2d' },
  operationPlan: { label: '运维方案', clause: '2.5.4' },
  operationBudget: { label: '运维预算', clause: '2.5.4' },
  dataCatalogue: { label: '数据资源目录', clause: '2.2.6a' },
  expertOpinion: { label: '专家评审意见', clause: '3.3a' },
  specialSituation: { label: '不依托平台的情况说明', clause: '3.4b' },
  videoIntegration: { label: '视频资源整合共享说明', clause: '3.4d' },
  landAndEnvironment: { label: '土建或高能耗项目审批文件', clause: '2.2.1b' },
  upperOpinion: { label: '市级、省级审核意见', clause: '2.2.4' },
  governmentDecision: { label: '县政府批准文件', clause: '2.2.3' },
  approvalDocument: { label: '批复文件', clause: '2.2.2b' },
  tenderDocument: { label: '采购文件', clause: '2.3.1a' },
  contract: { label: '合同文本', clause: '2.3.2b' },
  priceList: { label: '软硬件报价清单', clause: '2.3.2b' },
  trialReport: { label: '试运行报告', clause: '2.4.1' },
  preliminaryAcceptanceReport: { label: '初验报告', clause: '2.4.2c' },
  acceptanceReport: { label: '竣工验收报告', clause: '2.4.2b' },
  archiveAcceptanceOpinion: { label: '档案验收意见', clause: '2.4.4' },
  selfEvaluationReport: { label: '绩效自评价报告', clause: '2.4.6a' },
  other: { label: '其他材料', clause: '1.2.3' },
} as const satisfies Record<string, DocumentDefinition>;

export type DocumentKind = keyof typeof documents;
