import { panel } from '../../project/testing/lines.js';
import { item, proves, second } from '../testing/ground.js';
import { enoughExperts, expertsReviewed, independentExperts } from './experts.js';

const from = (...units: string[]) => ({ experts: [...panel(3), ...units.map((unit, i) => ({ number: `ZJ-10${i}`, unit }))] });

export const expertExamples = [
  ...proves(
    enoughExperts,
    { passes: '计划没有单一金额，5人：足够', data: { experts: panel(5) }, seen: { 专家人数: 5, 至少: 5 } },
    { fails: '清单上的项目都不到500万元，3人：仍然不足', data: { experts: panel(3) }, says: '不少于5人', seen: { 专家人数: 3, 至少: 5 } },
    { fails: '6人：不是单数', data: { experts: panel(6) } },
  ),
  ...proves(
    independentExperts,
    { passes: '专家来自省市评审专家委员会', data: { experts: panel(5) } },
    { passes: '专家来自已经剔除的项目的单位', context: { items: [item(), second({ status: 'removed' })] }, data: from('县卫健委') },
    { fails: '专家来自编制单位', data: from('县数据资源管理局'), says: '县数据资源管理局' },
    { fails: '专家来自申报单位的下属单位', data: from('县第一中学'), seen: { 应回避: '县第一中学' } },
    { fails: '专家来自两个申报单位：一并指出', data: from('县教体局', '县卫健委'), seen: { 应回避: '县教体局、县卫健委' } },
  ),
  ...proves(
    expertsReviewed,
    { passes: '评审通过', seen: { 专家评审: '通过' } },
    { passes: '修改后通过', context: { expertReview: { conclusion: 'passedAfterRevision' } } },
    {
      fails: '没有评审，或者评审之后清单有增加、补正',
      context: (usual) => ({ ...usual, expertReview: null }),
      says: '未经专家论证评审',
      seen: { 专家评审: '未评审' },
    },
    { fails: '评审不通过', context: { expertReview: { conclusion: 'failed' } }, says: '专家评审不通过' },
  ),
];
