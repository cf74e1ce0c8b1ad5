import type { Decision } from '../decide/decision.js';
import { CREATED, labelOf, type Procedure } from '../law/procedure.js';
import { statesOf } from '../read/describe.js';
import type { IsoDate } from '../words/dates.js';
import { tell, type Entry, type Story, type Tale, type Told, type World } from './story.js';

export interface Account {
  /** The title of the story's own case. */
  title: string;
  lines: AccountLine[];
  /** The story's own case, as it stands in the end. */
  tale: Tale;
}

/** One line of a story as an official reads it. */
export interface AccountLine {
  on: IsoDate;
  who: string;
  did: string;
  /** Where the case stands afterwards, or why the event was refused; one sentence for each reason. */
  result: string[];
  /** The title of the case, if it is not the story's own. */
  other: string | null;
}

/**
 * Writes what a story tells, in the words of the procedures. The story is told on the pure machine, so the text is
 * never out of date. `onLine` sees all its cases after each line.
 */
export function accountOf(
  procedure: Procedure,
  story: Story,
  world: World,
  onLine?: (tales: Iterable<Tale>) => void,
): Account {
  const lines: AccountLine[] = [];
  let read = 0;
  const tale = tell(procedure, story, world, (docket, tales, told) => {
    onLine?.(tales.values());
    const own = [...tales.values()][0]!;
    const fresh = docket.journal.slice(read);
    read = docket.journal.length;
    const other = (tale: Tale): string | null => (tale === own ? null : (tale.state?.title ?? tale.procedure.title));
    const theirs = fresh.findIndex(({ accepted }) => accepted === told.decision);
    // The passing of time comes first. What another case is told in consequence follows.
    for (const entry of theirs < 0 ? fresh : fresh.slice(0, theirs))
      lines.push({ ...lineOf(entry), other: other(entry.tale) });

    const { step, tale, decision } = told;
    const on = theirs < 0 ? docket.today : fresh[theirs]!.on;
    const papers = papersOf(told);
    if (decision) {
      const said = labelOf(tale.procedure, step?.send ?? CREATED);
      const result = theirs < 0 ? outcomeOf(tale, decision) : reached(fresh[theirs]!);
      lines.push({
        on,
        who: docket.actor(step?.by ?? story.by).name,
        did: papers ? `${said}，附${papers}` : said,
        result,
        other: other(tale),
      });
    } else if (papers) {
      const beganIt = docket.journal.find((entry) => entry.tale === tale)!.by;
      const { name } = step?.uploader ? docket.actor(step.uploader) : beganIt;
      lines.push({ on, who: name, did: `交来${papers}`, result: [tale.state.position.label], other: other(tale) });
    }

    for (const entry of theirs < 0 ? [] : fresh.slice(theirs + 1))
      lines.push({ ...lineOf(entry), other: other(entry.tale) });
  });
  return { title: tale.state.title, lines, tale };
}

const papersOf = ({ step, tale }: Told): string | null =>
  step?.upload
    ? [step.upload]
        .flat()
        .map((kind) => tale.procedure.documents[kind]?.label ?? kind)
        .join('、')
    : null;

const lineOf = (entry: Entry): Omit<AccountLine, 'other'> => ({
  on: entry.on,
  who: entry.by.name,
  did: labelOf(entry.tale.procedure, entry.accepted.type),
  result: reached(entry),
});

/** Says where the case stands, and what else it has begun to wait for. */
function reached({ tale, accepted: { from, next } }: Entry): string[] {
  const { label, states } = next.position;
  const entered = statesOf(tale.procedure).filter(
    (s) => s.kind === 'resting' && states.includes(s.path) && !from.includes(s.path),
  );
  const beside = entered.map((s) => s.label!).filter((name) => !label.startsWith(name));
  return [beside.length > 0 ? `${label}；另${beside.join('、')}` : label];
}

function outcomeOf(tale: Tale, decision: Decision): string[] {
  if (decision.kind === 'refused')
    return decision.refusals.map(({ cite, message }) => `被拒绝，依据${cite}：${message}`);
  if (decision.kind === 'not-your-step') return ['不在本人办理范围'];
  if (decision.kind === 'not-applicable') return ['此时不适用'];
  if (decision.kind === 'invalid') return ['内容不合格式'];
  return [tale.state.position.label];
}
