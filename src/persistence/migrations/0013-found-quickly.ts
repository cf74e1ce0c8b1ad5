import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is due in the outbox is found with what was given up and is tried again; a deadline by its name, for the lists. */
export class FoundQuickly0000000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Serves a program of before, still running, as well: what it asks for is a part of it.
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
