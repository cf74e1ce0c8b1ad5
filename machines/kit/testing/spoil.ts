import type { Chance } from './chance.js';
import type { Schema } from './sample.js';

const WRONG: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '2026-02-30',
  '9999-99-99',
  'x'.repeat(3000),
  [],
  {},
  [null],
  { toString: 1 },
  '__proto__',
  'constructor',
  '０',
  '\u202e',
];

/**
 * Spoils a form: it lacks a field, or has a field of another kind, far too large or unknown to the form. Not every
 * result is wrong for every form: the caller must expect that one is accepted.
 */
export function spoiled(schema: Schema, value: unknown, chance: Chance): unknown {
  if (chance.hit(0.15)) return chance.pick([null, [], '', 'x', 0, true, [value]]);
  const form = { ...(value as Record<string, unknown>) };
  const keys = Object.keys(schema.properties ?? {});
  if (keys.length === 0 || chance.hit(0.15))
    return { ...form, [chance.pick(['extra', 'constructor', 'hasOwnProperty', 'facts', 'type'])]: chance.pick(WRONG) };
  const key = chance.pick(keys);
  if (chance.hit(0.2)) {
    delete form[key];
    return form;
  }
  const inner = schema.properties![key]!;
  form[key] =
    inner.type === 'object' && form[key] !== undefined && chance.hit(0.5)
      ? spoiled(inner, form[key], chance)
      : chance.pick(WRONG);
  return form;
}

/** Names that are no event, though a machine, a JavaScript object or an engine may know them. */
export const FORGED = [
  'xstate.init',
  'xstate.stop',
  'xstate.done.actor.0',
  'xstate.after.1000.x',
  'done.state.x',
  'error.platform.x',
  'created',
  '*',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  ' ',
  'null',
  '登记',
] as const;
