import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { wan } from '#machines/kit/words/money.js';
import { units, world } from '../../../testing/world.js';
import { panel } from '../../project/testing/lines.js';
import type { Item, PlanContext } from '../context.js';

export const { proves, provesAt } = proofs<PlanContext>();

const agreed = { opinion: 'agree' as const, on: '2025-11-05' };
export const everybody = { dataBureau: agreed, cyberspace: agreed, developmentReform: agreed, finance: agreed };

export const item = (change: Partial<Item> = {}): Item => ({
  project: '00000000-0000-7000-8000-000000000001',
  number: 'XM-2025-0001',
  title: '智慧教育平台',
  unit: { id: 'education', name: '县教体局', superior: null },
  amountFen: wan(300),
  appliedOn: '2025-09-01',
  version: 1,
  earlier: [],
  opinions: everybody,
  status: 'listed',
  ...change,
});

export const second = (change: Partial<Item> = {}): Item =>
  item({
    project: '00000000-0000-7000-8000-000000000002',
    number: 'XM-2025-0002',
    title: '医共体信息平台',
    unit: { id: 'health', name: '县卫健委', superior: null },
    ...change,
  });

/** A plan on which nothing is wrong: everybody has agreed, the experts too, and it is about to be issued. */
const context: PlanContext = {
  year: 2026,
  opensOn: '2025-08-01',
  closesOn: '2025-10-31',
  items: [item(), second()],
  earlier: [],
  expertReview: { date: '2025-11-07', experts: panel(5), conclusion: 'passed' },
  sentOn: '2025-11-10',
  city: { number: '市数函1号', date: '2025-11-17' },
  province: { number: '省数函1号', date: '2025-11-24' },
  government: { number: '县政府会议纪要1号', date: '2025-12-01' },
  issued: { number: '青数〔2026〕1号', date: '2025-12-08' },
  publishedOn: null,
  told: [],
};

export const ground = groundOf(context, world, { today: '2026-06-01', by: 'data-bureau', unit: units['data-bureau']! });
