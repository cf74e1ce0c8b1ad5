import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds to an event that another case has sent who decided it there, and why. Older rows of history have none, and keep
 * their form and their hash.
 */
export class Causes0000000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table history add column cause json');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
