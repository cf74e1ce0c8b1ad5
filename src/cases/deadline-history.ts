import type { Facts } from '#machines/kit/case/facts.js';
import { isLate, wasLate } from '#machines/kit/decide/timekeeping.js';
import { FIRES, rungOf, type Rung } from '#machines/kit/law/ladder.js';
import { labelOf, type Procedure } from '#machines/kit/law/procedure.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { nameOfPrincipal, type Directory } from '#machines/kit/words/directory.js';
import type { View } from '../engine/view.js';
import type { KeptDeadline, KeptReminder } from '../persistence/stores/deadline-history.store.js';
import { deadlineView, type DeadlineView } from './case-view.js';

export interface ReminderView {
  rung: string;
  /** `event`: the day moved the case by itself. */
  kind: 'remind' | 'due' | 'escalate' | 'track' | 'event';
  label: string;
  plannedAt: string;
  firedAt: string;
  /** Who was told what: the messages that were sent with it. */
  told: { kind: '待办' | '待阅'; to: string; name: string; title: string }[];
}

export interface DeadlineHistoryView {
  deadline: DeadlineView & {
    occurrence: number;
    closedOn: IsoDate | null;
    late: boolean;
    owedBy: { principal: string; name: string }[];
    opened_on: IsoDate;
    due_on: IsoDate | null;
  };
  reminders: ReminderView[];
}

const LABELS = { remind: '到期提醒', due: '到期告知', escalate: '逾期督办', track: '跟踪提醒' } as const;

/** Says what a rung of a deadline is: of its ladder, one of a tracking, or the day that moves the case. */
function rungSeen(procedure: Procedure, deadline: string, rung: string): Pick<ReminderView, 'kind' | 'label'> {
  const definition = procedure.deadlines[deadline]!;
  if (definition.kind === 'tracking') return { kind: 'track', label: LABELS.track };
  if (rung === FIRES && definition.kind === 'timer')
    return { kind: 'event', label: labelOf(procedure, definition.fires) };
  // A ladder may have lost a rung that has rung once.
  const known: Rung | undefined = rungOf(procedure.ladders[definition.ladder]!, rung);
  const kind = known?.tone ?? 'remind';
  return { kind, label: LABELS[kind] };
}

const reminderView = (
  procedure: Procedure,
  deadline: string,
  { rung, plannedAt, firedAt, told }: KeptReminder,
  directory: Directory,
): ReminderView => ({
  rung,
  ...rungSeen(procedure, deadline, rung),
  plannedAt,
  firedAt,
  told: told.map(({ kind, to, title }) => ({ kind, to, name: nameOfPrincipal(to, directory), title })),
});

/** Describes a deadline that a case ever had, with what has rung. */
export function deadlineHistoryView(
  { procedure, state, facts }: Pick<View, 'procedure' | 'state'> & { facts: Facts },
  { deadline, owedBy, reminders }: KeptDeadline,
): DeadlineHistoryView {
  const { directory, today } = facts;
  return {
    deadline: {
      ...deadlineView(procedure, deadline, state.snapshot.context, facts),
      occurrence: deadline.occurrence,
      closedOn: deadline.closedOn,
      late: isLate(deadline, today) || wasLate(deadline),
      owedBy: owedBy.map((principal) => ({ principal, name: nameOfPrincipal(principal, directory) })),
      opened_on: deadline.openedOn,
      due_on: deadline.dueOn,
    },
    reminders: reminders.map((r) => reminderView(procedure, deadline.name, r, directory)),
  };
}
