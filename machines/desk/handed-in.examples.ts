import type { Example, proofs } from '#machines/kit/testing/example.js';
import type { HandedIn } from './handed-in.js';

/** Returns the examples of the rule that others decide on the papers handed in, with one kind of them and its label. */
export const handedInExamples = <Context extends HandedIn>({ proves }: ReturnType<typeof proofs<Context>>, kind: string, label: string): Example<Context>[] => {
  const handedIn =
    (...papers: string[]) =>
    (usual: Context): Context => ({ ...usual, papers });
  return proves(
    'papers.as-handed-in',
    { passes: '材料与提交时相同', context: handedIn(`${kind}-0`), facts: { documents: [kind] } },
    { passes: '提交以后收到的是别的单位的文件', context: handedIn(`${kind}-0`), facts: { documents: [kind, 'other'] } },
    {
      fails: '提交以后又换了一份，没有重新提交',
      context: handedIn(`${kind}-0`),
      facts: { documents: [kind, kind] },
      says: `提交以后又上传了“${label}”`,
      seen: { 提交后上传: `“${label}”` },
    },
  );
};
