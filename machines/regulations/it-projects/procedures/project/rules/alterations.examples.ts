import { wan } from '#machines/kit/words/money.js';
import { revisionExamples } from '../../../common/alters.examples.js';
import type { ChangeRecord } from '../context.js';
import { amount, proves, provesAt } from '../testing/ground.js';
import { contractAmended, contractVaried, estimateRevised, extensionLater, fundsChanged, variedAfterChange } from './alterations.js';

const made: ChangeRecord = {
  change: 'change',
  number: 'BG-2026-0001',
  told: 3,
  standing: 'made',
  increaseFen: 0,
  decreaseFen: wan(10),
  scheduleDays: 0,
  on: '2026-03-02',
  seq: 9,
};
const funds = { number: '青财〔2025〕1号', date: '2025-06-09', amountFen: wan(300) };

export const alterationExamples = [
  ...revisionExamples({ proves, provesAt }, { field: 'title', is: '义务教育入学一网通办', other: '学前教育入学一网通办' }),
  ...revisionExamples({ proves, provesAt }, { field: 'fundingSources', is: ['countyBudget'], other: ['upperTransfer'] }).map((e) => ({
    ...e,
    name: `资金来源：${e.name}`,
  })),
  ...proves(
    estimateRevised,
    { passes: '估算多1分', context: { amounts: [amount('estimate', wan(300))] }, data: { estimateFen: wan(300) + 1 } },
    { fails: '估算不变', context: { amounts: [amount('estimate', wan(300))] }, data: { estimateFen: wan(300) }, says: '投资估算与原来相同' },
  ),
  ...proves(
    fundsChanged,
    { passes: '第一次确认', context: { funds: null }, data: funds },
    { passes: '追加资金', data: { ...funds, amountFen: wan(301) } },
    { passes: '另一文号', data: { ...funds, number: '青财〔2025〕2号' } },
    { passes: '另一日期', data: { ...funds, date: '2025-06-10' } },
    { fails: '与已确认的相同', data: funds, says: '资金安排与原来相同' },
  ),
  ...proves(
    contractAmended,
    { passes: '更正期限', data: { ipOwnedByGovernment: true, interfaceFreeMonths: 24 } },
    { passes: '更正知识产权约定', data: { ipOwnedByGovernment: false, interfaceFreeMonths: 36 } },
    { fails: '与合同相同', data: { ipOwnedByGovernment: true, interfaceFreeMonths: 36 }, says: '合同信息与原来相同' },
  ),
  ...proves(
    contractVaried,
    { passes: '减少1分', data: { amountFen: wan(280) - 1 } },
    { fails: '金额不变', data: { amountFen: wan(280) }, says: '合同金额与原来相同' },
  ),
  ...proves(
    variedAfterChange,
    { passes: '变更当日签订', context: { changes: [made] }, data: { change: 'BG-2026-0001', signedOn: '2026-03-02' } },
    {
      fails: '变更前一天签订',
      context: { changes: [{ ...made, number: 'BG-2026-0009', change: 'another', on: '2026-01-05' }, made] },
      data: { change: 'BG-2026-0001', signedOn: '2026-03-01' },
      says: '签订日期2026-03-01早于投资变更备案或者批准日期2026-03-02',
    },
    {
      fails: '以案件编码指明变更',
      context: { changes: [made] },
      data: { change: 'change', signedOn: '2026-03-01' },
      seen: { 签订日期: '2026-03-01', 变更日期: '2026-03-02' },
    },
    { passes: '没有这个变更：由另一条规则答复', context: { changes: [made] }, data: { change: 'BG-2026-0002', signedOn: '2026-01-05' } },
    { passes: '没有填写日期：由表单检查', context: { changes: [made] }, data: { change: 'change' } },
  ),
  ...proves(
    extensionLater,
    {
      passes: '到期次日',
      data: { until: '2026-07-02' },
      facts: {
        deadlines: [
          { name: 'other', dueOn: '2027-01-01' },
          { name: 'acceptanceApply', dueOn: '2026-07-01' },
        ],
      },
    },
    {
      fails: '到期当日：没有延期',
      data: { until: '2026-07-01' },
      facts: { deadlines: [{ name: 'acceptanceApply', dueOn: '2026-07-01' }] },
      says: '不晚于原定的2026-07-01',
      seen: { 申请到: '2026-07-01', 到期: '2026-07-01' },
    },
    { passes: '没有验收期限', data: { until: '2026-07-01' }, seen: { 申请到: '2026-07-01', 到期: null } },
    { passes: '验收期限没有到期日', data: { until: '2026-07-01' }, facts: { deadlines: [{ name: 'acceptanceApply', dueOn: null }] } },
  ),
];
