import { z } from 'zod';
import { changesOf, choice, fen, prose, text } from '#machines/kit/words/fields.js';
import { FUNDING } from '../../funding.js';
import { PROJECT_TYPES } from '../../project-types.js';

export const DELIVERY_MODES = { build: '自建', purchaseService: '购买服务' } as const;

/** The categories of 一(二)2. */
export const CATEGORIES = {
  network: '电子政务网络平台',
  application: '业务信息系统',
  dataResource: '信息资源库',
  security: '信息安全基础设施',
  infrastructure: '电子政务基础设施',
  videoSurveillance: '公共场所视频监控',
  standards: '标准化体系',
  support: '相关支撑体系',
} as const;
export const NETWORK_ZONES = { intranet: '电子政务内网', extranet: '电子政务外网', internet: '互联网' } as const;

/** What a unit declares for the reserve pool (二(一)2). */
export const declaration = z.strictObject({
  title: text(100).meta({ description: '项目名称' }),
  goal: prose().meta({ description: '建设目标' }),
  content: prose().meta({ description: '主要内容' }),
  technicalRoute: prose().meta({ description: '技术路线' }),
  basis: prose().meta({ description: '立项依据' }),
  estimateFen: fen.meta({ description: '投资估算，整数分' }),
  fundingSources: z.array(choice(FUNDING)).min(1).meta({ description: '资金来源' }),
  projectType: choice(PROJECT_TYPES).meta({ description: '项目类型' }),
  deliveryMode: choice(DELIVERY_MODES).default('build').meta({ description: '建设方式' }),
  category: choice(CATEGORIES).meta({ description: '系统类别' }),
  networkZone: choice(NETWORK_ZONES).default('extranet').meta({ description: '部署网络' }),
  onPlatform: z.boolean().default(true).meta({ description: '是否依托省市一体化数据基础平台' }),
  classified: z.boolean().default(false).meta({ description: '是否涉密' }),
  participants: z.array(text(64)).max(30).default([]).meta({ description: '参建单位(单位编号)' }),
  newCivilWorks: z.boolean().default(false).meta({ description: '是否含新建土建工程' }),
  highEnergy: z.boolean().default(false).meta({ description: '是否高能耗' }),
  parentProject: text(64).optional().meta({ description: '续建项目：原项目的案件编号或者编码' }),
  parentApprovalNumber: text(100).optional().meta({ description: '续建项目：原项目批复文号' }),
});

export type Declaration = z.infer<typeof declaration>;

/** Returns the label of a field on the form. */
export const fieldLabel = (key: string): string =>
  declaration.shape[key as keyof Declaration].meta()!.description!.split('，')[0]!;

/** Any field of the declaration, for a correction. */
export const declarationChanges = changesOf(declaration);
