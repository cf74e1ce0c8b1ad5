import { describe, expect, it } from '@jest/globals';
import type { Accepted } from '#machines/kit/decide/settle.js';
import { CREATED, type Procedure } from '#machines/kit/law/procedure.js';
import { courseReader, reviewsOf, type HistoryLine } from '#machines/kit/read/course.js';
import { candidatesOf } from '#machines/kit/read/taken.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { tell } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { procedures } from './all.js';
import { allStories, sampleOf } from './story-sample.js';

/** Every case of every story, with its steps and its state at the end of the story. */
interface Told {
  title: string;
  procedure: Procedure;
  steps: { on: IsoDate; accepted: Accepted }[];
  stage: string | null;
  status: string;
}

const depth = depthFrom(process.env.DEPTH);
const told: Told[] = depth.of(sampleOf(allStories), allStories).flatMap(([id, story]) => {
  const { docket } = tell(procedures.of(story.procedure ?? id), story, world);
  return docket
    .cases()
    .map((tale): Told => ({
      title: `${story.title} ${tale.number}`,
      procedure: tale.procedure,
      stage: tale.state.position.stage,
      status: tale.state.position.status,
      steps: docket.journal.filter((entry) => entry.tale === tale),
    }));
});

const linesOf = (steps: Told['steps']): HistoryLine[] =>
  steps.map(({ on, accepted }, i) => ({
    seq: i + 1,
    on,
    type: accepted.type,
    to: accepted.next.position.states,
    office: null,
  }));

describe('the history of a step', () => {
  it.each(procedures.all().map((p) => [p.id, p] as const))(
    'tells which transition of %s it was, as far as statistics need it',
    (id, procedure) => {
      const candidates = candidatesOf(procedure);
      const { answering } = reviewsOf(procedure);
      for (const { title, steps } of told.filter((t) => t.procedure.id === id)) {
        for (const {
          accepted: { type, from, clauses, judged, next },
        } of steps) {
          if (type === CREATED || Object.hasOwn(procedure.acts, type)) continue;
          const fitting = candidates(type, from, next.position.states);
          const marks = new Set(
            fitting.map((t) =>
              JSON.stringify([t.from, t.returns, t.revokes, t.clocks, t.decides && answering.has(t.from)]),
            ),
          );
          expect([title, type, from, marks.size]).toEqual([title, type, from, 1]);
          const taken = fitting.filter(
            (t) => t.clauses.join() === clauses.join() && judged.every((j) => t.rules.some((r) => r.id === j.rule)),
          );
          expect([title, type, from, taken.length > 0]).toEqual([title, type, from, true]);
        }
      }
    },
  );
});

describe('the course of a case', () => {
  it.each(told.map((t) => [t.title, t] as const))(
    'ends where the case stands: %s',
    (_, { procedure, steps, stage, status }) => {
      const lines = linesOf(steps);
      const course = courseReader(procedure)(lines);
      const last = course.passages.at(-1)!;
      expect([last.stage, course.stageAfter(lines.length)]).toEqual([stage, stage]);
      expect(last.to === null).toBe(status === 'active' || status === 'suspended');
      if (procedure.relations['project'] === undefined) expect(course.status).toBe(status);
    },
  );

  it('goes through its stages, and counts the time of a body outside or of a correction for nobody', () => {
    const at = (state: string): string[] => [`underway.path.${state}`, 'underway.standing.normal'];
    const { passages, status } = courseReader(procedures.of('project'))([
      { seq: 1, on: '2026-01-05', type: CREATED, to: at('reserve.drafting'), office: 'education' },
      { seq: 2, on: '2026-01-07', type: 'declare', to: at('reserve.preReview.reviewing'), office: 'education' },
      {
        seq: 3,
        on: '2026-01-08',
        type: 'returnForCorrection',
        to: at('reserve.preReview.correcting'),
        office: 'data-bureau',
      },
      { seq: 4, on: '2026-01-12', type: 'resubmit', to: at('reserve.preReview.reviewing'), office: 'education' },
      { seq: 5, on: '2026-01-13', type: 'passPreReview', to: at('reserve.pooled'), office: 'data-bureau' },
      { seq: 6, on: '2026-01-14', type: 'requestOutOfPlan', to: at('plan.governmentApproval'), office: 'education' },
      { seq: 7, on: '2026-01-20', type: 'recordGovernmentApproval', to: at('reserve.pooled'), office: 'data-bureau' },
    ]);
    expect(passages).toEqual([
      { stage: 'reserve', from: '2026-01-05', to: '2026-01-14', still: [{ from: '2026-01-08', to: '2026-01-12' }] },
      { stage: 'plan', from: '2026-01-14', to: '2026-01-20', still: [{ from: '2026-01-14', to: '2026-01-20' }] },
      { stage: 'reserve', from: '2026-01-20', to: null, still: [] },
    ]);
    expect(status).toBe('active');
  });

  depth.of(it.skip, it)(
    'stands still with its project: from the day the project is suspended to the day it goes on',
    () => {
      const halted = told.filter(({ steps }) => steps.some(({ accepted }) => accepted.type === 'projectSuspended'));
      expect(halted.length).toBeGreaterThan(0);
      for (const { procedure, steps, title } of halted) {
        const days = (type: string) => steps.filter(({ accepted }) => accepted.type === type).map(({ on }) => on);
        const { suspensions } = courseReader(procedure)(linesOf(steps));
        expect([title, suspensions.map((s) => s.from), suspensions.flatMap((s) => s.to ?? [])]).toEqual([
          title,
          days('projectSuspended'),
          days('projectResumed'),
        ]);
      }
    },
  );
});
