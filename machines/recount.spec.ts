import { describe, expect, it } from '@jest/globals';
import { Calendar } from './kit/calendar.js';
import { addDays, dayOf, weekday, yearOf } from './kit/dates.js';
import type { Deadline } from './kit/deadline.js';
import { SYSTEM } from './kit/facts.js';
import { laterBy, lastDay } from './kit/period.js';
import { fixedDay, recount } from './kit/timekeeping.js';
import { tell, type Tale } from './kit/testing/story.js';
import { testYears } from './kit/testing/calendar.js';
import { procedureOf } from './registry.js';
import { stories } from './stories.js';
import { world } from './testing/world.js';

const all = Object.entries(stories).flatMap(([id, told]) => told.map((story) => [id, story.title, story] as const));

/** Every Tuesday off, every Sunday worked: no count that crosses a working day stays what it was. */
const strange = new Calendar(testYears.map(({ year, ...rest }) => {
  const days = Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((d) => yearOf(d) === year);
  return { ...rest, year, status: 'published' as const, holidays: days.filter((d) => weekday(d) === 2), makeupWorkdays: days.filter((d) => weekday(d) === 0) };
}), 1);

/** As the database hands deadlines over to be counted again: with the instant of the last ring. */
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

describe.each(all)('%s: %s', (id, _, story) => {
  it('counted again at any of its lines with the same calendar, every deadline is as it was', () => {
    tell(procedureOf(story.procedure ?? id), story, world, (docket, tales) => {
      for (const tale of tales.values()) expect(counted(tale, docket.calendar).changed).toEqual([]);
    });
  });

  it('counted again with another calendar, every day is the one a fresh count gives, and what stands still stays silent', () => {
    tell(procedureOf(story.procedure ?? id), story, world, (docket, tales) => {
      for (const tale of tales.values()) {
        const { status } = tale.state.position;
        if (status === 'closed' || status === 'terminated') expect(tale.state.deadlines).toEqual([]);
        for (const d of counted(tale, strange).running) {
          const definition = tale.procedure.deadlines[d.name]!;
          if (d.status === 'paused') expect([d.nextRung, d.nextAt]).toEqual([null, null]);
          if (definition.kind === 'tracking') continue;
          const fixed = fixedDay(definition, d, tale.state.snapshot.context, tale.facts(SYSTEM));
          const period = docket.parameters.period(definition.period, d.openedOn);
          expect(d.dueOn).toBe(fixed === null ? lastDay(period, d.startsOn, strange, d.pauses) : laterBy(fixed, d.pauses, strange));
          expect(d.provisional).toBe(false);
        }
      }
    });
  });

  it('counted again, no rung rings that has rung, and none is left behind twice', () => {
    tell(procedureOf(story.procedure ?? id), story, world, (_docket, tales) => {
      for (const tale of tales.values()) {
        const once = counted(tale, strange).running;
        const twice = recount(tale.procedure, { ...tale.state, deadlines: once }, { ...tale.facts(SYSTEM), calendar: strange });
        expect(twice.changed).toEqual([]);
        for (const d of once) {
          const rang = d.rung === null ? [] : tale.reminders.filter((r) => r.deadline === d.name && dayOf(r.at) >= d.openedOn).map((r) => r.rung);
          expect(rang).not.toContain(d.nextRung);
        }
      }
    });
  });
});
