import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#machines/kit/case/facts.js';
import type { Deadline } from '#machines/kit/case/occurrence.js';
import { recount } from '#machines/kit/decide/timekeeping.js';
import { testYears } from '#machines/kit/testing/calendar.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { Docket, tell, type Tale } from '#machines/kit/testing/story.js';
import { Calendar } from '#machines/kit/words/calendar.js';
import { addDays, dayOf, weekday, yearOf } from '#machines/kit/words/dates.js';
import { laterBy, lastDay } from '#machines/kit/words/period.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { procedures } from './all.js';
import { allStories, sampleOf } from './story-sample.js';

const depth = depthFrom(process.env.DEPTH);
const all = depth.of(sampleOf(allStories), allStories).map(([id, story]) => [id, story.title, story] as const);

/**
 * A calendar in which every Tuesday is off and every Sunday is worked. It changes every count that crosses a working
 * day.
 */
const strange = new Calendar(
  testYears.map(({ year, ...rest }) => {
    const days = Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((d) => yearOf(d) === year);
    return {
      ...rest,
      year,
      status: 'published' as const,
      holidays: days.filter((d) => weekday(d) === 2),
      makeupWorkdays: days.filter((d) => weekday(d) === 0),
    };
  }),
  1,
);

/** Returns the deadlines as the database gives them to a recount: with the instant of the last ring. */
function stored({ state, reminders }: Tale): Deadline[] {
  return state.deadlines.map((d) => {
    const last = d.rung === null ? undefined : reminders.findLast((r) => r.deadline === d.name && r.rung === d.rung);
    return last ? { ...d, rangAt: last.at } : d;
  });
}

function counted(tale: Tale, calendar: Calendar) {
  const facts = { ...tale.facts(SYSTEM), calendar };
  return recount(tale.procedure, { ...tale.state, deadlines: stored(tale) }, facts);
}

describe('recounted deadlines, at every line of a story', () => {
  it.each(all)('%s: %s', (id, _, story) => {
    tell(procedures.of(story.procedure ?? id), story, world, (docket, tales) => {
      for (const tale of tales.values()) {
        // With the same calendar a recount changes nothing.
        expect(counted(tale, docket.calendar).changed).toEqual([]);
        freshlyCounted(tale, counted(tale, strange).running);
      }
    });
  });
});

/**
 * Checks that every day is the one a fresh count gives, that a stopped clock is silent, that nothing rings again, and
 * that a second count changes nothing.
 */
function freshlyCounted(tale: Tale, running: readonly Deadline[]): void {
  const { status } = tale.state.position;
  const facts = { ...tale.facts(SYSTEM), calendar: strange };
  if (status === 'closed' || status === 'terminated')
    expect(tale.state.deadlines.filter((d) => d.kind !== 'reminder')).toEqual([]);
  expect(recount(tale.procedure, { ...tale.state, deadlines: running }, facts).changed).toEqual([]);
  for (const d of running) {
    if (d.status === 'paused') expect([d.nextRung, d.nextAt]).toEqual([null, null]);
    const rang =
      d.rung === null
        ? []
        : tale.reminders.filter((r) => r.deadline === d.name && dayOf(r.at) >= d.openedOn).map((r) => r.rung);
    expect(rang).not.toContain(d.nextRung);
    const definition = tale.procedure.deadlines[d.name]!;
    if (definition.kind === 'tracking') continue;
    const fixed = definition.until?.(tale.state.snapshot.context, { ...facts, today: d.openedOn }) ?? null;
    const decided = 'length' in definition ? definition.length?.(tale.state.snapshot.context) : null;
    const period = decided ?? tale.docket.parameters.period(definition.period, d.openedOn);
    expect(d.dueOn).toBe(
      fixed === null ? lastDay(period, d.startsOn, strange, d.pauses) : laterBy(fixed, d.pauses, strange),
    );
    expect(d.provisional).toBe(false);
  }
}

describe('a limit in days that a decision has set', () => {
  const docket = new Docket(world, '2025-03-03');
  const opened = (who: string, procedure: string, data: object): Tale => {
    const { tale, decision } = docket.open(procedures.of(procedure), who, data);
    expect(decision.kind).toBe('accepted');
    return tale;
  };
  const own = opened('county-hospital', 'project', declarationOf('影像云', 1_000_000));
  const ordered = (limit: object): Deadline[] => {
    const tale = opened('data-bureau', 'rectification', {
      project: own.number,
      number: '1号',
      source: 'inspection',
      basis: '二(六)3',
      problems: [{ text: '未报进度', clause: '2.3.4' }],
      limit,
    });
    return counted(tale, strange).running;
  };

  it('moves with the published calendar, while a named day stays', () => {
    // 2025-04-07 is the first workday after 清明. By the strange calendar it is the sixth.
    expect(ordered({ days: 34 })).toMatchObject([
      { name: 'rectification', startsOn: '2025-03-03', dueOn: '2025-04-06', rule: '自2025-03-03起34日' },
    ]);
    expect(ordered({ until: '2025-04-08' })).toMatchObject([
      { name: 'rectification', dueOn: '2025-04-08', rule: '到确定的日期' },
    ]);
  });
});
