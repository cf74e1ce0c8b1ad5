import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates the cases, their append-only history, their deadlines, and their messages. */
export class Cases0000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cases (
        id uuid primary key,
        number text not null unique,
        procedure text not null,
        procedure_version int not null,
        definition_hash text not null,
        title text not null,
        seq int not null check (seq > 0),
        -- Read whole, never searched: json keeps it cheap to write.
        snapshot json not null,
        stage text,
        states text[] not null,
        state_label text not null,
        status text not null check (status in ('active', 'suspended', 'closed', 'terminated')),
        unit_id text not null,
        audience text[] not null,
        waiting_kind text check (waiting_kind in ('unit', 'role', 'outside', 'time')),
        waiting_party text,
        waiting_principal text,
        waiting_clause text,
        waiting_since timestamptz,
        todo text[] not null,
        due_on date,
        due_deadline text,
        paused_since date,
        created_at timestamptz not null,
        moved_at timestamptz not null,
        last_hash text not null
      )`);
    await runner.query('create index cases_audience on cases using gin (audience)');
    await runner.query(`create index cases_todo on cases using gin (todo) where status in ('active', 'suspended')`);
    await runner.query('create index cases_unit on cases (unit_id, created_at desc)');
    await runner.query(`create index cases_due on cases (due_on) where status = 'active' and due_on is not null`);
    await runner.query(`create index cases_moved on cases (moved_at) where status = 'active'`);
    await runner.query('create index cases_newest on cases (created_at desc, id desc)');
    await runner.query(
      `create table case_numbers (prefix text, year int, last int not null, primary key (prefix, year))`,
    );
    await runner.query(`
      create table case_links (
        from_case uuid not null references cases, kind text not null, to_case uuid not null references cases,
        primary key (from_case, kind, to_case)
      )`);
    await runner.query(`
      create table history (
        case_id uuid not null references cases,
        seq int not null,
        at timestamptz not null,
        type text not null,
        data json not null,
        actor json not null,
        from_states text[] not null,
        to_states text[] not null,
        clauses text[] not null,
        judged json not null,
        procedure_version int not null,
        prev_hash text not null,
        hash text not null,
        primary key (case_id, seq)
      )`);
    await runner.query(`
      create function history_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'history is never changed or removed';
      end $$`);
    await runner.query(
      'create trigger history_stays before update or delete on history for each row execute function history_stays()',
    );
    await runner.query(
      'create trigger history_stays_whole before truncate on history execute function history_stays()',
    );
    await runner.query(`
      create table deadlines (
        id text primary key,
        case_id uuid not null references cases,
        name text not null,
        occurrence int not null,
        kind text not null check (kind in ('duty', 'tracking', 'timer')),
        opened_on date not null,
        starts_on date not null,
        due_on date,
        provisional boolean not null,
        rule text not null,
        status text not null check (status in ('open', 'paused', 'done', 'cancelled')),
        pauses jsonb not null,
        rung text,
        next_rung text,
        next_at timestamptz,
        closed_on date,
        fault text,
        unique (case_id, name, occurrence),
        check ((next_rung is null) = (next_at is null))
      )`);
    await runner.query(`create index deadlines_running on deadlines (case_id) where status in ('open', 'paused')`);
    await runner.query('create index deadlines_next on deadlines (next_at, id) where next_at is not null');
    await runner.query('create index deadlines_faulted on deadlines (case_id) where fault is not null');
    await runner.query(`
      create table reminders (
        deadline_id text not null references deadlines,
        rung text not null,
        case_id uuid not null references cases,
        planned_at timestamptz not null,
        fired_at timestamptz not null,
        primary key (deadline_id, rung)
      )`);
    await runner.query('create index reminders_case on reminders (case_id, fired_at desc)');
    await runner.query(`
      create table outbox (
        id bigint generated always as identity primary key,
        case_id uuid not null references cases,
        kind text not null check (kind in ('notice', 'signal')),
        source text not null unique,
        payload json not null,
        created_at timestamptz not null,
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        done_at timestamptz,
        failed_at timestamptz,
        error text
      )`);
    await runner.query(
      'create index outbox_waiting on outbox (next_attempt_at, id) where done_at is null and failed_at is null',
    );
    await runner.query('create index outbox_failed on outbox (case_id) where failed_at is not null');
    await runner.query(`
      create table notifications (
        id bigint generated always as identity primary key,
        user_id text not null,
        case_id uuid not null references cases,
        kind text not null check (kind in ('待办', '待阅')),
        title text not null,
        text text not null,
        source text not null,
        planned_at timestamptz not null,
        sent_at timestamptz not null,
        delivered_at timestamptz,
        read_at timestamptz,
        unique (source, user_id)
      )`);
    await runner.query('create index notifications_mine on notifications (user_id, id desc)');
    await runner.query('create index notifications_case on notifications (case_id, sent_at desc)');
    await runner.query(`
      create table answers (
        actor_id text not null,
        key text not null,
        request text not null,
        status int not null,
        body text not null,
        at timestamptz not null,
        primary key (actor_id, key)
      )`);
    await runner.query('create index answers_at on answers (at)');
    await runner.query(`
      create table simulated_clock (
        one boolean primary key default true check (one),
        now timestamptz not null,
        goal timestamptz not null,
        check (goal >= now)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
