import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { wan } from '#machines/kit/words/money.js';
import { units, world } from '../../../testing/world.js';
import type { SchemeContext } from '../context.js';
import type { Declaration } from '../declaration.js';
import type { Findings, Point } from '../events.js';

export const own = proofs<SchemeContext>();

export const declared: Declaration = {
  title: '新院区智能化工程',
  track: 'embedded',
  content: '综合布线、机房和数据接口',
  amountFen: wan(380),
  fundingSources: ['countyBudget'],
  parentName: '县人民医院新院区建设工程',
  classified: false,
};

/** Returns the findings with these points unmet. */
export const findings = (...unmet: Point[]): Findings => {
  const of = (point: Point) => (unmet.includes(point) ? { finding: 'unmet' as const, note: '需要修改' } : { finding: 'met' as const, note: '符合要求' });
  return { intensive: of('intensive'), dataSharing: of('dataSharing'), interconnection: of('interconnection'), collaboration: of('collaboration') };
};

/** A scheme on which nothing is wrong: it was returned once and then passed. */
const context: SchemeContext = {
  declaration: declared,
  papers: [],
  earlier: [],
  endorsedOn: '2026-01-12',
  proceeded: null,
  reviews: [
    { result: 'revise', points: findings('dataSharing'), text: '请补充数据接口', on: '2026-01-19' },
    { result: 'passed', points: findings(), text: null, on: '2026-01-26' },
  ],
};

export const ground = groundOf(context, world, { today: '2026-02-02', by: 'data-bureau', unit: units['county-hospital']! });
