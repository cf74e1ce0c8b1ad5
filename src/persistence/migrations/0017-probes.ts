import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the table that readiness writes to, and never keeps a row of. */
export class Probes0000000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table probes (page text not null)');
    // A text that is written out takes a page. A compressed one would find room beside another.
    await runner.query('alter table probes alter column page set storage plain');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
