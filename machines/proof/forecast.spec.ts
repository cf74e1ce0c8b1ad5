import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#machines/kit/case/facts.js';
import { forecast } from '#machines/kit/decide/forecast.js';
import { FIRES } from '#machines/kit/law/ladder.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { Docket, tell, type Tale } from '#machines/kit/testing/story.js';
import { addDays, dayOf } from '#machines/kit/words/dates.js';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { procedures } from './all.js';
import { allStories, sampleOf } from './story-sample.js';

const DAYS = 400;

const depth = depthFrom(process.env.DEPTH);
const all = depth
  .of(sampleOf(allStories), allStories)
  .map(([id, story]) => [`${id}：${story.title}`, procedures.of(story.procedure ?? id), story] as const);

const line = (at: string, deadline: string, rung: string | null): string => `${at} ${deadline} ${rung}`;

let open = 0;
let compared = 0;

describe('the forecast of a case on which nobody acts', () => {
  it.each(all)('is what happens — %s', (_, procedure, story) => {
    const told = tell(procedure, story, world);
    for (const tale of told.docket.cases()) {
      if (tale.state.position.status !== 'active' && tale.state.position.status !== 'suspended') continue;
      open++;
      const foreseen = forecast(tale.procedure, tale.state, tale.facts(SYSTEM)).filter(
        ({ kind }) => kind !== 'overdue',
      );
      const docket = tale.docket.copy();
      const left = docket.tale(tale.id)!;
      docket.passTo(addDays(docket.today, DAYS));
      const timers = foreseen.filter((p) => p.kind === 'event' && p.at <= docket.now).length;
      // Another case has told it something meanwhile. The forecast can't foresee that.
      if (left.seq - tale.seq > timers) continue;
      compared++;
      const seen = new Set<string>();
      const rang = left.reminders
        .filter(({ rung, to }) => rung === FIRES || to.length > 0)
        .filter(({ deadline, rung }) => !/^(track|again)-/.test(rung) || (!seen.has(deadline) && seen.add(deadline)));
      expect(foreseen.filter((p) => p.at <= docket.now).map((p) => line(p.at, p.deadline, p.rung))).toEqual(
        rang.map((r) => line(r.at, r.deadline, r.rung)),
      );
    }
  });

  it('was compared for nearly every case that the stories leave open', () => {
    expect([open > depth.of(20, 100), compared / open > 0.9]).toEqual([true, true]);
  });

  const declared = (): Tale => {
    const docket = new Docket(world, '2025-03-03');
    const { tale } = docket.open(project, 'county-hospital', declarationOf('影像云', 100_000_000));
    tale.upload('declarationForm');
    tale.send('county-hospital', 'declare');
    return tale;
  };

  it('says on which day it turns red, and who hears of it when', () => {
    const tale = declared();
    const due = tale.state.deadlines.find((d) => d.name === 'endorsement')!.dueOn!;
    const foreseen = forecast(project, tale.state, tale.facts(SYSTEM)).filter((p) => p.deadline === 'endorsement');
    expect(foreseen.map((p) => [p.on, p.kind, p.to.join()])).toEqual([
      ['2025-03-10', 'remind', 'unit:health'],
      ['2025-03-14', 'remind', 'unit:health'],
      ['2025-03-16', 'remind', 'unit:health'],
      [due, 'due', 'unit:health'],
      [addDays(due, 1), 'overdue', 'unit:health'],
      ['2025-03-18', 'escalate', 'head:unit:health'],
      ['2025-03-31', 'escalate', 'head:role:data-bureau'],
      ['2025-04-15', 'escalate', 'role:supervisor'],
      ['2025-05-15', 'escalate', 'unit:health,head:unit:health'],
    ]);
    expect(foreseen.at(-1)!.text).toMatch(/请立即办理。此后每20个工作日再催一次。$/);
  });

  it('names no head of a unit without one: those who owe it hear that they are late', () => {
    const tale = declared();
    const facts = tale.facts(SYSTEM);
    const foreseen = forecast(project, tale.state, {
      ...facts,
      directory: { ...facts.directory, headless: new Set(['health']) },
    }).filter((p) => p.deadline === 'endorsement');
    const due = tale.state.deadlines.find((d) => d.name === 'endorsement')!.dueOn!;
    expect(foreseen.filter((p) => p.rung === 'head').map((p) => [p.to, p.text])).toEqual([
      [['unit:health'], expect.stringContaining(`已于${due}到期，请立即办理。`)],
    ]);
    expect(foreseen.filter((p) => p.rung === 'bureau').map((p) => p.to)).toEqual([['head:role:data-bureau']]);
  });

  it('foresees for a stopped clock only that somebody is reminded of it', () => {
    const tale = declared();
    tale.upload('standingDecision');
    tale.send('data-bureau', 'suspend', { reason: '资金检查', number: '1', date: dayOf(tale.now) });
    expect(forecast(project, tale.state, tale.facts(SYSTEM)).map((p) => [p.kind, p.deadline])).toEqual([
      ['track', 'suspensionTracking'],
    ]);
  });
});
