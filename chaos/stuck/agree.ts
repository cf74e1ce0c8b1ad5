import type { Findings } from '../checker/finding.js';
import type { Matter } from './naive.js';

const told = ({ case: id, kind, deadline, dueOn, since, workingDays }: Matter): string =>
  `case ${id}: ${kind} ${deadline ?? ''} due ${dueOn ?? 'never'}, since ${since}, ${workingDays} working days`;

/** Checks that the list and the independent count have the same rows for every case. */
export function agree(listed: readonly Matter[], naive: readonly Matter[], findings: Findings): void {
  const left = new Map<string, number>();
  for (const matter of listed) left.set(told(matter), (left.get(told(matter)) ?? 0) + 1);
  for (const matter of naive) {
    const times = left.get(told(matter)) ?? 0;
    if (times === 0) findings.lost(`the stuck list does not say: ${told(matter)}`);
    else left.set(told(matter), times - 1);
  }
  for (const [line, times] of left)
    if (times > 0) findings.wrong(`the stuck list says, ${times} times too often: ${line}`);
}
