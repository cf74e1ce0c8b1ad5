import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './source-file.js';

/** The law passes its tests also where it stands alone; the rest is what a page on tasks changes beside it. */
const COPIED = [
  ...['machines', 'GLOSSARY.md', 'package.json', '.swcrc', '.prettierrc.json', 'jest.config.mjs', 'scripts'],
  ...['tsconfig.json', 'tsconfig.machines.json', 'eslint.config.mjs'],
];

/** The text of a file in a folder, null where there is none. */
export const readAt = (folder: string, file: string): string | null =>
  existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : null;

interface Ran {
  status: number | null;
  output: string;
}

/** Which tests failed, by name. */
export interface Judged {
  passed: number;
  failed: string[];
  output: string;
}

interface JestReport {
  numPassedTests: number;
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** A copy of the law in a folder of its own, to be changed and judged. */
export class LawCopy {
  readonly folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bihuan-task-')));

  constructor() {
    this.reset();
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(this.folder, 'node_modules'));
  }

  /** Everything as it is in the repository. The folder stays: Jest keeps by path what it has compiled. */
  reset(): void {
    for (const one of COPIED) {
      rmSync(path.join(this.folder, one), { recursive: true, force: true });
      cpSync(path.join(ROOT, one), path.join(this.folder, one), { recursive: true });
    }
  }

  /** @throws with what git says when the patch does not fit. */
  apply(patch: string, ...options: string[]): void {
    const { status, output } = this.#run('git', ['apply', ...options, '-'], patch);
    if (status !== 0) throw new Error(output);
  }

  /** Runs a program of the repository's node_modules, or a script, with Node. */
  node(...args: string[]): Ran {
    return this.#run(process.execPath, args);
  }

  /** What the compiler says, nothing when all is well. */
  compile(): string {
    return this.node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.machines.json').output;
  }

  /** Runs specs of the law, of them the tests whose names match; all specs that have one length when none is named. */
  judge({ specs = [], tests = '' }: { specs?: readonly string[]; tests?: string } = {}): Judged {
    const report = path.join(this.folder, 'report.json');
    const { output } = this.#run(
      process.execPath,
      [
        ...['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects=machines'],
        ...['--runInBand', '--reporters=default', '--json', `--outputFile=${report}`, '-t', tests],
        ...(specs.length > 0 ? specs : ['--filter', path.join(this.folder, 'scripts', 'specs.cjs')]),
      ],
      undefined,
      { SPECS: 'quick' },
    );
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
    const failed = testResults.flatMap(({ message, assertionResults }) =>
      // A spec that does not even start has a message and no test.
      assertionResults.length === 0
        ? [message]
        : assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName),
    );
    return { passed: numPassedTests, failed, output };
  }

  read(file: string): string | null {
    return readAt(this.folder, file);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(program: string, args: readonly string[], input?: string, env: Readonly<Record<string, string>> = {}): Ran {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.folder,
      encoding: 'utf8',
      ...(input === undefined ? {} : { input }),
      // Git looks for a repository around the folder and would take the paths as that one's.
      env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(this.folder), NODE_ENV: 'test', ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, output: `${stdout}${stderr}` };
  }
}
