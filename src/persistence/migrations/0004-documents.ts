import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates the documents of cases. A row is evidence: it is never changed and never removed. */
export class Documents0000000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table documents (
        id uuid primary key,
        case_id uuid not null references cases (id),
        kind text not null,
        name text not null,
        media_type text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null check (size > 0),
        storage_key text not null unique,
        uploaded_by text not null,
        uploaded_at timestamptz not null
      )`);
    await runner.query('create index documents_case on documents (case_id, uploaded_at, id)');
    await runner.query(`
      create function documents_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'a document is never changed or removed';
      end $$`);
    await runner.query(
      'create trigger documents_stay_all before truncate on documents for each statement execute function documents_stay()',
    );
    await runner.query(
      'create trigger documents_stay before update or delete on documents for each row execute function documents_stay()',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
