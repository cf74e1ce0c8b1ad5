import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates the working days by year, and the administrators' lines over the default parameters. */
export class Calendar0000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_years (
        year int primary key check (year between 1990 and 2200),
        status text not null check (status in ('published', 'estimated')),
        holidays jsonb not null check (jsonb_typeof(holidays) = 'array'),
        makeup_workdays jsonb not null check (jsonb_typeof(makeup_workdays) = 'array'),
        source text not null,
        updated_at timestamptz not null default now()
      )`);
    await runner.query(`
      create table parameters (
        id bigint generated always as identity primary key,
        key text not null,
        value numeric not null check (value > 0),
        from_day date not null,
        source text not null,
        reason text not null,
        by text not null,
        at timestamptz not null
      )`);
    await runner.query('create index parameters_key on parameters (key, from_day)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
