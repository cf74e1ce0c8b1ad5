import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { units, world } from '../../../testing/world.js';
import { panel } from '../../project/testing/lines.js';
import type { PlanContext } from '../context.js';
import type { Declaration } from '../declaration.js';

export const own = proofs<PlanContext>();

export const declared: Declaration = {
  title: '青阳县政务信息化建设规划(2026—2030年)',
  summary: '集约建设、数据共享',
  departments: ['education'],
  firstYear: 2026,
  lastYear: 2030,
};

const agrees = (on: string) => ({ agrees: true, text: null, on });

/**
 * A plan on which nothing is wrong: everybody agrees, the city and the county government too; it is filed and in force.
 */
const context: PlanContext = {
  papers: [],
  declaration: declared,
  round: {
    opinions: { cyberspace: agrees('2026-01-12'), developmentReform: agrees('2026-01-12'), finance: agrees('2026-01-13'), education: agrees('2026-01-14') },
    expertReview: { date: '2026-01-19', experts: panel(5), conclusion: 'passed' },
    sentToCity: '2026-01-20',
    city: { number: '市数函〔2026〕3号', date: '2026-01-27' },
    sentToGovernment: '2026-01-28',
  },
  earlier: [],
  versions: [{ version: 1, number: '青政〔2026〕5号', date: '2026-02-03', summary: '集约建设、数据共享' }],
  adjustment: null,
  implementedOn: '2026-02-04',
  filed: { version: 1, on: '2026-02-05' },
};

export const ground = groundOf(context, world, { today: '2026-06-01', by: 'data-bureau', unit: units['data-bureau']! });
