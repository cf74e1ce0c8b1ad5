import type { Regulation } from '#machines/kit/law/regulation.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import { regulations as known } from '#machines/regulations.js';
import { checkAnswers, checkKeyed } from './answers.js';
import { checkChains } from './chain.js';
import { Findings } from './finding.js';
import type { Life } from './life.js';
import { checkLives } from './lives.js';
import { checkMessages } from './messages.js';
import { readRows, type Rows } from './rows.js';
import { checkSignals } from './signals.js';
import { World } from './world.js';

export interface CheckOptions {
  /**
   * The instant up to which everything due must have happened. By default the present instant of the installation's
   * clock.
   */
  until?: IsoInstant | undefined;
  /** Every step was sent under an Idempotency-Key, and all answers are still kept. */
  keyed?: boolean;
  /** The regulations of the cases. By default those the program knows. */
  regulations?: readonly Regulation[];
}

export interface Checked {
  until: IsoInstant;
  cases: number;
  events: number;
  reminders: number;
  messages: number;
  signals: number;
  notifications: number;
  findings: Findings;
  /** What further checks of the caller need: the present instant, the replayed cases, the world. */
  now: IsoInstant;
  lives: ReadonlyMap<string, Life>;
  world: World;
}

/**
 * Reads a database and returns everything in it that must not be so. No part of the engine takes part: the checker uses
 * only the law and the rows.
 */
export async function checkDatabase(
  databaseUrl: string,
  { until, keyed = false, regulations = known }: CheckOptions = {},
): Promise<Checked> {
  const rows = await readRows(databaseUrl);
  const by = until ?? rows.now;
  const findings = new Findings();
  const world = new World(rows, regulations);
  checkChains(rows, findings);
  const lives = checkLives(rows, world, by, findings);
  checkOnce(rows, findings);
  checkMessages(rows, lives, world, by, findings);
  checkSignals(rows, lives, by, findings);
  checkAnswers(rows, findings);
  if (keyed) checkKeyed(rows, findings);
  return {
    until: by,
    cases: rows.cases.length,
    events: rows.history.length,
    reminders: rows.reminders.length,
    messages: rows.outbox.filter((o) => o.kind === 'notice').length,
    signals: rows.outbox.filter((o) => o.kind === 'signal').length,
    notifications: rows.notifications.length,
    findings,
    now: rows.now,
    lives,
    world,
  };
}

/** c. No rung has rung twice. The table's own key may be missing in the database under check. */
function checkOnce({ reminders }: Rows, findings: Findings): void {
  const seen = new Map<string, number>();
  for (const { deadline_id, rung } of reminders)
    seen.set(`rung ${rung} of deadline ${deadline_id}`, (seen.get(`rung ${rung} of deadline ${deadline_id}`) ?? 0) + 1);
  for (const [what, times] of seen) if (times > 1) findings.doubled(`${what} has rung ${times} times`);
}
