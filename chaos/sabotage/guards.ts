import { doubled } from '../faults/jobs.js';
import { killed, workersLost } from '../faults/processes.js';
import { slowOutbox } from '../faults/slow-outbox.js';
import { PLANS } from '../load/driver.js';
import type { Edit, Guard } from './guard.js';

const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });
const ENGINE = 'src/engine/engine.js';
const CASE_SQL = 'src/persistence/stores/case-sql.js';
const CASE_STORE = 'src/persistence/stores/case.store.js';
const OUTBOX = 'src/persistence/stores/outbox.store.js';
const TABLES = 'src/persistence/migrations/0001-cases.js';

const OUTBOX_ROWS =
  'select case_id, kind, source, payload, created_at, created_at from json_populate_recordset(null::outbox, $4::json)';
const WRITTEN = `const [{ rows }] = await inOneFlight(client, () => [client.query({ ...WRITE_CHANGE, values }), client.query('commit')]);`;

/** Every guard against loss and doubling that a run can show to be needed. */
export const guards: readonly Guard[] = [
  {
    name: 'whether a deadline is due is asked again under the lock of its case',
    behind: '',
    edits: [edit(ENGINE, '!isDue(deadline, loaded.now)', 'deadline.nextRung === null')],
    faults: [doubled],
    faultEvery: 1.5,
    notices: /rang early/,
  },
  {
    name: 'what is due rings before a step is taken',
    behind: '',
    edits: [
      edit(
        ENGINE,
        'const due = dryRun ? [] : dueBefore(loaded.deadlines, loaded.now).filter((d) => !isPassed(d.id));',
        'const due = [];',
      ),
    ],
    faults: [workersLost],
    faultEvery: 6,
    notices: /had not rung when event/,
  },
  {
    name: 'the row lock of the case',
    behind: 'compare-and-set of seq, keys of history, reminders and outbox',
    edits: [
      edit(CASE_SQL, 'select 1 from cases where id = $1 for no key update', 'select 1 from cases where id = $1'),
      edit(CASE_SQL, 'where cases.seq = excluded.seq - $7::int', 'where $7::int is not null'),
      edit(TABLES, 'primary key (case_id, seq)', 'check (seq > 0)'),
      edit(TABLES, 'primary key (deadline_id, rung)', `check (rung <> '')`),
      edit(TABLES, 'source text not null unique', 'source text not null'),
    ],
    faults: [doubled],
    faultEvery: 1,
    notices: /has rung \d+ times|its place is|history has/,
  },
  {
    name: 'the sweeper rings what is overdue',
    behind: '',
    edits: [edit('src/timers/sweeper.js', 'if (now - Date.parse(at) >= grace)', 'if (false)')],
    faults: [workersLost],
    faultEvery: 6,
    notices: /has not rung by/,
  },
  {
    name: 'messages are written in the transaction of their cause',
    behind: '',
    edits: [
      edit(
        CASE_STORE,
        WRITTEN,
        [
          'const outbox = values[3];',
          `values[3] = '[]';`,
          WRITTEN,
          'await new Promise((resolve) => setTimeout(resolve, 700));',
          `await client.query(\`insert into outbox (case_id, kind, source, payload, created_at, next_attempt_at) ${OUTBOX_ROWS.replace('$4', '$1')}\`, [outbox]);`,
        ].join(' '),
      ),
    ],
    faults: [killed],
    faultEvery: 3,
    cases: 300,
    notices: /was never put into the outbox/,
  },
  {
    name: 'the relay locks the messages it carries',
    behind: 'notifications (source, user_id)',
    edits: [
      edit(OUTBOX, `order by id limit $1 for update \${patient ? '' : 'skip locked'}`, 'order by id limit $1'),
      edit(OUTBOX, 'on conflict (source, user_id) do nothing', ''),
      edit(TABLES, 'unique (source, user_id)', `check (source <> '')`),
    ],
    faults: [doubled],
    faultEvery: 1,
    notices: /has arrived \d+ times at/,
  },
  {
    name: 'the key under which a signal is applied',
    behind: '',
    edits: [
      edit(
        'src/notices/relay.js',
        'const key = payload.to ?',
        'const key = Math.random() ? `outbox-${id}-${Math.random()}` : payload.to ?',
      ),
    ],
    faults: [slowOutbox, killed],
    faultEvery: 3,
    routes: PLANS,
    cases: 250,
    notices: /signal.*(accepted \d+ times|came of)|came of \d+ signals|has not been carried/,
  },
  {
    name: 'a request repeated under its key finds its answer',
    behind: 'the key of the answers',
    edits: [
      edit(
        ENGINE,
        `            if (again)\n                return again;\n            // A reminder`,
        '            // A reminder',
      ),
      edit(
        ENGINE,
        `                if (again)\n                    return again;\n                const id`,
        '                const id',
      ),
      edit(
        CASE_SQL,
        'from json_populate_recordset(null::answers, $6::json))',
        'from json_populate_recordset(null::answers, $6::json) on conflict do nothing)',
      ),
    ],
    faults: [killed],
    faultEvery: 4,
    notices: /different events|came of no request|no answer is kept/,
  },
  {
    name: 'each row of history carries the hash of the row before',
    behind: '',
    edits: [edit('src/engine/change.js', 'prevHash: before.lastHash', 'prevHash: GENESIS')],
    faults: [killed],
    faultEvery: 10,
    cases: 30,
    notices: /prevHash is not the hash of the row before/,
  },
];
