import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { LawCopy, readAt, type Judged } from './support/law-copy.js';
import { ROOT, sourcesIn } from './support/source-file.js';
import { changedIn, filesOf, pageOf, patchOf, shownIn, without } from './support/task-patch.js';
import { TYPESCRIPT } from './support/spawn-program.js';

/** The pages of docs/tasks tell the truth: what they show compiles and passes, and what they say is named is named. */

const depth = depthFrom(process.env.DEPTH);

/** What compiles the law, judges it or lints it is for the deep run. */
const [describeDeep, itDeep] = [depth.of(describe.skip, describe), depth.of(it.skip, it)];

/** The tests that the pages promise most of; stories are told, but not read out. */
const QUICKLY = {
  specs: [
    ...['structure', 'rules', 'stories'].map((name) => `machines/proof/${name}.spec.ts`),
    'machines/regulations/it-projects/parameters.spec.ts',
  ],
  tests: '^(?!a story, as an official reads it)',
};

/** What somebody forgets who follows a page, and the test that says so, as the page promises. */
const FORGOTTEN: readonly { task: string; file: string; words?: string; named: string }[] = [
  {
    task: 'add-a-rule',
    file: 'rules/procurement.examples.ts',
    named: 'the rules of project every rule has examples on both sides, at every event where it is judged',
  },
  {
    task: 'add-a-deadline',
    file: 'stages/construction.ts',
    words: "opens: ['progress', 'startReport']",
    named: 'procedure project opens only deadlines it has, and has none that nothing opens',
  },
  {
    task: 'add-a-step',
    file: 'scenarios/troubles.ts',
    named: 'the stories make a case wait in every state of project',
  },
  {
    task: 'add-a-list',
    file: 'scenarios/returns.ts',
    named: 'the stories bring a case onto the list project preliminaryFailed, and off it',
  },
  {
    task: 'change-a-number',
    file: 'parameters.spec.ts',
    named: 'the numbers of the regulation have one line for each key',
  },
  { task: 'add-a-procedure', file: 'it-projects/proof.ts', named: 'the stories tell of every procedure' },
];

const tasks = readdirSync(path.join(ROOT, 'docs/tasks'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => path.basename(name, '.md'));

describe.each(tasks)('docs/tasks/%s.md', (task) => {
  const [page, patch] = [pageOf(task), patchOf(task)];

  it('shows nothing but what its patch does', () => {
    expect(shownIn(page).filter((piece) => !patch.includes(piece))).toEqual([]);
  });

  it('shows every line that its patch changes, and names every file', () => {
    const shown = new Set(shownIn(page).join('').split('\n'));
    expect(changedIn(patch).filter((line) => !shown.has(line))).toEqual([]);
    const named = filesOf(patch).filter(({ path: file }) => !page.includes(path.basename(file)));
    expect(named.map(({ path: file }) => file)).toEqual([]);
  });

  it('promises the test that names what is forgotten', () => {
    expect(FORGOTTEN.filter((one) => one.task === task)).not.toEqual([]);
  });
});

it('quotes the names of tests as they are', () => {
  const specs = sourcesIn('machines').filter(({ path: file }) => /(\.spec|proof)\.ts$/.test(file));
  const quoted = tasks.flatMap((task) => [...pageOf(task).matchAll(/`([a-z]+(?:,? [a-z]+)+?)(?: of \w+)?`/g)]);
  const names = quoted.map(([, name]) => name!).filter((name) => !name.startsWith('npm '));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !specs.some(({ text }) => text.includes(name)))).toEqual([]);
});

let copy: LawCopy;
beforeAll(() => {
  copy = new LawCopy();
});
afterAll(() => copy.remove());

describe('the patches of docs/tasks', () => {
  it.each(tasks)('apply one by one: %s', (task) => {
    copy.apply(patchOf(task), '--check');
  });

  it('do not stand in the way of each other', () => {
    for (const task of tasks) copy.apply(patchOf(task));
  });

  itDeep('compile', () => {
    expect(copy.compile()).toBe('');
  });

  itDeep('leave a law that passes its tests', () => {
    const { failed, passed } = copy.judge();
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(1000);
  });
});

describe('npm run new -- procedure', () => {
  const NAMED = 'equipment-loan';
  const command = (...args: string[]) => copy.node(...TYPESCRIPT, 'scripts/new.ts', ...args);
  const WRITTEN = filesOf(patchOf('add-a-procedure')).map((file) => file.path);
  beforeAll(() => copy.reset());

  it.each([
    ['a name that is taken', ['need'], '"need" is taken'],
    ['no name', [], 'npm run new -- procedure NAME'],
  ])('refuses %s, and writes nothing', (_, args, says) => {
    const { status, output } = command('procedure', ...args);
    expect([status, output]).toEqual([1, expect.stringContaining(says)]);
    expect(output).not.toContain('\n    at ');
    expect(WRITTEN.filter((file) => copy.read(file) !== readAt(ROOT, file))).toEqual([]);
  });

  it('writes what the patch of add-a-procedure.md holds', () => {
    copy.apply(patchOf('add-a-procedure'));
    const patched = WRITTEN.map((file) => [file, copy.read(file)]);
    copy.reset();
    const { status, output } = command('procedure', NAMED, '--title', '设备借用');
    expect([status, output]).toEqual([0, expect.stringContaining('Now make it yours.')]);
    expect(WRITTEN.map((file) => [file, copy.read(file)])).toEqual(patched);
    expect(output.split('\n').filter((line) => WRITTEN.includes(line))).toHaveLength(WRITTEN.length);
  });

  itDeep('lays it out and writes it as the house does', () => {
    const files = WRITTEN.filter((file) => file.endsWith('.ts'));
    expect(copy.node('node_modules/prettier/bin/prettier.cjs', '--check', ...files)).toMatchObject({ status: 0 });
    expect(copy.node('node_modules/eslint/bin/eslint.js', ...files)).toEqual({ status: 0, output: '' });
  });
});

describeDeep('what is forgotten', () => {
  let judged: Judged;
  beforeAll(() => {
    copy.reset();
    for (const task of tasks) copy.apply(FORGOTTEN.filter((one) => one.task === task).reduce(without, patchOf(task)));
    judged = copy.judge(QUICKLY);
  });

  it.each(FORGOTTEN)('is named: $file of $task', ({ named }) => {
    expect(judged.failed).toContain(named);
  });
});

describeDeep.each(tasks)('%s alone', (task) => {
  it('compiles and passes the tests that the pages promise most of', () => {
    copy.reset();
    copy.apply(patchOf(task));
    expect(copy.compile()).toBe('');
    expect(copy.judge(QUICKLY).failed).toEqual([]);
  });
});
