import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was broken off is in nobody's way: another case may be the only one of its kind then. */
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
