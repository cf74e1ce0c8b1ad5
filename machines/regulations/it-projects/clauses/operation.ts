import type { Clause } from '#machines/kit/words/clause.js';

/** 二(五) 运行维护管理. */
export const operation = [
  { id: '2.5.1', summary: '新建项目的初步设计与概算要有运维专门设计，概算不得直接或者变相列入运维费用。' },
  { id: '2.5.2', summary: '系统建成后由项目单位负责运行维护。' },
  { id: '2.5.3', summary: '运维与省市数据平台、政务云、政务网络衔接，资源使用集约合理，不闲置浪费。' },
  {
    id: '2.5.4',
    summary: '运维方案和预算由财政部门会同数据资源管理部门审核，建立运维服务目录，通用服务和产品经集中采购形成指导价。',
  },
] as const satisfies readonly Clause[];
