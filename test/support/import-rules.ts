import path from 'node:path';
import { importsOf, type Import } from './import-graph.js';
import type { SourceFile } from './source-file.js';

interface Rule {
  readonly says: string;
  readonly about: (file: string) => boolean;
  readonly forbids: (one: Import, file: string) => boolean;
}

const isSpec = (file: string) => file.endsWith('.spec.ts');
const inside =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(`${folder}/`));
/** A module file assigns implementations to ports, and the start opens them. So both must see both sides. */
const isWiring = (file: string) => file.endsWith('.module.ts') || inside('src/boot')(file);
const packages =
  (...names: string[]) =>
  ({ target, own }: Import) =>
    !own && names.some((name) => target === name || target.startsWith(`${name}/`));
const files =
  (...folders: string[]) =>
  ({ target, own }: Import) =>
    own && inside(...folders)(target);

const database = packages('typeorm', '@nestjs/typeorm', 'pg');
const queue = packages('bullmq', '@nestjs/bullmq');
const web = packages('fastify', '@nestjs/platform-fastify', '@nestjs/swagger', '@fastify');
const lawTools = packages('xstate', 'zod');
const testTools = packages('@jest/globals', 'fast-check');

/** The folders of the kit. Each may import from those before it. */
const ROOMS = ['words', 'case', 'law', 'read', 'decide', 'testing'];
const roomOf = (file: string): number => ROOMS.indexOf(/^machines\/kit\/(\w+)\//.exec(`${file}/`)?.[1] ?? '');

/** Files that prove a procedure. They may use the cases of other procedures. */
const isProof = (file: string) => isSpec(file) || /examples\.ts$|\/(scenarios|testing)\/|\/proof\.ts$/.test(file);
/** Returns the folder of one procedure, such as `machines/regulations/it-projects/procedures/need/`. */
const procedureOf = (file: string): string | undefined =>
  /^machines\/regulations\/[^/]+\/procedures\/[^/]+\//.exec(file)?.[0];
/** Files that the procedures of a regulation share: `common/`, and the files beside it. */
const isShared = (file: string) => /^machines\/regulations\/[^/]+\/(common\/|[^/]+$)/.test(file);

const rules: readonly Rule[] = [
  {
    says: `the rooms of the kit look one way: ${ROOMS.join(' ← ')}`,
    about: (file) => inside('machines/kit')(file) && !isSpec(file),
    forbids: ({ target, own }, file) => own && !(inside('machines/kit')(target) && roomOf(target) <= roomOf(file)),
  },
  {
    says: 'the desk knows no regulation',
    about: (file) => inside('machines/desk')(file) && !isSpec(file),
    forbids: ({ target, own }) => own && !inside('machines/kit', 'machines/desk')(target),
  },
  {
    says: 'the law (machines/) imports only xstate, zod and itself',
    about: (file) => inside('machines')(file) && !isSpec(file),
    forbids: (one) => !(lawTools(one) || files('machines')(one)),
  },
  {
    says: 'a test of the law imports only the law and test tools',
    about: (file) => inside('machines')(file) && isSpec(file),
    forbids: (one) => !(lawTools(one) || files('machines')(one) || testTools(one)),
  },
  {
    says: 'a procedure reads another one through a published view',
    about: (file) => procedureOf(file) !== undefined && !isProof(file),
    forbids: ({ target, own }, file) =>
      own && procedureOf(target) !== undefined && procedureOf(target) !== procedureOf(file),
  },
  {
    says: 'what procedures share reads each of them through a published view',
    // The regulation itself is the list of the procedures.
    about: (file) => isShared(file) && !isProof(file) && !file.endsWith('/regulation.ts'),
    forbids: ({ target, own }) => own && procedureOf(target) !== undefined,
  },
  {
    says: 'the engine knows no HTTP, database, queue or wiring',
    about: (file) => inside('src/engine')(file) && !isSpec(file),
    forbids: (one) =>
      packages('@nestjs')(one) ||
      database(one) ||
      queue(one) ||
      web(one) ||
      packages('ioredis')(one) ||
      files('src/http', 'src/persistence', 'src/timers', 'src/notices')(one),
  },
  {
    says: 'src/ knows no regulation: only the start reads the list of them, and hands it on',
    about: (file) => inside('src')(file) && !isSpec(file),
    forbids: ({ target, own }, file) =>
      own &&
      inside('machines')(target) &&
      !inside('machines/kit')(target) &&
      // The accounts of the demonstration and the stories share this file.
      target !== 'machines/demo-county' &&
      !(file === 'src/main.ts' && target === 'machines/regulations'),
  },
  {
    says: 'the database is spoken to in src/persistence only',
    about: (file) =>
      inside('src')(file) && !inside('src/persistence', 'src/embedded')(file) && !isSpec(file) && !isWiring(file),
    forbids: database,
  },
  {
    says: 'BullMQ is spoken to in src/timers and src/notices only',
    about: (file) =>
      inside('src')(file) && !inside('src/timers', 'src/notices')(file) && !isSpec(file) && !isWiring(file),
    forbids: queue,
  },
];

/** Returns everything that the layout of the repository forbids, one line each. */
export function violations(sources: readonly SourceFile[]): string[] {
  return sources.flatMap((source) => [
    ...importsOf(source).flatMap((one) =>
      rules
        .filter((rule) => rule.about(source.path) && rule.forbids(one, source.path))
        .map((rule) => `${source.path} imports ${one.target}: ${rule.says}`),
    ),
    ...wordsOf(source),
  ]);
}

function wordsOf({ path: file, text }: SourceFile): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
  const found: string[] = [];
  if (/\bforwardRef\b/.test(code)) found.push(`${file} uses forwardRef: modules depend one way`);
  if (/\bprocess\.env\b/.test(code) && file !== 'src/config.ts' && !isSpec(file))
    found.push(`${file} reads process.env: only src/config.ts does`);
  const clause = inside('machines/desk')(file) && !isSpec(file) ? /'\d(?:\.\d+)+[a-z]?'/.exec(code) : null;
  if (clause) found.push(`${file} cites ${clause[0]}: the desk is given its clauses`);
  if (path.posix.basename(file) === 'index.ts' && file !== 'src/persistence/migrations/index.ts')
    found.push(`${file} is a barrel: import the file itself`);
  return found;
}
