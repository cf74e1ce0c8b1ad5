import { describe, expect, it } from '@jest/globals';
import { listsOf } from '#machines/kit/decide/lists-of.js';
import { statesOf } from '#machines/kit/read/describe.js';
import { accountOf, type Account } from '#machines/kit/testing/account.js';
import { staleDecision } from '#machines/kit/testing/decided-on.js';
import { erasedLateness } from '#machines/kit/testing/lateness.js';
import { partsFromXState } from '#machines/kit/testing/same-road.js';
import { namelessMessage, stumbles } from '#machines/kit/testing/sentences.js';
import type { Story, Tale } from '#machines/kit/testing/story.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { procedures, stories } from './all.js';
import { isLastWord, LAST_WORDS } from './last-words.js';

/**
 * States in which no story's case has waited yet. This list only shrinks: the test fails when a story reaches one of
 * them and its line is still here.
 */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {};

/** Every story as it was told. It is told once, and then read. */
const accounts = new Map<Story, Account>();

const all = stories.map(({ procedure, story }) => [procedure, story.title, story] as const);

/** The states in which cases of each procedure wait in any story. */
const visited = new Map<string, Set<string>>();
/** The decisions that ended their step, by procedure. */
const lastWords = new Map<string, Set<string>>();
/** The lists that a case comes onto and leaves again, as `project contractUnfiled on`. */
const listed = new Set<string>();
function noted(tales: Iterable<Tale>): void {
  for (const { procedure, state } of tales) {
    const lists = listsOf(procedure, state);
    for (const list of Object.keys(procedure.lists))
      listed.add(`${procedure.id} ${list} ${lists.includes(list) ? 'on' : 'off'}`);
    visited.set(procedure.id, new Set([...(visited.get(procedure.id) ?? []), ...state.position.states]));
  }
}

/** Returns the messages of a case that leave their reader to guess, or make them stumble. */
const messagesWrong = ({ notices, state, documents }: Tale): string[] =>
  notices.flatMap(({ title, text }) => [
    ...[namelessMessage({ text }, state.title)].filter((problem) => problem !== null),
    ...stumbles({ of: title, text, theirs: documents.map(({ id }) => id) }),
  ]);

describe('a story, told on the pure machine', () => {
  it.each(all)('%s: %s', (id, _, story) => {
    const account = accountOf(procedures.of(story.procedure ?? id), story, world, noted);
    accounts.set(story, account);
    const { tale } = account;
    expect(tale.history.length).toBeGreaterThan(0);
    const problems = tale.docket.journal.flatMap((entry) => [
      partsFromXState(entry),
      staleDecision(entry),
      erasedLateness(entry),
    ]);
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
    expect(tale.docket.cases().flatMap(messagesWrong)).toEqual([]);
    for (const {
      tale: { procedure },
      accepted,
    } of tale.docket.journal.filter(isLastWord))
      lastWords.set(procedure.id, (lastWords.get(procedure.id) ?? new Set()).add(accepted.type));
  });
});

describe('a story, as an official reads it', () => {
  it.each(all)('%s: %s', (id, _, story) => {
    const { title, lines } = accounts.get(story) ?? accountOf(procedures.of(story.procedure ?? id), story, world);
    expect(title).not.toBe('');
    const spoken = story.steps.filter((step) => step.send || step.begin || step.upload).length + 1;
    expect(lines.length).toBeGreaterThanOrEqual(spoken);
    // A name without a label shows as it is written in the program. The message of a rule is left out: it may quote
    // what somebody wrote.
    const named = lines.flatMap(({ who, did, result }) => [
      who,
      did,
      ...result.filter((text) => !text.startsWith('被拒绝')),
    ]);
    expect(named.filter((text) => text === '' || /[a-z][a-zA-Z]{3,}/.test(text))).toEqual([]);
    const dates = lines.map((line) => line.on);
    expect(dates).toEqual([...dates].sort());
  });

  it('has the words of the rule in a refusal, and tells what time or another case does', () => {
    const lines = (title: string) => {
      const [id, , story] = all.find(([, known]) => known === title)!;
      return accountOf(procedures.of(story.procedure ?? id), story, world).lines.map(({ on, who, did, result }) =>
        [on, who, did, ...result].join('｜'),
      );
    };
    const sent = lines('退回补正：改了再报，原审查部门接着办');
    expect(sent).toContain(
      '2025-01-06｜县教体局｜修改申报内容｜被拒绝，依据一(二)1：资金来源不含财政资金，不走本流程｜被拒绝，依据二(二)4：续建项目没有写明原项目批复文号，也没有指明原项目',
    );
    expect(sent).toContain('2025-01-06｜县数据资源管理局｜预审通过，纳入储备库｜此时不适用');
    expect(sent).toContain('2025-01-06｜县数据资源管理局｜预审通过，纳入储备库｜已入库；另待报市局备案');
    expect(sent).toContain('2025-01-13｜系统｜从计划清单剔除｜已入库');
    expect(lines('跨部门项目：参建单位逐一确认，有一家不同意即退回牵头单位')).toContain(
      '2025-01-06｜县数据资源管理局｜参建单位确认｜不在本人办理范围',
    );
  });
});

describe('the stories', () => {
  it('show that every decision others rely on lapses when what it is about changes', () => {
    const found = Object.fromEntries([...lastWords].map(([id, types]) => [id, [...types].sort()]));
    expect(found).toEqual(LAST_WORDS);
  });

  it('tell of every procedure', () => {
    expect(new Set(stories.map(({ procedure }) => procedure))).toEqual(new Set(procedures.all().map((p) => p.id)));
  });

  it('have titles of their own and name clauses there are', () => {
    expect(new Set(all.map(([, title]) => title)).size).toBe(all.length);
    for (const { story, proof } of stories) {
      const known = proof.regulation.chapters.flatMap(({ clauses }) => clauses.map((c) => c.id));
      expect(story.clauses.filter((id) => !known.includes(id))).toEqual([]);
    }
  });

  it.each(procedures.all().flatMap((p) => Object.keys(p.lists).map((list) => [p.id, list] as const)))(
    'bring a case onto the list %s %s, and off it',
    (id, list) => {
      expect([listed.has(`${id} ${list} on`), listed.has(`${id} ${list} off`)]).toEqual([true, true]);
    },
  );

  it.each(procedures.all().map((p) => [p.id, p] as const))('make a case wait in every state of %s', (id, procedure) => {
    const states = statesOf(procedure)
      .filter((s) => s.kind === 'resting' || s.kind === 'final')
      .map((s) => s.path);
    const untold = UNTOLD[id] ?? [];
    const seen = visited.get(id) ?? new Set();
    expect({ procedure: id, untold: states.filter((s) => !seen.has(s) && !untold.includes(s)) }).toEqual({
      procedure: id,
      untold: [],
    });
    expect({ procedure: id, 'told by now, or gone': untold.filter((s) => seen.has(s) || !states.includes(s)) }).toEqual(
      { procedure: id, 'told by now, or gone': [] },
    );
  });
});
