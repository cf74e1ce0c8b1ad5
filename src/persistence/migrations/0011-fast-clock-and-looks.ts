import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the fast clock, and what a replay of a history needs: what an event found in other cases, and after which event
 * a reminder rang. Where time stands still, instants alone do not tell the order.
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
