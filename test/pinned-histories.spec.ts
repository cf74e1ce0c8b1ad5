import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tell, type Entry } from '#machines/kit/testing/story.js';
import { procedures, stories } from '#machines/proof/all.js';
import { fingerprint } from '#src/engine/chain.js';
import { changeOf, firstRecord } from '#src/engine/change.js';
import { definitionHash } from '#src/engine/definitions.js';
import type { CaseRecord, HistoryRow } from '#src/engine/ports.js';

/**
 * The histories of all stories, as hashes of their last rows. Each hash covers every row before it, so a change shows
 * here of anything that was decided, by whom, by which clauses or on which day. They were recorded with the first shape
 * of the rows (version 0.1.0), and rows of a later shape are turned back into it for the comparison.
 * `RECORD_HISTORIES=1` records them anew, after a change of the law alone.
 */
const FILE = new URL('./fixtures/histories.json', import.meta.url);

interface Pinned {
  procedures: Record<string, string>;
  stories: Record<
    string,
    { cases: Record<string, { rows: number; lastHash: string; reminders: string; notices: string; causes?: string }> }
  >;
}

/** Returns a row in the shape of the first ones. */
const firstShape = ({ regulation: _, cause: __, ...row }: HistoryRow): HistoryRow => row;

/** Returns the history that the engine would write for each case of a story. */
function historiesOf(journal: readonly Entry[]): Map<string, HistoryRow[]> {
  const records = new Map<string, CaseRecord>();
  const rows = new Map<string, HistoryRow[]>();
  for (const { tale, by, before, facts, accepted } of journal) {
    const { procedure, id, number, unit, businessKey } = tale;
    const { now } = facts;
    const record =
      records.get(id) ??
      firstRecord(procedure, { id, number, now, unit, title: accepted.next.title, businessKey, createdBy: by.userId });
    const change = changeOf(record, { procedure, state: before ?? accepted.next, facts }, accepted);
    const { hash: _, ...body } = { ...firstShape(change.row!), prevHash: record.lastHash };
    const row = { ...body, hash: fingerprint(JSON.parse(JSON.stringify(body))) };
    records.set(id, { ...change.record, lastHash: row.hash });
    rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  return rows;
}

function recorded(): Pinned {
  const told = stories.map(
    ({ procedure, story, proof }) => [story.procedure ?? procedure, story, proof.world] as const,
  );
  return {
    procedures: Object.fromEntries(procedures.all().map((p) => [`${p.id} v${p.version}`, definitionHash(p)])),
    stories: Object.fromEntries(
      told.map(([id, story, world]) => {
        const { docket } = tell(procedures.of(id), story, world);
        const cases = [...historiesOf(docket.journal)].map(([caseId, rows]) => {
          const { reminders, notices } = docket.tale(caseId)!;
          // What the first shape did not have is pinned beside it.
          const causes = docket.journal.flatMap(({ tale, facts }) => (tale.id === caseId ? (facts.cause ?? []) : []));
          return [
            caseId,
            {
              rows: rows.length,
              lastHash: rows.at(-1)!.hash,
              reminders: fingerprint(reminders),
              notices: fingerprint(notices),
              ...(causes.length > 0 ? { causes: fingerprint(causes) } : {}),
            },
          ] as const;
        });
        return [story.title, { cases: Object.fromEntries(cases) }];
      }),
    ),
  };
}

const now = recorded();
if (process.env.RECORD_HISTORIES || !existsSync(FILE)) writeFileSync(FILE, `${JSON.stringify(now, null, 1)}\n`);
const pinned = JSON.parse(readFileSync(FILE, 'utf8')) as Pinned;

describe('an earlier decision', () => {
  it.each(Object.keys(pinned.stories))('is the same today: %s', (title) => {
    expect(now.stories[title]).toEqual(pinned.stories[title]);
  });

  it('is pinned to definitions that have kept their shape', () => {
    expect(now.procedures).toEqual(pinned.procedures);
  });

  it('is pinned for every story', () => {
    expect(Object.keys(now.stories).sort()).toEqual(Object.keys(pinned.stories).sort());
  });
});
