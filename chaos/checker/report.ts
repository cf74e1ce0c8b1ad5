import type { Checked } from './check.js';

const MOST_SHOWN = 40;

/** Writes the figures first, then the findings, each as a sentence. */
export function checkedLines({
  until,
  cases,
  events,
  reminders,
  messages,
  signals,
  notifications,
  findings,
}: Checked): string[] {
  const { all } = findings;
  return [
    `checked up to ${until}: ${cases} cases, ${events} events, ${reminders} fired deadlines, ${messages} messages, ${notifications} notifications, ${signals} signals`,
    ...all.slice(0, MOST_SHOWN).map(({ kind, text }) => `${kind}: ${text}`),
    ...(all.length > MOST_SHOWN ? [`… and ${all.length - MOST_SHOWN} more`] : []),
    `${findings.count('lost')} lost, ${findings.count('doubled')} doubled, ${findings.count('wrong')} wrong`,
  ];
}
