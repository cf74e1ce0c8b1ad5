import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { checkDatabase } from '../../chaos/checker/check.js';
import { Findings, type Finding } from '../../chaos/checker/finding.js';
import type { Rows } from '../../chaos/checker/rows.js';
import { checkSignals } from '../../chaos/checker/signals.js';
import { Client } from '../support/client.js';
import { delivered, momentAgo } from '../support/delivered.js';
import { startApp, type RunningApp } from '../support/start-app.js';

const anyReminder = `(deadline_id, rung) = (select deadline_id, rung from reminders where rung = 'third' limit 1)`;
const onceChanged = (statement: string): string =>
  `alter table history disable trigger history_stays; ${statement}; alter table history enable trigger history_stays`;

describe('the checker', () => {
  let app: RunningApp;
  let db: DataSource;
  let before: string[];
  const findings = async (): Promise<Finding[]> => [
    ...(await checkDatabase(app.config.databaseUrl, { until: await momentAgo(app), keyed: true })).findings.all,
  ];

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    db = app.app.get(DataSource);
    const client = new Client(app.url);
    let n = 0;
    const key = () => ({ 'idempotency-key': `checker-${(n += 1)}` });
    const {
      body: { id },
    } = await client.create('county-hospital', 'project', declarationOf('影像云', 100_000_000), key());
    await client.upload('county-hospital', id, 'declarationForm');
    await client.send('county-hospital', id, 'declare', {}, key());
    await client.passTo('2026-02-10');
    await client.send('health', id, 'returnForCorrection', { items: '补正' }, key());
    await client.passTo('2026-02-20');
    await client.send('county-hospital', id, 'resubmit', { reply: '已补' }, key());
    await client.passTo('2026-03-02');
    await delivered(app);
  });
  afterAll(() => app.close());

  it('finds nothing in an unchanged database', async () => {
    expect(await findings()).toEqual([]);
    const { reminders } = await checkDatabase(app.config.databaseUrl);
    expect(reminders).toBeGreaterThan(6);
  });

  // The changes are made one after the other, each on top of those before. Only the last one may add a finding.
  it.each<[what: string, statement: string, says: RegExp]>([
    ['a day in a list', `update cases set due_on = due_on + 1`, /^wrong: case .* due_on is/],
    [
      'a due day',
      `update deadlines set due_on = due_on + 1 where status = 'open' and due_on is not null`,
      /^wrong: deadline .* due_on is/,
    ],
    [
      'a message that did not arrive',
      `delete from notifications where id = (select max(id) from notifications)`,
      /^lost: message .* has not arrived at/,
    ],
    [
      'a message that nobody sent',
      `insert into notifications (user_id, case_id, kind, title, text, source, planned_at, sent_at) select 'audit', id, '待阅', '', '', 'none/1/0', now(), now() from cases`,
      /^wrong: notification .* has no message/,
    ],
    [
      'a message that never left',
      `delete from outbox where id = (select min(id) from outbox)`,
      /^lost: notice .* was never put into the outbox/,
    ],
    [
      'an answer without its step',
      `insert into answers (actor_id, key, request, status, body, at) select 'health', 'none', '', 200, json_build_object('id', id, 'seq', 99)::text, now() from cases`,
      /^lost: the answer to health under key none/,
    ],
    [
      'a step without its answer',
      `delete from answers where key = 'checker-2'`,
      /^lost: no answer is kept for event 2/,
    ],
    [
      'a reminder before its time',
      `update reminders set fired_at = planned_at - interval '1 day' where ${anyReminder}`,
      /^wrong: rung third .* rang early/,
    ],
    [
      'a reminder twice',
      `alter table reminders drop constraint reminders_pkey; insert into reminders select * from reminders where ${anyReminder}`,
      /^doubled: rung third .* has rung 2 times/,
    ],
    [
      'a word of history',
      onceChanged(`update history set data = '{"items":"别的"}' where type = 'returnForCorrection'`),
      /^wrong: case .*, row 3: its hash is not/,
    ],
    ['a reminder that is gone', `delete from reminders where rung = 'due'`, /^wrong: rung .* although/],
    [
      'a row of history that is gone',
      onceChanged(`delete from history where type = 'resubmit'`),
      /^lost: case .* history ends with 3/,
    ],
  ])('notices %s', async (_, statement, says) => {
    before = (await findings()).map((f) => f.text);
    await db.query(statement);
    const fresh = (await findings())
      .filter((f) => !before.includes(f.text))
      .map(({ kind, text }) => `${kind}: ${text}`);
    expect(fresh).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
  });
});

describe('a signal', () => {
  const [told, kept] = ['2026-03-02T09:00:00.000+08:00', '2026-03-05T09:00:00.000+08:00'];
  const system = { id: 'system', name: '系统', unit: null };
  const rows = (answersSince: string, arrived: boolean) =>
    ({
      outbox: [
        {
          id: '7',
          case_id: 'plan',
          kind: 'signal',
          source: 'plan/3/signal/0',
          payload: { to: 'project', relation: 'items', event: 'listed', data: {} },
          created_at: told,
          done_at: told,
        },
      ],
      history: arrived ? [{ case_id: 'project', seq: 2, type: 'listed', data: {}, actor: system }] : [],
      answers: [],
      answersSince,
      links: [],
      cases: [{ id: 'project', status: 'active' }],
    }) as unknown as Rows;
  const said = (of: Rows): string[] => {
    const findings = new Findings();
    checkSignals(of, new Map(), kept, findings);
    return findings.all.map(({ kind, text }) => `${kind}: ${text}`);
  };

  it('is judged by its answer only while that is kept', () => {
    expect(said(rows('2026-03-01T09:00:00.000+08:00', true))).toEqual([
      expect.stringMatching(/^lost: signal 7 .* was accepted 0 times/),
    ]);
    expect(said(rows(kept, true))).toEqual([]);
  });

  it('is judged by history at any time', () => {
    expect(said(rows(kept, false))).toEqual([expect.stringMatching(/^lost: 0 events .* came of 1 signals/)]);
  });
});
