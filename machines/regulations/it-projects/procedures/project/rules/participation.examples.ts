import { CREATION } from '#machines/kit/testing/example.js';
import { declared, proves, provesAt } from '../testing/ground.js';
import { jointlyDesigned, notConfirmedYet, participantsConfirmed, participantsKnown } from './participation.js';

const lead = { unit: { id: 'education' } };
const with_ = (...participants: string[]) => ({ declaration: { participants } });

const known = (when: string, data: (participants: string[]) => unknown) => [
  { passes: `${when}：没有参建单位`, data: data([]), facts: lead },
  { passes: `${when}：两个登记在册的单位`, data: data(['health', 'development-zone']), facts: lead },
  { passes: `${when}：乡镇可以参建`, data: data(['rongcheng-town']), facts: lead },
  {
    fails: `${when}：没有登记的单位`,
    data: data(['health', 'nowhere']),
    facts: lead,
    says: '编号“nowhere”不在单位名录中',
    seen: { 有误: '编号“nowhere”不在单位名录中' },
  },
  { fails: `${when}：把牵头单位自己列为参建`, data: data(['education']), facts: lead, says: '县教体局就是牵头单位' },
  { fails: `${when}：同一单位列了两次`, data: data(['health', 'health']), facts: lead, seen: { 有误: '县卫健委重复' } },
  {
    fails: `${when}：两处有误：一并指出`,
    data: data(['education', 'nowhere']),
    facts: lead,
    seen: { 有误: '县教体局就是牵头单位、编号“nowhere”不在单位名录中' },
  },
];

export const participationExamples = [
  ...provesAt(CREATION, participantsKnown.id, ...known('登记', (participants) => ({ ...declared, participants }))),
  ...provesAt(
    'revise',
    participantsKnown.id,
    { passes: '更正：没有涉及参建单位', data: { changes: {} }, facts: lead },
    ...known('更正', (participants) => ({ changes: { participants } })),
  ),
  ...provesAt(
    'resubmit',
    participantsKnown.id,
    { passes: '补正：只作书面答复', data: { reply: '已改' }, facts: lead },
    ...known('补正', (participants) => ({ reply: '已改', declaration: { participants } })),
  ),
  ...proves(
    participantsConfirmed,
    { passes: '没有参建单位' },
    { passes: '参建单位均已确认', context: { ...with_('health'), participation: { health: { on: '2025-03-01' } } } },
    { passes: '已确认的单位后来不再参建', context: { ...with_(), participation: { health: { on: '2025-03-01' } } } },
    {
      fails: '一个参建单位尚未确认',
      context: { ...with_('health', 'development-zone'), participation: { health: { on: '2025-03-01' } } },
      says: '尚未确认：县开发区管委会',
      seen: { 未确认: '县开发区管委会' },
    },
    { fails: '都没有确认：一并指出', context: with_('health', 'development-zone'), seen: { 未确认: '县卫健委、县开发区管委会' } },
    { fails: '单位已撤销：以编号指出', context: with_('former'), seen: { 未确认: '编号“former”' } },
  ),
  ...proves(
    notConfirmedYet,
    { passes: '尚未确认', context: with_('health'), facts: { actor: { unitId: 'health' } } },
    {
      passes: '别的参建单位已经确认',
      context: { ...with_('health', 'development-zone'), participation: { health: { on: '2025-03-01' } } },
      facts: { actor: { unitId: 'development-zone' } },
    },
    { passes: '不属于任何单位的人', facts: { actor: { unitId: null } } },
    {
      fails: '已经确认',
      context: { ...with_('health'), participation: { health: { on: '2025-03-01' } } },
      facts: { actor: { unitId: 'health' } },
      says: '县卫健委已于2025-03-01确认',
      seen: { 单位: '县卫健委', 确认日期: '2025-03-01' },
    },
    {
      fails: '单位已撤并：以编号指出',
      context: { ...with_('former'), participation: { former: { on: '2025-03-01' } } },
      facts: { actor: { unitId: 'former' } },
      says: '编号“former”已于',
    },
  ),
  ...proves(
    jointlyDesigned,
    { passes: '不跨部门：不需要', facts: { documents: [] } },
    { passes: '方案和目录均已上传', context: with_('health'), facts: { documents: ['jointScheme', 'dataCatalogue'] } },
    {
      fails: '缺初步数据资源目录',
      context: with_('health'),
      facts: { documents: ['jointScheme'] },
      says: '缺少：初步数据资源目录',
      seen: { 缺少: '初步数据资源目录' },
    },
    { fails: '缺跨部门建设方案', context: with_('health'), facts: { documents: ['dataCatalogue'] }, seen: { 缺少: '跨部门建设方案' } },
    { fails: '两份都缺：一并指出', context: with_('health'), facts: { documents: ['declarationForm'] }, seen: { 缺少: '跨部门建设方案、初步数据资源目录' } },
  ),
];
