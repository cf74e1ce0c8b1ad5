import { describe, expect, it } from '@jest/globals';
import { explain } from '#machines/kit/decide/explain.js';
import type { Decision } from '#machines/kit/decide/decision.js';
import { recount } from '#machines/kit/decide/timekeeping.js';
import { Docket, type Tale } from '#machines/kit/testing/docket.js';
import { addDays } from '#machines/kit/words/dates.js';
import { procedures } from '#machines/proof/all.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { caseSchema } from '#src/cases/case.schema.js';
import { caseView } from '#src/cases/case-view.js';
import { changeOf, firstRecord } from '#src/engine/change.js';
import { viewAfter } from '#src/engine/view.js';

/** What a case keeps and answers does not grow with the number of its steps. */
const RETURNS = 200;
/** How many bytes an answer may be longer than after twenty rounds: numbers get more digits. */
const SLACK = 100;

/** Returns the state a case keeps and the answer to its last event. */
function keptAndAnswered(tale: Tale): { kept: number; answered: number } {
  const { procedure, id, number, unit, state } = tale;
  const accepted = tale.history.at(-1)!;
  const facts = tale.facts(tale.docket.actor('data-bureau'));
  const record = {
    ...firstRecord(procedure, {
      id,
      number,
      now: facts.now,
      unit,
      title: state.title,
      businessKey: null,
      createdBy: 'education',
    }),
    seq: tale.seq,
  };
  const opened = { procedure, state, facts };
  const view = viewAfter(changeOf(record, opened, accepted), opened, accepted, [facts.actor]);
  const answer = caseView({ ...view, facts: { ...view.facts, documents: [] } });
  caseSchema.parse(JSON.parse(JSON.stringify(answer)));
  const { snapshot, desk, audience } = state;
  return { kept: JSON.stringify({ snapshot, desk, audience }).length, answered: JSON.stringify(answer).length };
}

const accepted = (decision: Decision): void => {
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision).slice(0, 500));
};

function declared(): Tale {
  const docket = new Docket(world, '2025-01-06');
  const { tale, decision } = docket.open(
    procedures.of('project'),
    'education',
    declarationOf('反复补正的项目', 100_000_000),
  );
  accepted(decision);
  tale.upload('declarationForm');
  accepted(tale.send('education', 'declare'));
  return tale;
}

type Round = (tale: Tale, round: number) => void;
const returned =
  (days: { away: number; back: number }, reply: (round: number) => object = () => ({ reply: '已经补正' })): Round =>
  (tale, round) => {
    accepted(tale.send('data-bureau', 'returnForCorrection', { items: '请补充说明' }));
    if (days.away > 0) tale.passTo(addDays(tale.docket.today, days.away));
    accepted(tale.send('education', 'resubmit', reply(round)));
    if (days.back > 0) tale.passTo(addDays(tale.docket.today, days.back));
  };

const rounds: [how: string, round: Round][] = [
  ['returned and corrected on one day', returned({ away: 0, back: 0 })],
  ['returned again on the day it came back', returned({ away: 1, back: 0 })],
  ['returned every other day', returned({ away: 1, back: 1 })],
  [
    'corrected to another amount each time',
    returned({ away: 0, back: 0 }, (round) => ({
      reply: '已经补正',
      declaration: { estimateFen: 100_000_000 + round * 10_000 },
    })),
  ],
  [
    'copied to somebody each time',
    (tale) => accepted(tale.send('data-bureau', 'copyTo', { to: ['unit:finance', 'unit:health'], note: '请知悉' })),
  ],
  [
    'sent for an opinion each time',
    (tale) => {
      accepted(tale.send('data-bureau', 'addSigners', { to: ['unit:finance'], question: '请提意见' }));
      accepted(tale.send('finance', 'giveSignature', { agrees: true, opinion: '没有意见' }));
    },
  ],
];

describe.each(rounds)('a case that is %s, two hundred times', (how, round) => {
  const tale = declared();
  const sizes: { kept: number; answered: number }[] = [];
  for (let i = 0; i < RETURNS; i++) {
    round(tale, i);
    if (i === 24 || i === RETURNS - 1) sizes.push(keptAndAnswered(tale));
  }
  const [early, late] = sizes as [(typeof sizes)[0], (typeof sizes)[0]];

  it('answers as much as after twenty-five times', () => {
    expect(late.answered).toBeLessThan(early.answered + SLACK);
  });

  // What was asked and answered stays on the desk, where rules and readers find it.
  if (!how.startsWith('sent'))
    it('keeps as much as after twenty-five times', () => {
      expect(late.kept).toBeLessThan(early.kept + SLACK);
    });

  it('is counted as before by the present calendar', () => {
    const facts = tale.facts(tale.docket.actor('data-bureau'));
    const rangAt = (name: string) => tale.reminders.findLast((r) => r.deadline === name)?.at;
    const deadlines = tale.state.deadlines.map((d) => ({
      ...d,
      ...(rangAt(d.name) ? { rangAt: rangAt(d.name)! } : {}),
    }));
    const { changed } = recount(tale.procedure, { ...tale.state, deadlines }, facts);
    expect(changed).toEqual([]);
    expect(explain(tale.procedure, tale.state, facts).length).toBeGreaterThan(0);
  });
});
