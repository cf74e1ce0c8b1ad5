import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds an index for the duties of a case that were done late: they are shown with every answer. */
export class DoneLate0000000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index deadlines_done_late on deadlines (case_id, closed_on desc) where kind = 'duty' and status = 'done' and closed_on > due_on`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
