import type { Example, proofs } from '#machines/kit/testing/example.js';
import type { HandedIn } from './handed-in.js';

/**
 * Returns the examples of the rule that others decide on the papers handed in: for each kind with its label; for some
 * events where other papers are examined at others.
 */
export const handedInExamples = <Context extends HandedIn>(
  { proves, provesAt }: ReturnType<typeof proofs<Context>>,
  kinds: Readonly<Record<string, string>>,
  on?: readonly string[],
): Example<Context>[] =>
  Object.entries(kinds).flatMap(([kind, label]) => {
    const handedIn = (usual: Context): Context => ({ ...usual, papers: [{ kind, id: `${kind}-0` }] });
    const examples = [
      { passes: `材料与提交时相同：${label}`, context: handedIn, facts: { documents: [kind] } },
      { passes: `提交以后收到的是别的材料：${label}`, context: handedIn, facts: { documents: [kind, 'other'] } },
      {
        fails: `提交以后又换了一份，没有重新提交：${label}`,
        context: handedIn,
        facts: { documents: [kind, kind] },
        says: `提交以后又上传了“${label}”`,
        seen: { 提交后上传: `“${label}”` },
      },
    ] as const;
    return on ? provesAt(on, 'papers.as-handed-in', ...examples) : proves('papers.as-handed-in', ...examples);
  });
