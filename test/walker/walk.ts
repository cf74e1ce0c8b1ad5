import { Chance } from '#machines/kit/testing/chance.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { Agreement } from './agreement.js';
import { verified } from './chains.js';
import { Door } from './door.js';
import { hints } from './hints.js';
import { Mischief } from './mischief.js';
import { Pool } from './pool.js';
import { Teller } from './teller.js';
import { readVocabulary } from './vocabulary.js';
import { Walker } from './walker.js';

export interface WalkOptions {
  url: string;
  seed: number;
  steps: number;
  /** The walk ends earlier if it takes longer. */
  withinMs?: number;
  /** Records what is broken and continues, instead of stopping at the first. */
  keepGoing?: boolean;
  onProgress?: (line: string) => void;
}

export interface Coverage {
  procedure: string;
  reached: number;
  states: number;
  unreached: readonly string[];
  events: number;
  allEvents: number;
  untaken: readonly string[];
}

export interface Walked {
  steps: number;
  requests: number;
  accepted: number;
  cases: number;
  rows: number;
  disturbed: number;
  today: string;
  statuses: Readonly<Record<string, number>>;
  coverage: readonly Coverage[];
  broken: readonly string[];
}

/** The share of mischief in a walk, and the share of comparisons between lists and cases. */
const MISCHIEF = 0.25;
const AGREEMENT = 0.04;

/**
 * Walks a running program with a simulated clock.
 * @throws with the seed and the last requests if a promise is broken
 */
export async function walk({
  url,
  seed,
  steps,
  withinMs = Infinity,
  keepGoing = false,
  onProgress,
}: WalkOptions): Promise<Walked> {
  const door = new Door(url);
  const chance = new Chance(seed);
  const { procedures, accounts, amounts } = await readVocabulary(door);
  const pool = new Pool(chance, procedures, accounts, amounts);
  const teller = new Teller(door, pool, chance);
  const all = { door, pool, teller, chance, accounts, procedures };
  const walker = new Walker(all, hints);
  const mischief = new Mischief(all);
  const agreement = new Agreement(all);
  pool.today = dayOf((await door.ask({ as: 'admin', method: 'GET', path: '/api/v1/clock' })).body.now);

  const broken = new Map<string, string>();
  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const text = `SEED=${seed}, step ${done}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\nThe last requests:\n${door.recent()}`;
      if (!keepGoing) throw new Error(text);
      const kind = (error as Error).message.replace(/[0-9a-f-]{36}|[A-Z]{2}-\d{4}-\d+|\d+/g, '…').slice(0, 160);
      if (!broken.has(kind)) broken.set(kind, text);
    }
  };

  let done = 0;
  const started = Date.now();
  for (; done < steps && Date.now() - started < withinMs; done++) {
    const dice = pool.cases.size > 0 ? chance.next() : 1;
    await guarded(() =>
      dice < MISCHIEF ? mischief.step() : dice < MISCHIEF + AGREEMENT ? agreement.step() : walker.step(),
    );
    if (done % 500 === 499)
      onProgress?.(
        `${done + 1} steps, ${door.requests} requests, ${teller.accepted} accepted, ${pool.cases.size} cases, ${pool.today}`,
      );
  }
  let rows = 0;
  for (const met of pool.cases.values()) await guarded(async () => (rows += await verified(teller, met)));

  const coverage = [...procedures].map(([id, p]): Coverage => {
    const unreached = p.goals.filter((g) => !pool.visited.get(id)?.has(g));
    const untaken = p.types().filter((t) => !pool.taken.get(id)?.has(t));
    return {
      procedure: id,
      states: p.goals.length,
      reached: p.goals.length - unreached.length,
      unreached,
      allEvents: p.types().length,
      events: p.types().length - untaken.length,
      untaken,
    };
  });
  const statuses = Object.fromEntries([...door.statuses].sort(([a], [b]) => a - b));
  return {
    steps: done,
    requests: door.requests,
    accepted: teller.accepted,
    cases: pool.cases.size,
    rows,
    disturbed: teller.disturbed,
    today: pool.today,
    statuses,
    coverage,
    broken: [...broken.values()],
  };
}

export function reportOf(seed: number, walked: Walked): string {
  const lines = walked.coverage.flatMap(({ procedure, reached, states, unreached, events, allEvents, untaken }) => [
    `  ${procedure}: ${reached} of ${states} states, ${events} of ${allEvents} events`,
    ...(unreached.length > 0 ? [`    not reached: ${unreached.join(', ')}`] : []),
    ...(untaken.length > 0 ? [`    not taken: ${untaken.join(', ')}`] : []),
  ]);
  const statuses = Object.entries(walked.statuses)
    .map(([status, n]) => `${status}×${n}`)
    .join(' ');
  return [
    `SEED=${seed}: ${walked.steps} steps, ${walked.requests} requests, ${walked.accepted} events accepted, ${walked.cases} cases, ${walked.rows} rows of history genuine, clock at ${walked.today}${walked.disturbed > 0 ? `, ${walked.disturbed} looks disturbed by the system` : ''}`,
    `  ${statuses}`,
    ...lines,
  ].join('\n');
}
