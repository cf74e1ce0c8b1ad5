import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { violations, type SourceFile } from './support/import-rules.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.ts'))
    .map((item) => path.join(item.parentPath, item.name))
    .map((full) => ({ path: path.relative(ROOT, full).split(path.sep).join('/'), text: readFileSync(full, 'utf8') }));
}

describe('the layout of the house', () => {
  it('holds', () => {
    const sources = [...sourcesIn('src'), ...sourcesIn('machines')];
    expect(sources.length).toBeGreaterThan(50);
    expect(violations(sources)).toEqual([]);
  });
});

describe('the checker', () => {
  it.each<[file: string, text: string]>([
    ['machines/project/machine.ts', `import { readFileSync } from 'node:fs';`],
    ['machines/kit/a.ts', `import { Injectable } from '@nestjs/common';`],
    ['machines/kit/a.ts', `import type { Config } from '../../src/config.js';`],
    ['machines/kit/a.ts', `const fs = await import('node:fs');`],
    ['machines/kit/a.ts', `export * from '#src/config.js';`],
    ['machines/kit/a.spec.ts', `import { Pool } from 'pg';`],
    ['src/engine/a.ts', `import { DataSource } from 'typeorm';`],
    ['src/engine/a.ts', `import {\n  Queue,\n} from 'bullmq';`],
    ['src/engine/a.ts', `import type { FastifyRequest } from "fastify";`],
    ['src/engine/a.ts', `import { notFound } from '../http/problem.js';`],
    ['src/engine/a.ts', `import { CaseStore } from '#src/persistence/stores/case.store.js';`],
    ['src/engine/a.ts', `import { project } from '#machines/project/machine.js';`],
    ['src/cases/a.ts', `import { project } from '../../machines/project/machine.js';`],
    ['src/cases/a.ts', `import 'typeorm';`],
    ['src/cases/a.ts', `import { Queue } from 'bullmq';`],
    ['src/cases/a.ts', `@Inject(forwardRef(() => B)) b: B;`],
    ['src/cases/a.ts', `const port = process.env.PORT;`],
    ['src/cases/index.ts', `export const a = 1;`],
  ])('finds fault with example %# in %s', (file, text) => {
    expect(violations([{ path: file, text }])).not.toEqual([]);
  });

  it.each<[file: string, text: string]>([
    ['machines/kit/a.ts', `import { z } from 'zod';\nimport { b } from './b.js';\nimport { setup } from 'xstate';`],
    ['machines/kit/a.spec.ts', `import { it } from '@jest/globals';\nimport fc from 'fast-check';`],
    [
      'src/engine/a.ts',
      `import { Injectable } from '@nestjs/common';\nimport { procedures } from '#machines/registry.js';`,
    ],
    ['src/engine/engine.module.ts', `import { CaseStore } from '../persistence/stores/case.store.js';`],
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
