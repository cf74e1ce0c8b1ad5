/** Why a case is on the stuck list, the worst first. */
export const STUCK_KINDS = ['faulted', 'overdue', 'paused-too-long', 'due-soon', 'waiting-outside', 'idle'] as const;
export type StuckKind = (typeof STUCK_KINDS)[number];

export interface StuckFacts {
  /** Whom it waits on, or who owes the deadline. */
  who: string;
  /** What is waited for: the label of the deadline or of the state. */
  what: string;
  dueOn: string | null;
  /** The day crosses a year without an official calendar. */
  provisional?: boolean;
  /** Its clock stands still now; it was late before. */
  stopped?: boolean;
  since: string;
  workingDays: number;
  fault?: string | null;
}

/** Writes the cause in a sentence that a supervisor can read aloud. */
export function causeOf(
  kind: StuckKind,
  { who, what, dueOn, provisional, stopped, since, workingDays, fault }: StuckFacts,
): string {
  const day = `${dueOn}${provisional ? '(暂定)' : ''}`;
  switch (kind) {
    case 'faulted':
      return `系统未能完成提醒或消息送达：${fault ?? '原因不明'}，请管理员处理`;
    case 'overdue':
      return `${who}应于${day}前完成“${what}”，已逾期${workingDays}个工作日${stopped ? '，现停止计时' : ''}`;
    case 'paused-too-long':
      return `自${since}起停止计时，已${workingDays}个工作日，停在“${what}”`;
    case 'due-soon':
      return `${who}应于${day}前完成“${what}”，即将到期`;
    case 'waiting-outside':
      return `等待${who}的意见(${what})，已${workingDays}个工作日`;
    case 'idle':
      return `停在“${what}”，${workingDays}个工作日没有进展，等待${who}`;
  }
}
