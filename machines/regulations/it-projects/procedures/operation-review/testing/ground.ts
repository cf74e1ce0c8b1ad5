import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { units, world } from '../../../testing/world.js';
import { panel } from '../../project/testing/lines.js';
import type { OperationContext } from '../context.js';
import type { Declaration } from '../declaration.js';

export const own = proofs<OperationContext>();

/** 12 × 1.5万元 + 1 × 2.4万元 = 20.4万元. */
export const declared: Declaration = {
  system: '卫健数据填报系统',
  year: 2026,
  totalFen: 20_400_000,
  platform: '部署在政务云，数据接入县数据平台',
  classified: false,
  items: [
    { name: '驻场服务(月)', quantity: 12, unitPriceFen: 1_500_000, guidePriceFen: 1_500_000 },
    { name: '安全检测', quantity: 1, unitPriceFen: 2_400_000 },
  ],
};

const agrees = (on: string) => ({ agrees: true, text: null, on });

/**
 * A year's operation on which nothing is wrong: both reviewers agree, experts have passed it, and finance is about to
 * conclude.
 */
const context: OperationContext = {
  declaration: declared,
  project: null,
  papers: [],
  submittedOn: '2026-01-06',
  endorsedOn: null,
  opinions: { finance: agrees('2026-01-12'), dataBureau: agrees('2026-01-13') },
  earlier: [],
  expertReview: { date: '2026-01-14', experts: panel(3), conclusion: 'passed' },
  concluded: null,
};

export const ground = groundOf(context, world, { today: '2026-01-20', by: 'finance', unit: units.health! });
