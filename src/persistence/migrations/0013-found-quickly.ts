import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds indexes: for what is due in the outbox, with messages that were given up and are tried again; and for a deadline
 * by its name, for the lists.
 */
export class FoundQuickly0000000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The index also serves an older program that is still running: the rows it asks for are part of it.
    await runner.query('create index outbox_due on outbox (next_attempt_at, id) where done_at is null');
    await runner.query('drop index outbox_waiting');
    await runner.query(
      `create index deadlines_named on deadlines (name, case_id, occurrence desc) include (due_on, provisional) where status = 'open'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
