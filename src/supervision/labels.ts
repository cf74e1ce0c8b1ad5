import type { Light } from '#machines/kit/decide/timekeeping.js';
import type { StuckKind } from '#machines/kit/read/stuck.js';

/** The labels shown in place of a code, in exports and on the page. */
export const KIND_LABELS: Readonly<Record<StuckKind, string>> = {
  faulted: '故障',
  overdue: '逾期',
  'paused-too-long': '停止计时过久',
  'due-soon': '即将到期',
  'waiting-outside': '等待外部',
  idle: '停滞',
};

export const LIGHT_LABELS: Readonly<Record<Light, string>> = { red: '红', yellow: '黄', green: '绿', grey: '灰' };

export const REMINDER_LABELS = { sent: '已发出', delivered: '已送达', read: '已阅' } as const;
