import { z } from 'zod';
import { changesOf, choice, fen, prose, text } from '#machines/kit/words/fields.js';
import { FUNDING } from '../../funding.js';

/** 一(二)4: schemes that are no projects under this regulation but follow it. */
export const TRACKS = {
  embedded: '其他财政建设项目中的信息化部分',
  enterprise: '企业投资、供部门使用的项目',
  ownFunds: '事业单位自有资金的通用类项目',
} as const;
export type Track = keyof typeof TRACKS;

const scheme = {
  title: text(100).meta({ description: '项目名称' }),
  track: choice(TRACKS).meta({ description: '参照执行的情形' }),
  content: prose().meta({ description: '信息化建设内容' }),
  amountFen: fen.meta({ description: '信息化部分投资额，整数分' }),
  fundingSources: z.array(choice(FUNDING)).min(1).max(5).meta({ description: '资金来源' }),
  parentName: text(200).optional().meta({ description: '所属的建设项目名称' }),
  classified: z.boolean().meta({ description: '是否涉密' }),
};

/** The unit's description of the scheme. */
export const declaration = z.strictObject({
  ...scheme,
  projectId: text(64).optional().meta({ description: '关联的项目：案件编号或者编码' }),
});
export type Declaration = z.infer<typeof declaration>;

/** The tie to a project is made once, at the beginning, so it can't change. */
export const changes = changesOf(z.strictObject(scheme));
