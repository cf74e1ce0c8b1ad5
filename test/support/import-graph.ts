import path from 'node:path';
import type { SourceFile } from './source-file.js';

/**
 * What a file imports: a package (`zod`, `node:fs`), or a file of this repository without its ending
 * (`src/engine/ports`).
 */
export interface Import {
  readonly target: string;
  readonly own: boolean;
}

const STATEMENT = /(?:^|[\s;}])(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

/** Returns the imports of a file, with those of types. */
export function importsOf({ path: file, text }: SourceFile): Import[] {
  return [...text.matchAll(STATEMENT)].map((match) => resolve(file, match[1] ?? match[2] ?? ''));
}

function resolve(file: string, specifier: string): Import {
  const bare = specifier.replace(/\.js$/, '');
  if (bare.startsWith('.')) return { target: path.posix.join(path.posix.dirname(file), bare), own: true };
  if (bare.startsWith('#')) return { target: bare.slice(1), own: true };
  return { target: specifier, own: false };
}

/**
 * Returns every circle of imports, with imports of types, as the files that form it: `a → b → a`. Reads each file once
 * (Tarjan's algorithm).
 */
export function circles(sources: readonly SourceFile[]): string[][] {
  const nameOf = ({ path: file }: SourceFile): string => file.replace(/\.ts$/, '');
  const known = new Set(sources.map(nameOf));
  const targets = new Map(
    sources.map((s) => [nameOf(s), importsOf(s).flatMap((i) => (known.has(i.target) ? i.target : []))]),
  );
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];

  const visit = (name: string): void => {
    order.set(name, order.size);
    lowest.set(name, order.get(name)!);
    stack.push(name);
    for (const target of targets.get(name)!) {
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(name, Math.min(lowest.get(name)!, lowest.get(target)!));
    }
    if (lowest.get(name) !== order.get(name)) return;
    const together = stack.splice(stack.indexOf(name));
    if (together.length > 1 || targets.get(name)!.includes(name)) found.push(together.sort());
  };

  for (const name of targets.keys()) if (!order.has(name)) visit(name);
  return found;
}
