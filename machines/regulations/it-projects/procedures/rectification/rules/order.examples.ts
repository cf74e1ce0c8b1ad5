import type { Related } from '#machines/kit/case/relation.js';
import { CREATION } from '#machines/kit/testing/example.js';
import { units } from '../../../testing/world.js';
import { project, proves, provesAt } from '../testing/ground.js';
import { clausesKnown, limitAhead, limitWithinMax, notOwnProject, projectKnown } from './order.js';

const named = { project: project.number };
const found = (...projects: Related[]) => ({ related: { project: projects } });
const looks = [{ as: 'project', procedure: 'project', id: project.number }];
const owned = (unit: 'data-bureau' | 'education') => found({ ...project, unit: units[unit]! });

export const orderExamples = [
  ...provesAt(
    CREATION,
    projectKnown,
    { passes: '按案件编号找到项目', data: named, facts: found(project), seen: { 项目: project.number }, looks },
    { fails: '没有这个项目', data: { project: 'XM-2025-9999' }, facts: found(), says: 'XM-2025-9999', seen: { 项目: 'XM-2025-9999' } },
  ),
  ...provesAt(
    CREATION,
    notOwnProject,
    { passes: '其他单位的项目', data: named, facts: owned('education'), looks },
    { passes: '没有找到项目：由另一条规则说明', data: named, facts: found() },
    { fails: '县数据资源管理局自己的项目：由县政府督查责令', data: named, facts: owned('data-bureau'), says: project.number, seen: { 项目: project.number } },
  ),
  ...provesAt(
    CREATION,
    clausesKnown,
    {
      passes: '条款在实施方案中',
      data: {
        problems: [
          { text: '档案未验收', clause: '2.4.4' },
          { text: '合同未备案', clause: '2.3.2b' },
        ],
      },
      seen: { 问题: 2 },
    },
    {
      fails: '没有这样的条款',
      data: {
        problems: [
          { text: '档案未验收', clause: '2.4.4' },
          { text: '其他', clause: '9.9' },
        ],
      },
      says: '9.9',
      seen: { 条款: '9.9' },
    },
    {
      fails: '几个条款不存在：一并指出，重复的只说一次',
      data: { problems: ['9.9', '8.8', '9.9'].map((clause) => ({ text: '其他', clause })) },
      seen: { 条款: '9.9、8.8' },
    },
  ),
  ...proves(
    limitAhead,
    { passes: '限期一日：到明天', data: { limit: { days: 1 } }, seen: { 整改期限: '2026-06-02' } },
    { passes: '到明天', data: { limit: { until: '2026-06-02' } } },
    { passes: '没有另定期限', data: {} },
    { fails: '到今天：没有时间整改', data: { limit: { until: '2026-06-01' } }, says: '2026-06-01', seen: { 整改期限: '2026-06-01' } },
  ),
  ...proves(
    limitWithinMax,
    { passes: '恰为三个月', data: { limit: { until: '2026-09-01' } }, seen: { 整改期限: '2026-09-01', 最长期限: '2026-09-01' } },
    { fails: '三个月零一天：过长', data: { limit: { until: '2026-09-02' } }, says: ['整改期限到2026-09-02', '最长到2026-09-01'] },
    { passes: '按日数恰为三个月', data: { limit: { days: 92 } }, seen: { 整改期限: '2026-09-01', 最长期限: '2026-09-01' } },
    { fails: '按日数多一天：过长', data: { limit: { days: 93 } }, seen: { 整改期限: '2026-09-02', 最长期限: '2026-09-01' } },
    { passes: '十一月三十日责令，二月没有三十日：到二月末', data: { limit: { until: '2026-02-28' } }, facts: { today: '2025-11-30' } },
    { fails: '十一月三十日责令，到三月一日：过长', data: { limit: { until: '2026-03-01' } }, facts: { today: '2025-11-30' } },
    { passes: '最长期限改为六个月', data: { limit: { until: '2026-12-01' } }, facts: { parameters: { 'rectification.max': 6 } } },
    { passes: '没有另定期限', data: {} },
  ),
];
