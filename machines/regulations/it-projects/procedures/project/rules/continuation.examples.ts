import { relatedCase, type Told } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { amount, ground, proves } from '../testing/ground.js';
import { parentApproved, parentConfirmed, typeStays } from './continuation.js';

const continued = { declaration: { projectType: 'continuation' as const, parentApprovalNumber: '青数批〔2024〕9号' } };
const named = { declaration: { ...continued.declaration, parentProject: 'XM-2024-0001' } };
const looks = [{ as: 'parentProject', procedure: 'project', id: 'XM-2024-0001' }];
const found = (change: Partial<Told> = {}) => ({
  related: {
    parentProject: [relatedCase({ id: 'parent', number: 'XM-2024-0001', procedure: 'project', unit: units.education!, context: ground.context, ...change })],
  },
});

export const continuationExamples = [
  ...proves(
    parentApproved,
    { passes: '不是续建：不需要' },
    { passes: '续建，已上传原项目批复文件', context: continued, facts: { documents: ['other', 'parentApproval'] }, looks: [] },
    { fails: '续建，只写了文号', context: continued, facts: { documents: ['other'] }, says: '没有原项目批复文件' },
    { passes: '续建，原项目在本系统已经批复', context: named, facts: found(), looks, seen: { 原项目: 'XM-2024-0001' } },
    { passes: '原项目属于主管部门', context: named, facts: { ...found({ unit: units.health! }), unit: { supervisingUnitId: 'health' } } },
    {
      fails: '原项目尚未批复',
      context: named,
      facts: found({ context: { ...ground.context, amounts: [amount('estimate', 1)] } }),
      seen: { 原项目: 'XM-2024-0001' },
    },
    { fails: '原项目属于其他单位', context: named, facts: found({ unit: units.health! }) },
    { fails: '没有这个项目', context: named, facts: { related: { parentProject: [] } } },
    { fails: '原项目就是本项目', context: named, facts: { ...found(), caseId: 'parent' } },
  ),
  ...proves(
    parentConfirmed,
    { passes: '不是续建：不需要', data: {} },
    { passes: '续建，已核实', context: continued, data: { parentConfirmed: true } },
    { fails: '续建，没有核实', context: continued, data: {}, says: '没有确认已核实原项目批复' },
    { fails: '续建，未能核实', context: continued, data: { parentConfirmed: false } },
  ),
  ...proves(
    typeStays,
    { passes: '不改类型', data: { declaration: {} }, seen: { 预审类型: '新建', 改为: '新建' } },
    { passes: '不补正申报内容', data: {} },
    { passes: '改为升级改造', data: { declaration: { projectType: 'upgrade' } }, seen: { 预审类型: '新建', 改为: '升级改造' } },
    { fails: '改为续建', data: { declaration: { projectType: 'continuation' } }, says: '项目按“新建”预审，补正不能改为“续建”' },
    { fails: '改为运维', data: { declaration: { projectType: 'operation' } }, seen: { 预审类型: '新建', 改为: '运维' } },
    { passes: '预审时就是续建', context: continued, data: { declaration: { projectType: 'continuation' } } },
  ),
];
