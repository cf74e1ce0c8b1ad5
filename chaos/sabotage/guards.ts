import { doubled } from '../faults/jobs.js';
import { killed, workersLost } from '../faults/processes.js';
import { slowOutbox } from '../faults/slow-outbox.js';
import { PLANS } from '../load/driver.js';
import type { Guard, Seam } from './guard.js';

const ENGINE = 'src/engine/guards.js';
const SQL = 'src/persistence/stores/guards-sql.js';

const seam = (module: string, name: string, becomes: string): Seam => ({ module, export: name, becomes });

/** Builds a seam that removes some keys from the fresh database: one more migration at the end drops them. */
const withoutKeys = (...keys: readonly (readonly [table: string, constraint: string])[]): Seam =>
  seam(
    'src/persistence/migrations/index.js',
    'migrations',
    `[...original.migrations, class Sabotage9000000000000 {
      async up(runner) {
        for (const [table, key] of ${JSON.stringify(keys)}) await runner.query('alter table ' + table + ' drop constraint ' + key);
      }
      async down() {}
    }]`,
  );

/** Commits a change first and its messages a moment later. */
const MESSAGES_LATER = `async (client, values) => {
  await original.writeAndCommit(client, values.map((value, i) => (i === 3 ? '[]' : value)));
  await new Promise((resolve) => setTimeout(resolve, 700));
  await client.query(
    'insert into outbox (case_id, kind, source, payload, created_at, next_attempt_at) ' +
      'select case_id, kind, source, payload, created_at, created_at from json_populate_recordset(null::outbox, $1::json)',
    [values[3]],
  );
}`;

/** Every guard against loss and doubling whose need a run can show. */
export const guards: readonly Guard[] = [
  {
    name: 'whether a deadline is due is asked again under the lock of its case',
    behind: '',
    seams: [seam(ENGINE, 'stillDue', `(deadline) => deadline?.status === 'open' && deadline.nextRung !== null`)],
    faults: [doubled],
    faultEvery: 1.5,
    notices: /rang early/,
  },
  {
    name: 'what is due rings before a step is taken',
    behind: '',
    seams: [seam(ENGINE, 'dueFirst', '() => []')],
    faults: [workersLost],
    faultEvery: 6,
    notices: /had not rung when event/,
  },
  {
    name: 'the row lock of the case',
    behind: 'compare-and-set of seq, keys of history, reminders and outbox',
    seams: [
      seam(SQL, 'ROW_LOCK', `''`),
      seam(SQL, 'NEXT_SEQ_ONLY', `'where $7::int is not null'`),
      withoutKeys(['history', 'history_pkey'], ['reminders', 'reminders_pkey'], ['outbox', 'outbox_source_key']),
    ],
    faults: [doubled],
    faultEvery: 1,
    notices: /has rung \d+ times|its place is|history has/,
  },
  {
    name: 'the sweeper rings what is overdue',
    behind: '',
    seams: [seam('src/timers/guards.js', 'longPast', '() => false')],
    faults: [workersLost],
    faultEvery: 6,
    notices: /has not rung by/,
  },
  {
    name: 'messages are written in the transaction of their cause',
    behind: '',
    seams: [seam('src/persistence/stores/write-change.js', 'writeAndCommit', MESSAGES_LATER)],
    faults: [killed],
    faultEvery: 3,
    cases: 300,
    notices: /was never put into the outbox/,
  },
  {
    name: 'the relay locks the messages it carries',
    behind: 'notifications (source, user_id)',
    seams: [
      seam(SQL, 'messageLock', `() => ''`),
      seam(SQL, 'ONCE_IN_AN_INBOX', `''`),
      withoutKeys(['notifications', 'notifications_source_user_id_key']),
    ],
    faults: [doubled],
    faultEvery: 1,
    notices: /has arrived \d+ times at/,
  },
  {
    name: 'the key under which a signal is applied',
    behind: '',
    seams: [seam('src/notices/guards.js', 'signalKey', '(id) => `outbox-${id}-${Math.random()}`')],
    faults: [slowOutbox, killed],
    faultEvery: 3,
    routes: PLANS,
    cases: 250,
    notices: /signal.*(accepted \d+ times|came of)|came of \d+ signals|has not been carried/,
  },
  {
    name: 'a request repeated under its key finds its answer',
    behind: 'the key of the answers',
    seams: [
      seam(ENGINE, 'keptAnswer', '() => null'),
      seam(SQL, 'KEEP_ANSWERS', '`${original.KEEP_ANSWERS} on conflict do nothing`'),
    ],
    faults: [killed],
    faultEvery: 4,
    notices: /different events|came of no request|no answer is kept/,
  },
  {
    name: 'each row of history carries the hash of the row before',
    behind: '',
    seams: [seam(ENGINE, 'hashBefore', `() => '0'.repeat(64)`)],
    faults: [killed],
    faultEvery: 10,
    cases: 30,
    notices: /prevHash is not the hash of the row before/,
  },
];
