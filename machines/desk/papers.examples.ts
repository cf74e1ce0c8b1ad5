import type { EventCatalog } from '#machines/kit/law/events.js';
import type { DocumentDefinition } from '#machines/kit/law/papers.js';
import type { DeepPartial, Example, proofs } from '#machines/kit/testing/example.js';
import { addDays, type IsoDate } from '#machines/kit/words/dates.js';

/** Examples of the rules about papers and days, for the proofs of any procedure. */

type Proofs<Context> = ReturnType<typeof proofs<Context>>;

/**
 * Returns the examples of `attachedOf`: each document that a step asks for must be there, whatever else has been
 * uploaded.
 */
export const attachmentExamples = <Context, K extends string>(
  { proves }: Proofs<Context>,
  documents: Readonly<Record<K, DocumentDefinition>>,
  kinds: readonly K[],
): Example<Context>[] =>
  kinds.flatMap((kind) => {
    const { label } = documents[kind];
    return proves(
      `document.${kind}`,
      { passes: `已上传${label}`, facts: { documents: [kind] }, seen: { [label]: 1 } },
      { passes: `${label}有两份`, facts: { documents: [kind, 'unasked', kind] }, seen: { [label]: 2 } },
      { fails: `只上传了其他材料，缺${label}`, facts: { documents: ['unasked'] }, says: `缺少${label}`, seen: { [label]: 0 } },
    );
  });

/**
 * Returns the examples of `paperOf`: the day of the upload tells the paper of this round from the one of the round
 * before.
 */
export const paperExamples = <Context, K extends string>(
  { proves }: Proofs<Context>,
  documents: Readonly<Record<K, DocumentDefinition>>,
  kinds: readonly K[],
): Example<Context>[] =>
  kinds.flatMap((kind) => {
    const { label } = documents[kind];
    const before = addDays(TODAY, -1);
    return proves(
      `document.${kind}-of-this-round`,
      { passes: `${label}当日上传`, data: { date: TODAY }, facts: { documents: [{ kind, uploadedOn: TODAY }] }, seen: { 上传日期: TODAY, 登记日期: TODAY } },
      { passes: `${label}事后补登`, data: { date: before }, facts: { documents: [{ kind, uploadedOn: TODAY }] } },
      {
        passes: `${label}有上一次的，也有这一次的`,
        data: { date: TODAY },
        facts: {
          documents: [
            { kind, uploadedOn: TODAY },
            { kind, uploadedOn: before },
          ],
        },
      },
      {
        passes: `没有${label}：由另一条规则答复`,
        data: { date: TODAY },
        facts: { documents: [{ kind: 'unasked', uploadedOn: before }] },
        seen: { 上传日期: null, 登记日期: TODAY },
      },
      { passes: '没有填写日期：由表单检查', data: {}, facts: { documents: [kind] } },
      {
        fails: `只有前一天上传的${label}`,
        data: { date: TODAY },
        facts: { today: TODAY, documents: [{ kind, uploadedOn: before }] },
        says: `最近一份${label}于${before}上传，早于所登记的日期${TODAY}`,
        seen: { 上传日期: before, 登记日期: TODAY },
      },
      {
        fails: `上传的有两份，都是以前的${label}`,
        data: { date: TODAY },
        facts: {
          documents: [
            { kind, uploadedOn: before },
            { kind, uploadedOn: addDays(TODAY, -9) },
          ],
        },
        seen: { 上传日期: before, 登记日期: TODAY },
      },
    );
  });

const TODAY = '2026-06-01';

/** Returns the examples of `notInFuture`: an event of a later day can't be recorded; one of today can. */
export const notInFutureExamples = <Context>({ proves }: Proofs<Context>, fields: readonly string[]): Example<Context>[] =>
  fields.flatMap((field) =>
    proves(
      `date.${field}-not-in-future`,
      { passes: '登记今天的日期', data: { [field]: TODAY }, facts: { today: TODAY } },
      { passes: '登记昨天的日期', data: { [field]: addDays(TODAY, -1) }, facts: { today: TODAY } },
      { passes: '没有填写日期：由表单检查', data: {} },
      { fails: '登记明天的日期', data: { [field]: addDays(TODAY, 1) }, facts: { today: TODAY }, says: `${addDays(TODAY, 1)}晚于今天${TODAY}` },
    ),
  );

/** One date and the date it must follow, as the ground has them or as `context` says. */
export interface Order<Context, On extends string = string> {
  on: On;
  field: string;
  label: string;
  earlier: string;
  /** The earlier day. */
  day: IsoDate;
  context?: DeepPartial<Context>;
  /** A case in which the earlier step has left no date. */
  without?: DeepPartial<Context>;
  after?: string;
}

/** Returns the examples of `notBefore`. */
export const orderExamples = <Context, Catalog extends EventCatalog>(
  { provesAt }: Proofs<Context>,
  events: Catalog,
  orders: readonly Order<Context, keyof Catalog & string>[],
): Example<Context>[] =>
  orders.flatMap(({ on, field, label, earlier, day, context, without, after = 'in-order' }) => {
    const given = context ? { context } : {};
    const step = events[on]!.label;
    return provesAt(
      on,
      `date.${field}-${after}`,
      { passes: `${step}：${label}与${earlier}同日`, ...given, data: { [field]: day } },
      { fails: `${step}：${label}比${earlier}早一天`, ...given, data: { [field]: addDays(day, -1) }, says: `${label}${addDays(day, -1)}早于${earlier}${day}` },
      { passes: `${step}：没有填写${label}，由表单检查`, ...given, data: {} },
      ...(without ? [{ passes: `${step}：没有${earlier}，不作比较`, context: without, data: { [field]: '2020-01-01' } }] : []),
    );
  });
