import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the index that finds the signal before: what one case tells another must arrive in the order in which it was
 * told.
 */
export class SignalsInOrder0000000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index outbox_signals on outbox (case_id, id) where kind = 'signal' and done_at is null and failed_at is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
