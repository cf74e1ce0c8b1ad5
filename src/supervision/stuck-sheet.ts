import type { SheetColumn } from '../http/spreadsheet.js';
import { KIND_LABELS, LIGHT_LABELS, REMINDER_LABELS } from './labels.js';
import type { StuckItem } from './stuck.service.js';

/** The columns of the stuck list, as it is printed and passed round. */
export const stuckColumns: readonly SheetColumn<StuckItem>[] = [
  { title: '案号', width: 13, of: (i) => i.case.number },
  { title: '名称', width: 20, of: (i) => i.case.title },
  { title: '单位', width: 15, of: (i) => i.case.unit.name },
  { title: '环节', width: 14, of: (i) => i.case.stateLabel },
  { title: '情形', width: 12, of: (i) => KIND_LABELS[i.kind] },
  { title: '灯', width: 5, of: (i) => LIGHT_LABELS[i.light] },
  { title: '原因', width: 32, of: (i) => i.cause.message },
  { title: '依据', width: 9, of: (i) => i.cite },
  { title: '起算日', width: 11, of: (i) => i.since },
  { title: '到期日', width: 16, of: (i) => i.dueOn && `${i.dueOn}${i.provisional ? '(暂定)' : ''}` },
  { title: '已逾期或等待(工作日)', width: 12, of: (i) => i.workingDays },
  {
    title: '找谁',
    width: 17,
    of: ({ chase }) => [...new Set([chase.unit?.name ?? chase.label, chase.person])].filter(Boolean).join(' '),
  },
  { title: '联系方式', width: 15, of: ({ chase }) => chase.contact ?? null },
  {
    title: '最近提醒',
    width: 12,
    of: ({ lastReminder: last }) => last && `${last.at.slice(0, 16).replace('T', ' ')} ${REMINDER_LABELS[last.state]}`,
  },
  {
    title: '下一步',
    width: 32,
    of: (i) =>
      i.nextSteps.map(({ label, missing }) => (missing ? `${label}(尚缺：${missing.join('；')})` : label)).join('、'),
  },
];
