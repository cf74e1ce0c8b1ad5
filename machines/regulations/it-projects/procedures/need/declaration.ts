import { z } from 'zod';
import { changesOf, fen, prose, text } from '#machines/kit/words/fields.js';

const wish = {
  title: text(100).meta({ description: '需求名称' }),
  content: prose().meta({ description: '需求内容' }),
  basis: prose().optional().meta({ description: '需求依据' }),
  estimateFen: fen.optional().meta({ description: '估算金额，整数分' }),
  classified: z.boolean().meta({ description: '是否涉密' }),
};
const target = text(64).meta({ description: '请求统筹的县直部门(单位编号)' });

/** What a township registers instead of a project of its own (二(一)2). */
export const declaration = z.strictObject({ ...wish, target });
export type Declaration = z.infer<typeof declaration>;

/** The township may change the department while the need is a draft. Afterwards only the bureau redirects the need. */
export const draftChanges = changesOf(declaration);
export const corrections = changesOf(z.strictObject(wish));
