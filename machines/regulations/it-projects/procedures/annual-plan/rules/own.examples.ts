import { everybody, item, proves, provesAt, second } from '../testing/ground.js';
import { notOwnItem, notOwnList, notOwnRemoved, onlyOwnRecused, somethingMeant } from './own.js';

const byEducation = { actor: { unitId: 'education' } };
const finance = { userId: 'finance', name: '县财政局', unitId: 'finance' };
const forFinance = (unitId: string) => ({ actor: { unitId, actingFor: finance } });
const hospital = { id: 'county-hospital', name: '县人民医院', superior: 'health' };
const ofHospital = { items: [item(), second({ unit: hospital })] };
const asFinance = { seat: { party: 'finance', principals: ['role:finance'] } };
const owed = { ...everybody, finance: undefined };

export const ownExamples = [
  ...provesAt(
    'removeItem',
    notOwnRemoved,
    { passes: '县政府已经确定计划：县政府决定剔除的，也可以是本局的项目', data: { project: 'XM-2025-0001' }, facts: byEducation },
    { fails: '县政府已经确定计划：申报单位的人员仍不能代为剔除', data: { project: 'XM-2025-0002' }, context: ofHospital, facts: forFinance('county-hospital') },
  ),
  ...proves(
    notOwnItem,
    { passes: '对其他单位的项目表态', data: { opinion: 'agree', projects: ['XM-2025-0002'] }, facts: byEducation },
    { passes: '不指定项目：本部门的自动回避', data: { opinion: 'agree' }, facts: byEducation },
    { passes: '对本部门的项目回避', data: { opinion: 'recuse', projects: ['XM-2025-0001'] }, facts: byEducation },
    { passes: '找不到的项目由另一条规则指出', data: { opinion: 'agree', projects: ['XM-2025-0009'] }, facts: byEducation },
    { passes: '退回其他单位的项目', data: { project: 'XM-2025-0002' }, facts: byEducation },
    {
      passes: '主管部门以自己的名义办理下属单位的项目',
      data: { opinion: 'agree', projects: ['XM-2025-0002'] },
      context: ofHospital,
      facts: { actor: { unitId: 'health' } },
    },
    { passes: '没有隶属关系的单位代为表态', data: { opinion: 'agree', projects: ['XM-2025-0002'] }, context: ofHospital, facts: forFinance('audit') },
    {
      passes: '代理人替被代理部门回避该部门的项目',
      data: { opinion: 'recuse', projects: ['XM-2025-0002'] },
      context: { items: [item(), second({ unit: { ...hospital, id: 'finance' } })] },
      facts: forFinance('audit'),
    },
    {
      fails: '对本部门的项目表示同意',
      data: { opinion: 'agree', projects: ['XM-2025-0001', 'XM-2025-0002'] },
      facts: byEducation,
      says: '“智慧教育平台”是本单位',
      seen: { 应当回避的项目: '智慧教育平台' },
    },
    {
      fails: '两个都是本部门的：一并指出',
      data: { opinion: 'object', projects: ['XM-2025-0001', 'XM-2025-0002'] },
      context: { items: [item(), second({ unit: { id: 'education', name: '县教体局', superior: null } })] },
      facts: byEducation,
      seen: { 应当回避的项目: '智慧教育平台、医共体信息平台' },
    },
    { fails: '按案件编号指定本部门的项目', context: { government: null }, data: { project: '00000000-0000-7000-8000-000000000001' }, facts: byEducation },
    {
      fails: '退回或者剔除本部门的项目',
      context: { government: null },
      data: { project: 'XM-2025-0001' },
      facts: byEducation,
      seen: { 应当回避的项目: '智慧教育平台' },
    },
    {
      fails: '申报单位的人员代联审部门表态',
      data: { opinion: 'agree', projects: ['XM-2025-0002'] },
      context: ofHospital,
      facts: forFinance('county-hospital'),
      seen: { 应当回避的项目: '医共体信息平台' },
    },
    {
      fails: '申报单位的人员代联审部门回避',
      data: { opinion: 'recuse', projects: ['XM-2025-0002'] },
      context: ofHospital,
      facts: forFinance('county-hospital'),
    },
    { fails: '主管部门的人员代联审部门表态', data: { opinion: 'agree', projects: ['XM-2025-0002'] }, context: ofHospital, facts: forFinance('health') },
    {
      fails: '代理人替被代理部门同意该部门的项目',
      data: { opinion: 'agree', projects: ['XM-2025-0002'] },
      context: { items: [item(), second({ unit: { ...hospital, id: 'finance' } })] },
      facts: forFinance('audit'),
    },
  ),
  ...proves(
    onlyOwnRecused,
    { passes: '对本部门的项目回避', data: { opinion: 'recuse', projects: ['XM-2025-0001'] }, facts: byEducation },
    {
      passes: '代理人替被代理部门回避',
      data: { opinion: 'recuse', projects: ['XM-2025-0002'] },
      context: { items: [item(), second({ unit: { ...hospital, id: 'finance' } })] },
      facts: forFinance('audit'),
    },
    { passes: '同意不是回避', data: { opinion: 'agree', projects: ['XM-2025-0002'] }, facts: byEducation },
    { passes: '找不到的项目由另一条规则指出', data: { opinion: 'recuse', projects: ['XM-2025-0009'] }, facts: byEducation },
    { fails: '对其他单位的项目回避', data: { opinion: 'recuse', projects: ['XM-2025-0001', 'XM-2025-0002'] }, facts: byEducation },
    { fails: '不指定项目而回避全部', data: { opinion: 'recuse' }, facts: byEducation },
  ),
  ...proves(
    somethingMeant,
    { passes: '有尚未表态的项目', data: {}, context: { items: [item(), second({ opinions: owed })] }, facts: asFinance },
    { passes: '都已表态，指明要改变意见的项目', data: { projects: ['XM-2025-0001'] }, facts: asFinance },
    {
      passes: '尚未表态的是本部门的项目：自动回避',
      data: {},
      context: { items: [item(), second({ opinions: owed, unit: { ...hospital, id: 'finance' } })] },
      facts: { ...asFinance, actor: { unitId: 'finance' } },
    },
    { fails: '都已表态，没有指明项目', data: {}, facts: asFinance, says: '不起作用' },
    { fails: '尚未表态的项目已经剔除', data: {}, context: { items: [item(), second({ opinions: owed, status: 'removed' })] }, facts: asFinance },
    {
      fails: '尚未表态的只有代理人自己单位的项目',
      data: {},
      context: { items: [item(), second({ opinions: owed, unit: hospital })] },
      facts: { ...asFinance, ...forFinance('county-hospital') },
    },
  ),
  ...proves(
    notOwnList,
    { passes: '以本部门的名义办理，清单上有本部门的项目', facts: byEducation },
    { passes: '代理人所在单位没有项目', facts: forFinance('audit') },
    { passes: '代理人所在单位的项目已经剔除', context: { items: [item({ status: 'removed' }), second()] }, facts: forFinance('education') },
    { fails: '代理人所在单位有项目', facts: forFinance('education'), says: '“智慧教育平台”在计划清单上', seen: { 本单位项目: '智慧教育平台' } },
    {
      fails: '代理人所在单位有两个项目：一并指出',
      context: { items: [item(), second({ unit: { id: 'education', name: '县教体局', superior: null } })] },
      facts: forFinance('education'),
      seen: { 本单位项目: '智慧教育平台、医共体信息平台' },
    },
  ),
];
