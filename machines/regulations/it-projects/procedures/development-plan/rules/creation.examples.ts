import type { Related } from '#machines/kit/case/relation.js';
import { CREATION } from '#machines/kit/testing/example.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { declared, own } from '../testing/ground.js';
import { departmentsKnown, onePerPeriod, periodAhead } from './creation.js';

const { provesAt } = own;

const plan = (status: Related['status']): Related =>
  relatedCase({ number: 'GH-2026-0001', procedure: 'development-plan', unit: units['data-bureau']!, status });
const of = (...departments: string[]) => ({ ...declared, departments });
const look = [{ as: 'samePeriod', procedure: 'development-plan', key: '2026-2030' }];

export const creationExamples = [
  ...provesAt(
    CREATION,
    periodAhead,
    { passes: '五年规划', data: declared, seen: { 规划期: '2026-2030' } },
    { passes: '只有今年一年', data: { ...declared, firstYear: 2026, lastYear: 2026 } },
    { passes: '去年开始、今年结束', data: { ...declared, firstYear: 2025, lastYear: 2026 } },
    { fails: '末年早于首年', data: { ...declared, firstYear: 2031, lastYear: 2030 }, says: '2031-2030' },
    { fails: '去年已经结束', data: { ...declared, firstYear: 2021, lastYear: 2025 }, seen: { 规划期: '2021-2025' } },
  ),
  ...provesAt(
    CREATION,
    onePerPeriod,
    { passes: '这一规划期还没有规划', data: declared, facts: { related: { samePeriod: [] } }, looks: look },
    { passes: '另一规划期还没有规划', data: { ...declared, firstYear: 2031, lastYear: 2035 }, facts: { related: { samePeriod: [] } } },
    { passes: '原来的编制已经撤销', data: declared, facts: { related: { samePeriod: [plan('terminated')] } } },
    {
      fails: '已在编制',
      data: declared,
      facts: { related: { samePeriod: [plan('active')] } },
      says: 'GH-2026-0001',
      seen: { 规划期: '2026-2030', 已有规划: 'GH-2026-0001' },
    },
    { fails: '撤销过一次，又已在编制', data: declared, facts: { related: { samePeriod: [plan('terminated'), plan('active')] } } },
    { fails: '已经办结', data: declared, facts: { related: { samePeriod: [plan('closed')] } } },
  ),
  ...provesAt(
    CREATION,
    departmentsKnown,
    { passes: '另行会签县教体局', data: declared },
    { passes: '没有另行会签的部门', data: of() },
    { fails: '名录中没有的单位', data: of('education', 'nowhere'), says: 'nowhere', seen: { 不能会签: '编号“nowhere”不在单位名录中' } },
    {
      fails: '编制单位自己和名录中没有的单位：一并指出',
      data: of('data-bureau', 'nowhere'),
      seen: { 不能会签: '县数据资源管理局就是编制单位、编号“nowhere”不在单位名录中' },
    },
  ),
  ...(['revise', 'resubmit', 'proposeAdjustment'] as const).flatMap((on) =>
    provesAt(
      on,
      'development.departments-known',
      {
        passes: `${{ revise: '修改', resubmit: '会签后修改', proposeAdjustment: '调整' }[on]}内容，会签部门不变`,
        data: { changes: { summary: '增加人工智能应用' } },
      },
      {
        passes: `${{ revise: '修改', resubmit: '会签后修改', proposeAdjustment: '调整' }[on]}时没有改动`,
        context: { declaration: { departments: ['nowhere'] } },
        data: {},
      },
      {
        fails: `${{ revise: '修改', resubmit: '会签后修改', proposeAdjustment: '调整' }[on]}时加上名录中没有的单位`,
        data: { changes: { departments: ['nowhere'] } },
      },
    ),
  ),
];
