// A new procedure, as the texts of all files that change: the template under its own names, and the lines that enter it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { clauses } from '#machines/regulations/it-projects/clauses/all.js';
import { itProjects } from '#machines/regulations/it-projects/regulation.js';

const TEMPLATE = path.join(import.meta.dirname, 'template');
const REGULATION = 'machines/regulations/it-projects';
/** What the template is called, and its clause. */
const SAMPLE = { id: 'sample-request', camel: 'sampleRequest', pascal: 'SampleRequest', title: '示例申请' };
const SAMPLE_PREFIX = 'SAMPLE';
const SAMPLE_CLAUSE = '2.1.2a';

export interface Wanted {
  name: string;
  title: string;
  clause: string;
  /** What its case numbers begin with. */
  prefix: string;
}

/** A wish that can't be fulfilled. Its message is for whoever typed it. */
export class NotPossible extends Error {}

const camelOf = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const pascalOf = (name: string): string => camelOf(`-${name}`);

/** Case numbers begin with the first letters of its words, or of its one word. */
export const prefixOf = (name: string): string => {
  const words = name.split('-');
  return (words.length > 1 ? words.map((word) => word[0]) : [...name].slice(0, 2)).join('').toUpperCase();
};

function isIdentifier(word: string): boolean {
  try {
    new Function(`'use strict'; const ${word} = 0;`);
    return true;
  } catch {
    return false;
  }
}

/** @throws NotPossible when it could not be entered under this name, title, clause or prefix. */
function check({ name, title, clause, prefix }: Wanted, root: string): void {
  const refuse = (message: string): never => {
    throw new NotPossible(message);
  };
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) refuse(`"${name}" is not kebab-case: small letters, words joined by hyphens.`);
  if (!isIdentifier(camelOf(name))) refuse(`"${name}" is a word of TypeScript and can't name a value.`);
  const entered = readFileSync(path.join(root, REGULATION, 'regulation.ts'), 'utf8');
  if (
    existsSync(path.join(root, REGULATION, 'procedures', name)) ||
    new RegExp(`\\b${camelOf(name)}\\b`).test(entered) ||
    itProjects.procedures.some(({ id }) => id === name)
  )
    refuse(`"${name}" is taken in ${REGULATION}.`);
  // An official reads it; the stories are tested to show no word of the program.
  if (!/^[\p{L}\d（）、·《》“”]+$/u.test(title) || !/\p{Script=Han}/u.test(title) || /[a-z][a-zA-Z]{3,}/.test(title))
    refuse(`"${title}" is no title that an official reads: give one in Chinese with --title.`);
  if (itProjects.procedures.some((one) => one.title === title)) refuse(`There is a procedure with the title ${title}.`);
  if (!clauses.some(({ id }) => id === clause)) refuse(`The regulation has no clause ${clause}.`);
  if (!/^[A-Z]{1,6}$/.test(prefix)) refuse(`"${prefix}" can't begin a case number: one to six capital letters can.`);
  const holder = itProjects.procedures.find(({ numberPrefix }) => numberPrefix === prefix);
  if (holder) refuse(`Case numbers of ${holder.id} begin with ${prefix}. Choose another one with --prefix.`);
}

/** The template under its own names, as it lies in its own folder of the regulation. */
function skeleton({ name, title, clause, prefix }: Wanted): [file: string, text: string][] {
  const files = readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.sort().map((file) => {
    // From procedures/NAME/ it is two levels up to the regulation, and one more for each folder in between.
    const up = '../'.repeat(2 + file.split(path.sep).length - 1);
    const text = readFileSync(path.join(TEMPLATE, file), 'utf8')
      .replaceAll(`#${REGULATION}/`, up)
      .replaceAll(SAMPLE.id, name)
      .replaceAll(SAMPLE.camel, camelOf(name))
      .replaceAll(SAMPLE.pascal, pascalOf(name))
      .replaceAll(SAMPLE.title, title)
      .replaceAll(`'${SAMPLE_PREFIX}'`, `'${prefix}'`)
      .replaceAll(`'${SAMPLE_CLAUSE}'`, `'${clause}'`);
    return [path.posix.join(REGULATION, 'procedures', name, file.split(path.sep).join('/')), text];
  });
}

/** @throws when the place is gone: then this file is behind the list that it writes into. */
function insert(text: string, before: string, line: string): string {
  if (text.split(before).length !== 2) throw new Error(`"${before.trim()}" is not where a procedure is entered`);
  return text.replace(before, () => `${line}${before}`);
}

function withImport(text: string, line: string): string {
  const imports = text.split('\n').filter((one) => one.includes("'./procedures/"));
  const next = [...imports, line].sort((a, b) => (fromOf(a) < fromOf(b) ? -1 : 1));
  return text.replace(`${imports.join('\n')}\n`, () => `${next.join('\n')}\n`);
}
const fromOf = (line: string): string => line.slice(line.indexOf(' from '));

/** Every file to be written, by its path from the root. */
export async function procedureFiles(wanted: Wanted, root: string): Promise<ReadonlyMap<string, string>> {
  check(wanted, root);
  const { name, title } = wanted;
  const camel = camelOf(name);
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const [law, proof] = [`${REGULATION}/regulation.ts`, `${REGULATION}/proof.ts`];
  const typescript = [
    ...skeleton(wanted),
    [
      law,
      insert(
        withImport(read(law), `import { ${camel} } from './procedures/${name}/procedure.js';`),
        '  ],\n};',
        `    ${camel},\n`,
      ),
    ],
    [
      proof,
      insert(
        withImport(read(proof), `import { ${camel}Proof } from './procedures/${name}/proof.js';`),
        '  ].map(withActs)',
        `    ${camel}Proof,\n`,
      ),
    ],
  ] as const;
  const formatted = typescript.map(async ([file, text]): Promise<[string, string]> => {
    const filepath = path.join(root, file);
    return [file, await prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath })];
  });
  const words = `| ${name.replaceAll('-', ' ')} | ${title} | procedure: say here what it is for. \`${REGULATION}/procedures/${name}/\` |\n`;
  const glossary = insert(
    read('GLOSSARY.md'),
    '| **Parties** | | |\n',
    `| **The procedure \`${name}\`** | | |\n${words}`,
  );
  return new Map([...(await Promise.all(formatted)), ['GLOSSARY.md', glossary]]);
}
