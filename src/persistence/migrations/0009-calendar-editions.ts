import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the edition of the calendar, the edition with which each case was counted, and the audit of administrators'
 * changes.
 */
export class CalendarEditions0000000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table calendar_years
        add column edition int not null default 0,
        add column imported_at timestamptz,
        add column imported_by text`);
    await runner.query('alter table cases add column counted_with int not null default 0');
    // A case that has ended has no running deadline and needs no recount.
    await runner.query(
      `create index cases_counted_with on cases (counted_with, id) where status in ('active', 'suspended')`,
    );
    await runner.query(`
      create table audit (
        id bigint primary key check (id > 0),
        at timestamptz not null,
        actor json not null,
        action text not null,
        subject text not null,
        detail json not null,
        prev_hash text not null,
        hash text not null
      )`);
    await runner.query('create index audit_action on audit (action, id desc)');
    await runner.query('create index audit_subject on audit (subject, id desc)');
    await runner.query(`
      create function audit_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is never changed or removed';
      end $$`);
    await runner.query(
      'create trigger audit_stays before update or delete on audit for each row execute function audit_stays()',
    );
    await runner.query('create trigger audit_stays_whole before truncate on audit execute function audit_stays()');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
