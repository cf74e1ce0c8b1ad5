import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds indexes of what is under way, in the order in which it is taken: a poll stops after as many rows as it takes,
 * however many have been finished or are waiting.
 */
export class UnderWay0000000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index outbox_under_way on outbox (id) where done_at is null');
    await runner.query(
      `create index deliveries_under_way on deliveries (next_attempt_at, id) where state in ('planned', 'sending')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
