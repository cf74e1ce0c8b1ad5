import { affiliationExamples } from '#machines/desk/affiliation.examples.js';
import { wan } from '#machines/kit/words/money.js';
import { amount, budgeted, operationApproval, proves, provesAt } from '../testing/ground.js';
import { CONTRACTOR, DESIGNER, SUPERVISOR, panel } from '../testing/lines.js';
import { enoughExperts, expertsReviewed, independentExperts } from './experts.js';

const of = (n: number) => ({ experts: panel(n) });
const from = (unit: string) => ({ experts: [...panel(2), { number: 'ZJ-009', unit }] });

/** A project under examination, before any budget was approved. */
const examined = (amountFen: number, estimateFen = amountFen) => ({ amounts: [amount('estimate', estimateFen)], dossiers: { combined: { amountFen } } });

export const expertsExamples = [
  ...proves(
    enoughExperts,
    { passes: '499.999999万元，3人：足够', context: examined(wan(499.999999)), data: of(3), seen: { 专家人数: 3, 至少: 3, 金额: '499.999999万元' } },
    { passes: '300万元，5人：足够', data: of(5) },
    { passes: '恰为500万元，5人：足够', context: examined(wan(500)), data: of(5), seen: { 专家人数: 5, 至少: 5, 金额: '500万元' } },
    { fails: '300万元，2人：不足', data: of(2), says: ['专家2人', '不少于3人'] },
    { fails: '300万元，1人：单数但不足', data: of(1) },
    { fails: '300万元，4人：不是单数', data: of(4), says: '单数' },
    { fails: '恰为500万元，3人：大额项目不足', context: examined(wan(500)), data: of(3), says: '不少于5人' },
    { fails: '600万元，6人：不是单数', context: examined(wan(600)), data: of(6) },
    { fails: '同一专家登记三次：按1人计', data: { experts: [...panel(1), ...panel(1), ...panel(1)] }, says: '专家1人' },
    { fails: '报批480万元，估算520万元，3人：按较大的金额', context: examined(wan(480), wan(520)), data: of(3) },
    { fails: '报批520万元，估算480万元，3人：按较大的金额', context: examined(wan(520), wan(480)), data: of(3) },
    {
      passes: '报批520万元，批复480万元，3人：批复后按概算',
      context: { ...budgeted(wan(480)), dossiers: { combined: { amountFen: wan(520) } } },
      data: of(3),
      seen: { 专家人数: 3, 至少: 3, 金额: '480万元' },
    },
    {
      fails: '概算批复500万元，合同480万元，3人：按概算',
      context: { ...budgeted(wan(500)), amounts: [amount('budget', wan(500)), amount('contract', wan(480))] },
      data: of(3),
    },
    { fails: '没有报批文件，估算520万元，3人：按估算', context: { dossier: null, amounts: [amount('estimate', wan(520))] }, data: of(3) },
    { passes: '人数要求调整为1人后，1人：足够', data: of(1), facts: { parameters: { 'experts.min': 1 } } },
  ),
  ...proves(
    independentExperts,
    { passes: '专家来自省市评审专家委员会', data: of(3) },
    { passes: '没有设计、承建单位时', context: { dossier: null, contract: null, award: null }, data: of(3) },
    { passes: '可研没有写明咨询设计单位', context: { dossiers: { combined: { designer: undefined } } }, data: of(3) },
    { fails: '专家来自项目单位', data: from('县教体局'), says: '县教体局' },
    { fails: '专家来自下属单位', data: from('县第一中学'), seen: { 应回避: '县第一中学' } },
    {
      fails: '专家来自主管部门',
      facts: { unit: { id: 'no1-school', supervisingUnitId: 'education' } },
      context: { applicant: { name: '县第一中学' } },
      data: from('县教体局'),
    },
    { fails: '专家来自项目单位的信息中心，单位名写全称', data: from('青阳县教育体育局信息中心'), says: '青阳县教育体育局信息中心' },
    { passes: '专家来自市教体局', data: from('池州市教体局') },
    { passes: '专家来自没有隶属关系的单位', data: from('县卫健委') },
    { fails: '专家来自设计单位', data: from(DESIGNER.name), says: DESIGNER.name },
    { fails: '专家来自承建单位', context: { award: null }, data: from(CONTRACTOR.name), says: CONTRACTOR.name },
    { fails: '专家来自中标而未签约的单位', context: { contract: null }, data: from(CONTRACTOR.name), says: CONTRACTOR.name },
    { fails: '专家来自监理单位', context: { started: { supervisor: SUPERVISOR } }, data: from(SUPERVISOR.name), says: SUPERVISOR.name },
    { passes: '另有监理单位，专家不来自该单位', context: { started: { supervisor: SUPERVISOR } }, data: of(3) },
    { passes: '尚未开工，没有监理单位', context: { started: null }, data: from(SUPERVISOR.name) },
    {
      fails: '两名专家来自应回避的单位：一并指出',
      data: { experts: [...from('县教体局').experts, ...from(DESIGNER.name).experts, ...from(DESIGNER.name).experts] },
      seen: { 应回避: `县教体局、${DESIGNER.name}` },
    },
  ),
  ...affiliationExamples({ proves, provesAt }),
  ...proves(
    expertsReviewed,
    { passes: '评审通过', seen: { 专家评审: '通过' } },
    { passes: '修改后通过', context: { dossiers: { combined: { expertReview: { conclusion: 'passedAfterRevision' } } } }, seen: { 专家评审: '通过' } },
    {
      fails: '评审不通过：不予审批',
      context: { dossiers: { combined: { expertReview: { conclusion: 'failed' } } } },
      says: '专家评审不通过',
      seen: { 专家评审: '不通过' },
    },
    {
      fails: '未经专家评审：不予审批、不予安排资金',
      context: { dossiers: { combined: { expertReview: undefined } } },
      says: '不予安排资金',
      seen: { 专家评审: '未评审' },
    },
    { fails: '没有报批文件：不予审批', context: { dossier: null }, seen: { 专家评审: '未评审' } },
    { passes: '运维项目：专家评审在审核案件中', context: { dossier: null, operationApproval }, seen: { 专家评审: '通过' } },
    {
      fails: '运维项目：审核案件中评审不通过',
      context: { operationApproval: { ...operationApproval, expertReview: { ...operationApproval.expertReview, conclusion: 'failed' } } },
      says: '专家评审不通过',
    },
  ),
];
