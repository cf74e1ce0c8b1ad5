import { proves } from '../testing/ground.js';
import { extensionAhead, laterThanPlanned, trialEnded, withinSixMonths } from './trial.js';

/** A trial run that has begun and has not ended. */
const running = (startedOn: string, extendedTo: string | null = null) => ({
  trial: { startedOn, extendedTo, extendedOn: null, requested: null, endedOn: null },
});
const clock = (dueOn: string) => ({
  deadlines: [
    { name: 'progress', dueOn: '2026-06-30' },
    { name: 'trialPeriod', dueOn },
  ],
});
const stood = (...stretches: [string, string][]) => ({ stood: stretches.map(([from, to]) => ({ from, to, why: '暂停' })) });

export const trialExamples = [
  ...proves(
    trialEnded,
    { passes: '试运行已结束', seen: { 试运行: '已经结束', 日期: '2026-02-24' } },
    { fails: '项目尚未试运行', context: { trial: null }, says: '尚未试运行', seen: { 试运行: '尚未开始', 日期: null } },
    {
      fails: '试运行期内：期满次日起可以验收',
      context: running('2026-04-01'),
      says: '到2026-07-01为止',
      earliest: '2026-07-02',
      seen: { 试运行: '期限内', 日期: '2026-07-01' },
    },
    {
      fails: '期满日逢假日：顺延到节后第一个工作日',
      context: running('2025-11-15'),
      facts: { today: '2026-02-16' },
      earliest: '2026-02-25',
      seen: { 试运行: '期限内', 日期: '2026-02-24' },
    },
    { fails: '已同意延长：按延长后的日期', context: running('2026-04-01', '2026-08-14'), earliest: '2026-08-15', says: '2026-08-14' },
    { fails: '暂停过的试运行：按顺延后的期限', context: running('2026-04-01'), facts: clock('2026-07-15'), earliest: '2026-07-16', says: '2026-07-15' },
    {
      fails: '期满日当天：次日起可以验收',
      context: running('2026-03-01'),
      facts: clock('2026-06-01'),
      says: '到2026-06-01为止',
      earliest: '2026-06-02',
      seen: { 试运行: '期限内', 日期: '2026-06-01' },
    },
    {
      fails: '补登记的试运行，期限已过：不说已经过去的日期',
      context: running('2026-01-05'),
      facts: clock('2026-05-29'),
      says: '已于2026-05-29届满',
      seen: { 试运行: '已经届满', 日期: '2026-05-29' },
    },
    {
      fails: '正在暂停：说不出何时结束',
      context: running('2026-04-01'),
      facts: {
        deadlines: [
          {
            name: 'trialPeriod',
            dueOn: '2026-07-01',
            status: 'paused',
            pauses: [
              { from: '2026-04-06', to: '2026-04-08', why: '暂停' },
              { from: '2026-05-06', to: null, why: '暂停' },
            ],
          },
        ],
      },
      says: '自2026-05-06起停止计时',
      seen: { 试运行: '停止计时', 日期: '2026-05-06' },
    },
    {
      passes: '运维项目没有试运行：完成即可',
      context: { declaration: { projectType: 'operation' }, trial: null },
      seen: { 试运行: '没有试运行', 日期: '2025-11-03' },
    },
    {
      fails: '运维项目尚未完成',
      context: { declaration: { projectType: 'operation' }, trial: null, completedOn: null },
      says: '运维项目尚未完成',
      seen: { 试运行: '没有试运行', 日期: null },
    },
    { fails: '延长后又暂停过：按顺延后的期限', context: running('2026-04-01', '2026-08-14'), facts: clock('2026-08-28'), earliest: '2026-08-29' },
  ),
  ...proves(
    withinSixMonths,
    {
      passes: '恰满六个月：可以',
      context: running('2026-03-02'),
      data: { until: '2026-09-02' },
      seen: { 开始: '2026-03-02', 最长到: '2026-09-02', 申请到: '2026-09-02' },
    },
    {
      fails: '六个月零一天：不可以',
      context: running('2026-03-02'),
      data: { until: '2026-09-03' },
      says: ['自2026-03-02起', '最长到2026-09-02', '延长到2026-09-03'],
    },
    { passes: '没有相应日：到月末', context: running('2025-08-31'), data: { until: '2026-02-28' } },
    { passes: '满六个月逢周日：到该日可以', context: running('2026-01-05'), data: { until: '2026-07-05' } },
    {
      fails: '满六个月逢周日：到次日周一不可以',
      context: running('2026-01-05'),
      data: { until: '2026-07-06' },
      says: '最长到2026-07-05',
      seen: { 开始: '2026-01-05', 最长到: '2026-07-05', 申请到: '2026-07-06' },
    },
    { passes: '8月31日开始，没有相应日：到2月末，虽是周日', context: running('2026-08-31'), data: { until: '2027-02-28' } },
    { fails: '8月31日开始：到3月1日不可以', context: running('2026-08-31'), data: { until: '2027-03-01' }, says: '最长到2027-02-28' },
    { passes: '暂停过十天：上限顺延十天', context: running('2026-03-02'), data: { until: '2026-09-12' }, facts: stood(['2026-05-01', '2026-05-11']) },
    {
      fails: '暂停过十天：再多一天不可以',
      context: running('2026-03-02'),
      data: { until: '2026-09-13' },
      facts: stood(['2026-05-01', '2026-05-11']),
      says: '最长到2026-09-12',
    },
    {
      passes: '延长之前暂停过十天：上限同样顺延',
      context: running('2026-03-02', '2026-08-14'),
      data: { until: '2026-09-12' },
      facts: stood(['2026-05-01', '2026-05-11']),
    },
    {
      passes: '延长前后各暂停过：都顺延',
      context: running('2026-03-02', '2026-08-14'),
      data: { until: '2026-09-14' },
      facts: stood(['2026-05-01', '2026-05-11'], ['2026-07-01', '2026-07-03']),
    },
    {
      fails: '延长前后各暂停过：再多一天不可以',
      context: running('2026-03-02', '2026-08-14'),
      data: { until: '2026-09-15' },
      facts: stood(['2026-05-01', '2026-05-11'], ['2026-07-01', '2026-07-03']),
    },
    { passes: '试运行开始以前暂停过：不顺延', context: running('2026-03-02'), data: { until: '2026-09-02' }, facts: stood(['2026-02-01', '2026-02-20']) },
    { passes: '没有计时器：按开始日期计算', context: running('2026-03-02'), data: { until: '2026-09-02' }, facts: { deadlines: [] } },
    {
      fails: '上限调整为四个月后，六个月不可以',
      context: running('2026-03-02'),
      data: { until: '2026-09-02' },
      facts: { parameters: { 'trial.max': 4 } },
      says: '2026-07-02',
    },
  ),
  ...proves(
    laterThanPlanned,
    { passes: '比原定晚一天', context: running('2026-04-01'), data: { until: '2026-07-02' }, seen: { 申请到: '2026-07-02', 原定到: '2026-07-01' } },
    { fails: '与原定同日：没有延长', context: running('2026-04-01'), data: { until: '2026-07-01' }, says: ['延长到2026-07-01', '不晚于原定的2026-07-01'] },
    { fails: '比原定早一天', context: running('2026-04-01'), data: { until: '2026-06-30' } },
    { fails: '已延长过：不晚于延长后的日期', context: running('2026-04-01', '2026-08-14'), data: { until: '2026-08-14' }, says: '2026-08-14' },
  ),
  ...proves(
    extensionAhead,
    { passes: '延期到明天', data: { until: '2026-06-02' }, seen: { 申请到: '2026-06-02', 最晚: '2026-12-01' } },
    { passes: '恰为六个月', data: { until: '2026-12-01' } },
    { fails: '延期到今天：不是今后', data: { until: '2026-06-01' }, says: '晚于今天' },
    { fails: '六个月零一天：超过最长延期', data: { until: '2026-12-02' }, says: ['2026-12-02', '不晚于2026-12-01'] },
  ),
];
