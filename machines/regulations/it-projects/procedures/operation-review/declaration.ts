import { z } from 'zod';
import { changesOf, fen, prose, text } from '#machines/kit/words/fields.js';

/** One line of the budget: a service of the catalogue (二(五)4). */
const item = z.strictObject({
  name: text(200).meta({ description: '运维服务目录条目' }),
  quantity: z.int().positive().max(1_000_000).meta({ description: '数量' }),
  unitPriceFen: fen.meta({ description: '单价，整数分' }),
  guidePriceFen: fen.optional().meta({ description: '集中采购指导价，整数分' }),
});
export type Item = z.infer<typeof item>;

const operation = {
  system: text(200).meta({ description: '运维的系统或者项目' }),
  year: z.int().min(2024).max(2100).meta({ description: '运维年度' }),
  items: z.array(item).min(1).max(200).meta({ description: '运维服务明细' }),
  totalFen: fen.meta({ description: '预算合计，整数分' }),
  platform: prose().meta({ description: '与省市数据平台、政务云、政务网络的衔接情况' }),
  idleResources: prose().optional().meta({ description: '闲置的资源' }),
  classified: z.boolean().meta({ description: '是否涉密' }),
};

/** A year's operation of one system, and what it costs. */
export const declaration = z.strictObject({
  ...operation,
  projectId: text(64).optional().meta({ description: '运维项目，或者建成该系统的项目：案件编号或者编码' }),
});
export type Declaration = z.infer<typeof declaration>;

/** The tie to a project is made once, at the beginning, so it can't change. */
export const changes = changesOf(z.strictObject(operation));
