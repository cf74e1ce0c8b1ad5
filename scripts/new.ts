// Writes a running skeleton: `npm run new -- procedure equipment-loan --title 设备借用`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NotPossible, prefixOf, procedureFiles } from './new/procedure.js';

const root = path.resolve(import.meta.dirname, '..');
const USAGE = 'npm run new -- procedure NAME [--title 中文名] [--clause 2.1.2a] [--prefix XY]';

const next = (name: string, clause: string): string => `
The procedure ${name} runs: a unit asks, the bureau approves, sends back for correction or declines. Now make it yours.

1. Choose its clause in clause.ts. It rests on ${clause}, which somebody should think over.
2. Change what is asked for in declaration.ts, and the rule in rules/request.ts with its examples.
3. Give the deadlines numbers of their own in machines/regulations/it-projects/parameters.ts.
4. Change the states in states.ts and machine.ts, and tell what may happen in scenarios/all.ts.
5. Say in GLOSSARY.md what it is for.
6. Run npm run typecheck and npm run test:law after each of these; they name what is missing.
7. At the end run npm run docs, and RECORD_HISTORIES=1 npm test -- test/pinned-histories.spec.ts, which pins the new stories.

docs/tasks/add-a-procedure.md explains each of them.`;

/** @throws NotPossible when the command is not understood. */
function wantedBy(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        title: { type: 'string', default: '新流程' },
        clause: { type: 'string', default: '2.1.2a' },
        prefix: { type: 'string' },
      },
    });
    const [kind, name, ...more] = positionals;
    if (kind !== 'procedure' || name === undefined || more.length > 0) throw new Error('it takes a kind and a name');
    return { name, ...values, prefix: values.prefix ?? prefixOf(name) };
  } catch (error) {
    throw new NotPossible(`${(error as Error).message}\n${USAGE}`);
  }
}

try {
  const wanted = wantedBy(process.argv.slice(2));
  // All texts are there before the first one is written.
  const files = await procedureFiles(wanted, root);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(file);
  }
  console.log(next(wanted.name, wanted.clause));
} catch (error) {
  if (!(error instanceof NotPossible)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
