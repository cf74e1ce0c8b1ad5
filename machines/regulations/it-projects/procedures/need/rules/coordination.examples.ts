import type { Related } from '#machines/kit/case/relation.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { own } from '../testing/ground.js';
import { answeredFirst, departmentAgrees, projectFound, redirectedElsewhere } from './coordination.js';

const { proves } = own;

const project = (status: Related['status']): Related => relatedCase({ number: 'XM-2026-0001', procedure: 'project', unit: units.health!, status });
const named = { arrangement: '纳入基层卫生信息系统', projectId: 'XM-2026-0001' };
const refused = { unit: 'health', agrees: false, text: '不属于卫生业务', on: '2026-01-12' };

export const coordinationExamples = [
  ...proves(
    answeredFirst,
    { passes: '部门已经答复', seen: { 统筹部门: '县卫健委' } },
    { passes: '不同意也是答复', context: { answer: refused } },
    { fails: '部门尚未答复', context: { answer: null }, says: '县卫健委尚未答复', seen: { 统筹部门: '县卫健委' } },
    { fails: '部门尚未答复，且已撤销', context: { answer: null, target: 'former-office' }, seen: { 统筹部门: '编号“former-office”' } },
  ),
  ...proves(
    departmentAgrees,
    { passes: '部门同意纳入' },
    { passes: '部门尚未答复：另有规则', context: { answer: null } },
    { fails: '部门不同意纳入', context: { answer: refused }, says: ['县卫健委', '不属于卫生业务'], seen: { 统筹部门: '县卫健委', 理由: '不属于卫生业务' } },
    {
      fails: '不同意的部门已撤销',
      context: { answer: { ...refused, unit: 'former-office' } },
      seen: { 统筹部门: '编号“former-office”', 理由: '不属于卫生业务' },
    },
  ),
  ...proves(
    redirectedElsewhere,
    { passes: '改派给另一个部门', data: { target: 'education' }, seen: { 改派部门: '县教体局' } },
    { fails: '改派给正在统筹的部门', data: { target: 'health' }, seen: { 改派部门: '县卫健委' } },
  ),
  ...proves(
    projectFound,
    { passes: '还没有项目：可以不填写', data: {}, looks: [] },
    {
      passes: '项目已登记',
      data: named,
      facts: { related: { project: [project('active')] } },
      looks: [{ as: 'project', procedure: 'project', id: 'XM-2026-0001' }],
      seen: { 项目: 'XM-2026-0001' },
    },
    { passes: '项目已闭环：需求已由它满足', data: named, facts: { related: { project: [project('closed')] } } },
    { fails: '没有这个项目', data: named, facts: { related: { project: [] } }, says: '没有登记', seen: { 项目: 'XM-2026-0001', 情况: '没有登记' } },
    {
      fails: '项目已经终止',
      data: named,
      facts: { related: { project: [project('terminated')] } },
      says: '已经终止',
      seen: { 项目: 'XM-2026-0001', 情况: '已经终止' },
    },
  ),
];
