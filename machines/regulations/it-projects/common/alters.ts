import { same } from '#machines/kit/law/decided.js';
import { byForm } from '#machines/kit/law/cure.js';
import { verdict, type Rule } from '#machines/kit/law/rule.js';
import type { ItProjectsClause } from '../clauses/all.js';
import { rule } from '../law.js';

/** What a step would change, before and after it, by field. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Builds the rule that a step changes something. One that changes nothing would stand in history as a change, and stop
 * or begin clocks for nothing.
 */
export const alters = <Context, Data>({
  id,
  clause,
  what,
  fields,
  before,
  after,
}: {
  id: string;
  clause: ItProjectsClause;
  /** What is changed, in words. */
  what: string;
  /** The fields of the form that say it. */
  fields: readonly string[];
  before: (context: Context) => Fields;
  after: (data: Data) => Fields;
}): Rule<Context, Data> =>
  rule<Context, Data>({
    id,
    clause,
    holds: `${what}与原来不同`,
    says: `${what}与原来相同，没有改变任何内容`,
    remedy: `请填写改变后的${what}；不需要改变的，无需办理`,
    curedBy: [byForm(...fields)],
    about: 'event',
    judge: ({ context, data }) => {
      const now = before(context);
      return verdict(Object.entries(after(data)).some(([field, value]) => !same(value, now[field])));
    },
  });

/** A declaration that is revised becomes another one. */
export const revises = <Context>(before: (context: Context) => object): Rule<Context, { changes: object }> =>
  alters<Context, { changes: object }>({
    id: 'revision.changes-something',
    clause: '1.2.3',
    what: '内容',
    fields: ['changes'],
    before: (context) => ({ ...before(context) }),
    after: ({ changes }) => ({ ...changes }),
  });
