import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds to a document the seq that its case had when it was added, so that a replay knows which events saw it. */
export class BetweenEvents0000000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table documents add column case_seq integer');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
