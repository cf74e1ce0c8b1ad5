import { CREATION } from '#machines/kit/testing/example.js';
import { projectOursExamples } from '../../../common/named-project.examples.js';
import { notClassified, notTownship } from '../../../common/creation.js';
import type { Declaration } from '../declaration.js';
import { declared, own } from '../testing/ground.js';
import { fundingFits, institutionsOnly, noProjectOfItsOwn, parentNamed } from './creation.js';

const { provesAt } = own;

const enterprise: Declaration = { ...declared, track: 'enterprise', fundingSources: ['enterprise'], parentName: undefined };
const ownFunds: Declaration = { ...declared, track: 'ownFunds', fundingSources: ['ownFunds'], parentName: undefined };
const institution = { unit: { kind: 'institution', name: '县人民医院' } };
const department = { unit: { kind: 'department', name: '县教体局' } };

/** Repeats the examples for a declaration as it would be after a change. */
const afterChange = (['revise', 'resubmit'] as const).flatMap((on) => {
  const step = on === 'revise' ? '修改' : '补正';
  return [
    ...provesAt(
      on,
      'scheme.no-project-of-its-own',
      { passes: `${step}内容，情形不变`, data: { changes: { content: '增加数据接口' } } },
      { fails: `${step}为企业投资项目而资金仍含财政资金`, data: { changes: { track: 'enterprise' } } },
    ),
    ...provesAt(
      on,
      'scheme.funding-fits',
      { passes: `${step}资金来源，仍含财政资金`, data: { changes: { fundingSources: ['ownFunds', 'upperTransfer'] } } },
      { passes: `${step}时只作说明：不受影响`, context: { declaration: { fundingSources: ['enterprise'] } }, data: { reply: '已说明' } },
      { fails: `${step}后不含财政资金`, data: { changes: { fundingSources: ['enterprise'] } } },
    ),
    ...provesAt(
      on,
      'scheme.own-funds-of-institution',
      { passes: `${step}为自有资金项目，申报单位是事业单位`, data: { changes: { track: 'ownFunds' } }, facts: institution },
      { passes: `${step}内容，情形不变，申报单位是部门`, data: { changes: { content: '增加数据接口' } }, facts: department },
      { fails: `${step}为自有资金项目，申报单位是部门`, data: { changes: { track: 'ownFunds' } }, facts: department },
    ),
    ...provesAt(
      on,
      'scheme.parent-named',
      { passes: `${step}内容，所属项目原已写明`, data: { changes: { content: '增加数据接口' } } },
      {
        fails: `${step}为建设项目的一部分而没有写明所属项目`,
        context: { declaration: { track: 'enterprise', parentName: undefined } },
        data: { changes: { track: 'embedded' } },
      },
    ),
    ...provesAt(
      on,
      'creation.not-classified',
      { passes: `${step}后仍不涉密`, data: { changes: { content: '增加数据接口' } } },
      { fails: `${step}为涉密`, data: { changes: { classified: true } } },
    ),
  ];
});

export const creationExamples = [
  ...provesAt(
    CREATION,
    noProjectOfItsOwn,
    { passes: '财政建设项目中的信息化部分', data: declared, seen: { 参照执行的情形: '其他财政建设项目中的信息化部分' } },
    { passes: '企业投资，不含财政资金', data: enterprise },
    { passes: '自有资金，不含财政资金', data: ownFunds },
    {
      fails: '企业投资又用上级转移支付：应当申报项目',
      data: { ...enterprise, fundingSources: ['enterprise', 'upperTransfer'] },
      says: '使用财政资金',
      seen: { 参照执行的情形: '企业投资、供部门使用的项目' },
    },
    { fails: '自有资金又用本级财政资金：应当申报项目', data: { ...ownFunds, fundingSources: ['countyBudget', 'ownFunds'] } },
    { fails: '只用统筹基建资金：应当申报项目', data: { ...enterprise, fundingSources: ['capitalConstruction'] } },
  ),
  ...provesAt(
    CREATION,
    fundingFits,
    { passes: '建设项目的一部分，用财政资金', data: declared, seen: { 参照执行的情形: '其他财政建设项目中的信息化部分', 应含: '财政资金' } },
    { passes: '建设项目的一部分，财政资金与自有资金并用', data: { ...declared, fundingSources: ['ownFunds', 'countyBudget'] } },
    { passes: '企业投资', data: enterprise },
    { passes: '自有资金', data: ownFunds },
    { fails: '建设项目的一部分而没有财政资金', data: { ...declared, fundingSources: ['ownFunds'] }, says: '应含财政资金' },
    {
      fails: '企业投资项目只有自有资金',
      data: { ...enterprise, fundingSources: ['ownFunds'] },
      says: '应含企业投资',
      seen: { 参照执行的情形: '企业投资、供部门使用的项目', 应含: '企业投资' },
    },
    { fails: '自有资金项目只有企业投资', data: { ...ownFunds, fundingSources: ['enterprise'] }, says: '应含单位自有资金' },
  ),
  ...provesAt(
    CREATION,
    institutionsOnly,
    { passes: '事业单位用自有资金', data: ownFunds, facts: institution, seen: { 申报单位: '县人民医院' } },
    { passes: '部门申报企业投资项目', data: enterprise, facts: department },
    { fails: '部门申报自有资金项目', data: ownFunds, facts: department, says: '县教体局不是事业单位' },
  ),
  ...provesAt(
    CREATION,
    parentNamed,
    { passes: '写明所属的建设项目', data: declared },
    { passes: '关联已登记的项目', data: { ...declared, parentName: undefined, projectId: 'XM-2026-0001' } },
    { passes: '企业投资项目：没有所属项目', data: enterprise },
    { fails: '建设项目的一部分而没有写明所属项目', data: { ...declared, parentName: undefined } },
  ),
  ...provesAt(
    CREATION,
    notClassified,
    { passes: '方案不涉密', data: declared },
    { fails: '方案涉密：内容不得录入', data: { ...declared, classified: true }, says: '不得录入' },
  ),
  ...provesAt(
    CREATION,
    notTownship,
    { passes: '事业单位可以提交方案', data: declared, seen: { 申报单位: '县人民医院' } },
    { fails: '乡镇：应当办理需求登记', data: declared, facts: { unit: { kind: 'township', name: '蓉城镇人民政府' } }, says: '蓉城镇人民政府是乡镇' },
  ),
  ...projectOursExamples(own, CREATION, declared),
  ...afterChange,
];
