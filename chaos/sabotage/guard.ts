import type { Fault } from '../faults/field.js';
import type { Routes } from '../load/driver.js';
import type { Backend } from '../options.js';

/** One guard in the built program: the module, its export, and what replaces the export. */
export interface Seam {
  /** The path below `dist/`, such as `src/engine/guards.js`. */
  module: string;
  export: string;
  /** A JavaScript expression. In it `original` is the module as it was. */
  becomes: string;
}

/** What keeps something from being lost or doubled, and how to remove it. */
export interface Guard {
  name: string;
  /** What else is removed, because it would replace the guard. */
  behind: string;
  seams: readonly Seam[];
  backend?: Backend;
  faults: readonly Fault[];
  /** The seconds between two faults. */
  faultEvery: number;
  routes?: Routes;
  cases?: number;
  /** What the checker must say of it. */
  notices: RegExp;
}
