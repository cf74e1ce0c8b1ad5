import type { Facts } from '#machines/kit/case/facts.js';
import type { Cure } from '#machines/kit/law/cure.js';
import { no, rule, yes, type Rule } from '#machines/kit/law/rule.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import { against, outstanding, type Opinions } from '../countersign.js';

/** The way out of a refusal: the sentence, and what it names. */
type Way = Pick<Rule<unknown, unknown>, 'remedy'> & { curedBy: readonly Cure[] };

/** What is countersigned, and by whom. */
export interface Countersign<Context, Clause extends ClauseId = ClauseId> {
  subject: string;
  clause: Clause;
  asked: (context: Context) => readonly string[];
  opinions: (context: Context) => Opinions;
  nameOf: (id: string, facts: Facts) => string;
  /** How somebody who has not answered is heard after all. */
  answering: Way;
  /** How an objection is met. */
  objecting: Way;
}

/** 会签: everybody who was asked has answered, and nobody objects. */
export function countersignRules<Context>(sign: Countersign<Context>) {
  const { subject, clause, asked, opinions } = sign;
  const names = (ids: readonly string[], facts: Facts): string => ids.map((id) => sign.nameOf(id, facts)).join('、');
  return {
    everyoneAnswered: rule<Context>({
      id: `${subject}.everyone-answered`,
      clause,
      holds: '会签的各方均已出具意见',
      says: (seen) => `会签意见不全，尚缺：${String(seen['未出具意见'])}`,
      ...sign.answering,
      about: 'case',
      judge: ({ context, facts }) => {
        const missing = outstanding(asked(context), opinions(context));
        return missing.length === 0 ? yes() : no({ 未出具意见: names(missing, facts) });
      },
    }),

    nobodyAgainst: rule<Context>({
      id: `${subject}.nobody-against`,
      clause,
      holds: '会签的各方没有不同意',
      says: (seen) => `会签不同意：${String(seen['不同意'])}`,
      ...sign.objecting,
      about: 'case',
      judge: ({ context, facts }) => {
        const objecting = against(asked(context), opinions(context));
        return objecting.length === 0 ? yes() : no({ 不同意: names(objecting, facts) });
      },
    }),
  };
}
