import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates the directory: units, the people who act for them, and the values that every process of the installation
 * shares.
 */
export class Identity0000000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table units (
        id text primary key,
        name text not null unique,
        kind text not null check (kind in ('bureau', 'department', 'party-office', 'zone', 'institution', 'township', 'supervision')),
        credit_code text not null check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        supervising_unit_id text references units check (supervising_unit_id <> id)
      )`);
    await runner.query(`
      create table users (
        id text primary key,
        username text not null unique,
        name text not null,
        unit_id text references units,
        roles text[] not null,
        password_hash text not null,
        active boolean not null default true
      )`);
    await runner.query('create index users_unit on users (unit_id)');
    await runner.query('create index users_roles on users using gin (roles)');
    await runner.query('create table settings (key text primary key, value text not null)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
