import { sheetOf, type Sheet } from '../http/spreadsheet.js';
import type { Statistics } from './statistics.service.js';
import type { FunnelRow } from './statistics/funnel.js';
import type { OnTime } from './statistics/on-time.js';
import type { Returned } from './statistics/returns.js';
import type { StageTime } from './statistics/stage-times.js';
import type { TurnTime } from './statistics/turns.js';

interface Line<Row> {
  kind: string;
  name: string;
  row: Row;
}

const TOTAL = '合计';

/**
 * Writes the answer as a workbook: a sheet for each of its parts, a row for each entry, and a sheet that explains the
 * figures.
 */
export function sheetsOf(
  { asOf, from, to, cases, stages, units, outside, deadlines, funnel, returns, method }: Statistics,
  scope: string,
): Sheet[] {
  const period = from === null && to === null ? '全部时间' : `${from ?? '最初'}至${to ?? '今日'}`;
  const titled = (name: string) => ({ name, headline: `${name}(${scope}${period}；${asOf}统计，案件${cases}件)` });
  return [
    sheetOf<StageTime>({
      ...titled('阶段用时'),
      columns: [
        { title: '流程', width: 22, of: (r) => r.procedure.title },
        { title: '阶段', width: 14, of: (r) => r.stage.label },
        { title: '经过次数', width: 10, of: (r) => r.passed },
        { title: '中位数(工作日)', width: 15, of: (r) => r.medianWorkingDays },
        { title: '第90百分位数(工作日)', width: 21, of: (r) => r.p90WorkingDays },
        { title: '现有', width: 8, of: (r) => r.present },
        { title: '现有中位数(工作日)', width: 19, of: (r) => r.presentMedianWorkingDays },
      ],
      items: stages,
    }),
    sheetOf<Line<TurnTime>>({
      ...titled('单位用时'),
      columns: [
        { title: '类别', width: 12, of: (l) => l.kind },
        { title: '名称', width: 26, of: (l) => l.name },
        { title: '办结次数', width: 10, of: ({ row }) => row.finished },
        { title: '中位数(工作日)', width: 15, of: ({ row }) => row.medianWorkingDays },
        { title: '第90百分位数(工作日)', width: 21, of: ({ row }) => row.p90WorkingDays },
        { title: '待办', width: 8, of: ({ row }) => row.open },
        { title: '最早待办', width: 14, of: ({ row }) => row.oldest && row.oldest.case.number },
        { title: '最早待办名称', width: 28, of: ({ row }) => row.oldest && row.oldest.case.title },
        { title: '起算日', width: 12, of: ({ row }) => row.oldest && row.oldest.since },
        { title: '已等待(工作日)', width: 15, of: ({ row }) => row.oldest && row.oldest.workingDays },
      ],
      items: [
        ...units.map((row) => ({ kind: '单位', name: row.unit.name, row })),
        ...outside.map((row) => ({ kind: '外部机构', name: row.body, row })),
      ],
    }),
    sheetOf<Line<OnTime>>({
      ...titled('期限按期率'),
      columns: [
        { title: '类别', width: 22, of: (l) => l.kind },
        { title: '名称', width: 26, of: (l) => l.name },
        { title: '按期办结', width: 10, of: ({ row }) => row.onTime },
        { title: '逾期办结', width: 10, of: ({ row }) => row.late },
        { title: '逾期未办结', width: 12, of: ({ row }) => row.openLate },
        { title: '按期率(%)', width: 11, of: ({ row }) => row.onTimePercent },
      ],
      items: [
        { kind: TOTAL, name: TOTAL, row: deadlines.total },
        ...deadlines.byDeadline.map((row) => ({ kind: row.procedure.title, name: row.deadline.label, row })),
        ...deadlines.byUnit.map((row) => ({ kind: '单位', name: row.unit.name, row })),
      ],
    }),
    sheetOf<Line<number>>({
      ...titled('漏斗'),
      columns: [
        { title: '流程', width: 22, of: (l) => l.kind },
        { title: '到达', width: 16, of: (l) => l.name },
        { title: '案件', width: 10, of: (l) => l.row },
      ],
      items: funnel.flatMap(steps),
    }),
    sheetOf<Line<Returned>>({
      ...titled('退回率'),
      columns: [
        { title: '类别', width: 22, of: (l) => l.kind },
        { title: '名称', width: 26, of: (l) => l.name },
        { title: '审查决定', width: 10, of: ({ row }) => row.decisions },
        { title: '退回', width: 8, of: ({ row }) => row.returns },
        { title: '退回率(%)', width: 11, of: ({ row }) => row.returnPercent },
      ],
      items: [
        { kind: TOTAL, name: TOTAL, row: returns.total },
        ...returns.byOffice.map((row) => ({ kind: '单位', name: row.unit.name, row })),
        ...returns.byStage.map((row) => ({ kind: row.procedure.title, name: row.stage.label, row })),
      ],
    }),
    sheetOf<string>({
      ...titled('口径说明'),
      columns: [{ title: '说明', width: 120, of: (text) => text }],
      items: method,
    }),
  ];
}

const steps = ({ procedure: { title }, begun, stages, closed, terminated, open }: FunnelRow): Line<number>[] => [
  { kind: title, name: '已登记', row: begun },
  ...stages.map(({ stage, reached }) => ({ kind: title, name: stage.label, row: reached })),
  { kind: title, name: '已办结', row: closed },
  { kind: title, name: '已终止', row: terminated },
  { kind: title, name: '在办', row: open },
];
