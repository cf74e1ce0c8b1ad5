import { CREATION } from '#machines/kit/testing/example.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { proves, provesAt } from '../testing/ground.js';
import { cityAgreed, governmentApproved, provinceAgreed } from './order.js';
import { extensionAhead, onePerYear, windowAhead, windowBeforeYear, windowIsOpen, yearNotOver, windowMoved } from './window.js';

const other = relatedCase({ number: 'JH-2025-0001', procedure: 'annual-plan', unit: units['data-bureau']! });

export const windowExamples = [
  ...provesAt(
    CREATION,
    yearNotOver,
    { passes: '编制下年度计划', data: { year: 2027 }, seen: { 计划年度: 2027 } },
    { passes: '12月31日编制当年的计划', data: { year: 2026 }, facts: { today: '2026-12-31' } },
    { fails: '元旦编制上一年的计划', data: { year: 2026 }, facts: { today: '2027-01-01' }, says: '2026年度已经过去', seen: { 计划年度: 2026 } },
  ),
  ...provesAt(
    CREATION,
    onePerYear,
    {
      passes: '该年度还没有计划',
      data: { year: 2027 },
      facts: { related: { sameYear: [] } },
      looks: [{ as: 'sameYear', procedure: 'annual-plan', key: '2027' }],
    },
    {
      fails: '该年度已有计划',
      data: { year: 2026 },
      facts: { related: { sameYear: [other] } },
      says: 'JH-2025-0001',
      seen: { 计划年度: 2026, 已有计划: 'JH-2025-0001' },
    },
  ),
  ...provesAt(
    CREATION,
    windowAhead,
    { passes: '不填日期：上一年8月1日至10月31日', data: { year: 2027 }, seen: { 开始: '2026-08-01', 截止: '2026-10-31', 今天: '2026-06-01' } },
    {
      passes: '只填开始日期：截止仍为10月31日',
      data: { year: 2027, opensOn: '2026-09-01' },
      seen: { 开始: '2026-09-01', 截止: '2026-10-31', 今天: '2026-06-01' },
    },
    { fails: '只填开始日期，晚于通常的截止日期：须一并填写', data: { year: 2027, opensOn: '2026-11-02' }, says: '自2026-11-02至2026-10-31' },
    { passes: '今天截止', data: { year: 2027, opensOn: '2026-06-01', closesOn: '2026-06-01' } },
    { fails: '昨天截止', data: { year: 2027, opensOn: '2026-05-01', closesOn: '2026-05-31' }, says: '今天(2026-06-01)' },
    { fails: '下年度计划，通常的申报期已过：须填写日期', data: { year: 2027 }, facts: { today: '2026-11-01' }, says: '至2026-10-31' },
    { fails: '截止早于开始', data: { year: 2027, opensOn: '2026-07-02', closesOn: '2026-07-01' }, says: '自2026-07-02至2026-07-01' },
  ),
  ...provesAt(
    CREATION,
    windowBeforeYear,
    { passes: '不填日期：上一年10月31日截止', data: { year: 2027 }, seen: { 计划年度: 2027, 截止: '2026-10-31' } },
    { passes: '上一年12月31日截止', data: { year: 2027, opensOn: '2026-12-01', closesOn: '2026-12-31' } },
    {
      fails: '计划年度的元旦截止',
      data: { year: 2027, opensOn: '2026-12-01', closesOn: '2027-01-01' },
      says: '2027-01-01不在2027年度之前',
      seen: { 计划年度: 2027, 截止: '2027-01-01' },
    },
  ),
  ...proves(
    extensionAhead,
    { passes: '延到今天', data: { closesOn: '2026-06-01' } },
    { fails: '延到昨天', data: { closesOn: '2026-05-31' }, says: '2026-05-31已经过去', seen: { 截止: '2026-05-31' } },
  ),
  ...proves(
    windowMoved,
    { passes: '推迟一天', data: { closesOn: '2025-11-01' } },
    { passes: '提前一天', data: { closesOn: '2025-10-30' } },
    { fails: '截止日期不变', data: { closesOn: '2025-10-31' }, says: '申报截止日期与原来相同' },
  ),
  ...proves(
    windowIsOpen,
    { passes: '截止次日', facts: { today: '2025-11-01' } },
    { fails: '截止当日', facts: { today: '2025-10-31' }, says: '到2025-10-31为止', seen: { 截止: '2025-10-31' } },
  ),
  ...proves(cityAgreed, { passes: '市局意见已登记' }, { fails: '市局意见未登记', context: (usual) => ({ ...usual, city: null }), says: '市数据资源管理局' }),
  ...proves(
    provinceAgreed,
    { passes: '省级意见已登记' },
    { fails: '省级意见未登记', context: (usual) => ({ ...usual, province: null }), says: '省数据资源管理部门' },
  ),
  ...proves(
    governmentApproved,
    { passes: '县政府决定已登记' },
    { fails: '县政府决定未登记', context: (usual) => ({ ...usual, government: null }), says: '县人民政府' },
  ),
];
