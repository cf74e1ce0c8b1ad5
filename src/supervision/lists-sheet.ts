import type { SheetColumn } from '../http/spreadsheet.js';
import { LIGHT_LABELS } from './labels.js';
import type { ListedItem } from './lists.service.js';

export const listedColumns: readonly SheetColumn<ListedItem>[] = [
  { title: '案号', width: 14, of: (i) => i.case.number },
  { title: '名称', width: 32, of: (i) => i.case.title },
  { title: '单位', width: 20, of: (i) => i.case.unit.name },
  { title: '环节', width: 20, of: (i) => i.case.stateLabel },
  { title: '等待', width: 20, of: ({ case: c }) => c.waitingOn?.unit?.name ?? c.waitingOn?.label ?? null },
  { title: '到期日', width: 16, of: (i) => i.dueOn && `${i.dueOn}${i.provisional ? '(暂定)' : ''}` },
  { title: '灯', width: 5, of: (i) => LIGHT_LABELS[i.light] },
  { title: '逾期工作日', width: 12, of: (i) => i.overdueWorkingDays },
  { title: '最近办理', width: 12, of: (i) => i.case.movedAt.slice(0, 10) },
];
