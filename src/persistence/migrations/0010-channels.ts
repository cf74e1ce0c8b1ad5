import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the places where people can be reached besides their inbox, the messages sent there, and the calendars people
 * subscribe to.
 */
export class Channels0000000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notifications add column urgent boolean not null default false');
    await runner.query(`
      create table endpoints (
        id bigint generated always as identity primary key,
        user_id text references users,
        unit_id text references units,
        channel text not null check (channel in ('email', 'wecom', 'dingtalk', 'webhook')),
        address text not null,
        secret text,
        active boolean not null default true,
        created_by text not null,
        created_at timestamptz not null,
        ended_by text,
        ended_at timestamptz,
        check ((user_id is null) <> (unit_id is null))
      )`);
    await runner.query(
      'create unique index endpoints_once on endpoints (coalesce(user_id, unit_id), (user_id is null), channel, address) where active',
    );
    await runner.query(`
      create table deliveries (
        -- Also what the outside knows the message by, however often it is tried.
        id uuid primary key default gen_random_uuid(),
        -- Names its cause, so that nothing is planned twice.
        key text not null unique,
        endpoint_id bigint not null references endpoints,
        kind text not null check (kind in ('digest', 'urgent')),
        state text not null check (state in ('planned', 'sending', 'delivered', 'failed', 'empty', 'dismissed')),
        planned_at timestamptz not null,
        due_at timestamptz not null,
        next_attempt_at timestamptz not null,
        attempts int not null default 0,
        -- By the machine's own clock: a worker dies in real time, also where days are simulated.
        lease_until timestamptz,
        sent_at timestamptz,
        delivered_at timestamptz,
        failed_at timestamptz,
        error text,
        -- What the stuck list says until somebody has seen to it.
        fault text,
        dismissed_by text,
        dismissed_at timestamptz,
        dismissed_reason text
      )`);
    await runner.query(`create index deliveries_due on deliveries (next_attempt_at, id) where state = 'planned'`);
    await runner.query(`create index deliveries_sending on deliveries (lease_until) where state = 'sending'`);
    await runner.query('create index deliveries_endpoint on deliveries (endpoint_id)');
    await runner.query('create index deliveries_faulted on deliveries (id) where fault is not null');
    await runner.query('create index deliveries_newest on deliveries (planned_at desc, id desc)');
    await runner.query(`
      create table delivery_items (
        delivery_id uuid not null references deliveries,
        notification_id bigint not null references notifications,
        primary key (delivery_id, notification_id)
      )`);
    await runner.query('create index delivery_items_notification on delivery_items (notification_id)');
    // An older program that is still running does not know the column.
    await runner.query(`alter table simulated_clock add column settled timestamptz not null default 'epoch'`);
    await runner.query('update simulated_clock set settled = now');
    await runner.query(`
      create table calendar_feeds (
        user_id text primary key references users,
        -- SHA-256 of the token, in hex: whoever reads this table can't read calendars with it.
        token_hash text not null unique,
        created_at timestamptz not null
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
