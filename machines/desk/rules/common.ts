import { quoted } from '#machines/kit/words/quotation.js';
import type { Facts } from '#machines/kit/case/facts.js';
import type { DocumentDefinition } from '#machines/kit/law/papers.js';
import { byDocument, byForm } from '#machines/kit/law/cure.js';
import { no, rule, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { DeskClauses } from '../basis.js';

/** Rules that every procedure needs: a paper is there, a day has come, one day follows another. */

/** A document of this kind was uploaded. */
export const attachedOf =
  <Clause extends ClauseId>() =>
  <K extends string>(documents: Readonly<Record<K, DocumentDefinition<Clause>>>) =>
  (kind: K, clause: Clause = documents[kind].clause): Rule<unknown, unknown> => {
    const { label } = documents[kind];
    return rule({
      id: `document.${kind}`,
      clause,
      holds: `已上传${label}`,
      says: `缺少${label}`,
      remedy: `请上传“${label}”后再提交`,
      curedBy: [byDocument(kind)],
      about: 'case',
      judge: ({ facts }) => {
        const count = facts.documents.filter((d) => d.kind === kind).length;
        return verdict(count > 0, { [label]: count });
      },
    });
  };

/**
 * The paper of a decision that others made on the event's `date`. An older paper tells of an earlier round, or of
 * something else.
 */
export const paperOf = <K extends string>(documents: Readonly<Record<K, DocumentDefinition>>) => {
  const attached = attachedOf<ClauseId>()(documents);
  return (kind: K): Rule<unknown, { date?: IsoDate }>[] => {
    const { label, clause } = documents[kind];
    const ofThisRound = rule<unknown, { date?: IsoDate }>({
      id: `document.${kind}-of-this-round`,
      clause,
      holds: `${label}不早于所登记的日期上传`,
      says: (seen) =>
        `最近一份${label}于${String(seen['上传日期'])}上传，早于所登记的日期${String(seen['登记日期'])}，不是这一次的`,
      remedy: `请上传这一次的“${label}”；登记的日期有误的，请更正日期`,
      curedBy: [byDocument(kind), byForm('date')],
      about: 'event',
      judge: ({ data, facts }) => {
        const latest = facts.documents
          .filter((d) => d.kind === kind)
          .map((d) => d.uploadedOn)
          .sort()
          .at(-1);
        return verdict(!data.date || !latest || latest >= data.date, {
          上传日期: latest ?? null,
          登记日期: data.date ?? null,
        });
      },
    });
    return [attached(kind), ofThisRound];
  };
};

/** The day that somebody records has come: what has not happened yet can't be recorded. */
export const notInFuture =
  <Clause extends ClauseId>() =>
  <K extends string>(field: K, label: string, clause: Clause): Rule<unknown, { [P in K]?: IsoDate }> =>
    rule<unknown, { [P in K]?: IsoDate }>({
      id: `date.${field}-not-in-future`,
      clause,
      holds: '登记的日期不晚于今天',
      says: (seen) => `${label}${String(seen[label])}晚于今天${String(seen['今天'])}`,
      remedy: '请填写实际发生的日期；尚未发生的，发生之后再登记',
      curedBy: [byForm(field)],
      about: 'event',
      judge: ({ data, facts }) => {
        const day = data[field];
        return day === undefined || day <= facts.today ? yes() : no({ [label]: day, 今天: facts.today });
      },
    });

/** One day follows another one: 批复 ≤ 公告 ≤ 合同 ≤ 开工 and similar orders. */
export const notBefore =
  <Clause extends ClauseId>() =>
  <Context, K extends string = string>(
    field: K,
    label: string,
    earlier: (context: Context, facts: Facts) => IsoDate | undefined,
    earlierLabel: string,
    clause: Clause,
    /** Tells several orders of one date apart. */
    after = 'in-order',
  ): Rule<Context, { [P in K]?: IsoDate }> =>
    rule<Context, { [P in K]?: IsoDate }>({
      id: `date.${field}-${after}`,
      clause,
      holds: '登记的日期不早于前一步的日期',
      says: (seen) => `${label}${String(seen[label])}早于${earlierLabel}${String(seen[earlierLabel])}`,
      remedy: '请核对日期；前一步完成之后才能办理后一步',
      curedBy: [byForm(field)],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const first = earlier(context, facts);
        const day = data[field];
        return first === undefined || day === undefined || day >= first
          ? yes()
          : no({ [label]: day, [earlierLabel]: first });
      },
    });

/** The documents that an opinion names were uploaded to this very case. */
export const attachmentsHereBy = ({ responsibility: clause }: Pick<DeskClauses, 'responsibility'>) =>
  rule<unknown, { attachments?: readonly string[] | undefined } | null>({
    id: 'office.attachments-here',
    clause,
    holds: '意见所附的材料已上传到本案件',
    says: (seen) => `本案件没有这些材料：${quoted(seen['材料'])}`,
    remedy: '请先上传材料，再填写材料编号；不附材料的，可以不填',
    curedBy: [byForm('attachments')],
    about: 'event',
    judge: ({ data, facts }) => {
      const missing = (data?.attachments ?? []).filter((id) => !facts.documents.some((d) => d.id === id));
      return missing.length === 0 ? yes() : no({ 材料: missing.join('、') });
    },
  });
