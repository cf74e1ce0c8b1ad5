import { CREATION } from '#machines/kit/testing/example.js';
import { notClassified, notTownship } from '../../../common/creation.js';
import { declared, provesAt } from '../testing/ground.js';
import { parentNamed, publiclyFunded } from './creation.js';

const revised = { changes: { goal: '实现业务一网通办和数据共享' } };
const resubmitted = { declaration: { goal: '实现业务一网通办和数据共享' } };
const continuation = { projectType: 'continuation' as const, parentApprovalNumber: '青数批〔2024〕9号' };

/** The rules of creation, for a declaration as it would be after a change. */
const afterRevision = [
  ...provesAt(
    'revise',
    'creation.publicly-funded',
    { passes: '修改不涉及资金来源：仍有财政资金', data: revised },
    { passes: '修改为上级转移支付：仍是财政资金', data: { changes: { fundingSources: ['upperTransfer'] } } },
    { fails: '修改后只剩企业投资：不能修改', data: { changes: { fundingSources: ['enterprise'] } }, says: '不含财政资金' },
  ),
  ...provesAt(
    'resubmit',
    'creation.publicly-funded',
    { passes: '补正不涉及资金来源：仍有财政资金', data: resubmitted },
    { passes: '只答复、不改申报内容：不受影响', context: { declaration: { fundingSources: ['enterprise'] } }, data: { reply: '已补充说明' } },
    { fails: '补正后只剩自有资金：不能提交', data: { declaration: { fundingSources: ['ownFunds'] } } },
  ),
  ...provesAt(
    'revise',
    'creation.not-classified',
    { passes: '修改后仍不涉密', data: revised },
    { fails: '修改为涉密：不得录入', data: { changes: { classified: true } }, says: '不得录入' },
  ),
  ...provesAt(
    'resubmit',
    'creation.not-classified',
    { passes: '补正后仍不涉密', data: resubmitted },
    { fails: '补正为涉密：不得录入', data: { declaration: { classified: true } } },
  ),
  ...provesAt(
    'revise',
    'creation.parent-approval',
    { passes: '新建项目修改目标：无需原批复', data: revised },
    { passes: '修改为续建并写明原批复文号', data: { changes: continuation } },
    {
      passes: '原来已写明原批复文号，修改为续建',
      context: { declaration: { parentApprovalNumber: '青数批〔2024〕9号' } },
      data: { changes: { projectType: 'continuation' } },
    },
    { fails: '修改为续建而没有原批复文号', data: { changes: { projectType: 'continuation' } }, says: '原项目批复文号' },
  ),
  ...provesAt(
    'resubmit',
    'creation.parent-approval',
    { passes: '补正为续建并写明原批复文号', data: { declaration: continuation } },
    { fails: '补正为续建而没有原批复文号', data: { declaration: { projectType: 'continuation' } } },
  ),
];

export const creationExamples = [
  ...provesAt(
    CREATION,
    notTownship,
    { passes: '县直部门：可以申报', data: declared, seen: { 申报单位: '县教体局' } },
    {
      passes: '县开发区管委会不是乡镇：可以申报',
      data: declared,
      facts: { unit: { kind: 'zone', name: '县开发区管委会' } },
      seen: { 申报单位: '县开发区管委会' },
    },
    {
      fails: '乡镇：不得独立建设',
      data: declared,
      facts: { unit: { kind: 'township', name: '蓉城镇人民政府' } },
      seen: { 申报单位: '蓉城镇人民政府' },
      says: ['蓉城镇人民政府', '乡镇'],
    },
  ),
  ...provesAt(
    CREATION,
    publiclyFunded,
    { passes: '本级财政资金', data: declared },
    { passes: '上级转移支付资金', data: { ...declared, fundingSources: ['upperTransfer'] } },
    { passes: '统筹基建资金', data: { ...declared, fundingSources: ['capitalConstruction'] } },
    { passes: '财政资金与自有资金并用', data: { ...declared, fundingSources: ['ownFunds', 'countyBudget'] } },
    { fails: '只有自有资金：不走本流程', data: { ...declared, fundingSources: ['ownFunds'] }, says: '不含财政资金' },
    { fails: '自有资金与企业投资：不走本流程', data: { ...declared, fundingSources: ['ownFunds', 'enterprise'] } },
  ),
  ...provesAt(CREATION, notClassified, { passes: '不涉密', data: declared }, { fails: '涉密：内容不得录入', data: { ...declared, classified: true } }),
  ...provesAt(
    CREATION,
    parentNamed,
    { passes: '新建：无需原批复', data: declared },
    { passes: '升级改造：无需原批复', data: { ...declared, projectType: 'upgrade' } },
    { passes: '续建并写明原批复文号', data: { ...declared, ...continuation } },
    { passes: '续建并指明原项目', data: { ...declared, projectType: 'continuation', parentProject: 'XM-2024-0001' } },
    { fails: '续建，文号写“无”', data: { ...declared, projectType: 'continuation', parentApprovalNumber: '无' } },
    { fails: '续建而没有写明原批复文号', data: { ...declared, projectType: 'continuation' }, says: '原项目批复文号' },
  ),
  ...afterRevision,
];
