import { z } from 'zod';

export const fourDigits = z
  .string()
  .regex(/^\d{4}$/, '年份为四位数字。')
  .transform(Number);
