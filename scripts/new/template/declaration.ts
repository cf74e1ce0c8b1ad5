import { z } from 'zod';
import { day, prose, text } from '#machines/kit/words/fields.js';

/** The form that a case begins with. */
export const declaration = z.strictObject({
  title: text(100).meta({ description: '名称' }),
  content: prose().meta({ description: '内容' }),
  neededOn: day.meta({ description: '需要日期' }),
});
export type Declaration = z.infer<typeof declaration>;
