import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clock that runs fast; and what is missing to live a history through again from nothing: what an event found in other cases, and
 * after which event a reminder rang, which instants do not say where time stands still.
 */
export class FastClockAndLooks0000000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fast_clock (
        one boolean primary key default true check (one),
        start timestamptz not null,
        since timestamptz not null,
        rate double precision not null check (rate > 0)
      )`);
    await runner.query('alter table history add column looked json');
    await runner.query('alter table reminders add column seq int');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
