import { everybody, item, proves, second } from '../testing/ground.js';
import { anythingListed, itemsHere, itemsKnown, jointlyReviewed, nobodyObjects, nothingReturned, objectionExplained } from './items.js';

const objects = { opinion: 'object' as const, comment: '资金未落实', on: '2025-11-06' };
const recused = { opinion: 'recuse' as const, on: '2025-11-06' };
const withoutFinance = { ...everybody, finance: undefined };

export const itemExamples = [
  ...proves(
    itemsKnown,
    { passes: '按编码指定', data: { project: 'XM-2025-0001' } },
    { passes: '按案件编号指定', data: { projects: ['00000000-0000-7000-8000-000000000002'] } },
    { passes: '不指定，即全部', data: {} },
    { passes: '正在补正的项目仍在清单中', data: { project: 'XM-2025-0001' }, context: { items: [item({ status: 'returned' })] } },
    { fails: '清单中没有的项目', data: { projects: ['XM-2025-0001', 'XM-2025-0009'] }, says: 'XM-2025-0009', seen: { 找不到: 'XM-2025-0009' } },
    { fails: '单个指定而清单中没有', data: { project: 'XM-2025-0008' }, says: 'XM-2025-0008' },
    { fails: '两个都没有：一并指出', data: { projects: ['XM-1', 'XM-2'] }, seen: { 找不到: 'XM-1、XM-2' } },
    { fails: '已经剔除的项目', data: { project: 'XM-2025-0001' }, context: { items: [item({ status: 'removed' })] } },
  ),
  ...proves(
    itemsHere,
    { passes: '按编码指定', data: { project: 'XM-2025-0001' } },
    { passes: '不指定，即在清单上而没有补正的', data: {}, context: { items: [item({ status: 'returned' })] } },
    { passes: '所指的在清单上，另一个在补正', data: { projects: ['XM-2025-0001'] }, context: { items: [item(), second({ status: 'returned' })] } },
    { passes: '清单中没有的项目由另一条规则指出', data: { projects: ['XM-2025-0009'] } },
    {
      fails: '正在补正',
      data: { project: 'XM-2025-0001' },
      context: { items: [item({ status: 'returned' })] },
      says: '智慧教育平台',
      seen: { 补正中的项目: '智慧教育平台' },
    },
    {
      fails: '两个都在补正：一并指出',
      data: { projects: ['XM-2025-0001', 'XM-2025-0002'] },
      context: { items: [item({ status: 'returned' }), second({ status: 'returned' })] },
      seen: { 补正中的项目: '智慧教育平台、医共体信息平台' },
    },
  ),
  ...proves(
    objectionExplained,
    { passes: '同意：无需理由', data: { opinion: 'agree' } },
    { passes: '不同意并写明理由', data: { opinion: 'object', comment: '与在建项目重复' } },
    { fails: '不同意而没有理由', data: { opinion: 'object' } },
  ),
  ...proves(
    anythingListed,
    { passes: '清单上有两个项目' },
    { fails: '项目都已剔除', context: { items: [item({ status: 'removed' })] } },
    { fails: '没有项目申报', context: { items: [] } },
  ),
  ...proves(
    jointlyReviewed,
    { passes: '四个部门对两个项目均已出具意见', seen: { 联审部门: 4 } },
    { passes: '不同意、回避也是意见', context: { items: [item({ opinions: { ...everybody, finance: objects, cyberspace: recused } })] } },
    { passes: '缺意见的项目正在补正：回来以后再表态', context: { items: [item(), second({ opinions: {}, status: 'returned' })] } },
    { passes: '缺意见的项目已经剔除', context: { items: [item(), second({ opinions: {}, status: 'removed' })] } },
    {
      fails: '一个项目缺县财政局的意见',
      context: { items: [item(), second({ opinions: withoutFinance })] },
      says: '尚缺：县财政局',
      seen: { 未出具意见: '县财政局' },
    },
    { fails: '都没有出具意见：一并指出', context: { items: [item({ opinions: {} })] }, says: '县数据资源管理局、县委网信办、县发改委、县财政局' },
  ),
  ...proves(
    nobodyObjects,
    { passes: '各部门均同意' },
    { passes: '被反对的项目已经剔除', context: { items: [item({ opinions: { finance: objects }, status: 'removed' }), second()] } },
    {
      fails: '县财政局不同意其中一个',
      context: { items: [item({ opinions: { ...everybody, finance: objects } }), second()] },
      says: '不同意：“智慧教育平台”',
      seen: { 不同意的项目: '智慧教育平台' },
    },
    {
      fails: '两个项目都有部门不同意',
      context: { items: [item({ opinions: { finance: objects } }), second({ opinions: { cyberspace: objects } })] },
      seen: { 不同意的项目: '智慧教育平台、医共体信息平台' },
    },
  ),
  ...proves(
    nothingReturned,
    { passes: '没有补正中的项目' },
    { passes: '补正中的项目已经剔除', context: { items: [item(), second({ status: 'removed' })] } },
    {
      fails: '一个项目在补正',
      context: { items: [item({ status: 'returned' }), second()] },
      says: '尚有项目在补正：“智慧教育平台”',
      seen: { 补正中的项目: '智慧教育平台' },
    },
    {
      fails: '两个项目在补正',
      context: { items: [item({ status: 'returned' }), second({ status: 'returned' })] },
      seen: { 补正中的项目: '智慧教育平台、医共体信息平台' },
    },
  ),
];
