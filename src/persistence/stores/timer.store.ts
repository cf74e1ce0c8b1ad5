import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SYSTEM } from '#machines/kit/case/facts.js';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '../../clock/clock.js';

export interface Alarm {
  deadlineId: string;
  at: IsoInstant;
}

interface Row {
  id: string;
  next_at: Date;
}

const alarmOf = ({ id, next_at }: Row): Alarm => ({ deadlineId: id, at: instantOf(next_at.getTime()) });

/** Deadlines as the alarm clock sees them. */
@Injectable()
export class TimerStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What rings up to an instant, earliest first. */
  async dueBy(until: IsoInstant, limit: number): Promise<Alarm[]> {
    const rows: Row[] = await this.dataSource.query(
      'select id, next_at from deadlines where next_at <= $1 order by next_at, id limit $2',
      [until, limit],
    );
    return rows.map(alarmOf);
  }

  /** The next to ring up to an instant, leaving out those that just failed. */
  async earliest(until: IsoInstant, except: readonly string[]): Promise<Alarm | null> {
    const rows: Row[] = await this.dataSource.query(
      'select id, next_at from deadlines where next_at <= $1 and not id = any($2) order by next_at, id limit 1',
      [until, except],
    );
    return rows[0] ? alarmOf(rows[0]) : null;
  }

  /** Shown in the stuck list until the deadline rings after all; not where somebody else has been luckier meanwhile. */
  async fault(deadlineId: string, message: string): Promise<void> {
    await this.dataSource.query(
      `update deadlines set fault = $2 where id = $1 and next_at <= (select ${this.clock.sql})`,
      [deadlineId, message.slice(0, 500)],
    );
  }

  /** Answers kept for repeated requests have served their time; those to a signal that is still being carried have not: some of its cases may have taken it. */
  async forgetAnswers(before: IsoInstant): Promise<void> {
    await this.dataSource.query(
      `delete from answers a where at < $1 and not (actor_id = $2 and exists (
         select 1 from outbox o where o.kind = 'signal' and o.done_at is null and (a.key = 'outbox-' || o.id or starts_with(a.key, 'outbox-' || o.id || '-'))))`,
      [before, SYSTEM.userId],
    );
  }
}
