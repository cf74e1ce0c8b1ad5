import type { Fault } from '../faults/field.js';
import type { Routes } from '../load/driver.js';
import type { Backend } from '../options.js';

/** One place in the built program: this text, which must stand there exactly once, and what stands there instead. */
export interface Edit {
  /** Below `dist/`. */
  file: string;
  from: string;
  to: string;
}

/** What keeps something from being lost or doubled, and how to do without it. */
export interface Guard {
  name: string;
  /** What is removed with it because it stands behind it. */
  behind: string;
  edits: readonly Edit[];
  backend?: Backend;
  faults: readonly Fault[];
  /** Seconds between two faults. */
  faultEvery: number;
  routes?: Routes;
  cases?: number;
  /** What the checker must say of it. */
  notices: RegExp;
}
