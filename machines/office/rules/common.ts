import type { ClauseId } from '../../kit/clause.js';
import type { IsoDate } from '../../kit/dates.js';
import type { Facts } from '../../kit/facts.js';
import type { DocumentDefinition } from '../../kit/procedure.js';
import { no, rule, verdict, yes, type Rule } from '../../kit/rule.js';

/** Rules that every procedure needs: a paper is there, a day has come, one day follows another. */

/** A number of the regulation or of our parameters, as it stands on the day of the event. */
export const parameter = (facts: Facts, key: string): number => facts.parameters.number(key, facts.today);

/** A document of this kind has been uploaded. */
export const attachedOf =
  <K extends string>(documents: Readonly<Record<K, DocumentDefinition>>) =>
  (kind: K, clause: ClauseId = documents[kind].clause): Rule<unknown, unknown> => {
    const { label } = documents[kind];
    return rule({
      id: `document.${kind}`,
      clause,
      holds: `已上传${label}`,
      says: `缺少${label}`,
      remedy: `请上传“${label}”后再提交`,
      about: 'case',
      judge: ({ facts }) => {
        const count = facts.documents.filter((d) => d.kind === kind).length;
        return verdict(count > 0, { [label]: count });
      },
    });
  };

/** A day somebody records has come: what has not happened yet can't be recorded. */
export function notInFuture<K extends string>(field: K, label: string, clause: ClauseId): Rule<unknown, { [P in K]?: IsoDate }> {
  return rule<unknown, { [P in K]?: IsoDate }>({
    id: `date.${field}-not-in-future`,
    clause,
    holds: '登记的日期不晚于今天',
    says: (seen) => `${label}${String(seen[label])}晚于今天${String(seen['今天'])}`,
    remedy: '请填写实际发生的日期',
    about: 'event',
    judge: ({ data, facts }) => {
      const day = data[field];
      return day === undefined || day <= facts.today ? yes() : no({ [label]: day, 今天: facts.today });
    },
  });
}

/** A day that follows another one: 批复 ≤ 公告 ≤ 合同 ≤ 开工 and their like. */
export function notBefore<Context, K extends string = string>(
  field: K,
  label: string,
  earlier: (context: Context) => IsoDate | undefined,
  earlierLabel: string,
  clause: ClauseId,
  /** Tells several orders of one date apart. */
  after = 'in-order',
): Rule<Context, { [P in K]?: IsoDate }> {
  return rule<Context, { [P in K]?: IsoDate }>({
    id: `date.${field}-${after}`,
    clause,
    holds: '登记的日期不早于前一步的日期',
    says: (seen) => `${label}${String(seen[label])}早于${earlierLabel}${String(seen[earlierLabel])}`,
    remedy: '请核对日期；前一步完成之后才能办理后一步',
    about: 'event',
    judge: ({ context, data }) => {
      const first = earlier(context);
      const day = data[field];
      return first === undefined || day === undefined || day >= first ? yes() : no({ [label]: day, [earlierLabel]: first });
    },
  });
}
