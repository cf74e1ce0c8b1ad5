import type { Fault } from '../faults/field.js';
import type { Routes } from '../load/driver.js';
import type { Backend } from '../options.js';

/** One guard in the built program: a module, what it exports, and what it exports instead. */
export interface Seam {
  /** Below `dist/`: `src/engine/guards.js`. */
  module: string;
  export: string;
  /** A JavaScript expression. In it `original` is the module as it was. */
  becomes: string;
}

/** What keeps something from being lost or doubled, and how to do without it. */
export interface Guard {
  name: string;
  /** What is removed with it because it stands behind it. */
  behind: string;
  seams: readonly Seam[];
  backend?: Backend;
  faults: readonly Fault[];
  /** Seconds between two faults. */
  faultEvery: number;
  routes?: Routes;
  cases?: number;
  /** What the checker must say of it. */
  notices: RegExp;
}
