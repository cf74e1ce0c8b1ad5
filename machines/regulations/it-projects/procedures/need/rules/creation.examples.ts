import { CREATION } from '#machines/kit/testing/example.js';
import { notClassified } from '../../../common/creation.js';
import { declared, own } from '../testing/ground.js';
import { targetIsDepartment, townshipOnly } from './creation.js';

const { provesAt } = own;
const at = (target: string) => ({ ...declared, target });

export const creationExamples = [
  ...provesAt(
    CREATION,
    townshipOnly,
    { passes: '乡镇登记需求', data: declared, seen: { 登记单位: '蓉城镇人民政府' } },
    {
      fails: '县直部门：应当申报项目',
      data: declared,
      facts: { unit: { kind: 'department', name: '县教体局' } },
      says: '县教体局不是乡镇',
      seen: { 登记单位: '县教体局' },
    },
    { fails: '县开发区管委会不是乡镇：应当申报项目', data: declared, facts: { unit: { kind: 'zone', name: '县开发区管委会' } } },
  ),
  ...provesAt(
    CREATION,
    targetIsDepartment,
    { passes: '请县直主管部门统筹', data: at('health'), seen: { 单位: '县卫健委' } },
    { passes: '请县数据资源管理局统筹', data: at('data-bureau') },
    { fails: '名录中没有的单位', data: at('nowhere'), says: '编号“nowhere”不在单位名录中', seen: { 单位: '编号“nowhere”', 情况: '不在单位名录中' } },
    { fails: '请另一个乡镇统筹', data: at('rongcheng-town'), says: '蓉城镇人民政府是乡镇', seen: { 单位: '蓉城镇人民政府', 情况: '是乡镇' } },
    { fails: '请部门的下属单位统筹', data: at('county-hospital'), says: '县人民医院是部门的下属单位', seen: { 单位: '县人民医院', 情况: '是部门的下属单位' } },
  ),
  ...provesAt('redirect', targetIsDepartment, { passes: '改派给县直部门', data: at('education') }, { fails: '改派给乡镇', data: at('rongcheng-town') }),
  ...provesAt(
    CREATION,
    notClassified,
    { passes: '需求不涉密', data: declared },
    { fails: '需求涉密：内容不得录入', data: { ...declared, classified: true }, says: '不得录入' },
  ),
  ...provesAt(
    'revise',
    'creation.not-classified',
    { passes: '修改后仍不涉密', data: { changes: { content: '群众自助打印证明和缴费' } } },
    { fails: '修改为涉密', data: { changes: { classified: true } } },
  ),
  ...provesAt(
    'resubmit',
    'creation.not-classified',
    { passes: '补正后仍不涉密', data: { changes: { content: '群众自助打印证明和缴费' } } },
    { passes: '只答复、不改内容：不受影响', context: { declaration: { classified: true } }, data: { reply: '已说明' } },
    { fails: '补正为涉密', data: { changes: { classified: true } } },
  ),
  ...provesAt(
    'revise',
    'need.target-is-department',
    { passes: '修改内容，统筹部门不变', data: { changes: { content: '群众自助打印证明和缴费' } } },
    { passes: '改请另一个县直部门', data: { changes: { target: 'education' } } },
    { fails: '改请名录中没有的单位', data: { changes: { target: 'nowhere' } } },
  ),
];
