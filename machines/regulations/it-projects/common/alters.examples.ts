import type { Example, proofs } from '#machines/kit/testing/example.js';

/** Returns the examples of `revises`: one field of the declaration as it is, and two values it can have. */
export const revisionExamples = <Context>(
  { proves }: ReturnType<typeof proofs<Context>>,
  { field, is, other }: { field: string; is: unknown; other: unknown },
): Example<Context>[] =>
  proves(
    'revision.changes-something',
    { passes: '改变一项', data: { changes: { [field]: other } } },
    { fails: '填写的与原来相同', data: { changes: { [field]: is } }, says: '没有改变任何内容' },
    { fails: '没有填写任何内容', data: { changes: {} } },
    { passes: '填写原来没有填写的一项', data: { changes: { [field]: is, unheardOf: 1 } } },
  );
