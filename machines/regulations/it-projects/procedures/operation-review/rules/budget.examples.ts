import { CREATION } from '#machines/kit/testing/example.js';
import { projectOursExamples } from '../../../common/named-project.examples.js';
import { attachmentExamples, paperExamples } from '#machines/desk/papers.examples.js';
import { notClassified } from '../../../common/creation.js';
import { documents } from '../documents.js';
import { declared, own } from '../testing/ground.js';
import { nothingIdle, totalExact, withinGuidePrice, yearNotPast } from './budget.js';

const { proves, provesAt } = own;

const many = { name: '大额服务', quantity: 1_000_000, unitPriceFen: 9_007_199_255 };

const afterChange = (['revise', 'resubmit'] as const).flatMap((on) => {
  const step = on === 'revise' ? '修改' : '补正';
  return [
    ...provesAt(
      on,
      'operation.total-exact',
      { passes: `${step}衔接情况，金额不变`, data: { changes: { platform: '已接入省平台' } } },
      { fails: `${step}合计而没有${step}明细`, data: { changes: { totalFen: 20_000_000 } } },
    ),
    ...provesAt(
      on,
      'operation.year-not-past',
      { passes: `${step}为下一年度`, data: { changes: { year: 2027 } } },
      { passes: `跨年以后${step}其他内容：年度不改`, context: { declaration: { year: 2025 } }, data: { changes: { platform: '已接入省平台' } } },
      { passes: `${step}没有改变申报内容`, context: { declaration: { year: 2025 } }, data: {} },
      { fails: `${step}为上一年度`, data: { changes: { year: 2025 } } },
    ),
    ...provesAt(
      on,
      'creation.not-classified',
      { passes: `${step}后仍不涉密`, data: { changes: { platform: '已接入省平台' } } },
      { fails: `${step}为涉密`, data: { changes: { classified: true } } },
    ),
  ];
});

export const budgetExamples = [
  ...provesAt(
    CREATION,
    totalExact,
    { passes: '合计与各项之和相符', data: declared, seen: { 合计: '20.4万元', 各项之和: '20.4万元' } },
    { passes: '只有一项', data: { ...declared, items: [declared.items[0]!], totalFen: 18_000_000 } },
    {
      fails: '合计多一分',
      data: { ...declared, totalFen: 20_400_001 },
      says: ['20.400001万元', '20.4万元'],
      seen: { 合计: '20.400001万元', 各项之和: '20.4万元' },
    },
    { fails: '合计少一分', data: { ...declared, totalFen: 20_399_999 } },
    {
      fails: '各项之和比合计多一分，浮点数算不出来',
      data: { ...declared, items: [many, { name: '尾数', quantity: 1, unitPriceFen: 1 }], totalFen: 9_007_199_255_000_000 },
    },
  ),
  ...provesAt(
    CREATION,
    yearNotPast,
    { passes: '本年度', data: declared, seen: { 运维年度: 2026 } },
    { passes: '下一年度', data: { ...declared, year: 2027 } },
    { fails: '上一年度', data: { ...declared, year: 2025 }, says: '2025年度已经过去' },
  ),
  ...provesAt(CREATION, notClassified, { passes: '不涉密', data: declared }, { fails: '涉密：内容不得录入', data: { ...declared, classified: true } }),
  ...proves(
    withinGuidePrice,
    { passes: '单价等于指导价，另一项没有指导价' },
    {
      passes: '单价低于指导价',
      context: { declaration: { items: [{ name: '驻场服务(月)', quantity: 12, unitPriceFen: 1_400_000, guidePriceFen: 1_500_000 }] } },
    },
    {
      fails: '单价高于指导价一分：提示',
      context: { declaration: { items: [{ name: '驻场服务(月)', quantity: 12, unitPriceFen: 1_500_001, guidePriceFen: 1_500_000 }] } },
      says: '驻场服务(月)',
      seen: { 高于指导价: '驻场服务(月)' },
    },
    {
      fails: '两项高于指导价：一并提示',
      context: { declaration: { items: ['驻场', '巡检'].map((name) => ({ name, quantity: 1, unitPriceFen: 2, guidePriceFen: 1 })) } },
      seen: { 高于指导价: '驻场、巡检' },
    },
  ),
  ...proves(
    nothingIdle,
    { passes: '没有闲置' },
    { passes: '填写“无”：没有闲置', context: { declaration: { idleResources: '无。' } } },
    { fails: '有闲置：提示', context: { declaration: { idleResources: '两台服务器' } }, says: '两台服务器', seen: { 闲置: '两台服务器' } },
  ),
  ...paperExamples(own, documents, ['expertOpinion']),
  ...attachmentExamples(own, documents, ['operationPlan', 'operationBudget', 'useReport', 'expertOpinion']),
  ...projectOursExamples(own, CREATION, declared),
  ...afterChange,
];
