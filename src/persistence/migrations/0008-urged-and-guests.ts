import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds to the desk who urged (催办), and who sees the case only because they are named there. */
export class UrgedAndGuests0000000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table cases alter column desk set default '{"assignments":[],"signers":[],"exceptions":[],"copies":[],"urges":[],"last":null,"guests":[]}'`,
    );
    await runner.query(
      `update cases set desk = ('{"urges":[],"guests":[]}'::jsonb || desk::jsonb)::json where not desk::jsonb ?& array['urges', 'guests']`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
