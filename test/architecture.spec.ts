import { describe, expect, it } from '@jest/globals';
import { circles, importsOf } from './support/import-graph.js';
import { violations } from './support/import-rules.js';
import { sourcesIn } from './support/source-file.js';

describe('the layout of the repository', () => {
  it('keeps every rule', () => {
    const sources = [...sourcesIn('src'), ...sourcesIn('machines')];
    expect(sources.length).toBeGreaterThan(50);
    expect(violations(sources)).toEqual([]);
  });

  it('has no circle, type imports included', () => {
    const sources = ['machines', 'src', 'chaos', 'demo', 'test', 'scripts', 'bench'].flatMap(sourcesIn);
    expect(circles(sources)).toEqual([]);
  });
});

describe('the views that procedures publish', () => {
  const proof = 'machines/proof/views.spec.ts';
  const proven = new Set(
    importsOf(sourcesIn('machines/proof').find(({ path }) => path === proof)!).map((i) => i.target),
  );

  it.each(sourcesIn('machines/regulations').filter(({ path }) => path.includes('/views/')))(
    'are proven: $path',
    ({ path }) => expect(proven).toContain(path.replace(/\.ts$/, '')),
  );
});

describe('the finder of circles', () => {
  const file = (name: string, ...imports: string[]) => ({
    path: `src/${name}.ts`,
    text: imports.map((target) => `import type { A } from './${target}.js';\n`).join(''),
  });

  it('finds a file that imports itself, two that import each other, and a longer way round', () => {
    expect(circles([file('a', 'a')])).toEqual([['src/a']]);
    expect(circles([file('a', 'b'), file('b', 'a')])).toEqual([['src/a', 'src/b']]);
    expect(circles([file('a', 'b'), file('b', 'c', 'd'), file('c', 'a'), file('d')])).toEqual([
      ['src/a', 'src/b', 'src/c'],
    ]);
  });

  it('finds none where two ways lead to the same file', () => {
    expect(circles([file('a', 'b', 'c'), file('b', 'd'), file('c', 'd'), file('d')])).toEqual([]);
  });
});

describe('the checker', () => {
  it.each<[file: string, text: string]>([
    ['machines/desk/a.ts', `import { readFileSync } from 'node:fs';`],
    ['machines/desk/a.ts', `import { parties } from '#machines/regulations/it-projects/parties.js';`],
    ['machines/desk/a.ts', `const clauses = ['2.6.1a'];`],
    ['machines/kit/law/a.ts', `import { Injectable } from '@nestjs/common';`],
    ['machines/kit/law/a.ts', `import type { Config } from '../../src/config.js';`],
    ['machines/kit/law/a.ts', `const fs = await import('node:fs');`],
    ['machines/kit/law/a.ts', `export * from '#src/config.js';`],
    ['machines/kit/law/a.spec.ts', `import { Pool } from 'pg';`],
    ['machines/kit/law/a.spec.ts', `import { readdirSync } from 'node:fs';`],
    ['machines/kit/words/a.ts', `import type { Facts } from '../case/facts.js';`],
    ['machines/kit/law/a.ts', `import { decide } from '../decide/decide.js';`],
    [
      'machines/kit/testing/a.ts',
      `import { need } from '#machines/regulations/it-projects/procedures/need/procedure.js';`,
    ],
    [
      'machines/regulations/r/procedures/need/rules/a.ts',
      `import type { ProjectContext } from '../../project/context.js';`,
    ],
    ['machines/regulations/r/procedures/need/a.ts', `import { paper } from '../project/rules/common.js';`],
    ['machines/regulations/r/common/rules/a.ts', `import { inForce } from '../../procedures/project/context.js';`],
    ['src/engine/a.ts', `import { DataSource } from 'typeorm';`],
    ['src/engine/a.ts', `import { Injectable } from '@nestjs/common';`],
    ['src/engine/a.module.ts', `import { CaseStore } from '../persistence/stores/case.store.js';`],
    ['src/engine/a.ts', `import {\n  Queue,\n} from 'bullmq';`],
    ['src/engine/a.ts', `import type { FastifyRequest } from "fastify";`],
    ['src/engine/a.ts', `import { notFound } from '../http/problem.js';`],
    ['src/engine/a.ts', `import { CaseStore } from '#src/persistence/stores/case.store.js';`],
    ['src/engine/a.ts', `import { project } from '#machines/regulations/it-projects/procedures/project/machine.js';`],
    [
      'src/cases/a.ts',
      `import { project } from '../../machines/regulations/it-projects/procedures/project/machine.js';`,
    ],
    ['src/cases/a.ts', `import { regulations } from '#machines/regulations.js';`],
    ['src/main.ts', `import { itProjects } from '#machines/regulations/it-projects/regulation.js';`],
    ['src/cases/a.ts', `import 'typeorm';`],
    ['src/cases/a.ts', `import { Queue } from 'bullmq';`],
    ['src/cases/a.ts', `@Inject(forwardRef(() => B)) b: B;`],
    ['src/cases/a.ts', `const port = process.env.PORT;`],
    ['src/cases/index.ts', `export const a = 1;`],
  ])('finds fault with example %# in %s', (file, text) => {
    expect(violations([{ path: file, text }])).not.toEqual([]);
  });

  it.each<[file: string, text: string]>([
    ['machines/desk/a.ts', `import { act } from '#machines/kit/law/procedure.js';\nconst number = '2026';`],
    [
      'machines/kit/law/a.ts',
      `import { z } from 'zod';\nimport { b } from '../case/b.js';\nimport { setup } from 'xstate';`,
    ],
    ['machines/kit/law/a.spec.ts', `import { it } from '@jest/globals';\nimport fc from 'fast-check';`],
    [
      'machines/regulations/r/procedures/need/rules/a.ts',
      `import { planned } from '../../../views/project.js';\nimport { NeedContext } from '../context.js';`,
    ],
    ['machines/regulations/r/procedures/need/rules/a.examples.ts', `import { a } from '../../project/testing/a.js';`],
    ['machines/regulations/r/procedures/need/scenarios/all.ts', `import { a } from '../../project/testing/a.js';`],
    ['machines/regulations/r/views/project.ts', `import { a } from '../procedures/project/context.js';`],
    ['machines/regulations/r/common/a.ts', `import { planned } from '../views/project.js';`],
    ['src/engine/a.ts', `import { Procedures } from '#machines/kit/law/procedures.js';`],
    ['src/main.ts', `import { regulations } from '#machines/regulations.js';`],
    ['src/composition/engine.module.ts', `import { CaseStore } from '../persistence/stores/case.store.js';`],
    ['src/persistence/a.ts', `import { DataSource } from 'typeorm';`],
    ['src/timers/a.ts', `import { Queue } from 'bullmq';`],
    ['src/config.ts', `const env = process.env;`],
    ['src/config.spec.ts', `process.env.PORT = '1';`],
    ['src/cases/a.ts', `// never process.env, never forwardRef\nconst a = 1;`],
    ['src/persistence/migrations/index.ts', `export const migrations = [];`],
  ])('finds none with example %# in %s', (file, text) => {
    expect(violations([{ path: file, text }])).toEqual([]);
  });
});
