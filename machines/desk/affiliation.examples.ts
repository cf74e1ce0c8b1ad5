import type { Example, proofs } from '#machines/kit/testing/example.js';

const from = (unit: string) => ({ experts: [{ number: 'ZJ-009', unit }] });

/** Returns the examples of `affiliationKnown`, for a panel of any procedure. */
export const affiliationExamples = <Context>({ proves }: ReturnType<typeof proofs<Context>>): Example<Context>[] =>
  proves(
    'experts.affiliation-known',
    { passes: '专家来自省市评审专家委员会', data: from('省市评审专家委员会') },
    { passes: '专家来自名录中的单位', data: from('县卫健委信息中心') },
    { passes: '专家来自县外', data: from('池州市大数据中心') },
    {
      fails: '专家来自本县，单位不在名录中：提示',
      data: { experts: [...from('县城投公司').experts, ...from('县城投公司').experts, ...from('县融媒体中心').experts] },
      says: '“县城投公司”、“县融媒体中心”，系统不能判断',
      seen: { 待核实: '县城投公司、县融媒体中心' },
    },
  );
