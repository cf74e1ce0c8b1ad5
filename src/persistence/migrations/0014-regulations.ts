import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clause is known by its regulation and its id together. Rows of history from before have no regulation: they keep their form and their
 * hash. A parameter's line without one stands for every regulation that has the key, as all lines did.
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
