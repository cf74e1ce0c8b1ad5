import { cite, type ClauseId } from './kit/clause.js';
import { transitionsOf } from './kit/describe.js';
import { clauses } from './regulation/clauses.js';
import { allProcedures } from './registry.js';

export interface ClauseLine {
  id: ClauseId;
  cite: string;
  summary: string;
  rules: { id: string; procedure: string; holds: string }[];
  transitions: { procedure: string; event: string; from: string }[];
  deadlines: { procedure: string; name: string; label: string }[];
  encoded: boolean;
  /** Why nothing stands for it yet. */
  reason?: string;
}

/** Said of a clause that no rule, transition or deadline cites and that gives no reason of its own. */
const NOT_YET = '尚未编入规则，按既有办法线下办理';

const unique = <T>(items: T[], key: (item: T) => string): T[] => [...new Map(items.map((item) => [key(item), item])).values()];

/** Every clause with what stands for it, worked out from the procedures themselves. */
export function clauseTable(): ClauseLine[] {
  const all = allProcedures().map((procedure) => ({ procedure, transitions: transitionsOf(procedure) }));
  return clauses.map(({ id, summary, notEncoded }) => {
    const rules = all.flatMap(({ procedure, transitions }) => [
      ...transitions.flatMap((t) => t.rules).filter((r) => r.clause === id).map((r) => ({ id: r.id, procedure: procedure.id, holds: r.holds })),
      ...procedure.creation.rules.filter((r) => r.clause === id).map((r) => ({ id: r.id, procedure: procedure.id, holds: r.holds })),
    ]);
    const transitions = all.flatMap(({ procedure, transitions: ts }) =>
      ts.filter((t) => t.clauses.includes(id) && t.event !== '').map((t) => ({ procedure: procedure.id, event: t.event, from: t.from })));
    const deadlines = all.flatMap(({ procedure }) =>
      Object.entries(procedure.deadlines).filter(([, d]) => d.clause === id).map(([name, d]) => ({ procedure: procedure.id, name, label: d.label })));
    const encoded = rules.length + transitions.length + deadlines.length > 0;
    return {
      id, cite: cite(id), summary,
      rules: unique(rules, (r) => `${r.procedure} ${r.id}`),
      transitions: unique(transitions, (t) => `${t.procedure} ${t.event} ${t.from}`),
      deadlines, encoded, ...(encoded ? {} : { reason: notEncoded ?? NOT_YET }),
    };
  });
}
