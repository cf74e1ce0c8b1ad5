import type { Example, proofs } from '#machines/kit/testing/example.js';
import type { IsoDate } from '#machines/kit/words/dates.js';

type Proofs<Context> = ReturnType<typeof proofs<Context>>;

/** Returns the examples of `endorsedFirst`. */
export const endorsementExamples = <Context extends { endorsedOn: IsoDate | null }>({ proves }: Proofs<Context>): Example<Context>[] => {
  const endorsed =
    (endorsedOn: IsoDate | null) =>
    (usual: Context): Context => ({ ...usual, endorsedOn });
  const under = (supervisingUnitId: string | null) => ({ unit: { supervisingUnitId } });
  return proves(
    'endorsement.first',
    { passes: '下属单位，主管部门已经同意', facts: under('health'), context: endorsed('2025-03-03'), seen: { 主管部门审核日期: '2025-03-03' } },
    { passes: '没有主管部门的单位：不需要', facts: under(null), context: endorsed(null) },
    { fails: '下属单位，主管部门尚未同意', facts: under('health'), context: endorsed(null), says: '主管部门尚未审核同意', seen: { 主管部门审核日期: null } },
  );
};
