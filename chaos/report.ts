import { checkedLines } from './checker/report.js';
import type { RunResult } from './run.js';

const MOST_REASONS = 8;
const seconds = (n: number): string => `${n.toFixed(2)} s`;

/** Writes the result of one run as lines for a terminal. */
export function reportLines({
  checked,
  list,
  faults,
  latency,
  begun,
  accepted,
  requests,
  retries,
  errors500,
  reasons: why,
  refused,
  deaths,
  stopMs,
}: RunResult): string[] {
  const reasons = [...refused].sort((a, b) => b[1] - a[1]);
  return [
    `load: ${begun} cases begun, ${requests} requests, ${accepted} steps answered 2xx, ${retries} requests sent again (${[
      ...why,
    ]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, n]) => `${reason} ${n}`)
      .join(', ')}), ${errors500} answers 500`,
    `faults: ${faults.total} (${[...faults.happened]
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${n}`)
      .join(', ')}), ${faults.missed} on what was down already`,
    `ring after its time, real: median ${seconds(latency.median)}, 99 of 100 within ${seconds(latency.p99)}, last ${seconds(latency.most)}`,
    `stopped on SIGTERM within ${seconds(Math.max(0, ...stopMs) / 1000)}`,
    `stuck list: ${list.matters} matters of ${list.cases} cases, compared with a recount of every case, read in ${seconds(list.seconds)}`,
    ...(reasons.length > 0
      ? [
          `cases left because of an answer: ${reasons
            .slice(0, MOST_REASONS)
            .map(([why, n]) => `${n}× ${why}`)
            .join(' · ')}`,
        ]
      : []),
    ...(deaths.length > 0 ? [`processes that ended by themselves: ${deaths.slice(0, MOST_REASONS).join(' · ')}`] : []),
    ...checkedLines(checked),
  ];
}
