import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds ties between cases, unique keys of cases, and the way an office arranges its work on them. */
export class Desks0000000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cases
        add column desk json not null default '{"assignments":[],"signers":[],"exceptions":[],"copies":[],"last":null}',
        add column business_key text,
        add column created_by text not null default '',
        add column copies text[] not null default '{}'`);
    await runner.query(`
      update cases c set created_by = coalesce((select h.actor->>'id' from history h where h.case_id = c.id and h.seq = 1), '')`);
    await runner.query(
      'create unique index cases_business_key on cases (procedure, business_key) where business_key is not null',
    );
    await runner.query('create index cases_created_by on cases (created_by, created_at desc)');
    await runner.query('create index cases_copies on cases using gin (copies)');
    await runner.query('alter table history add column acting_for json');
    await runner.query(`create index history_actor on history ((actor->>'id'), at desc)`);
    await runner.query(`
      create table absences (
        id bigint generated always as identity primary key,
        user_id text not null references users,
        substitute_id text not null references users check (substitute_id <> user_id),
        from_day date not null,
        to_day date not null check (to_day >= from_day),
        reason text not null,
        created_at timestamptz not null,
        ended_at timestamptz
      )`);
    await runner.query('create index absences_substitute on absences (substitute_id, to_day)');
    await runner.query('create index absences_user on absences (user_id, to_day)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
