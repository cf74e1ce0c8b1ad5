import { z } from 'zod';
import { changesOf, prose, text } from '#machines/kit/words/fields.js';

const year = z.int().min(2020).max(2100);
const content = {
  title: text(100).meta({ description: '规划名称' }),
  summary: prose().meta({ description: '主要内容' }),
  departments: z
    .array(text(64).meta({ description: '单位编号' }))
    .max(30)
    .meta({ description: '网信、发改、财政以外另行会签的部门' }),
};

/** 建设规划 of some years (二(一)1). */
export const declaration = z.strictObject({
  ...content,
  firstYear: year.meta({ description: '规划期首年' }),
  lastYear: year.meta({ description: '规划期末年' }),
});
export type Declaration = z.infer<typeof declaration>;

/** Every field except the period. The period makes a plan the only one of its kind, so it can't change. */
export const changes = changesOf(z.strictObject(content));

export const periodOf = ({ firstYear, lastYear }: Pick<Declaration, 'firstYear' | 'lastYear'>): string =>
  `${firstYear}-${lastYear}`;
