import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { procedures } from '#machines/proof/all.js';
import { allStories, sampleOf } from '#machines/proof/story-sample.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import type { RelatedCases } from '../case/relation.js';
import { CREATED } from '../law/procedure.js';
import { depthFrom } from '../testing/depth.js';
import { Docket, Tale } from '../testing/docket.js';
import { tell, type Story } from '../testing/story.js';
import { Replay, type PastEvent } from './replay.js';

type Past = { event: PastEvent } | { rung: string; at: string };

/** What history and reminders would keep of every case of a story, while it is told. */
function recorded(): Map<Tale, Past[]> {
  const kept = new Map<Tale, Past[]>();
  const keep = (tale: Tale, past: Past): void => void kept.set(tale, [...(kept.get(tale) ?? []), past]);
  const [related, accepted, ring] = [Docket.prototype.related, Docket.prototype.accepted, Tale.prototype.ring];
  let found: RelatedCases = {};
  jest.spyOn(Docket.prototype, 'related').mockImplementation(function (this: Docket, ...args) {
    const all = related.apply(this, args);
    // All cases of a unit are looked at by rules alone, which are not judged again: history does not keep which they were.
    const named = args[1].filter((look) => !('units' in look)).map((look) => look.as);
    found = Object.fromEntries(Object.entries(all).filter(([as]) => named.includes(as)));
    return all;
  });
  jest.spyOn(Docket.prototype, 'accepted').mockImplementation(function (this: Docket, ...args) {
    const [tale, { type, data, clauses }, actor, { facts }] = args;
    const { documents } = tale;
    const cause = facts.cause ? { cause: facts.cause } : {};
    keep(tale, {
      event: { at: this.now, type, data: data ?? {}, actor, related: found, documents, ...cause, clauses },
    });
    return accepted.apply(this, args);
  });
  jest.spyOn(Tale.prototype, 'ring').mockImplementation(function (this: Tale, deadlineId) {
    keep(this, { rung: deadlineId, at: this.now });
    return ring.call(this, deadlineId);
  });
  return kept;
}

function livedAgain(tale: Tale, past: readonly Past[]): Replay {
  const { calendar, parameters, directory } = tale.docket;
  const replay = new Replay(tale.procedure, {
    id: tale.id,
    number: tale.number,
    unit: tale.unit,
    regulation: tale.docket.world.regulation,
    calendar,
    parameters,
    directory,
  });
  for (const one of past) {
    if ('event' in one) replay.event(one.event);
    else replay.rung(one.rung, one.at);
  }
  return replay;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const depth = depthFrom(process.env.DEPTH);
const all = depth.of(sampleOf(allStories), allStories).map(([id, story]) => [id, story.title, story] as const);
const told = (id: string, story: Story): Map<Tale, Past[]> => {
  const kept = recorded();
  tell(procedures.of(story.procedure ?? id), story, world);
  return kept;
};

describe('a replayed case', () => {
  afterEach(() => void jest.restoreAllMocks());

  it.each(all)('%s: %s: ends where it stood, with every clock and every name on its desk', (id, _, story) => {
    const kept = told(id, story);
    expect(kept.size).toBeGreaterThan(0);
    for (const [tale, past] of kept) expect(livedAgain(tale, past).state).toEqual(plain(tale.state));
  });

  const [first] = allStories;

  it('refuses an event that has no place in the present state', () => {
    const [tale, past] = [...told(first![0], first![1])][0]!;
    const began = past.findIndex((one) => 'event' in one && one.event.type === CREATED);
    const replay = livedAgain(tale, past.slice(0, began + 1));
    const event = { ...(past[began] as { event: PastEvent }).event, type: 'endorse', data: {} };
    expect(() => replay.event(event)).toThrow('has no place');
    expect(() => replay.rung('nothing', event.at)).toThrow('has nothing to ring');
  });

  it('notices an event that is missing', () => {
    const [tale, past] = [...told(first![0], first![1])][0]!;
    const without = past.filter((one) => !('event' in one && one.event.type === 'declare'));
    expect(() => livedAgain(tale, without)).toThrow();
  });
});
