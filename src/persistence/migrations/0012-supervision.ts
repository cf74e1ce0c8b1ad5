import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names of the rungs. They replace a number that has become a parameter. */
const RUNGS: Readonly<Record<string, string>> = {
  'before-30': 'first',
  'before-7': 'second',
  'before-3': 'third',
  'before-1': 'last',
  'after-1wd': 'head',
  'after-5wd': 'superior',
  'after-10wd': 'bureau',
  'after-20wd': 'consultation',
  m6: 'unused',
  m12: 'first',
  m18: 'second',
  m21: 'third',
  m23: 'last',
};

/**
 * Adds rows for whom each case waits on and who owes each deadline, so that lists can read them; heads of units; and
 * how to reach people.
 */
export class Supervision0000000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table users add column head boolean not null default false, add column phone text`);
    await runner.query(`alter table deadlines add column owed_by text[] not null default '{}'`);
    await runner.query(`
      alter table deadlines drop constraint deadlines_kind_check,
        add constraint deadlines_kind_check check (kind in ('duty', 'tracking', 'timer', 'reminder'))`);
    await runner.query(`create index deadlines_late on deadlines (due_on) where status = 'open' and kind = 'duty'`);
    // Every open case is recounted once to get its rows. Only the law can say whom it waits on; no SQL statement could.
    await runner.query(`update cases set counted_with = -1 where status in ('active', 'suspended')`);
    await runner.query(`alter table cases add column lists text[] not null default '{}'`);
    await runner.query(`create index cases_lists on cases using gin (lists) where status in ('active', 'suspended')`);
    await runner.query(`
      create table waits (
        case_id uuid not null references cases,
        -- The event from which on it is waited for.
        seq int not null,
        state text not null,
        party text not null,
        -- Empty where only time can move the case.
        principal text not null,
        kind text not null check (kind in ('unit', 'role', 'outside', 'time')),
        clause text,
        stage text,
        since timestamptz not null,
        until timestamptz check (until >= since),
        primary key (case_id, state, party, principal, seq)
      )`);
    await runner.query(
      'create unique index waits_open on waits (case_id, state, party, principal) where until is null',
    );
    await runner.query(`create index waits_outside on waits (since) where until is null and kind = 'outside'`);
    await runner.query('create index waits_ended on waits (until) where until is not null');
    for (const [former, present] of Object.entries(RUNGS)) {
      await runner.query(`update deadlines set rung = $2 where rung = $1`, [former, present]);
      await runner.query(`update deadlines set next_rung = $2 where next_rung = $1`, [former, present]);
      await runner.query(`update reminders set rung = $2 where rung = $1`, [former, present]);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
