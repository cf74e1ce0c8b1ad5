import { z } from 'zod';
import { text } from '#machines/kit/words/fields.js';

const word = text(200).optional();

/** The filters of every list of supervision. */
export const filters = {
  unit: word.meta({ description: '案件所属单位' }),
  stage: word.meta({ description: '阶段' }),
  procedure: word.meta({ description: '流程' }),
  q: word.meta({ description: '名称或案号中的一段' }),
  light: z.enum(['green', 'yellow', 'red', 'grey']).optional().meta({ description: '灯色' }),
};

export const pages = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
