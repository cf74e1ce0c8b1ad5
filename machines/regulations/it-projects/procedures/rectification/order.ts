import { z } from 'zod';
import type { Facts } from '#machines/kit/case/facts.js';
import { choice, prose, text } from '#machines/kit/words/fields.js';
import { parties } from '../../parties.js';
import { SOURCES, type RectificationContext } from './context.js';
import { limit } from './limit.js';

/** 限期整改通知 (二(六)3): the problem, the clause, and the day by which it must be put right. */
export const order = z.strictObject({
  project: text(64).meta({ description: '项目：案件编号或者系统内编码' }),
  number: text(100).meta({ description: '整改通知文号' }),
  source: choice(SOURCES).meta({ description: '问题来源' }),
  basis: prose().meta({ description: '法律、法规和政策依据' }),
  problems: z
    .array(
      z.strictObject({
        text: prose().meta({ description: '问题' }),
        clause: text(20).meta({ description: '违反的条款编号，如2.4.4' }),
      }),
    )
    .min(1)
    .max(50)
    .meta({ description: '存在的问题' }),
  limit,
});
export type Order = z.infer<typeof order>;

/** Returns the bureau or the supervisor. A person who is both orders as the bureau. */
const orderer = ({ actor }: Facts): 'dataBureau' | 'supervisor' =>
  actor.principals.includes(`role:${parties.dataBureau.role}`) ? 'dataBureau' : 'supervisor';

export function begin(data: Order, facts: Facts): RectificationContext {
  const { today, related } = facts;
  const { id, number, title } = related['project']![0]!;
  return {
    project: { id, number, title },
    orderedBy: orderer(facts),
    order: { on: today, number: data.number, source: data.source, basis: data.basis },
    problems: data.problems,
    limits: [{ on: today, ...data.limit }],
    reports: [],
    reviews: [],
    failedOn: null,
    passedOn: null,
    measures: [],
  };
}
