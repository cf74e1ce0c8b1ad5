import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Notice } from '#machines/kit/case/notice.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Principal } from '#machines/kit/words/party.js';
import { deadlineOf, type DeadlineRow } from './case-rows.js';

/** A rung that has rung, with the messages that left with it. */
export interface KeptReminder {
  rung: string;
  plannedAt: IsoInstant;
  firedAt: IsoInstant;
  told: Pick<Notice, 'kind' | 'to' | 'title'>[];
}

export interface KeptDeadline {
  deadline: Deadline;
  /** Who owes it, or owed it last. */
  owedBy: readonly Principal[];
  reminders: KeptReminder[];
}

interface Row {
  deadline: DeadlineRow & { owed_by: Principal[] };
  reminders: { rung: string; planned: string; fired: string; told: KeptReminder['told'] }[];
}

/** No rung tells more offices than this. The messages of a rung are found by their numbered sources. */
const MOST_TOLD = 24;

const TOLD = `(select coalesce(json_agg(json_build_object('kind', o.payload ->> 'kind', 'to', o.payload ->> 'to', 'title', o.payload ->> 'title') order by i), '[]')
  from generate_series(0, ${MOST_TOLD - 1}) i join outbox o on o.source = r.deadline_id || '/' || r.rung || '/' || i)`;

@Injectable()
export class DeadlineHistoryStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns all deadlines a case ever had, oldest first, with the rungs that rang. */
  async of(caseId: string): Promise<KeptDeadline[]> {
    const rows: Row[] = await this.dataSource.query(
      `select json_build_object('id', d.id, 'name', d.name, 'occurrence', d.occurrence, 'kind', d.kind, 'opened_on', d.opened_on, 'starts_on', d.starts_on,
           'due_on', d.due_on, 'provisional', d.provisional, 'rule', d.rule, 'status', d.status, 'pauses', d.pauses, 'rung', d.rung,
           'next_rung', d.next_rung, 'next_at', d.next_at, 'closed_on', d.closed_on, 'owed_by', d.owed_by) as deadline,
         (select coalesce(json_agg(json_build_object('rung', r.rung, 'planned', r.planned_at, 'fired', r.fired_at, 'told', ${TOLD}) order by r.fired_at), '[]')
          from reminders r where r.deadline_id = d.id) as reminders
       from deadlines d where d.case_id = $1 order by d.occurrence, d.name collate "C"`,
      [caseId],
    );
    return rows.map(({ deadline, reminders }) => ({
      deadline: deadlineOf(deadline),
      owedBy: deadline.owed_by,
      reminders: reminders.map(({ rung, planned, fired, told }) => ({
        rung,
        plannedAt: instantOf(Date.parse(planned)),
        firedAt: instantOf(Date.parse(fired)),
        told,
      })),
    }));
  }
}
