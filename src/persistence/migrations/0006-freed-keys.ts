import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frees the unique key of a case that was broken off, so that another case can have it. */
export class FreedKeys0000000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index cases_business_key');
    await runner.query(
      `create unique index cases_business_key on cases (procedure, business_key) where business_key is not null and status <> 'terminated'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
