// Loads machines/ from its sources into this process, and loads parts of it again. Some mutants show only after that,
// because they act while a module is being read (a statement of a rule, a list of rules). Node's own modules can't be
// read twice; these are plain CommonJS.
import swc from '@swc/core';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** The function in which a CommonJS module is wrapped. */
type Script = (exports: object, module: { exports: object }, require: (name: string) => unknown) => void;

export class Law {
  readonly #root: string;
  readonly #scripts = new Map<string, Script>();
  readonly #modules = new Map<string, { exports: object }>();
  readonly #dependents = new Map<string, Set<string>>();
  readonly #require: NodeJS.Require;

  constructor(root: string) {
    this.#root = realpathSync(root);
    this.#require = createRequire(path.join(root, 'package.json'));
  }

  load(file: string): object {
    return this.#module(path.join(this.#root, file));
  }

  /** Forgets a module and everything that has read it, directly or through others. */
  forget(file: string): void {
    const first = realpathSync(path.resolve(this.#root, file));
    if (!this.#scripts.has(first)) throw new Error(`${file} was never read`);
    const gone = new Set([first]);
    // A set may grow during its iteration.
    for (const one of gone) for (const dependent of this.#dependents.get(one) ?? []) gone.add(dependent);
    for (const one of gone) this.#modules.delete(one);
  }

  #module(file: string): object {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#modules.set(file, module);
    try {
      this.#script(file)(module.exports, module, (name) => this.#import(name, file));
    } catch (error) {
      this.#modules.delete(file);
      throw error;
    }
    return module.exports;
  }

  #import(name: string, from: string): unknown {
    const own = name.startsWith('#machines/');
    if (!own && !name.startsWith('.')) return this.#require(name) as unknown;
    const file = path.resolve(own ? this.#root : path.dirname(from), name.replace(/^#/, '')).replace(/\.js$/, '.ts');
    if (!existsSync(file)) throw new Error(`${from} imports ${name}, which is not there`);
    this.#dependents.set(file, (this.#dependents.get(file) ?? new Set()).add(from));
    return this.#module(file);
  }

  #script(file: string): Script {
    const known = this.#scripts.get(file);
    if (known) return known;
    const { code } = swc.transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      swcrc: false,
      configFile: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    const script = vm.runInThisContext(`(function (exports, module, require) {${code}\n})`, {
      filename: file,
    }) as Script;
    this.#scripts.set(file, script);
    return script;
  }
}
