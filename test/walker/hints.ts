import type { Hints } from '#machines/kit/testing/sample.js';

const experts = Array.from({ length: 5 }, (_, i) => ({ number: `ZJ-${i + 1}`, unit: '省市评审专家委员会' }));

/** Values that chance alone would hardly fill in and no schema names: by procedure, then by field. */
export const hints: Readonly<Record<string, Hints>> = {
  project: {
    yes: { classified: 0.02, operationCostInBudget: 0.1 },
    values: { participants: [[], [], ['health']], budgetLines: [[]], experts: [experts] },
  },
  'annual-plan': { values: { year: [2026, 2027, 2028], experts: [experts] } },
  'development-plan': { values: { departments: [[]], experts: [experts] } },
  'operation-review': { yes: { classified: 0.02 }, values: { experts: [experts] } },
  need: { yes: { classified: 0.02 } },
  'scheme-review': { yes: { classified: 0.02 } },
  rectification: { values: { problems: [[{ clause: '2.3.2b', text: '合同未备案' }]] } },
};
