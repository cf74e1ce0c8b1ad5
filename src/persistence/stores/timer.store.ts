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

  /** Returns what rings up to an instant, earliest first. */
  async dueBy(until: IsoInstant, limit: number): Promise<Alarm[]> {
    const rows: Row[] = await this.dataSource.query(
      'select id, next_at from deadlines where next_at <= $1 order by next_at, id limit $2',
      [until, limit],
    );
    return rows.map(alarmOf);
  }

  /** Returns the next alarm up to an instant. Leaves out those that just failed. */
  async earliest(until: IsoInstant, except: readonly string[]): Promise<Alarm | null> {
    const rows: Row[] = await this.dataSource.query(
      'select id, next_at from deadlines where next_at <= $1 and not id = any($2) order by next_at, id limit 1',
      [until, except],
    );
    return rows[0] ? alarmOf(rows[0]) : null;
  }

  /**
   * Records a fault, which the stuck list shows until the deadline rings. It writes nothing if another process has rung
   * it meanwhile.
   */
  async fault(deadlineId: string, message: string): Promise<void> {
    await this.dataSource.query(
      `update deadlines set fault = $2 where id = $1 and next_at <= (select ${this.clock.sql})`,
      [deadlineId, message.slice(0, 500)],
    );
  }

  /**
   * Removes the answers to repeated requests once they are old. The answers to a signal under way stay: some of its
   * cases may have taken it.
   */
  async forgetAnswers(before: IsoInstant): Promise<void> {
    await this.dataSource.query(
      `delete from answers a where at < $1 and not (actor_id = $2 and exists (
         select 1 from outbox o where o.kind = 'signal' and o.done_at is null and (a.key = 'outbox-' || o.id or starts_with(a.key, 'outbox-' || o.id || '-'))))`,
      [before, SYSTEM.userId],
    );
  }
}
