import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the regulation of a clause: a clause is known by its regulation and its id together. Older rows of history have
 * no regulation, and keep their form and their hash. A parameter's line without one counts for every regulation that
 * has the key, as all lines did before.
 */
export class Regulations0000000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table history add column regulation text');
    await runner.query('alter table parameters add column regulation text');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
