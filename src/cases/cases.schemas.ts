import { z } from 'zod';
import { text } from '#machines/kit/words/fields.js';
import { parameters } from '../http/query.js';

export const createCase = z.strictObject({
  procedure: text(100).meta({ description: '流程编号，见 GET /api/v1/procedures' }),
  data: z.unknown().meta({ description: '登记内容，格式见该流程的 creation.payloadSchema' }),
});

export const sendEvent = z.strictObject({
  type: text(100).meta({ description: '事件，见该流程的 events' }),
  data: z.unknown().optional().meta({ description: '事件内容，格式见该事件的 payloadSchema' }),
  actingFor: text(100).optional().meta({ description: '代谁办理（人员编号）；不填则先以本人、再以被代理人的身份办理' }),
  expectedSeq: z.int().min(0).optional().meta({ description: '您看到的 seq;案件已有新进展时不办理' }),
});

const word = text(200).optional();
const limit = z.coerce.number().int().min(1).max(200).default(50);

export const listCases = parameters({
  procedure: word,
  stage: word,
  state: word,
  unit: word,
  q: word,
  cursor: z.string().max(500).optional(),
  limit,
  light: z.enum(['green', 'yellow', 'red', 'grey']).optional(),
});

export const listTasks = parameters({
  limit,
  cursor: z.string().max(500).optional(),
  box: z
    .enum(['todo', 'done', 'mine', 'copied'])
    .default('todo')
    .meta({ description: '待办、已办、我发起的、抄送我的' }),
});

export const dryRun = parameters({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((v) => v === 'true')
    .meta({ description: 'true：只判断，什么都不写入' }),
});

/** 1–200 visible characters, as the draft standard for the header has it. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'Idempotency-Key 应为1到200个可见字符')
  .optional();
