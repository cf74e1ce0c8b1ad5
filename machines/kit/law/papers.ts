import type { ClauseId } from '../words/clause.js';

/** A kind of document that a procedure gathers. */
export interface DocumentDefinition<Clause extends ClauseId = ClauseId> {
  label: string;
  clause: Clause;
}

/**
 * Describes the documents of a procedure for one regulation: `papers('2.1.2a', { form: '申报表', contract: ['合同文本',
 * '2.3.2b'] })`. A document given by its label alone is based on the first clause.
 */
export const papersOf =
  <Clause extends ClauseId>() =>
  <Kind extends string>(
    usual: Clause,
    kinds: Readonly<Record<Kind, string | readonly [label: string, clause: Clause]>>,
  ): Readonly<Record<Kind, DocumentDefinition<Clause>>> => {
    const entries = Object.entries<string | readonly [string, Clause]>(kinds).map(([kind, paper]) => {
      const [label, clause] = typeof paper === 'string' ? [paper, usual] : paper;
      return [kind, { label, clause }];
    });
    return Object.fromEntries(entries) as Record<Kind, DocumentDefinition<Clause>>;
  };
