import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds an index of duties whose clock stands still: those that were late before are on the stuck list. */
export class LateStopped0000000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index deadlines_stopped on deadlines (due_on) where status = 'paused' and kind = 'duty'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
