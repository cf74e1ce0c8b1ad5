import type { Deadline } from '#machines/kit/case/occurrence.js';
import type { StuckKind } from '#machines/kit/read/stuck.js';
import { addDays, dayOf, type IsoDate } from '#machines/kit/words/dates.js';
import type { Pause } from '#machines/kit/words/period.js';
import { lateWhenStopped } from '../checker/late.js';
import type { Life } from '../checker/life.js';
import type { World } from '../checker/world.js';

/** A row of the stuck list, with the fields that can be worked out without the program. */
export interface Matter {
  case: string;
  kind: StuckKind;
  deadline: string | null;
  dueOn: IsoDate | null;
  since: IsoDate;
  workingDays: number;
}

type Late = Pick<Deadline, 'dueOn' | 'pauses'> & { name: string | null };
const NOTHING: Late = { name: null, dueOn: null, pauses: [] };

/**
 * Works out case by case what is stuck on a day, from replayed cases, without a column, an index or a query. Faults,
 * which the list shows also for ended cases, can't be replayed: the checker finds each in the rows, and a list with a
 * fault agrees with nothing here.
 */
export function stuckOn(today: IsoDate, lives: Iterable<Life>, world: World): Matter[] {
  const { calendar } = world;
  const parameters = world.parameters.house;
  const yellowUntil = addDays(today, parameters.number('lights.yellow', today));
  const pausedBefore = addDays(today, -parameters.number('paused.tooLong', today));
  const idleBefore = calendar.addWorkdays(today, -parameters.number('idle.after', today));

  const mattersOf = (life: Life): Matter[] => {
    if (!life.state || life.state.position.status === 'closed' || life.state.position.status === 'terminated')
      return [];
    const {
      position: {
        status,
        waits: [main],
      },
      deadlines,
    } = life.state;
    const matter = (kind: StuckKind, since: IsoDate, { name: deadline, dueOn, pauses }: Late = NOTHING): Matter => ({
      case: life.row.id,
      kind,
      deadline,
      dueOn,
      since,
      workingDays: workdays(since, today, pauses, world),
    });
    const duties = deadlines.filter(
      (d) =>
        d.kind === 'duty' && d.dueOn !== null && (d.status === 'open' ? d.dueOn <= yellowUntil : lateWhenStopped(d)),
    );
    const owed = duties.flatMap((d) => {
      const kind = d.dueOn! < today ? 'overdue' : 'due-soon';
      return Array.from({ length: Math.max(1, life.owed(d)!.length) }, () => matter(kind, d.dueOn!, d));
    });
    const pressed = new Set(duties.flatMap((d) => life.owed(d)!));
    const open = life.waits.filter((w) => w.until === null);
    const outside =
      status === 'active'
        ? open.filter((w) => w.kind === 'outside').map((w) => matter('waiting-outside', dayOf(w.since)))
        : [];
    const stopped = deadlines.flatMap((d) => d.pauses.filter((p) => p.to === null).map((p) => p.from)).sort()[0];
    const paused =
      stopped !== undefined && stopped < pausedBefore && (status === 'suspended' || main?.kind !== 'outside')
        ? [matter('paused-too-long', stopped)]
        : [];
    const still =
      status === 'active' && (main?.kind === 'unit' || main?.kind === 'role') && dayOf(life.movedAt!) < idleBefore;
    const idle = still
      ? open
          .filter((w) => (w.kind === 'unit' || w.kind === 'role') && !pressed.has(w.principal))
          .map(() => matter('idle', dayOf(life.movedAt!)))
      : [];
    return [...owed, ...outside, ...paused, ...idle];
  };
  return [...lives].flatMap(mattersOf);
}

/** Counts working days one by one, as on a wall calendar, without those on which the clock stood still. */
function workdays(from: IsoDate, to: IsoDate, pauses: readonly Pause[], { calendar }: World): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (calendar.isWorkday(day) && !pauses.some((p) => p.from < day && (p.to === null || day <= p.to))) days += 1;
  return days;
}
